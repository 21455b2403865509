"""A bar that is made of the verdicts so far, with the entries that wait as its rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.report.many_groups import RowGroup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from inspector_app.desktop.theme.theme import Theme

_HEIGHT: Final = 8
_GAP: Final = 2


class VerdictStrip(QWidget):
    """Its parts are as long as their groups are large; the chips below are its legend."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts: dict[RowGroup | None, int] = {}
        self._asking = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Mapping[RowGroup | None, int], asking: int) -> None:
        """Show how many rows each group has; of those under None, ``asking`` are asked about."""
        self._counts, self._asking = dict(counts), asking
        total = sum(counts.values())
        done = total - counts.get(None, 0)
        self.setAccessibleName(translate("{done} of {total}", done=done, total=total))
        self.update()

    @qt_override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.spacing.to_pixels(120), self._theme.spacing.to_pixels(_HEIGHT))

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colours = self._theme.colours
        waiting = self._counts.get(None, 0) - self._asking
        parts = [
            (self._counts.get(RowGroup.VALID, 0), colours.good),
            (self._counts.get(RowGroup.ATTENTION, 0), colours.warning),
            (self._counts.get(RowGroup.PROBLEM, 0), colours.bad),
            (self._counts.get(RowGroup.UNKNOWN, 0), colours.muted),
            (self._asking, colours.accent),
        ]
        total = sum(count for count, _ in parts) + waiting
        if not total:
            return
        painter = QPainter(self)
        if self.isRightToLeft():
            painter.scale(-1, 1)
            painter.translate(-self.width(), 0)
        left, gap = 0.0, self._theme.spacing.to_pixels(_GAP)
        for count, colour in parts:
            width = self.width() * count / total
            if count:
                painter.fillRect(
                    QRectF(left, 0, max(1.0, width - gap), self.height()), QColor(colour)
                )
            left += width
        if waiting > 0:
            rest = QRectF(left + 0.5, 0.5, self.width() - left - 1, self.height() - 1)
            painter.setPen(QColor(colours.border))
            painter.setBrush(QColor(colours.line))
            painter.drawRect(rest)
        painter.end()
