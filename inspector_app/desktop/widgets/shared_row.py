"""Layout of two parts beside each other, each as wide as makes both of them lowest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout

from inspector_app.desktop.qt_override import qt_override

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QLayoutItem

_SHARES: Final = (60, 50, 55, 65, 45, 70, 40, 75, 35)
"""Per cent of the width for the first part, the preferred ones first."""


_MAX_SHARES: Final = 100
"""Pairs of texts whose shares are remembered."""


class SharedRow(QHBoxLayout):
    """Holds two items, whose texts wrap; one has all of the width where the other is empty."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[int, tuple[int, int]] = {}
        self._shares: dict[tuple[object, ...], int] = {}

    @qt_override
    def invalidate(self) -> None:
        self._known.clear()
        super().invalidate()

    @qt_override
    def hasHeightForWidth(self) -> bool:
        return True

    @qt_override
    def heightForWidth(self, width: int) -> int:
        return self._find_share(width)[1]

    @qt_override
    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    @qt_override
    def setGeometry(self, rect: QRect) -> None:
        share, _height = self._find_share(rect.width())
        for place, part in enumerate((share, 100 - share)):
            if self.stretch(place) != part:
                self.setStretch(place, part)
        super().setGeometry(rect)

    def _find_share(self, width: int) -> tuple[int, int]:
        """Per cent of this width for the first item, and the height of the row with it."""
        if width not in self._known:
            first, second = self.itemAt(0), self.itemAt(1)
            if first is None or second is None or first.isEmpty() or second.isEmpty():
                share = 0 if first is None or first.isEmpty() else 100
                alone = second if share == 0 else first
                self._known[width] = share, measure_height(alone, width)
            else:
                room = width - self.spacing()
                share = self._choose_share(first, second, room)
                self._known[width] = share, _measure_pair(first, second, room, share)
        return self._known[width]

    def _choose_share(self, first: QLayoutItem, second: QLayoutItem, room: int) -> int:
        """The share that makes both lowest; the same as before where both are as wide as before.

        A new text is placed several times until all is where it belongs, and to compare shares
        takes ten times as long as to measure one.
        """
        texts = (room, first.sizeHint().toTuple(), second.sizeHint().toTuple())
        if texts not in self._shares:
            if len(self._shares) >= _MAX_SHARES:
                self._shares.clear()
            self._shares[texts] = _compare_shares(first, second, room)
        return self._shares[texts]


def _compare_shares(first: QLayoutItem, second: QLayoutItem, room: int) -> int:
    best, least = 0, None
    lowest = max(measure_height(first, room), measure_height(second, room))
    for share in _SHARES:
        height = _measure_pair(first, second, room, share)
        if least is None or height < least:
            best, least = share, height
        if least <= lowest:
            break
    return best


def _measure_pair(first: QLayoutItem, second: QLayoutItem, room: int, share: int) -> int:
    left = room * share // 100
    # A pixel less for each: the layout rounds in its own way, which may take a line more.
    return max(measure_height(first, left - 1), measure_height(second, room - left - 1))


def measure_height(item: QLayoutItem | None, width: int) -> int:
    """Pixels that what is shown of the item takes at this width."""
    if item is None or item.isEmpty():
        return 0
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
