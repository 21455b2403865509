"""The status bar: path of the selection, location of the token, summary of the exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inspector_app.desktop.widgets.announcement import announce
from inspector_app.desktop.widgets.labels import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.theme.spacing import Spacing


_MESSAGE_DURATION_MS: Final = 5000
"""Milliseconds for which a message is shown."""


class StatusBar(QWidget):
    """Shows current facts only: with no answer, no facts of one."""

    def __init__(self, spacing: Spacing) -> None:
        super().__init__()
        self.selection_label = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.token_location_label = ElidedLabel()
        self.token_location_label.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
        )
        self.exchange_label = PlainLabel()
        self.exchange_label.hide()
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing.to_pixels(20))
        layout.addWidget(self.selection_label, 1)
        self.exchange_label.setWordWrap(False)
        layout.addWidget(self.token_location_label)
        layout.addWidget(self.exchange_label)
        self._selection = self._exchange = ""
        self._is_answer_seen = True
        self._message_timer = QTimer(self)
        self._message_timer.setSingleShot(True)
        self._message_timer.setInterval(_MESSAGE_DURATION_MS)
        self._message_timer.timeout.connect(self._show_selection)
        for label in (self.selection_label, self.token_location_label, self.exchange_label):
            label.setProperty("look", "soft")
            font = label.font()
            font.setPointSizeF(font.pointSizeF() * 0.92)
            label.setFont(font)

    def insert_first(self, label: QWidget) -> None:
        """Insert a label before all others; it stays there while messages come and go."""
        self._layout.insertWidget(0, label)

    def insert_widget(self, note: QWidget) -> None:
        """Insert a widget after the selection path, before the other labels."""
        self._layout.insertWidget(self._layout.indexOf(self.selection_label) + 1, note)

    def show_message(self, message: str) -> None:
        """Show a temporary message in place of the selection path."""
        self.selection_label.set_text(message)
        self._message_timer.start()
        announce(self, message)

    def set_selection(self, path: str) -> None:
        """Show the path of the selected row."""
        self._selection = path
        self._show_selection()

    def show_exchange(self, text: str) -> None:
        """Show the summary of the exchange at the right."""
        self._exchange = text
        self._show_exchange()

    def set_answer_seen(self, *, is_seen: bool) -> None:
        """Tell nothing of an answer while another page is in its place; a message stays."""
        self._is_answer_seen = is_seen
        self._show_exchange()
        if not self._message_timer.isActive():
            self._show_selection()

    def _show_selection(self) -> None:
        self._message_timer.stop()
        self.selection_label.set_text(self._selection if self._is_answer_seen else "")

    def _show_exchange(self) -> None:
        text = self._exchange if self._is_answer_seen else ""
        self.exchange_label.setText(text)
        self.exchange_label.setVisible(bool(text))  # hides the layout spacing, too
