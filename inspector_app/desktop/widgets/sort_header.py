"""Head of a table that is sorted: the order is shown beside the words it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeaderV2

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.reading_direction import place_within

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.theme.theme import Theme

_SIDE: Final = 14
"""Pixels of the chevron at 100 %."""

_GAP: Final = 3


class SortHeader(QHeaderView):
    """Qt's own arrow is left out by the style sheet: it stands closer to the next heading."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)

    @qt_override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if self.isSortIndicatorShown() and section == self.sortIndicatorSection():
            is_rising = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            icon = self._theme.get_icon("chevron-up" if is_rising else "chevron-down")
            icon.paint(painter, self._find_chevron(rect, section))

    def measure_section(self, section: int) -> int:
        """The width that the words of a section need, with the chevron, in pixels."""
        px = self._theme.spacing.to_pixels
        whole = QRect(0, 0, px(400), self.height())
        padding = whole.width() - self._get_label(whole, section).width()
        return padding + self._measure_words(section) + px(_GAP) + px(_SIDE)

    def _find_chevron(self, rect: QRect, section: int) -> QRect:
        """Behind the words, in the direction of reading; at the edge where they are too long."""
        px = self._theme.spacing.to_pixels
        side, label = px(_SIDE), self._get_label(rect, section)
        start = min(self._measure_words(section) + px(_GAP), label.width() - side)
        found = QRect(label.left() + start, rect.center().y() - side // 2, side, side)
        return place_within(self.layoutDirection(), label, found)

    def _measure_words(self, section: int) -> int:
        words = self.model().headerData(section, self.orientation())
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)  # as in the style sheet
        return QFontMetrics(font).horizontalAdvance(str(words))

    def _get_label(self, rect: QRect, section: int) -> QRect:
        option = QStyleOptionHeaderV2()
        self.initStyleOption(option)
        self.initStyleOptionForIndex(option, section)
        option.rect = rect
        return self.style().subElementRect(QStyle.SubElement.SE_HeaderLabel, option, self)
