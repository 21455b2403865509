"""The status bar: path of the selection, location of the token, summary of the exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.desktop.look.plain import LineLabel, PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.look.rhythm import Rhythm


_SAID_FOR: Final = 5000
"""Milliseconds for which a message is shown."""


class StatusLine(QWidget):
    """Shows current facts only: with no answer, no facts of one."""

    def __init__(self, rhythm: Rhythm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection = LineLabel(Qt.TextElideMode.ElideMiddle)
        self.token_place = PlainLabel()
        self.exchange = PlainLabel()
        self.exchange.hide()
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(rhythm.px(20))
        layout.addWidget(self.selection, 1)
        for fact in (self.token_place, self.exchange):
            fact.setWordWrap(False)
            layout.addWidget(fact, 0)
        self._selection = ""
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(_SAID_FOR)
        self._back.timeout.connect(self._show_selection)
        for label in (self.selection, self.token_place, self.exchange):
            label.setProperty("look", "soft")
            font = label.font()
            font.setPointSizeF(font.pointSizeF() * 0.92)
            label.setFont(font)

    def add(self, note: QWidget) -> None:
        """Insert a widget after the selection path, before the other labels."""
        self._row.insertWidget(1, note)

    def say(self, words: str) -> None:
        """Show a temporary message in place of the selection path."""
        self.selection.set_text(words)
        self._back.start()

    def select(self, path: str) -> None:
        """Show the path of the selected row."""
        self._selection = path
        self._show_selection()

    def stop(self) -> None:
        """Stop the timer; the window is closing."""
        self._back.stop()

    def _show_selection(self) -> None:
        self._back.stop()
        self.selection.set_text(self._selection)
