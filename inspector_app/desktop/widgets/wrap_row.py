"""Layout of a part and a button behind it, which goes below where it would squeeze the part."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QHBoxLayout

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.reading_direction import place_within
from inspector_app.desktop.widgets.shared_row import measure_height


class _Placing(NamedTuple):
    """Whether the second item is below the first, and the pixels that both take."""

    is_below: bool
    height: int


class WrapRow(QHBoxLayout):
    """Holds two items: the second behind the first, or below it where that is lower.

    The texts of the first wrap: a long second one beside them would make many short lines of them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[int, _Placing] = {}

    @qt_override
    def invalidate(self) -> None:
        self._known.clear()
        super().invalidate()

    @qt_override
    def hasHeightForWidth(self) -> bool:
        return True

    @qt_override
    def heightForWidth(self, width: int) -> int:
        return self._place(width).height

    @qt_override
    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    @qt_override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        first, second = self.itemAt(0), self.itemAt(1)
        if first is None or second is None or not self._place(rect.width()).is_below:
            return
        above = measure_height(first, rect.width())
        first.setGeometry(QRect(rect.topLeft(), QSize(rect.width(), above)))
        below = QRect(rect.topLeft() + QPoint(0, above + self.spacing()), second.sizeHint())
        widget = self.parentWidget()
        if widget is not None:
            below = place_within(widget.layoutDirection(), rect, below)
        second.setGeometry(below)

    def _place(self, width: int) -> _Placing:
        if width not in self._known:
            self._known[width] = self._compare_places(width)
        return self._known[width]

    def _compare_places(self, width: int) -> _Placing:
        first, second = self.itemAt(0), self.itemAt(1)
        if first is None or second is None or second.isEmpty():
            return _Placing(is_below=False, height=measure_height(first, width))
        size, gap = second.sizeHint(), self.spacing()
        beside = max(measure_height(first, width - gap - size.width()), size.height())
        below = measure_height(first, width) + gap + size.height()
        return _Placing(is_below=below < beside, height=min(below, beside))
