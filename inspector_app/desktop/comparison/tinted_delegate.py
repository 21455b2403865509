"""Paints the cells of a comparison: a tint with a rounded edge behind a value that differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTreeView

from inspector_app.desktop.comparison.compared_model import CHANGED_ROLE, MEANING_COLUMN
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.isolating_delegate import IsolatingDelegate
from inspector_app.desktop.widgets.reading_direction import place_within

if TYPE_CHECKING:
    from inspector_app.desktop.comparison.compared_model import AnyIndex
    from inspector_app.desktop.theme.theme import Theme


class TintedDelegate(IsolatingDelegate):
    """Rows of one height; the last column in the soft colour."""

    def __init__(self, theme: Theme, parent: QTreeView) -> None:
        super().__init__(parent)
        self._theme = theme

    @qt_override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        height = self._theme.spacing.to_pixels(24)
        return QSize(super().sizeHint(option, index).width(), height)

    @qt_override
    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() == MEANING_COLUMN:
            option.palette.setColor(
                option.palette.ColorRole.Text, QColor(self._theme.colours.muted)
            )

    @qt_override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> None:
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if index.data(CHANGED_ROLE) and not is_selected:
            px = self._theme.spacing.to_pixels
            words = option.fontMetrics.horizontalAdvance(str(index.data()))
            icon = px(22) if index.data(0x01) is not None else 0  # Qt's role of decorations
            width = min(option.rect.width() - px(4), words + icon + px(16))
            box = QRect(option.rect.left() - px(4), option.rect.top() + px(2), width, px(20))
            box = place_within(option.direction, option.rect, box)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(self._theme.colours.marked_line))
            painter.setBrush(QColor(self._theme.colours.marked_line))
            painter.drawRoundedRect(box, px(4), px(4))
            painter.restore()
        super().paint(painter, option, index)
