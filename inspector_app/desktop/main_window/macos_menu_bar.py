"""The menu bar of macOS: File, Edit, Window and Help, which people look for at the screen's top.

Edit has no keys of its own: they would take those of the fields and lists, which know them. What
it does is what its keys do, in whatever has the focus.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenuBar

from inspector_app.desktop.actions import ActionCollection, ActionId
from inspector_app.desktop.theme.translation import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget

_FILE_ACTIONS: Final = (
    ActionId.NEW_WINDOW,
    ActionId.OPEN,
    ActionId.INSPECT_FILE,
    ActionId.EXPORT,
)


def create_menu_bar(window: QWidget, actions: ActionCollection) -> QMenuBar:
    """Create it for all windows of the app; it lives as long as this window."""
    bar = QMenuBar()
    window.destroyed.connect(bar.deleteLater)
    file = bar.addMenu(translate("File"))
    for one in _FILE_ACTIONS:
        _add_action(file, actions[one])
    _add(file, translate("Close window"), window.close, "Ctrl+W")
    _add_action(file, actions[ActionId.QUIT], QAction.MenuRole.QuitRole)
    edit = bar.addMenu(translate("Edit"))
    keys = QKeySequence.StandardKey
    for text, key in (
        ("&Undo", keys.Undo),
        ("&Redo", keys.Redo),
        ("Cu&t", keys.Cut),
        ("&Copy", keys.Copy),
        ("&Paste", keys.Paste),
        ("Select All", keys.SelectAll),
    ):
        # Qt's own words, in the language that its own catalogue has.
        _add(edit, QCoreApplication.translate("QLineEdit", text), partial(_press, key))
    _add_action(edit, actions[ActionId.FIND])
    own = bar.addMenu(translate("Window"))
    _add(own, translate("Minimize"), window.showMinimized, "Ctrl+M")
    _add(own, translate("Zoom"), partial(_zoom, window))
    _add_action(own, actions[ActionId.HISTORY])
    _add_action(bar.addMenu(translate("Help")), actions[ActionId.HELP])
    return bar


def _add_action(
    menu: QMenu, action: QAction, role: QAction.MenuRole = QAction.MenuRole.NoRole
) -> None:
    """Add an action of the window; *Quit* goes to the app's own menu by its role.

    Without a role Qt guesses one by the text, which it knows in few languages.
    """
    action.setMenuRole(role)
    menu.addAction(action)


def _add(menu: QMenu, words: str, work: Callable[[], object], keys: str = "") -> None:
    action = QAction(words, menu)
    if keys:
        action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda _is_checked: work())
    _add_action(menu, action)


def _press(key: QKeySequence.StandardKey) -> None:
    """Press the key in whatever has the focus."""
    focused = QApplication.focusWidget()
    keys = QKeySequence.keyBindings(key)
    if focused is None or not keys:
        return
    pressed = keys[0][0]  # type: ignore[index]  # a sequence of keys, for which its stubs have none
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        event = QKeyEvent(kind, pressed.key(), pressed.keyboardModifiers())
        QApplication.sendEvent(focused, event)


def _zoom(window: QWidget) -> None:
    if window.isMaximized():
        window.showNormal()
    else:
        window.showMaximized()
