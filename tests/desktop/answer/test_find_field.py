"""The field of a search: each of its keys, its pause, and the count at its end."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from inspector_app.desktop.answer.find_field import FindField
from inspector_app.desktop.answer.find_target import _search_lines
from tests.desktop.at_work import run_out, stop_timers

KEYS, NONE, SHIFT = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
SIGNALS = ("search_requested", "next_requested", "previous_requested", "dismissed", "left")


@pytest.fixture
def field(qtbot, appearance):
    made: Any = FindField(appearance)
    qtbot.addWidget(made)
    made.resize(400, 30)
    made.show()
    made.told = []
    for name in SIGNALS:
        getattr(made, name).connect(lambda *values, name=name: made.told.append((name, *values)))
    yield made
    stop_timers(made)


@pytest.mark.parametrize(
    ("text", "is_waiting", "key", "modifiers", "told", "left"),
    [
        ("a", True, KEYS.Key_Return, NONE, [("search_requested", "a")], "a"),
        ("a", True, KEYS.Key_Enter, SHIFT, [("search_requested", "a")], "a"),
        ("a", False, KEYS.Key_Return, NONE, [("next_requested",)], "a"),
        ("a", False, KEYS.Key_Enter, NONE, [("next_requested",)], "a"),
        ("a", False, KEYS.Key_Return, SHIFT, [("previous_requested",)], "a"),
        ("a", False, KEYS.Key_Down, NONE, [("left",)], "a"),
        ("a", True, KEYS.Key_Escape, NONE, [("search_requested", ""), ("dismissed",)], ""),
        ("", False, KEYS.Key_Escape, NONE, [], ""),
        (" a b ", True, KEYS.Key_Return, NONE, [("search_requested", "a b")], " a b "),
        ("a", False, KEYS.Key_B, NONE, [], "ab"),
    ],
)
def test_each_key_does_its_own(field, qtbot, text, is_waiting, key, modifiers, told, left):
    field.setText(text)
    if not is_waiting:
        stop_timers(field)
    qtbot.keyClick(field, key, modifiers)
    assert field.told == told
    assert field.text() == left
    assert field._search_timer.isActive() is (key == KEYS.Key_B)


def test_a_search_begins_by_itself_after_a_pause(field):
    field.setText("ab")
    assert (field._search_timer.interval(), field._search_timer.isSingleShot()) == (40, True)
    run_out(field._search_timer)
    assert field.told == [("search_requested", "ab")]
    assert not field._search_timer.isActive()


@pytest.mark.parametrize(
    ("text", "key", "is_taken"),
    [("a", KEYS.Key_Escape, True), ("", KEYS.Key_Escape, False), ("a", KEYS.Key_F5, False)],
)
def test_esc_is_the_fields_as_long_as_it_has_a_text(field, text, key, is_taken):
    field.setText(text)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, NONE)
    event.ignore()
    QApplication.sendEvent(field, event)
    assert event.isAccepted() is is_taken


def test_the_count_stands_at_the_end_and_the_text_ends_before_it(field):
    assert field.textMargins().right() == 0
    field.show_count("1 of 20")
    label = field.count_label
    assert label.text() == "1 of 20"
    assert field.textMargins().right() > label.width()
    end = field.width() - label.geometry().right()
    assert 0 < end < 30
    assert abs(label.geometry().center().y() - field.rect().center().y()) <= 1
    field.resize(300, 30)
    assert field.width() - label.geometry().right() == end
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field.show_count("2 of 20")
    assert 0 < label.x() < 30
    field.show_count("")
    assert (field.textMargins().left(), label.text()) == (0, "")


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("", "a", [None]),
        ("abA", "a", [(0, 1), (2, 3), None]),
        ("x\nax", "x", [(0, 1), None, (3, 4), None]),
        ("aaaa", "aa", [(0, 2), (2, 4), None]),
        ("\U0001f600a\na", "a", [(2, 3), None, (4, 5), None]),
        ("\u0130A", "a", [None]),  # its lower case is longer: as it is, then
        ("\u0130a", "a", [(1, 2), None]),
        ("\U0001f600\U0001f600", "\U0001f600", [(0, 2), (2, 4), None]),
    ],
)
def test_a_match_in_a_text_is_counted_as_qt_does(text, wanted, found):
    assert list(_search_lines(text, wanted)) == found
