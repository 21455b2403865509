"""Opens the menu of what has the focus by Shift+F10, which Qt leaves out on X11 and Wayland."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.desktop.qt_override import qt_override

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint


class MenuKey(QObject):
    """Watches whatever has the focus, in dialogs too; elsewhere the system does it."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        if sys.platform.startswith("linux"):
            application.focusChanged.connect(self._on_focus_changed)

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QWidget)
            and event.key() == Qt.Key.Key_F10
            and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        ):
            place = _find_place(watched)
            asked = QContextMenuEvent(
                QContextMenuEvent.Reason.Keyboard, place, watched.mapToGlobal(place)
            )
            QApplication.sendEvent(watched, asked)
            return True
        return super().eventFilter(watched, event)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)


def _find_place(widget: QWidget) -> QPoint:
    """Where the text cursor is, or the middle of a widget without one."""
    cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    return cursor.toRect().center() if hasattr(cursor, "toRect") else widget.rect().center()
