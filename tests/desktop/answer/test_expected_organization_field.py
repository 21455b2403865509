"""The expected organization is judged once it is typed, and card, field and finding agree."""

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.expected_organization_field import (
    Comparison,
    ExpectedOrganizationField,
)
from inspector_app.session.severity import Severity
from tests.desktop.at_work import inspect, stop_timers, token_of

ELSEWHERE = "but not in the organization expected"


@pytest.fixture
def at_work(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "valid"))
    return demo


def field_of(app):
    return app.window.result_view.answer_pages.organization_field


def working(app):
    return app.window.result_view.result.analyzed.parsed.session.working_organization


def sentence(app):
    return app.window.result_view.banner.sentence_label.text()


def said(app):
    """What the field says, and whether the finding beside it says the opposite."""
    verdict = app.window.result_view.banner._verdict
    return field_of(app).comparison_label.text(), [
        one.code.value for one in verdict.findings if one.code.value == "other_than_expected"
    ]


def test_half_of_an_id_is_not_judged(at_work, qtbot):
    field = field_of(at_work)
    field.setFocus()
    for letter in working(at_work).id.value:
        qtbot.keyClicks(field, letter)
        at_work.window.result_view.refresh_times()  # as each second does
        assert ELSEWHERE not in sentence(at_work)
        assert said(at_work) == ("", [])
    qtbot.waitUntil(lambda: said(at_work) == ("matches", []))
    assert ELSEWHERE not in sentence(at_work)


@pytest.mark.parametrize("end", ["pause", "enter", "leave"])
def test_a_mismatch_weighs_in_the_headline(at_work, qtbot, end):
    field = field_of(at_work)
    field.setFocus()
    qtbot.keyClicks(field, "Head Office of Somebody Else")
    if end == "enter":
        qtbot.keyClick(field, Qt.Key.Key_Return)
    elif end == "leave":
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: said(at_work) == ("differs", ["other_than_expected"]))
    assert ELSEWHERE in sentence(at_work)
    assert at_work.window.result_view.banner._verdict.severity is Severity.WARNING


@pytest.mark.parametrize("kind", ["id", "name"])
def test_id_and_name_both_match(at_work, qtbot, kind):
    expected = getattr(working(at_work), kind).value
    qtbot.keyClicks(field_of(at_work), f" {expected.upper() if kind == 'name' else expected} ")
    qtbot.keyClick(field_of(at_work), Qt.Key.Key_Return)
    assert said(at_work) == ("matches", [])


def test_a_report_that_is_copied_while_typing_takes_what_is_typed(at_work, qtbot):
    qtbot.keyClicks(field_of(at_work), "o999")
    with qtbot.waitSignal(at_work.export_controller.status_message):
        at_work.window.action_collection[ActionId.COPY_REPORT].trigger()
    assert at_work.window.result_view.expected_organization == "o999"


def test_without_a_session_nothing_is_compared(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    qtbot.keyClicks(field_of(demo), "o999")
    qtbot.keyClick(field_of(demo), Qt.Key.Key_Return)
    assert said(demo) == ("", [])


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_words_stand_at_the_end_of_the_field_clear_of_what_is_typed(
    appearance, qtbot, direction
):
    field = ExpectedOrganizationField(appearance)
    qtbot.addWidget(field)
    field.setLayoutDirection(direction)
    field.resize(206, 30)
    field.setText("o999")
    stop_timers(field)
    for comparison in (Comparison.MISMATCH, Comparison.MATCH):
        field.show_comparison(comparison)
        words = field.comparison_label.geometry()
        assert field.rect().contains(words)
        assert abs(words.center().y() - field.rect().center().y()) <= 1
        margins, is_mirrored = field.textMargins(), direction is Qt.LayoutDirection.RightToLeft
        at_the_end = words.left() if is_mirrored else field.width() - words.right() - 1
        assert at_the_end == appearance.spacing.to_pixels(10)
        assert (margins.left() if is_mirrored else margins.right()) > words.width()
