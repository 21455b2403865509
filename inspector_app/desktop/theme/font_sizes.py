"""Keeps the sizes of texts where another style sheet would bring back those of the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget


def list_font_sizes() -> dict[QWidget, float]:
    """The size of every widget's font, in points."""
    return {one: one.font().pointSizeF() for one in QApplication.allWidgets()}


def restore_font_sizes(sizes: Mapping[QWidget, float], factor: float = 1.0) -> None:
    """Give every widget the size of its font again, times ``factor``.

    Another style sheet brings back the fonts that the widgets had when they were made.
    """
    for widget, size in sizes.items():
        _rescale_font(widget, size * factor)


def _rescale_font(widget: QWidget, wanted: float) -> None:
    font = widget.font()
    if font.pointSizeF() > 0 and abs(font.pointSizeF() - wanted) > 0.01:  # noqa: PLR2004  # of a point
        font.setPointSizeF(wanted)
        widget.setFont(font)
