"""Lets the keys of the window's actions through text fields, which take some as editing keys.

``QLineEdit`` and ``QPlainTextEdit`` claim what edits a text on the platform: on X11 Ctrl+E moves to
the end of the line, on macOS a dozen more keys do. A key that menus and Help promise must not
depend on where the focus is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from inspector_app.desktop.qt_override import qt_override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_Standard = QKeySequence.StandardKey
_TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


class ActionKeyFilter(QObject):
    """Watches each text field of the window as soon as it has the focus."""

    def __init__(self, application: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        # A field may have something to cancel, and is where a text is pasted into.
        own = [QKeySequence(Qt.Key.Key_Escape), *QKeySequence.keyBindings(_Standard.Paste)]
        self._keys = {
            key.toString() for action in window.actions() for key in action.shortcuts()
        } - {key.toString() for key in own}
        application.focusChanged.connect(self._on_focus_changed)

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and QKeySequence(event.keyCombination()).toString() in self._keys
        ):
            event.ignore()  # the field does not want it: it is the action's
            return True
        return super().eventFilter(watched, event)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, _TEXT_FIELDS) and now.window() is self._window:
            now.installEventFilter(self)  # again: it stays one filter
