"""Spacing that scales with the application font, and the minimum size of that font."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication

_SMALLEST_POINTS: Final = 10.0
_REFERENCE_HEIGHT: Final = 17.0
"""Height of a line of text, in logical pixels, for which all distances are specified."""

_POINTS_PER_INCH: Final = 72.0
_LINE: Final = 1.25
"""Line height per font size: 1.16 in DejaVu Sans, 1.36 in Noto Sans."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Converts distances to the font's scale, so that a larger font stays in proportion."""

    scale: float

    @classmethod
    def of(cls, font: QFont) -> Rhythm:
        """The spacing for a font."""
        return cls(max(1.0, QFontMetricsF(font).height() / _REFERENCE_HEIGHT))

    def px(self, figure: float) -> int:
        """Convert pixels at the reference font to logical pixels at this one."""
        return round(figure * self.scale)


def settled(application: QApplication) -> Rhythm:
    """Raise the application's font to the minimum size and return its spacing."""
    font = application.font()
    if 0 < font.pointSizeF() < _SMALLEST_POINTS:
        font.setPointSizeF(_SMALLEST_POINTS)
        application.setFont(font)
    return Rhythm.of(font)


def estimated(application: QApplication) -> Rhythm:
    """Estimate what ``set_up_spacing`` will return, without loading a font, which is slow."""
    points = max(application.font().pointSizeF(), _SMALLEST_POINTS)
    height = points * application.primaryScreen().logicalDotsPerInch() / _POINTS_PER_INCH
    return Rhythm(max(1.0, height * _LINE / _REFERENCE_HEIGHT))
