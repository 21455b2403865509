"""Check box whose frame and tick are visible in every theme."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QCheckBox

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.reading_direction import align_leading, place_within

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

    from inspector_app.desktop.theme.theme import Theme

_DISABLED_OPACITY: Final = 0.45


class CheckBox(QCheckBox):
    """Paints its own frame: Fusion's is derived from the window colour, invisible when dark."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme

    @qt_override
    def sizeHint(self) -> QSize:
        px = self._theme.spacing.to_pixels
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(px(4) + px(16) + px(8) + words + px(6), px(28))

    @qt_override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @qt_override
    def hitButton(self, where: QPoint) -> bool:
        return self.rect().contains(where)

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, colours = self._theme.spacing.to_pixels, self._theme.colours
        side = px(16)
        place = partial(place_within, self.layoutDirection(), self.rect())
        box = place(QRect(px(4), (self.height() - side) // 2, side, side))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isEnabled() else _DISABLED_OPACITY)
        is_on = self.isChecked()
        edge = colours.accent if is_on else colours.border
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(colours.accent if is_on else colours.surface))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3))
        if is_on:
            self._theme.get_icon("check", colours.on_accent).paint(painter, box)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(around, px(4), px(4))
        painter.setPen(QColor(colours.text))
        words = place(self.rect().adjusted(px(4) + side + px(8), 0, 0, 0))
        line = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, align_leading(self.layoutDirection()), line)
        painter.end()
