"""Timeline widget of a session's lifetime: elapsed, remaining, now and both possible ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import render_text
from inspector_app.desktop.widgets.accessible_role import set_accessible_role
from inspector_app.desktop.widgets.plain_text import to_plain_text, to_tooltip_text
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import describe_zone

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent, QPaintEvent, QResizeEvent

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.lifetimes import ExpiryPolicy, Lifetimes
    from inspector_app.session.presentation.label_layout import LabelPosition
    from inspector_app.session.presentation.timeline import Mark, MarkKind
    from inspector_app.session.time_format import TimeContext

_OFF_SCALE_WIDTH: Final = 72
"""Reference pixels between the scale and the marks that are off scale."""

_LEAST_BAR: Final = 160
"""Reference pixels that one line leaves to the bar: a narrower picture has its labels in rows."""


class TimelineView(QWidget):
    """Paints in the theme's colours; tooltips describe one mark, the accessible name all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_accessible_role(self, QAccessible.Role.Graphic)
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._severity = Severity.GOOD
        self.labels: tuple[tuple[Mark, str, QRectF], ...] = ()
        self.zone_text = ""
        self.zone_rect = QRectF()
        self._rows_above = self._rows_below = 1
        self._has_room = True
        self._is_one_line = False
        self._left = self._right = 0.0
        """Widths beside the bar that the labels of one line take."""
        self._picture: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        self.setFont(font)

    def show_timeline(
        self,
        lifetimes: Lifetimes,
        time_context: TimeContext,
        supported: ExpiryPolicy | None = None,
        severity: Severity = Severity.GOOD,
    ) -> None:
        """Show this session as of ``time_context.now``, the gateway's time.

        ``supported`` is the interpretation of its end for which there is evidence, ``severity``
        the verdict's: no green bar runs under a sentence that says that something is wrong.
        """
        from inspector_app.session.presentation.timeline import build_marks, describe_fixed_points

        self._marks = build_marks(lifetimes, time_context, supported)
        ends = lifetimes.ends
        is_over = ends is not None and ends < time_context.now
        is_good = severity is Severity.GOOD
        self._severity = Severity.WARNING if is_over and is_good else severity
        self.zone_text = render_text(describe_zone(time_context)) if self._marks else ""
        self._arrange_labels()
        points = describe_fixed_points(lifetimes, time_context, supported)
        spoken = to_plain_text(render_text(points))
        if spoken != self.accessibleName():  # a reader hears of each change
            self.setAccessibleName(spoken)
        self.setVisible(bool(self._marks))
        picture = self._describe_picture()
        if picture != self._picture:  # the time moves by less than a pixel in most seconds
            self._picture = picture
            self.update()

    def set_room(self, *, has_room: bool) -> None:
        """Say whether there is height for all labels: else both ends stand beside the bar."""
        if has_room is not self._has_room:
            self._has_room = has_room
            self._arrange_labels()
            self.update()

    def _describe_picture(self) -> tuple[object, ...]:
        """All that is painted, places to half a pixel."""
        places = tuple(round(2 * self._compute_x(mark)) for mark in self._marks)
        kinds = tuple(mark.kind for mark in self._marks)
        words = tuple((word, box.toRect()) for _, word, box in self.labels)
        zone = (self.zone_text, self.zone_rect.toRect())
        return self._theme.colours, self._severity, kinds, places, words, zone

    @qt_override
    def sizeHint(self) -> QSize:
        px = self._theme.spacing.to_pixels
        if self._is_one_line:
            return QSize(px(320), max(px(24), self.fontMetrics().height()))
        return QSize(
            px(320), px(26) + self.fontMetrics().height() * (self._rows_above + self._rows_below)
        )

    @qt_override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_labels()

    @qt_override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange_labels()

    @qt_override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._marks:
            self._show_tooltip(event)  # type: ignore[arg-type]  # a ToolTip event is a QHelpEvent
            return True
        return super().event(event)

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._marks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter)
        for mark in self._marks:
            self._paint_mark(painter, mark)
        self._paint_labels(painter)
        painter.end()

    def _show_tooltip(self, event: QHelpEvent) -> None:
        QToolTip.showText(
            event.globalPos(), to_tooltip_text(self.get_description_at(event.pos().x())), self
        )

    def get_description_at(self, x: float) -> str:
        """The description of the nearest mark."""
        near = min(self._marks, key=lambda mark: abs(self._compute_x(mark) - x))
        return render_text(near.description)

    @property
    def _bar_height(self) -> int:
        """Height of the bar."""
        return self._theme.spacing.to_pixels(8)

    @property
    def _bar_y(self) -> float:
        """Vertical centre of the bar."""
        if self._is_one_line:
            return self.height() / 2 + self._theme.spacing.to_pixels(2)
        return self.fontMetrics().height() * self._rows_above + self._theme.spacing.to_pixels(14)

    def _compute_x(self, mark: Mark) -> float:
        """The x of a mark: at the edge where it is off scale, else within the scale."""
        margin = float(self._bar_height)
        first, last = self._left + margin, self.width() - self._right - margin
        if mark.is_off_scale:
            return last if mark.position else first
        beyond = self._theme.spacing.to_pixels(_OFF_SCALE_WIDTH)
        first += beyond * any(one.is_off_scale and not one.position for one in self._marks)
        last -= beyond * any(one.is_off_scale and one.position for one in self._marks)
        return first + mark.position * (last - first)

    def _find_x(self, kind: MarkKind) -> float | None:
        return next((self._compute_x(mark) for mark in self._marks if mark.kind is kind), None)

    def _paint_bar(self, painter: QPainter) -> None:
        from inspector_app.session.presentation.timeline import MarkKind

        colours = self._theme.colours
        thick = self._bar_height
        on_scale = [mark for mark in self._marks if not mark.is_off_scale]
        left, right = self._compute_x(on_scale[0]), self._compute_x(on_scale[-1])
        now = self._find_x(MarkKind.NOW) or right
        end = (
            self._find_x(MarkKind.ENDS_IF_SLIDING) or self._find_x(MarkKind.ENDS_IF_FIXED) or right
        )
        painter.setPen(QPen(QColor(colours.border), 1.5, Qt.PenStyle.DotLine))
        for mark in self._marks:
            if mark.is_off_scale:
                near = right if mark.position else left
                painter.drawLine(
                    QPointF(near, self._bar_y), QPointF(self._compute_x(mark), self._bar_y)
                )
        strong = QColor(colours.get_severity_colour(self._severity))
        faint = QColor(strong)
        faint.setAlphaF(0.38)
        painter.setPen(Qt.PenStyle.NoPen)
        top = self._bar_y - thick / 2
        for start, stop, colour in (
            (left, right, QColor(colours.line)),
            (left, end, faint),
            (left, min(now, end), strong),
        ):
            painter.setBrush(colour)
            painter.drawRoundedRect(
                QRectF(start - thick / 2, top, stop - start + thick, thick), thick / 2, thick / 2
            )

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        from inspector_app.session.presentation.timeline import MarkKind

        colours = self._theme.colours
        x, thick = self._compute_x(mark), self._bar_height
        match mark.kind:
            case MarkKind.NOW:
                tip, half = self._bar_y - thick * 0.7, thick * 0.55
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.text))
                painter.drawPolygon(
                    QPolygonF(
                        [
                            QPointF(x, tip),
                            QPointF(x - half, tip - thick * 0.75),
                            QPointF(x + half, tip - thick * 0.75),
                        ]
                    )
                )
            case MarkKind.ENDS_IF_FIXED:
                painter.setPen(QPen(QColor(colours.muted), 1.5, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(x, self._bar_y - thick), QPointF(x, self._bar_y + thick))
            case MarkKind.PASSWORD_EXPIRES:
                painter.setPen(QPen(QColor(colours.muted), 1.5))
                painter.setBrush(QColor(colours.surface))
                painter.drawEllipse(QPointF(x, self._bar_y), thick * 0.6, thick * 0.6)
            case _:
                painter.setPen(QPen(QColor(colours.surface), 2))
                painter.setBrush(QColor(colours.get_severity_colour(self._severity)))
                painter.drawEllipse(QPointF(x, self._bar_y), thick * 0.75, thick * 0.75)

    def _paint_labels(self, painter: QPainter) -> None:
        colours = self._theme.colours
        for mark, words, box in self.labels:
            painter.setPen(QColor(colours.text if _is_labeled_above(mark) else colours.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QColor(colours.muted))
        painter.drawText(self.zone_rect, Qt.AlignmentFlag.AlignCenter, self.zone_text)

    def _arrange_labels(self) -> None:
        """Compute the rectangle of each label, and the widget height that all of them need."""
        if not self._marks:  # nothing is painted
            self.labels, self.zone_rect = (), QRectF()
            return
        was_one_line, self._is_one_line = self._is_one_line, False
        self._left = self._right = 0.0
        if self._has_room or not self._arrange_one_line():
            self._arrange_rows()
        if self._is_one_line is not was_one_line:
            self.updateGeometry()

    def _arrange_one_line(self) -> bool:
        """Put the beginning before the bar, end and zone behind it; False where it gets too short.

        The other labels are in the tooltips, and in what screen readers say.
        """
        from inspector_app.session.presentation.timeline import MarkKind

        ends = {mark.kind: mark for mark in self._marks}
        end = ends.get(MarkKind.ENDS_IF_SLIDING) or ends.get(MarkKind.ENDS_IF_FIXED)
        begin = next((mark for mark in self._marks if mark.kind is not MarkKind.NOW), None)
        if begin is None or end is None or begin is end:
            return False
        gap = self._theme.spacing.to_pixels(10)
        begin_words, end_words = (to_plain_text(render_text(one.label)) for one in (begin, end))
        widths = [self._measure(words) for words in (begin_words, end_words, self.zone_text)]
        left, right = widths[0] + gap, widths[1] + widths[2] + 2 * gap
        if self.width() - left - right < self._theme.spacing.to_pixels(_LEAST_BAR):
            return False
        self._is_one_line, self._left, self._right = True, left, right
        start = self.width() - right + gap
        self.labels = (
            (begin, begin_words, self._compute_line_rect(0, widths[0])),
            (end, end_words, self._compute_line_rect(start, widths[1])),
        )
        self.zone_rect = self._compute_line_rect(start + widths[1] + gap, widths[2])
        return True

    def _measure(self, words: str) -> float:
        return self.fontMetrics().horizontalAdvance(words) + 2.0

    def _compute_line_rect(self, left: float, width: float) -> QRectF:
        height = float(self.fontMetrics().height())
        return QRectF(left, (self.sizeHint().height() - height) / 2, width, height)

    def _arrange_rows(self) -> None:
        from inspector_app.session.presentation.label_layout import LabelRequest, place_labels

        gap = self._theme.spacing.to_pixels(10)
        words = [to_plain_text(render_text(mark.label)) for mark in self._marks]
        zone_width = self._measure(self.zone_text)
        *found, zone_place = place_labels(
            [
                LabelRequest(self._compute_x(mark), self._measure(word), _is_labeled_above(mark))
                for mark, word in zip(self._marks, words, strict=True)
            ]
            + [LabelRequest(self.width() / 2, zone_width, is_above=False)],
            self.width(),
            gap,
        )
        above = max((-place.row for place in found), default=1)
        below = max((place.row + 1 for place in (*found, zone_place)), default=1)
        self._set_row_counts(max(1, above), max(1, below))
        self.labels = tuple(
            (mark, word, self._compute_label_rect(place, self._measure(word)))
            for mark, word, place in zip(self._marks, words, found, strict=True)
        )
        self.zone_rect = (
            self._compute_label_rect(zone_place, zone_width) if self.zone_text else QRectF()
        )

    def _set_row_counts(self, above: int, below: int) -> None:
        if (above, below) != (self._rows_above, self._rows_below):
            self._rows_above, self._rows_below = above, below
            self.updateGeometry()

    def _compute_label_rect(self, place: LabelPosition, width: float) -> QRectF:
        height = float(self.fontMetrics().height())
        if place.row < 0:
            return QRectF(place.left, height * (self._rows_above + place.row), width, height)
        return QRectF(
            place.left, self._bar_y + self._bar_height + height * place.row, width, height
        )


def _is_labeled_above(mark: Mark) -> bool:
    """Whether the mark has its label above the bar; the others have theirs below it."""
    from inspector_app.session.presentation.timeline import MarkKind

    return mark.kind in {MarkKind.NOW, MarkKind.ENDS_IF_SLIDING}
