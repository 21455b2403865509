"""The tree keeps in sight what its keys are at, and looks at few rows to be as wide as they are."""

from datetime import UTC

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QResizeEvent

from inspector_app.desktop.answer.outline_model import OutlineModel
from inspector_app.desktop.answer.page_switch import Page
from inspector_app.session.presentation.outline import Node
from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.time_format import TimeContext
from tests.desktop.at_work import inspect, token_of
from tests.report.answers import examined


def test_the_current_row_stays_in_sight_where_the_tree_gets_lower(demo, qtbot):
    demo.window.resize(1124, 900)
    inspect(demo, qtbot, token_of(demo, "valid"))
    tree = demo.window.result_view.tree_view
    tree.expandAll()
    tree.setFocus()
    qtbot.waitUntil(lambda: tree.viewport().height() > 200)
    lowest = tree.indexAt(tree.viewport().rect().bottomLeft())
    assert lowest.isValid()
    tree.setCurrentIndex(lowest)
    demo.window.resize(1124, 640)
    qtbot.waitUntil(lambda: tree.viewport().height() < 200)
    row = tree.visualRect(tree.currentIndex())
    assert 0 <= row.top() <= row.bottom() <= tree.viewport().height()


def test_a_row_out_of_sight_is_not_scrolled_to(demo, qtbot):
    demo.window.resize(1124, 900)
    inspect(demo, qtbot, token_of(demo, "valid"))
    tree = demo.window.result_view.tree_view
    qtbot.waitUntil(lambda: tree.viewport().height() > 200)
    tree.expandAll()
    tree.setCurrentIndex(tree.outline_model.index(0, 0))
    tree.scrollToBottom()
    scrolled = tree.verticalScrollBar().value()
    assert scrolled > 0
    demo.window.resize(1124, 800)
    qtbot.waitUntil(lambda: tree.visualRect(tree.currentIndex()).bottom() < 0)
    assert tree.verticalScrollBar().value() >= scrolled


def test_of_a_thousand_rows_a_part_is_measured(demo, monkeypatch):
    """R3: each time that its width changed they stopped the window for 25 ms."""
    tree = demo.window.result_view.tree_view
    outline = build_outline(examined({"status": 0, "x": list(range(1_000))}))
    tree.show_outline(outline, TimeContext(0.0, UTC))
    for path in (("x",), ("x", 700)):
        tree.select_path(path)
        tree.expand(tree.currentIndex())
    assert tree.outline_model.rowCount(tree.currentIndex().parent()) == 1_000
    measured: list[int] = []
    get_cell_text = OutlineModel._get_cell_text

    def count(model, node, column):
        measured.append(column)
        return get_cell_text(model, node, column)

    monkeypatch.setattr(OutlineModel, "_get_cell_text", count)
    tree._resize_columns()
    assert 0 < len(measured) < 1_000


def test_what_came_while_it_was_hidden_has_its_widths_when_it_is_shown(demo, qtbot):
    inspect(demo, qtbot)
    pages = demo.window.result_view.answer_pages
    pages.page_switch.set_page(Page.REQUEST)
    before = pages.tree_view.columnWidth(0)
    long = Node("", child_count=1, get_child=lambda _row: Node("a label of many words " * 4))
    pages.tree_view.show_outline(long, TimeContext(0.0, UTC))
    pages.page_switch.set_page(Page.TREE)
    assert pages.tree_view.columnWidth(0) > before


def test_a_group_is_unfolded_unless_it_is_long(demo):
    tree = demo.window.result_view.tree_view
    groups = [
        Node("", child_count=count, get_child=lambda _row: Node(""), is_folded=count == 1)
        for count in (50, 51, 1)
    ]
    tree.show_outline(Node("", child_count=3, get_child=groups.__getitem__), TimeContext(0.0, UTC))
    model = tree.outline_model
    assert [tree.isExpanded(model.index(row, 0)) for row in range(3)] == [True, False, False]


def test_the_current_row_is_framed_while_the_tree_has_the_keys(demo, qtbot):
    inspect(demo, qtbot)
    tree = demo.window.result_view.tree_view
    tree.setCurrentIndex(tree.model().index(0, 0))
    edge = tree.visualRect(tree.currentIndex()).center()
    edge.setY(tree.visualRect(tree.currentIndex()).top() + 1)

    def is_framed():
        seen = tree.viewport().grab().toImage().pixelColor(edge)
        return seen == QColor(demo.theme.colours.focus)

    tree.setFocus()
    tree.clearSelection()
    assert is_framed()
    demo.window.token_field.setFocus()
    assert not is_framed()


@pytest.mark.parametrize(
    ("before", "after", "is_scrolled"),
    [(0, -1, True), (0, 0, False), (-1, -2, False), (9, -1, True)],
)
def test_it_is_scrolled_to_where_it_was_in_sight_and_is_no_more(
    demo, qtbot, monkeypatch, before, after, is_scrolled
):
    tree = demo.window.result_view.tree_view
    outline = build_outline(examined({"status": 0}))
    tree.show_outline(outline, TimeContext(0.0, UTC))
    tree.setCurrentIndex(tree.model().index(0, 0))
    bottom = tree.visualRect(tree.currentIndex()).bottom()
    told: list[object] = []
    monkeypatch.setattr(tree, "scrollTo", told.append)
    tree.resizeEvent(QResizeEvent(QSize(500, bottom + after), QSize(500, bottom + before)))
    assert bool(told) is is_scrolled
