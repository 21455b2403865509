"""The tree keeps in sight what its keys are at."""

from tests.desktop.at_work import inspect, token_of


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
