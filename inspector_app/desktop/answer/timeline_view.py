"""Timeline widget of a session's lifetime: elapsed, remaining, now and both possible ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import render_text
from inspector_app.desktop.widgets.accessible_role import set_accessible_role
from inspector_app.desktop.widgets.plain_text import to_plain_text, to_tooltip_text
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import describe_zone

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent, QPaintEvent, QResizeEvent

    from inspector_app.desktop.answer.timeline_layout import (
        PlacedLabel,
        TimelineLayout,
        TimelineSizes,
    )
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.lifetimes import ExpiryPolicy, Lifetimes
    from inspector_app.session.presentation.timeline import Mark, MarkKind
    from inspector_app.session.time_format import TimeContext
    from inspector_app.session.translatable_text import Text

_OFF_SCALE_WIDTH: Final = 72
"""Reference pixels between the scale and the marks that are off scale."""

_BAR_HEIGHT: Final = 8
"""Reference pixels."""

_AROUND_BAR: Final = 26
"""Reference pixels of height beside those of the rows of labels."""

_LEAST_BAR: Final = 160
"""Reference pixels that one line leaves to the bar: a narrower picture has its labels in rows."""

_MAX_MEASURED: Final = 200
"""Texts whose widths are remembered: the time now has another one each second."""


class TimelineView(QWidget):
    """Paints in the theme's colours; tooltips describe one mark, the accessible name all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_accessible_role(self, QAccessible.Role.Graphic)
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._severity = Severity.GOOD
        self._has_room = True
        self.arrangement: TimelineLayout | None = None
        self.zone_text = ""
        self._widths: dict[str, float] = {}
        self._spoken: tuple[object, ...] = ()
        self._painted: tuple[object, ...] = ()
        """All that was painted, but for the time now."""
        self._painted_now: tuple[object, ...] = ()
        self._now_box = QRectF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        self.setFont(font)

    @property
    def labels(self) -> tuple[PlacedLabel, ...]:
        """The marks that have a label, with its text and rectangle."""
        return () if self.arrangement is None else self.arrangement.labels

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

        self._marks = build_marks(lifetimes, time_context, supported, is_ticking=True)
        ends = lifetimes.ends
        is_over = ends is not None and ends < time_context.now
        is_good = severity is Severity.GOOD
        self._severity = Severity.WARNING if is_over and is_good else severity
        self.zone_text = self._render(describe_zone(time_context)) if self._marks else ""
        self._arrange()
        fixed = (_list_fixed(self._marks, time_context), is_over, time_context.zone)
        if fixed != self._spoken or not self.accessibleName():  # a reader hears of each change
            self._spoken = fixed
            points = describe_fixed_points(lifetimes, time_context, supported)
            self.setAccessibleName(self._render(points))
        self.setVisible(bool(self._marks))

    def set_room(self, *, has_room: bool) -> None:
        """Say whether there is height for all labels: else both ends stand beside the bar."""
        if has_room is not self._has_room:
            self._has_room = has_room
            self._arrange()

    @qt_override
    def sizeHint(self) -> QSize:
        px = self._theme.spacing.to_pixels
        if self.arrangement is None:  # it is hidden
            return QSize(px(320), px(_AROUND_BAR) + 2 * self.fontMetrics().height())
        return QSize(px(320), self.arrangement.height)

    @qt_override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self._arrange()

    @qt_override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widths.clear()
            self._arrange()

    @qt_override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._marks:
            self._show_tooltip(event)  # type: ignore[arg-type]  # a ToolTip event is a QHelpEvent
            return True
        return super().event(event)

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        from inspector_app.desktop.answer.timeline_painter import TimelinePainter

        if self.arrangement is None:
            return
        painter = QPainter(self)
        thick = self._theme.spacing.to_pixels(_BAR_HEIGHT)
        picture = TimelinePainter(
            painter, self._theme.colours, self._severity, self.arrangement, thick
        )
        picture.paint(self.zone_text, event.rect().toRectF())
        painter.end()

    def get_description_at(self, x: float) -> str:
        """The description of the nearest mark."""
        places = () if self.arrangement is None else self.arrangement.places
        near, _ = min(places, key=lambda place: abs(place[1] - x))
        return render_text(near.description)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        QToolTip.showText(
            event.globalPos(), to_tooltip_text(self.get_description_at(event.pos().x())), self
        )

    @staticmethod
    def _render(text: Text) -> str:
        return to_plain_text(render_text(text))

    def _measure(self, words: str) -> float:
        if len(self._widths) > _MAX_MEASURED:
            self._widths.clear()
        if words not in self._widths:
            self._widths[words] = self.fontMetrics().horizontalAdvance(words) + 2.0
        return self._widths[words]

    def _get_sizes(self) -> TimelineSizes:
        from inspector_app.desktop.answer.timeline_layout import TimelineSizes

        px = self._theme.spacing.to_pixels
        return TimelineSizes(
            line=self.fontMetrics().height(),
            bar=px(_BAR_HEIGHT),
            gap=px(10),
            off_scale=px(_OFF_SCALE_WIDTH),
            above_bar=px(14),
            around_bar=px(_AROUND_BAR),
            least_bar=px(_LEAST_BAR),
            one_line=px(24),
            one_line_shift=px(2),
            measure=self._measure,
        )

    def _arrange(self) -> None:
        """Place everything for this width, and have painted again what is not where it was."""
        before = self.arrangement
        self.arrangement = self._compute_layout() if self._marks else None
        if self.arrangement is None:
            return
        if before is None or self.arrangement.height != before.height:
            self.updateGeometry()
        self._update_changed(self.arrangement)

    def _compute_layout(self) -> TimelineLayout:
        from inspector_app.desktop.answer.timeline_layout import arrange_line, arrange_rows

        words = [self._render(mark.label) for mark in self._marks]
        inputs = (self._marks, words, self.zone_text, self.width(), self._get_sizes())
        line = None if self._has_room else arrange_line(*inputs)
        return line or arrange_rows(*inputs)

    def _update_changed(self, arranged: TimelineLayout) -> None:
        """Repaint: in most seconds only the time now, which moves by less than a pixel."""
        from inspector_app.session.presentation.timeline import MarkKind

        labeled = {label.mark.kind: (label.words, label.box.toRect()) for label in arranged.labels}
        parts: dict[MarkKind, tuple[object, ...]] = {
            mark.kind: (round(2 * x), labeled.get(mark.kind))  # to half a pixel
            for mark, x in arranged.places
        }
        zone = (self.zone_text, arranged.zone_box.toRect())
        kinds = tuple(parts)
        whole = (self._severity, kinds, zone, arranged.bar_y, self.width())
        now_part, now_box = parts.pop(MarkKind.NOW, ()), self._cover_now(arranged)
        if (whole, parts) != self._painted:
            self.update()
        elif now_part != self._painted_now:
            self.update(now_box.united(self._now_box).toAlignedRect())
        else:
            return
        self._painted = (whole, parts)
        self._painted_now, self._now_box = now_part, now_box

    def _cover_now(self, arranged: TimelineLayout) -> QRectF:
        """The rectangle of the mark of the time now, with its label and the end of the bar."""
        from inspector_app.session.presentation.timeline import MarkKind

        x = arranged.get_x(MarkKind.NOW)
        if x is None:
            return QRectF()
        around = 2 * self._theme.spacing.to_pixels(_BAR_HEIGHT)
        covered = QRectF(x - around, arranged.bar_y - around, 2 * around, 2 * around)
        for label in arranged.labels:
            if label.mark.kind is MarkKind.NOW:
                covered = covered.united(label.box)
        return covered


def _list_fixed(marks: tuple[Mark, ...], view: TimeContext) -> tuple[tuple[object, ...], ...]:
    """What is said of the marks that does not pass."""
    from inspector_app.session.presentation.timeline import MarkKind

    return tuple(
        (mark.kind, mark.time, mark.description.template)
        for mark in marks
        if mark.kind is not MarkKind.NOW or not view.is_live
    )
