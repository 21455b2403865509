"""Skeleton of the window: placeholder shapes until its widgets are loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.theme.colours import Colours
    from inspector_app.desktop.theme.spacing import Spacing


def build_palette(colours: Colours) -> QPalette:
    """A palette with the window's background and the default colour of lines."""
    result = QPalette()
    result.setColor(QPalette.ColorRole.Window, QColor(colours.window))
    result.setColor(QPalette.ColorRole.WindowText, QColor(colours.border))
    return result


def paint_skeleton(window: QWidget, spacing: Spacing) -> None:
    """Paint the row of controls at the top, as shapes without text.

    In the palette's colours: a custom pen or brush costs as much time as all of this together,
    because PySide then fills the namespace ``Qt``.
    """
    px = spacing.to_pixels
    top, height, gap, margin = px(14), px(38), px(8), px(16)
    more = window.width() - margin - px(40)
    inspect = more - gap - px(136)
    token = margin + px(150) + gap
    painter = QPainter(window)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for left, width in (
        (margin, px(150)),
        (token, inspect - gap - token),
        (inspect, px(136)),
        (more, px(40)),
    ):
        edge = QRectF(left + 0.5, top + 0.5, width - 1, height - 1)
        painter.drawRoundedRect(edge, px(5), px(5))
    painter.end()
