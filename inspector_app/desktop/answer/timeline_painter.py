"""Paints the picture of a session's life, as a layout says, in the colours of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from inspector_app.desktop.answer.timeline_layout import is_labeled_above
from inspector_app.desktop.widgets.reading_direction import isolate_direction

if TYPE_CHECKING:
    from inspector_app.desktop.answer.timeline_layout import TimelineLayout
    from inspector_app.desktop.theme.colours import Colours
    from inspector_app.session.presentation.timeline import Mark
    from inspector_app.session.severity import Severity


class TimelinePainter:
    """One painting; ``thick`` is the height of the bar in pixels."""

    def __init__(
        self,
        painter: QPainter,
        colours: Colours,
        severity: Severity,
        layout: TimelineLayout,
        thick: int,
    ) -> None:
        self._painter = painter
        self._colours = colours
        self._accent = QColor(colours.get_severity_colour(severity))
        self._layout = layout
        self._thick = thick

    def paint(self, zone: str, part: QRectF) -> None:
        """Paint the picture, of its texts those that reach into this part of it."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar()
        for mark, x in self._layout.places:
            if x - 2 * self._thick <= part.right() and x + 2 * self._thick >= part.left():
                self._paint_mark(mark, x)
        self._paint_labels(zone, part)

    def _paint_bar(self) -> None:
        from inspector_app.session.presentation.timeline import MarkKind

        painter, layout, thick = self._painter, self._layout, self._thick
        on_scale = [x for mark, x in layout.places if not mark.is_off_scale]
        left, right = on_scale[0], on_scale[-1]
        now = layout.get_x(MarkKind.NOW) or right
        end = (
            layout.get_x(MarkKind.ENDS_IF_SLIDING) or layout.get_x(MarkKind.ENDS_IF_FIXED) or right
        )
        painter.setPen(QPen(QColor(self._colours.border), 1.5, Qt.PenStyle.DotLine))
        for mark, x in layout.places:
            if mark.is_off_scale:
                near = right if mark.position else left
                painter.drawLine(QPointF(near, layout.bar_y), QPointF(x, layout.bar_y))
        faint = QColor(self._accent)
        faint.setAlphaF(0.38)
        painter.setPen(Qt.PenStyle.NoPen)
        top = layout.bar_y - thick / 2
        for start, stop, colour in (
            (left, right, QColor(self._colours.line)),
            (left, end, faint),
            (left, min(now, end), self._accent),
        ):
            painter.setBrush(colour)
            painter.drawRoundedRect(
                QRectF(start - thick / 2, top, stop - start + thick, thick), thick / 2, thick / 2
            )

    def _paint_mark(self, mark: Mark, x: float) -> None:
        from inspector_app.session.presentation.timeline import MarkKind

        painter, colours, thick, bar_y = (
            self._painter,
            self._colours,
            self._thick,
            self._layout.bar_y,
        )
        match mark.kind:
            case MarkKind.NOW:
                tip, half = bar_y - thick * 0.7, thick * 0.55
                top = tip - thick * 0.75
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.text))
                corners = [QPointF(x, tip), QPointF(x - half, top), QPointF(x + half, top)]
                painter.drawPolygon(QPolygonF(corners))
            case MarkKind.ENDS_IF_FIXED:
                painter.setPen(QPen(QColor(colours.muted), 1.5, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(x, bar_y - thick), QPointF(x, bar_y + thick))
            case MarkKind.PASSWORD_EXPIRES:
                painter.setPen(QPen(QColor(colours.muted), 1.5))
                painter.setBrush(QColor(colours.surface))
                painter.drawEllipse(QPointF(x, bar_y), thick * 0.6, thick * 0.6)
            case _:
                painter.setPen(QPen(QColor(colours.surface), 2))
                painter.setBrush(self._accent)
                painter.drawEllipse(QPointF(x, bar_y), thick * 0.75, thick * 0.75)

    def _paint_labels(self, zone: str, part: QRectF) -> None:
        painter, colours = self._painter, self._colours
        for mark, words, box in self._layout.labels:
            if box.intersects(part):
                painter.setPen(QColor(colours.text if is_labeled_above(mark) else colours.muted))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, isolate_direction(words))
        if self._layout.zone_box.intersects(part):
            painter.setPen(QColor(colours.muted))
            box = self._layout.zone_box
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, isolate_direction(zone))
