"""The tree shows what matters first; what is folded is found all the same."""

from PySide6.QtCore import Qt

from tests.desktop.at_work import inspect, token_of


def tree_of(demo, qtbot, scenario="other_organization"):
    demo.window.resize(1124, 900)
    inspect(demo, qtbot, token_of(demo, scenario))
    return demo.window.result_view.tree_view


def group(tree, label):
    model = tree.outline_model
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return next(one for one in rows if one.data().startswith(label))


def test_organizations_and_timing_are_whole_and_the_rest_begins_folded(demo, qtbot):
    tree = tree_of(demo, qtbot)
    model = tree.outline_model
    labels = [model.index(row, 0).data().split(" (")[0] for row in range(model.rowCount())]
    assert labels == ["Organizations", "Timing", "User", "Not set", "Other fields"]
    assert [tree.isExpanded(group(tree, one)) for one in labels] == [
        *(True, True, False, False, True)
    ]
    assert group(tree, "User").siblingAtColumn(1).data() == "priya.nair"


def test_the_search_opens_the_row_of_what_is_not_set(demo, qtbot):
    tree = tree_of(demo, qtbot)
    find = demo.window.result_view.answer_pages.find_field
    find.setFocus()
    qtbot.keyClicks(find, "mfaType")
    qtbot.waitUntil(lambda: tree.currentIndex().data() == "mfaType")

    assert tree.isExpanded(group(tree, "Not set"))
    assert tree.visualRect(tree.currentIndex()).isValid()
    assert len(demo.window.result_view.answer_pages.finder.matches) == 1


def test_show_opens_the_folded_user(demo, qtbot):
    tree = tree_of(demo, qtbot, "account_disabled")
    qtbot.mouseClick(demo.window.result_view.banner._evidence_button, Qt.MouseButton.LeftButton)

    assert tree.isExpanded(group(tree, "User"))
    assert tree.currentIndex().data() == "state"


def test_a_folded_row_opens_by_key(demo, qtbot):
    tree = tree_of(demo, qtbot)
    tree.setCurrentIndex(group(tree, "Not set"))
    qtbot.keyClick(tree, Qt.Key.Key_Right)

    assert tree.isExpanded(group(tree, "Not set"))
