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
        file.addAction(actions[one])
    _add(file, translate("Close window"), window.close, "Ctrl+W")
    file.addAction(actions[ActionId.QUIT])  # macOS moves it to the app's own menu
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
    edit.addAction(actions[ActionId.FIND])
    own = bar.addMenu(translate("Window"))
    _add(own, translate("Minimize"), window.showMinimized, "Ctrl+M")
    _add(own, translate("Zoom"), partial(_zoom, window))
    own.addAction(actions[ActionId.HISTORY])
    bar.addMenu(translate("Help")).addAction(actions[ActionId.HELP])
    return bar


def _add(menu: QMenu, words: str, work: Callable[[], object], keys: str = "") -> None:
    action = QAction(words, menu)
    action.setMenuRole(QAction.MenuRole.NoRole)  # by its name macOS could take it for its own
    if keys:
        action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda _is_checked: work())
    menu.addAction(action)


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
