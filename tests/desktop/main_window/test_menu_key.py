"""Shift+F10 opens the menu of whatever has the focus."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.desktop.history.note_dialog import NoteDialog
from tests.desktop.at_work import inspect, token_of

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system does it"),
    pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True),
]


def press_menu_key(window, qtbot):
    """Press the keys as the window system does, and return what opens."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    return menu


def open_menu(window, qtbot):
    """Open the menu, and close it again."""
    press_menu_key(window, qtbot).close()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_of_fields_and_of_the_page_of_text(demo, qtbot):
    inspect(demo, qtbot)
    view = demo.window.result_view
    qtbot.keyClick(demo.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    pages = view.answer_pages
    for widget in (pages.find_field, pages.json_view.text_view):
        widget.setFocus()
        open_menu(demo.window, qtbot)


def test_copies_of_a_member_stand_between_those_of_the_selection_and_what_selects_all(demo, qtbot):
    inspect(demo, qtbot)
    qtbot.keyClick(demo.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    demo.window.result_view.answer_pages.json_view.text_view.setFocus()
    menu = press_menu_key(demo.window, qtbot)
    words = ["" if one.isSeparator() else one.text() for one in menu.actions()]
    menu.close()
    first, members, last = (part.split("|") for part in "|".join(words).split("||"))
    assert (first, last) == (["Copy what is selected"], ["Select all"])
    assert members == ["Copy as"]  # of the line where the answer begins


def assert_is_beside_current_row(view, menu):
    """The menu begins at the current row, which is seen."""
    row = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(row.center())
    top = view.viewport().mapFromGlobal(menu.pos()).y()
    assert abs(top - row.bottom()) < row.height() / 2


def test_of_an_answer_of_the_history_and_of_no_other(demo, qtbot):
    """Qt gives the middle of the list, where another answer stands."""
    demo.window.resize(1300, 800)
    for count, scenario in enumerate(("valid", "account_disabled", "session_not_found"), 1):
        inspect(demo, qtbot, token_of(demo, scenario))
        qtbot.waitUntil(lambda count=count: len(demo.history.store.history.entries) == count)
    demo.window.action_collection[ActionId.HISTORY].trigger()
    view = demo.history.pane.view
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    chosen = view.model().get_entry(view.currentIndex()).number
    menu = press_menu_key(demo.window, qtbot)
    assert_is_beside_current_row(view, menu)
    for key in (Qt.Key.Key_R, Qt.Key.Key_Return):  # Remove from the history
        QTest.keyClick(menu.windowHandle(), key)
    numbers = {one.number for one in demo.history.store.history.entries}
    assert len(numbers) == 2
    assert chosen not in numbers


def test_a_note_is_written_by_keys_alone_and_kept_or_not(demo, qtbot):
    demo.window.resize(1300, 800)
    inspect(demo, qtbot)
    store = demo.history.store
    qtbot.waitUntil(lambda: len(store.history.entries) == 1)
    demo.window.action_collection[ActionId.HISTORY].trigger()
    for words, key, kept in (
        ("ticket 4711", Qt.Key.Key_Return, "ticket 4711"),
        ("another", Qt.Key.Key_Escape, "ticket 4711"),
        ("", Qt.Key.Key_Return, ""),
    ):
        demo.window.activateWindow()  # as whoever manages windows does when a dialog closes
        qtbot.waitUntil(demo.history.pane.view.hasFocus)
        menu = press_menu_key(demo.window, qtbot)
        assert menu.activeAction().text() == "Note…"
        QTest.keyClick(menu.windowHandle(), Qt.Key.Key_Return)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NoteDialog)
        assert dialog.focusWidget() is dialog.field
        dialog.field.selectAll()
        qtbot.keyClick(dialog.field, Qt.Key.Key_Delete)
        qtbot.keyClicks(dialog.field, words)
        QTest.keyClick(dialog.windowHandle(), key)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        assert store.history.entries[0].note == kept


def test_of_a_row_that_was_scrolled_away(demo, qtbot):
    demo.window.resize(960, 560)
    inspect(demo, qtbot)
    qtbot.keyClick(demo.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    tree = demo.window.result_view.tree_view
    qtbot.keyClick(tree, Qt.Key.Key_End)
    tree.verticalScrollBar().setValue(0)
    menu = press_menu_key(demo.window, qtbot)
    assert_is_beside_current_row(tree, menu)
    menu.close()


def test_of_a_row_of_the_queue(demo, qtbot):
    names = ("valid", "account_disabled", "session_not_found")
    tokens = [token_of(demo, scenario) for scenario in names]
    demo.window.token_field.set_raw_text("\n".join(tokens))
    demo.presenter.inspect()
    choice = demo.window.token_choice.panel
    qtbot.waitUntil(choice.all_button.isVisible)
    qtbot.mouseClick(choice.all_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: demo.many.controller is not None and demo.many.controller.is_open)
    queue = demo.many.controller
    qtbot.waitUntil(lambda: not queue.runner.is_running)
    table = queue.panel.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Home)
    menu = press_menu_key(demo.window, qtbot)
    assert_is_beside_current_row(table, menu)
    assert menu.activeAction().text() == "Open the answer"
    menu.close()


def test_of_a_field_in_a_dialog(demo, qtbot):
    demo.window.action_collection[ActionId.ADD_ENVIRONMENT].trigger()
    dialog = demo.window.findChild(EnvironmentDialog)
    qtbot.waitUntil(dialog.name.hasFocus)
    open_menu(dialog, qtbot)
    dialog.reject()
