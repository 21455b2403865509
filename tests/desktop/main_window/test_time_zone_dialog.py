"""Times are told in the zone that was chosen, everywhere at once."""

import json
import zoneinfo

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.answer.page_switch import Page
from inspector_app.desktop.main_window.time_zone_dialog import TimeZoneDialog
from tests.desktop.at_work import inspect, rows


def entries(app):
    menu = app.window.menu
    zones = next(action.menu() for action in menu.actions() if action.text() == "Time zone")
    return zones.actions()


def ask(app, qtbot):
    entries(app)[-1].trigger()
    (dialog,) = (one for one in app.window.findChildren(TimeZoneDialog) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() > 100)
    return dialog


def choose(app, qtbot, typed):
    """Choose the zone that is found by what is typed."""
    dialog = ask(app, qtbot)
    qtbot.keyClicks(dialog.filter, typed)
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    return dialog


def test_another_zone_is_found_by_a_part_of_its_name_and_repaints_everything(
    demo, qtbot, directories
):
    inspect(demo, qtbot)
    result = demo.window.result_view
    before = list(rows(result.tree_view.outline_model)), result.banner.timeline.accessibleName()
    dialog = choose(demo, qtbot, "shang")
    assert not dialog.windowTitle().endswith("…")
    assert dialog.list.currentIndex().data() == "Asia/Shanghai"
    assert demo.preferences.settings.zone == "Asia/Shanghai"
    after = list(rows(result.tree_view.outline_model)), result.banner.timeline.accessibleName()
    assert "UTC+8" in repr(after[0])
    assert "UTC+8" in after[1]
    assert "UTC+8" not in repr(before)
    assert entries(demo)[-1].text() == "Another zone… (Asia/Shanghai)"
    assert entries(demo)[-1].isChecked()
    qtbot.waitUntil(demo.background.is_idle)
    assert json.loads(directories.settings_file.read_text())["zone"] == "Asia/Shanghai"


def test_the_request_page_is_told_of_it_too(demo, qtbot):
    inspect(demo, qtbot)
    entries(demo)[1].trigger()
    demo.window.result_view.answer_pages.page_switch.set_page(Page.REQUEST)
    assert " UTC" in repr(
        list(rows(demo.window.result_view.answer_pages.request_view.outline_model))
    )


def test_a_name_of_two_words_is_found(demo, qtbot):
    dialog = ask(demo, qtbot)
    dialog.filter.setText("new york")
    assert dialog.list.currentIndex().data() == "America/New_York"
    dialog.reject()


def test_what_matches_nothing_cannot_be_chosen(demo, qtbot):
    dialog = ask(demo, qtbot)
    dialog.filter.setText("Atlantis")
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert demo.preferences.settings.zone is None
    dialog.reject()


@pytest.mark.parametrize(("number", "zone"), [(0, None), (1, "UTC")])
def test_the_two_usual_zones_are_one_click_away(demo, qtbot, number, zone):
    choose(demo, qtbot, "Tokyo")
    entries(demo)[number].trigger()
    assert demo.preferences.settings.zone == zone
    assert [entry.isChecked() for entry in entries(demo)] == [number == 0, number == 1, False]
    assert entries(demo)[-1].text() == "Another zone…"


def test_where_the_computer_knows_none_that_is_said(demo, qtbot, monkeypatch):
    monkeypatch.setattr(zoneinfo, "available_timezones", set)
    entries(demo)[-1].trigger()
    dialog = demo.window.findChild(TimeZoneDialog)
    assert dialog.note.text() == "Reading the time zones…"
    qtbot.waitUntil(lambda: dialog.note.text() == "This computer has no list of time zones.")
    assert dialog.note.isVisible()
    dialog.reject()


def test_leaving_the_dialog_changes_nothing(demo, qtbot):
    ask(demo, qtbot).reject()
    assert demo.preferences.settings.zone is None
    assert entries(demo)[0].isChecked()


def test_the_zone_in_use_is_selected(demo, qtbot):
    choose(demo, qtbot, "Berlin")
    dialog = ask(demo, qtbot)
    assert dialog.list.currentIndex().data() == "Europe/Berlin"
    assert set(zoneinfo.available_timezones()) >= {dialog.list.currentIndex().data()}
    dialog.reject()
