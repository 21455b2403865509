"""The number of the ticket is typed once, and stands in the head of what is copied for it."""

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.actions import ActionId
from inspector_app.report.formats.report_format import ReportFormat
from tests.desktop.at_work import clipboard, inspect, token_of

KEYS = Qt.KeyboardModifier


@pytest.fixture
def noted(demo, qtbot):
    """The app with a valid session, and a note typed for it."""
    inspect(demo, qtbot)
    qtbot.keyClicks(demo.window.result_view.banner.note_field, "TICKET-4711")
    return demo


def copy(app, qtbot):
    with qtbot.waitSignal(app.export_controller.status_message):
        qtbot.keyClick(app.window, Qt.Key.Key_R, KEYS.ControlModifier | KEYS.ShiftModifier)
    return clipboard()


def choose_form(app, form):
    """As the menu does it."""
    menu = next(one.menu() for one in app.window.menu.actions() if one.text().startswith("Form of"))
    next(one for one in menu.actions() if one.text() == form).trigger()


def test_the_copied_report_begins_with_it(noted, qtbot):
    assert copy(noted, qtbot).startswith("Ticket or note: TICKET-4711\n")


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("Markdown (GitHub)", "### "), ("Jira", "h3. "), ("Plain text", "Ticket")],
)
def test_the_keys_copy_the_preferred_form_also_after_a_restart(
    noted, start, qtbot, form, beginning
):
    choose_form(noted, form)
    text = copy(noted, qtbot)
    assert text.startswith(beginning)
    assert "4711" in text
    qtbot.waitUntil(noted.background.is_idle)
    again = start("--demo")
    qtbot.waitUntil(lambda: again.preferences.demo is not None)
    inspect(again, qtbot)
    lines = copy(again, qtbot).splitlines()
    assert lines[0].startswith("Session valid" if form == "Plain text" else beginning)


def test_an_unknown_form_of_a_later_release_is_plain_text(demo, qtbot):
    from inspector_app.desktop.export.export_controller import get_report_format

    assert get_report_format("holograph") is get_report_format("") is ReportFormat.TEXT


def test_it_belongs_to_its_answer_and_goes_with_it(noted, qtbot):
    field = noted.window.result_view.banner.note_field
    inspect(noted, qtbot, token_of(noted, "password_expired"))
    assert field.text() == ""
    assert "TICKET" not in copy(noted, qtbot)


def test_others_who_see_the_screen_do_not_see_it(noted, qtbot):
    """It may name a person, and nobody can tell."""
    noted.window.action_collection[ActionId.SCREEN_SHARE].trigger()
    qtbot.waitUntil(noted.background.is_idle)
    assert noted.window.result_view.banner.note_field.text() == ""
    noted.window.action_collection[ActionId.SCREEN_SHARE].trigger()
    qtbot.waitUntil(noted.background.is_idle)


def test_a_lock_leaves_nothing_of_it(noted, qtbot):
    """A6."""
    qtbot.keyClick(noted.window, Qt.Key.Key_L, KEYS.ControlModifier)
    assert noted.window.result_view.banner.note_field.text() == ""
    assert noted.window.result_view.ticket_note == ""
