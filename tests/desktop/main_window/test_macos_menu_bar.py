"""macOS' menu bar does in each window what its keys do."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QPlainTextEdit, QVBoxLayout, QWidget

from inspector_app.desktop.actions import ACTION_SPECS, ActionCollection, ActionId
from inspector_app.desktop.main_window.macos_menu_bar import create_menu_bar


class Window(QWidget):
    """A window with a text in it."""

    def __init__(self):
        super().__init__()
        self.text = QPlainTextEdit("some words", self)
        QVBoxLayout(self).addWidget(self.text)
        self.bar = QMenuBar()


@pytest.fixture
def window(qtbot, appearance):
    made = Window()
    qtbot.addWidget(made)
    made.bar = create_menu_bar(made, ActionCollection(appearance, made))
    made.show()
    made.activateWindow()
    made.text.setFocus()
    qtbot.waitUntil(made.text.hasFocus)
    return made


def entries(bar, title):
    (menu,) = [one.menu() for one in bar.actions() if one.text() == title]
    return {one.text().replace("&", ""): one for one in menu.actions()}


def test_it_has_the_menus_that_people_look_for(window):
    titles = [one.text() for one in window.bar.actions()]
    assert titles == ["File", "Edit", "Window", "Help"]
    assert {"Undo", "Redo", "Cut", "Copy", "Paste"} <= entries(window.bar, "Edit").keys()
    assert {"Minimize", "Zoom"} <= entries(window.bar, "Window").keys()


def test_quit_is_found_in_every_language_and_nothing_else_is_moved(window):
    """Without a role Qt guesses it by the beginning of the text."""
    roles = {
        name: one.menuRole()
        for title in ("File", "Edit", "Window", "Help")
        for name, one in entries(window.bar, title).items()
        if not one.isSeparator()
    }
    assert roles.pop("Quit") is QAction.MenuRole.QuitRole
    assert set(roles.values()) == {QAction.MenuRole.NoRole}


def test_edit_works_on_whatever_has_the_focus(window):
    edit = entries(window.bar, "Edit")
    edit["Select All"].trigger()
    edit["Cut"].trigger()
    assert window.text.toPlainText() == ""
    edit["Paste"].trigger()
    assert window.text.toPlainText() == "some words"
    edit["Undo"].trigger()
    assert window.text.toPlainText() == ""


def test_edit_takes_no_key_from_the_fields(window):
    own = [ActionId.FIND]
    texts = {ACTION_SPECS[one].text.template for one in own}
    with_keys = [name for name, one in entries(window.bar, "Edit").items() if one.shortcuts()]
    assert set(with_keys) == texts


def test_window_and_file_do_what_they_say(window, qtbot):
    entries(window.bar, "Window")["Zoom"].trigger()
    assert window.isMaximized()
    entries(window.bar, "Window")["Zoom"].trigger()
    assert not window.isMaximized()
    entries(window.bar, "File")["Close window"].trigger()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_no_key_is_given_twice_or_is_the_systems_own():
    """macOS minimizes, hides, closes, opens settings and moves by a word with these."""
    given = [
        QKeySequence(key).toString()
        for spec in ACTION_SPECS.values()
        if not spec.is_row_action
        for key in spec.macos_shortcuts or spec.shortcuts
    ]
    assert len(given) == len(set(given))
    assert not {"Ctrl+M", "Ctrl+H", "Ctrl+W", "Ctrl+,", "Alt+Left", "Alt+Right"} & set(given)
