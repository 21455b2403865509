"""The fields of both answers, beside each other: as much of them as there is room for."""

from inspector_app.desktop.comparison.aspect_table import AspectTable
from inspector_app.desktop.comparison.comparison_tree import ComparisonTree
from tests.desktop.comparison.test_comparison_controller import answered, compare


def test_as_much_can_be_scrolled_as_a_lower_tree_does_not_show(demo, qtbot):
    answered(demo, qtbot, "valid", "account_disabled")
    compare(demo, qtbot)
    trees = demo.comparison.page.findChildren(ComparisonTree)
    (tree,) = (one for one in trees if not isinstance(one, AspectTable))
    tree.expandAll()
    hidden = []
    for height in (400, 200):
        tree.resize(tree.width(), height)
        hidden.append(tree.verticalScrollBar().maximum())
    assert hidden[1] > hidden[0]


def test_what_is_the_same_in_both_has_the_whole_width_for_its_names(demo, qtbot):
    answered(demo, qtbot, "valid", "account_disabled")
    compare(demo, qtbot)
    table = demo.comparison.page.table
    last = table.model().rowCount() - 1
    assert table.model().index(last, 0).data().startswith("Same in both")
    spanned = [table.isFirstColumnSpanned(row, table.rootIndex()) for row in range(last + 1)]
    assert spanned == [False] * last + [True]
