"""Spacing that scales with the application font, and the sizes of that font."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QFontMetricsF

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_MIN_POINT_SIZE: Final = 10.0
_REFERENCE_LINE_HEIGHT: Final = 17.0
"""Height of a line of text, in logical pixels, for which all distances are specified."""

_BASE_SIZE_PROPERTY: Final = "baseFontSize"
"""Of the application: the size of its font, in points, at a text size of 100 %."""


class Spacing:
    """Converts distances to the font's scale, so that a larger font stays in proportion.

    ``scale`` changes with the size of the text, for all that have this object.
    """

    def __init__(self, scale: float) -> None:
        self.scale = scale

    def to_pixels(self, reference_pixels: float) -> int:
        """Convert pixels at the reference font to logical pixels at this one."""
        return round(reference_pixels * self.scale)


def create_font(application: QApplication, text_size: int) -> QFont:
    """Create the application's font at a size of the text, in per cent.

    At 100 % it is the system's, or the smallest that can be read where that is smaller still.
    """
    font = QFont(application.font())
    base = application.property(_BASE_SIZE_PROPERTY)
    if base is None:
        base = max(font.pointSizeF(), _MIN_POINT_SIZE) if font.pointSizeF() > 0 else 0.0
        application.setProperty(_BASE_SIZE_PROPERTY, base)
    if base > 0:  # else it is given in pixels
        font.setPointSizeF(base * text_size / 100)
    return font


def compute_scale(font: QFont) -> float:
    """Compute the scale of distances for a font."""
    return max(1.0, QFontMetricsF(font).height() / _REFERENCE_LINE_HEIGHT)


def measure_line(font: QFont) -> int:
    """The height of each line of a text, in pixels.

    Qt makes every line of several as high as this; its ``lineSpacing`` is a pixel less in some
    sizes of some fonts, and so cuts through the fifth line.
    """
    return math.ceil(QFontMetricsF(font).height())
