"""What the selected rows give to the clipboard, in the tree and on the page of text."""

import json

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.page_switch import Page
from inspector_app.inspection import report_making
from tests.desktop.at_work import clipboard, inspect
from tests.desktop.test_clipboard import offered

ONE_ROW = (
    ActionId.COPY_PATH, ActionId.COPY_NAME, ActionId.COPY_POINTER, ActionId.COPY_QUERY,
    ActionId.COPY_TIME, ActionId.COPY_SECONDS, ActionId.COPY_MILLISECONDS, ActionId.COPY_SUBTREE,
    ActionId.COPY_CREDENTIAL,
)  # fmt: skip
"""What is copied of one row, or not at all."""

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def app(demo, qtbot):
    inspect(demo, qtbot)
    return demo


def copy(app, qtbot, do):
    with qtbot.waitSignal(app.row_copier.status_message) as said:
        app.window.action_collection[do].trigger()
    return said.args[0]


def select(tree, *paths):
    """Select these rows, the first as a click does, the others with Ctrl."""
    model = tree.outline_model
    tree.select_path(paths[0])
    for path in paths[1:]:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        tree.selectionModel().select(model.find_index(path), flags)


@pytest.mark.parametrize(
    ("do", "copied", "said"),
    [
        (ActionId.COPY_NAME, "createTime", "Copied the name of the field."),
        (ActionId.COPY_PATH, "session.createTime", "Copied the path."),
        (ActionId.COPY_POINTER, "/session/createTime", "Copied the JSON Pointer."),
        (ActionId.COPY_QUERY, "$['session']['createTime']", "Copied the JSONPath."),
    ],
)
def test_each_form_of_the_way_is_plain_text(app, qtbot, do, copied, said):
    """A4."""
    app.window.result_view.tree_view.select_path(("session", "createTime"))
    assert copy(app, qtbot, do) == said
    assert offered() == {"text/plain": copied.encode()}


def test_a_row_with_a_time_gives_it_in_words_and_as_both_kinds_of_figures(app, qtbot):
    tree = app.window.result_view.tree_view
    tree.select_path(("session", "createTime"))
    sent = tree.get_current_node().raw
    assert copy(app, qtbot, ActionId.COPY_SECONDS) == "Copied the epoch seconds."
    assert clipboard() == sent
    assert copy(app, qtbot, ActionId.COPY_MILLISECONDS) == "Copied the milliseconds."
    assert clipboard() == f"{sent}000"
    assert copy(app, qtbot, ActionId.COPY_VALUE) == "Copied the value."
    assert clipboard() == sent
    assert copy(app, qtbot, ActionId.COPY_ROW) == "Copied the row."
    assert clipboard().startswith("createTime\t")
    assert copy(app, qtbot, ActionId.COPY_SUBTREE) == "Copied as JSON."
    assert clipboard() == sent
    assert copy(app, qtbot, ActionId.COPY_TIME) == "Copied the date and time."
    assert clipboard().startswith("20")
    tree.select_path(("session", "user", "name"))
    assert "point in time" in copy(app, qtbot, ActionId.COPY_TIME)
    assert clipboard().startswith("20")


def test_several_rows_are_a_table_from_top_to_bottom(app, qtbot):
    tree = app.window.result_view.tree_view
    select(tree, ("session", "expires"), ("session", "user", "name"), ("session", "id"))
    with qtbot.waitSignal(app.row_copier.status_message) as said:
        qtbot.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in clipboard().split("\n")]
    assert [line[0] for line in lines] == ["expires", "name", "session.id"]
    assert all(len(line) == 3 for line in lines)
    assert app.demo.scenarios[0].token not in clipboard()
    assert "3 rows" in said.args[0]


def test_the_keyboard_selects_several_rows(app, qtbot):
    tree = app.window.result_view.tree_view
    tree.select_path(("session", "user", "name"))
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(tree, Qt.Key.Key_Down, shift)
    qtbot.keyClick(tree, Qt.Key.Key_Down, shift)
    assert len(tree.get_selected_nodes()) == 3
    tree.select_path(("session", "expires"))
    assert [node.label for node in tree.get_selected_nodes()] == ["expires"]


def test_a_heading_has_no_value_to_copy_and_says_what_it_has(app, qtbot):
    tree = app.window.result_view.tree_view
    tree.select_path(("session", "workingOrganization"))
    app.secret_guards.clipboard.copy_text("before")
    assert "no value of its own" in copy(app, qtbot, ActionId.COPY_VALUE)
    assert clipboard() == "before"


def copy_each(app, qtbot, *, are_copied):
    """What is said while each action that copies rows is triggered, the next when it is said."""
    app.secret_guards.clipboard.copy_text("before")
    said: list[str] = []
    app.row_copier.status_message.connect(said.append)
    for do in (*ONE_ROW, ActionId.COPY_ROW, ActionId.COPY_VALUE):
        count = len(said) + (are_copied and do not in ONE_ROW)
        app.window.action_collection[do].trigger()
        qtbot.waitUntil(lambda count=count: app.background.is_idle() and len(said) >= count)
        if do in ONE_ROW:
            assert clipboard() == "before", do
    return said


def test_without_a_selected_row_nothing_is_copied(app, qtbot):
    app.window.result_view.tree_view.setCurrentIndex(QModelIndex())
    assert (
        copy_each(app, qtbot, are_copied=False)
        == ["Select one row that holds a point in time."] * 3
    )
    assert clipboard() == "before"


def test_of_several_rows_the_table_alone_is_copied(app, qtbot):
    select(app.window.result_view.tree_view, ("session", "createTime"), ("session", "expires"))
    said = copy_each(app, qtbot, are_copied=True)
    assert said == ["Select one row that holds a point in time."] * 3 + ["Copied 2 rows."] * 2


def entries(menu):
    """The words of a menu, those of the menu in it behind an arrow."""
    found = []
    for action in menu.actions():
        if action.menu() is not None and action.isVisible():
            found += [f"> {one}" for one in entries(action.menu())]
        elif action.isVisible() and not action.isSeparator():
            found.append(action.text())
    return found


def right_click(tree, place):
    mouse = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(mouse, place, tree.viewport().mapToGlobal(place))
    QApplication.sendEvent(tree.viewport(), event)


def menu_over(tree, qtbot, path):
    index = tree.outline_model.find_index(path)
    tree.select_path(path)
    right_click(tree, tree.visualRect(index).center())
    menu = tree.findChild(QMenu)
    words = entries(menu)
    menu.close()
    qtbot.waitUntil(lambda: tree.findChild(QMenu) is None)
    return words


def test_the_menu_offers_what_the_row_has(app, qtbot):
    tree = app.window.result_view.tree_view
    name = menu_over(tree, qtbot, ("session", "user", "name"))
    assert name[:2] == ["Copy value", "Copy path"]
    assert "> JSON Pointer" in name
    assert "> Epoch seconds" not in name
    assert not [words for words in name if "session ID" in words]
    assert "> Epoch seconds" in menu_over(tree, qtbot, ("session", "createTime"))
    assert "session ID" in menu_over(tree, qtbot, ("session", "id"))[-1]
    working = menu_over(tree, qtbot, ("session", "workingOrganization"))
    assert "Copy value" not in working
    assert "> JSON, with everything below" in working


def test_over_several_rows_the_menu_offers_the_table_alone(app, qtbot):
    tree = app.window.result_view.tree_view
    select(tree, ("session", "user", "name"), ("session", "expires"))
    place = tree.visualRect(tree.outline_model.find_index(("session", "user", "name")))
    right_click(tree, place.center())
    assert entries(tree.findChild(QMenu)) == ["> Row, for a spreadsheet"]
    tree.findChild(QMenu).close()


@pytest.fixture
def page(app, qtbot):
    """The page of text, and what its menu over a piece of text does."""
    app.window.result_view.answer_pages.page_switch.set_page(Page.JSON)
    json_page = app.window.result_view.answer_pages.json_view
    qtbot.waitUntil(lambda: json_page.is_complete)

    def choose(piece, words):
        cursor = json_page.text_view.document().find(piece)
        place = json_page.text_view.cursorRect(cursor).center()
        json_page.text_view.setTextCursor(cursor)
        json_page.text_view.ensureCursorVisible()
        place = json_page.text_view.cursorRect(cursor).center()
        cursor.clearSelection()
        json_page.text_view.setTextCursor(cursor)
        json_page.text_view.customContextMenuRequested.emit(QPoint(place))
        menu = json_page.findChild(QMenu)
        for one in [menu, *menu.findChildren(QMenu)]:
            for action in one.actions():
                if action.text() == words:
                    action.trigger()
        menu.close()
        qtbot.waitUntil(app.background.is_idle)
        qtbot.waitUntil(lambda: json_page.findChild(QMenu) is None)
        return clipboard()

    return choose


def test_on_the_page_of_text_the_member_under_the_mouse_is_copied(app, page):
    assert page('"createTime"', "Copy path").endswith("createTime")
    assert page('"expires"', "JSON Pointer") == "/session/expires"
    assert page('"expires"', "JSONPath") == "$['session']['expires']"
    assert page('"expires"', "Copy value") == "7200"
    assert page('"expires"', "Epoch seconds") == "7200"  # not offered: what was there stays
    organization = json.loads(page('"workingOrganization"', "JSON, with everything below"))
    assert organization["id"]
    assert page('"session"', "Name of the field") == "session"


def test_on_the_page_of_text_the_menu_copies_what_is_selected(app, page, qtbot):
    json_page = app.window.result_view.answer_pages.json_view
    text = json_page.text_view
    for piece in ("", '"createTime"'):
        text.setTextCursor(text.document().find(piece or '"expires"'))
        if not piece:
            text.moveCursor(text.textCursor().MoveOperation.Right)
        text.ensureCursorVisible()
        right_click(text, text.cursorRect().center())
        menu = json_page.findChild(QMenu)
        entry = next(one for one in menu.actions() if one.text() == "Copy what is selected")
        assert entry.isEnabled() is bool(piece)
        entry.trigger()
        menu.close()
        qtbot.waitUntil(lambda: json_page.findChild(QMenu) is None)
    assert clipboard() == '"createTime"'


def test_a_credential_on_the_page_of_text_is_copied_as_it_is_shown(app, page, qtbot):
    token = app.demo.scenarios[0].token
    assert page("IAM_S_", "Copy value").startswith("IAM_S_•")
    text = app.window.result_view.answer_pages.json_view.text_view
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert set(offered()) == {"text/plain"}
    assert token not in clipboard()
    assert json.loads(clipboard())["session"]["id"].startswith("IAM_S_•")


def test_reports_are_copied_for_github_and_for_jira(app, qtbot):
    for do, beginning in ((ActionId.COPY_MARKDOWN, "### "), (ActionId.COPY_JIRA, "h3. ")):
        with qtbot.waitSignal(app.export_controller.status_message) as said:
            app.window.action_collection[do].trigger()
        assert clipboard().startswith(beginning) or "*" in clipboard()
        assert set(offered()) == {"text/plain"}
        assert "personal data" in said.args[0]


@pytest.mark.parametrize("do", [ActionId.COPY_SUBTREE, ActionId.COPY_REPORT, ActionId.COPY_JIRA])
def test_a_copy_that_takes_too_long_says_so_and_copies_nothing(app, qtbot, do, monkeypatch):
    """N4."""
    app.secret_guards.clipboard.copy_text("before")
    app.window.result_view.tree_view.select_path(("session", "user", "name"))
    monkeypatch.setattr(report_making, "REPORT_DEADLINE", -1)
    said: list[str] = []
    app.row_copier.status_message.connect(said.append)
    app.export_controller.status_message.connect(said.append)
    app.window.action_collection[do].trigger()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Making this report took too long."]
    assert clipboard() == "before"


def test_locking_drops_a_copy_that_is_being_made(app, qtbot):
    """A6."""
    app.secret_guards.clipboard.copy_text("before")
    app.window.result_view.tree_view.select_path(("session", "user", "name"))
    app.window.action_collection[ActionId.COPY_SUBTREE].trigger()
    app.window.action_collection[ActionId.COPY_REPORT].trigger()
    app.secret_guards.window_lock.lock()
    qtbot.waitUntil(app.background.is_idle)
    assert clipboard() == "before"
