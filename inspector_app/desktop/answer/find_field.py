"""Line edit for a search text, with a match counter at its right end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector_app.desktop.look.plain import PlainLabel, explain
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from inspector_app.desktop.look.appearance import Appearance

_PAUSE: Final = 150
"""Milliseconds without a key press after which a search starts by itself."""


class FindField(QLineEdit):
    """``search_requested`` carries the text, maybe empty; Esc clears and emits ``dismissed``."""

    sought = Signal(str)
    next_wanted = Signal()
    previous_wanted = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setProperty("look", "small")
        self.setPlaceholderText(say("Find in fields, values, meanings, dates"))
        self.setAccessibleName(say("Find in fields, values, meanings, dates"))
        explain(self, say("Find in fields, values, meanings, dates (Ctrl+F)"))
        self.setMaxLength(1_000)
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self.count = PlainLabel("", self)
        self.count.setWordWrap(False)
        self.count.setProperty("look", "soft")
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._seek)
        self.textChanged.connect(self._soon.start)
        appearance.changed.connect(self._recolour)
        self._recolour()
        self.show_count("")

    def show_count(self, words: str) -> None:
        """Show at the right end which of how many matches is selected."""
        self.count.setText(words)
        self.count.adjustSize()
        self._place_count()

    def stop(self) -> None:
        """Stop the search timer, because the window is closing."""
        self._soon.stop()

    def event(self, event: QEvent) -> bool:
        # Esc is a shortcut of the window as well: the field takes it as long as it has a text.
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() is QEvent.Type.ShortcutOverride and is_escape and self.text():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
                self._seek()
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._soon.isActive():
                self._seek()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self.previous_wanted if is_back else self.next_wanted).emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_count()

    def _seek(self) -> None:
        self._soon.stop()
        self.sought.emit(self.text().strip())

    def _place_count(self) -> None:
        px = self._appearance.rhythm.px
        width = self.count.width() if self.count.text() else 0
        self.setTextMargins(0, 0, width + px(4) if width else 0, 0)
        self.count.move(self.width() - width - px(10), (self.height() - self.count.height()) // 2)

    def _recolour(self) -> None:
        self._icon.setIcon(self._appearance.icon("search"))
