"""The list of the history stands where whoever looks at it wants it."""

from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QRegion
from PySide6.QtWidgets import QApplication

from inspector_app.desktop.history.history_model import HistoryModel
from inspector_app.desktop.history.history_view import HistoryView
from tests.history.test_history import ENTRY

Key = Qt.Key
NONE, SHIFT, CONTROL, ALT, KEYPAD = (
    Qt.KeyboardModifier[f"{one}Modifier"] for one in ("No", "Shift", "Control", "Alt", "Keypad")
)


@pytest.fixture
def view(qtbot, appearance):
    """Forty entries in a folded pane, in which seven icons and a half have room."""
    model = HistoryModel(lambda: UTC)
    made = HistoryView(appearance, model)
    qtbot.addWidget(made)
    made.resize(48, 240)
    made.set_compact(is_compact=True)
    made.show()
    model.set_entries(
        tuple(replace(ENTRY, number=number) for number in range(40, 0, -1)), is_shared=False
    )
    made.show_current(None)
    return made


@pytest.mark.parametrize(
    ("key", "held", "text", "told"),
    [
        (Key.Key_Return, NONE, "\r", ["entered"]),
        (Key.Key_Return, SHIFT, "\r", ["entered"]),
        (Key.Key_Enter, KEYPAD, "\r", ["entered"]),
        (Key.Key_Return, CONTROL, "\r", []),
        (Key.Key_Space, NONE, " ", ["marked", 38]),
        (Key.Key_A, NONE, "a", ["typed", "a"]),
        (Key.Key_A, SHIFT, "A", ["typed", "A"]),
        (Key.Key_7, KEYPAD, "7", ["typed", "7"]),
        (Key.Key_A, CONTROL, "a", []),
        (Key.Key_A, ALT, "a", []),
        (Key.Key_Backspace, NONE, "\b", []),
        (Key.Key_Tab, NONE, "\t", []),
        (Key.Key_Down, NONE, "", ["chosen", 37]),
    ],
)
def test_keys_choose_enter_mark_and_filter(view, key, held, text, told):
    view.show_current(38)
    seen: list[Any] = []
    for name in ("chosen", "entered", "marked", "typed"):
        getattr(view, name).connect(lambda *values, name=name: seen.extend((name, *values)))
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, held, text))
    assert seen == told


def test_an_icon_is_cut_at_the_top_of_no_folded_pane(view):
    for number in range(40, 0, -3):
        view.show_current(number)
        assert view.visualRect(view.indexAt(QPoint(5, 0))).top() == 0, number
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_an_open_pane_has_two_lines_for_each_entry_at_once(view):
    few = view.model()
    few.set_entries((replace(ENTRY, number=1),), is_shared=False)  # no bar comes or goes
    folded = view.visualRect(few.index(0)).height()
    view.set_compact(is_compact=False)
    assert view.visualRect(few.index(0)).height() > folded
    view.set_compact(is_compact=True)
    assert view.visualRect(few.index(0)).height() == folded


def test_the_newest_entry_is_in_sight_once_a_page_hides_the_answer(view):
    view.show_current(2)
    view.show_current(None)
    assert view.indexAt(QPoint(5, 0)).row() == 0


def test_who_looks_further_down_stays_there_while_answers_come(view):
    view.scrollToBottom()
    before = view.indexAt(QPoint(5, 0)).row()
    view.show_current(None)
    assert view.indexAt(QPoint(5, 0)).row() == before > 0


class PaintedRegions(QObject):
    """Notes where a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802  # Qt's name
        if event.type() is QEvent.Type.Paint:
            self.region += event.region()
        return super().eventFilter(watched, event)


@pytest.mark.parametrize("next_one", [37, None])
def test_rows_are_painted_anew_when_another_ones_answer_is_shown(view, qtbot, next_one):
    """Its bar goes to the one that was chosen before: Qt has no reason to paint either."""
    view.show_current(38)
    qtbot.keyClick(view, Key.Key_Down)
    before, chosen = (view.visualRect(view.model().index(row, 0)) for row in (2, 3))
    QApplication.processEvents()
    painted = PaintedRegions(view.viewport())
    view.show_current(next_one)
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    for row in [before, chosen] if next_one else [before]:
        assert QRegion(row).subtracted(painted.region).isEmpty()
