"""Paints the session's timeline on the pages of a printed report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from inspector_app.desktop.theme.colours import LIGHT
from inspector_app.report.formats.timeline_layout import MarkerKind, SegmentKind

if TYPE_CHECKING:
    from inspector_app.report.formats.timeline_layout import TimelineLayout, TimelineMarker

_BAR_HEIGHT: Final = 10.0
_FONT_SIZE: Final = 12
_REMAINING_ALPHA: Final = 97
"""Alpha, of 255, of the session's remaining time."""


def paint_timeline(painter: QPainter, picture: TimelineLayout, colour: str) -> None:
    """Paint on white, in the picture's units; ``colour`` is that of the session's state."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_bar(painter, picture, QColor(colour))
    for point in picture.markers:
        _paint_point(painter, point, picture.bar_y, QColor(colour))
    font = QFont()
    font.setPixelSize(_FONT_SIZE)
    painter.setFont(font)
    for label in picture.labels:
        painter.setPen(QColor(LIGHT.text if label.is_strong else LIGHT.muted))
        room = QRectF(label.x - picture.width, label.y - 30, 2 * picture.width, 34)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, label.text
        )


def _paint_bar(painter: QPainter, picture: TimelineLayout, colour: QColor) -> None:
    lighter = QColor(colour)
    lighter.setAlpha(_REMAINING_ALPHA)
    fills = {
        SegmentKind.WHOLE: QColor(LIGHT.line),
        SegmentKind.LEFT: lighter,
        SegmentKind.DONE: colour,
    }
    for one in picture.segments:
        if one.kind not in fills:
            painter.setPen(QPen(QColor(LIGHT.muted), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(
                QPointF(one.x, picture.bar_y), QPointF(one.x + one.width, picture.bar_y)
            )
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fills[one.kind])
        bar = QRectF(one.x, picture.bar_y - _BAR_HEIGHT / 2, one.width, _BAR_HEIGHT)
        painter.drawRoundedRect(bar, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)


def _paint_point(painter: QPainter, point: TimelineMarker, y: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    match point.kind:
        case MarkerKind.NOW:
            painter.setBrush(QColor(LIGHT.text))
            top = y - _BAR_HEIGHT / 2 - 2
            corners = [QPointF(point.x + x, top + up) for x, up in ((-5, -8), (5, -8), (0, 0))]
            painter.drawPolygon(QPolygonF(corners))
            painter.drawRect(QRectF(point.x - 1, top, 2, _BAR_HEIGHT + 4))
        case MarkerKind.FIXED:
            painter.setPen(QPen(QColor(LIGHT.muted), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(point.x, y - 9), QPointF(point.x, y + 9))
        case MarkerKind.PASSWORD:
            painter.setPen(QPen(QColor(LIGHT.muted), 1.5))
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawEllipse(QPointF(point.x, y), 5, 5)
        case _:
            painter.setPen(QPen(Qt.GlobalColor.white, 2))
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(point.x, y), 6, 6)
