"""Spacing that scales with the application font, and the minimum size of that font."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication

_MIN_POINT_SIZE: Final = 10.0
_REFERENCE_LINE_HEIGHT: Final = 17.0
"""Height of a line of text, in logical pixels, for which all distances are specified."""

_POINTS_PER_INCH: Final = 72.0
_LINE_HEIGHT_FACTOR: Final = 1.25
"""Line height per font size: 1.16 in DejaVu Sans, 1.36 in Noto Sans."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Converts distances to the font's scale, so that a larger font stays in proportion."""

    scale: float

    @classmethod
    def from_font(cls, font: QFont) -> Spacing:
        """The spacing for a font."""
        return cls(max(1.0, QFontMetricsF(font).height() / _REFERENCE_LINE_HEIGHT))

    def to_pixels(self, reference_pixels: float) -> int:
        """Convert pixels at the reference font to logical pixels at this one."""
        return round(reference_pixels * self.scale)


def set_up_spacing(application: QApplication) -> Spacing:
    """Raise the application's font to the minimum size and return its spacing."""
    font = application.font()
    if 0 < font.pointSizeF() < _MIN_POINT_SIZE:
        font.setPointSizeF(_MIN_POINT_SIZE)
        application.setFont(font)
    return Spacing.from_font(font)


def estimate_spacing(application: QApplication) -> Spacing:
    """Estimate what ``set_up_spacing`` will return, without loading a font, which is slow."""
    points = max(application.font().pointSizeF(), _MIN_POINT_SIZE)
    height = points * application.primaryScreen().logicalDotsPerInch() / _POINTS_PER_INCH
    return Spacing(max(1.0, height * _LINE_HEIGHT_FACTOR / _REFERENCE_LINE_HEIGHT))
