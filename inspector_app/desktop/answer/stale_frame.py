"""Frame round an answer that is not live, headed by a strip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.desktop.answer.stale_strip import StaleStrip
from inspector_app.desktop.qt_override import qt_override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from inspector_app.desktop.theme.theme import Theme

_LINE_WIDTH: Final = 2
"""Logical pixels of the frame's line."""


class StaleFrame(QWidget):
    """Has a strip above its content, and a frame round both while ``set_framed``.

    Nothing of it is a style sheet's: one on this widget, or a property that a rule asks for, would
    style every widget below it anew, which takes 11 ms at each of the two changes an inspection
    brings.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame_theme = theme
        self._is_framed = False
        self.stale_strip = StaleStrip(theme)
        self._frame_layout = frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self.stale_strip)
        self.content_layout = QVBoxLayout()
        frame.addLayout(self.content_layout, 1)

    def set_framed(self, *, is_framed: bool) -> None:
        """Show the frame, or take it away."""
        if is_framed is self._is_framed:
            return
        self._is_framed = is_framed
        line = _LINE_WIDTH if is_framed else 0
        edge = self._frame_theme.spacing.to_pixels(8) if is_framed else 0
        self._frame_layout.setContentsMargins(line, line, line, line)
        self.content_layout.setContentsMargins(edge, edge, edge, edge)
        self.update()

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_framed:
            return
        painter = QPainter(self)
        colour = QColor(self._frame_theme.colours.warning)
        width, height = self.width(), self.height()
        for side in (
            QRect(0, 0, width, _LINE_WIDTH),
            QRect(0, height - _LINE_WIDTH, width, _LINE_WIDTH),
            QRect(0, 0, _LINE_WIDTH, height),
            QRect(width - _LINE_WIDTH, 0, _LINE_WIDTH, height),
        ):
            painter.fillRect(side, colour)
        painter.end()
