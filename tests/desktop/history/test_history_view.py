"""The list of the history stands where whoever looks at it wants it."""

from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtCore import QPoint

from inspector_app.desktop.history.history_model import HistoryModel
from inspector_app.desktop.history.history_view import HistoryView
from tests.history.test_history import ENTRY


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


def test_an_icon_is_cut_at_the_top_of_no_folded_pane(view):
    for number in range(40, 0, -3):
        view.show_current(number)
        assert view.visualRect(view.indexAt(QPoint(5, 0))).top() == 0, number
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_the_newest_entry_is_in_sight_once_a_page_hides_the_answer(view):
    view.show_current(2)
    view.show_current(None)
    assert view.indexAt(QPoint(5, 0)).row() == 0


def test_who_looks_further_down_stays_there_while_answers_come(view):
    view.scrollToBottom()
    before = view.indexAt(QPoint(5, 0)).row()
    view.show_current(None)
    assert view.indexAt(QPoint(5, 0)).row() == before > 0
