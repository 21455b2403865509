"""The one rhythm of all distances, and the font that it follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication

_SMALLEST_POINTS: Final = 10.0
_REFERENCE_HEIGHT: Final = 17.0
"""Height of a line of text, in logical pixels, for which the figures of the rhythm are given."""

_POINTS_PER_INCH: Final = 72.0
_LINE: Final = 1.25
"""Times its size, a line of text is high: 1.16 in DejaVu Sans, 1.36 in Noto Sans."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Distances that grow with the text, so that a larger font or scale stays in proportion."""

    scale: float

    @classmethod
    def of(cls, font: QFont) -> Rhythm:
        """The rhythm for a font."""
        return cls(max(1.0, QFontMetricsF(font).height() / _REFERENCE_HEIGHT))

    def px(self, figure: float) -> int:
        """A figure given for the reference text, in logical pixels for this one."""
        return round(figure * self.scale)


def settled(application: QApplication) -> Rhythm:
    """The rhythm of the application's font, which is made large enough to be read first."""
    font = application.font()
    if 0 < font.pointSizeF() < _SMALLEST_POINTS:
        font.setPointSizeF(_SMALLEST_POINTS)
        application.setFont(font)
    return Rhythm.of(font)


def estimated(application: QApplication) -> Rhythm:
    """About what ``settled`` is going to find, told without loading any font, which takes long."""
    points = max(application.font().pointSizeF(), _SMALLEST_POINTS)
    height = points * application.primaryScreen().logicalDotsPerInch() / _POINTS_PER_INCH
    return Rhythm(max(1.0, height * _LINE / _REFERENCE_HEIGHT))
