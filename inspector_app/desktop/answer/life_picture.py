"""Timeline widget of a session's lifetime: elapsed, remaining, now and both possible ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from inspector_app.desktop.look.plain import escaped, plain
from inspector_app.desktop.look.words import shown
from inspector_app.session.severity import Severity
from inspector_app.session.telling.label_places import LabelPosition, LabelRequest, place_labels
from inspector_app.session.telling.life_line import Mark, MarkKind, build_marks, describe_timeline

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent, QPaintEvent, QResizeEvent

    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.session.lifetimes import ExpiryPolicy, Lifetimes
    from inspector_app.session.moment import TimeContext

_BEYOND: Final = 72
"""Reference pixels between the scale and the marks that are off scale."""

_ABOVE: Final = frozenset({MarkKind.NOW, MarkKind.ENDS_IF_SLIDING})
"""Marks with their labels above the bar; the others have theirs below it."""


class LifePicture(QWidget):
    """Paints in the theme's colours; tooltips describe one mark, the accessible name all."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._marks: tuple[Mark, ...] = ()
        self._severity = Severity.GOOD
        self.labels: tuple[tuple[Mark, str, QRectF], ...] = ()
        self._above = self._below = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        self.setFont(font)

    def show_life(
        self, lifetimes: Lifetimes, view: TimeContext, supported: ExpiryPolicy | None = None
    ) -> None:
        """Show this session as of ``time_context.now``, the gateway's time.

        ``supported`` is the interpretation of its end for which there is evidence.
        """
        self._marks = build_marks(lifetimes, view, supported)
        ends = lifetimes.ends
        is_over = ends is not None and ends < view.now
        self._severity = Severity.WARNING if is_over else Severity.GOOD
        self._place_labels()
        self.setAccessibleName(plain(shown(describe_timeline(lifetimes, view, supported))))
        self.setVisible(bool(self._marks))
        self.update()

    def sizeHint(self) -> QSize:
        px = self._appearance.rhythm.px
        return QSize(px(320), px(26) + self.fontMetrics().height() * (self._above + self._below))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_labels()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._marks:
            self._tell(event)  # type: ignore[arg-type]  # a ToolTip event is a QHelpEvent
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._marks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        for mark in self._marks:
            self._paint_mark(painter, mark)
        self._paint_labels(painter)
        painter.end()

    def _tell(self, event: QHelpEvent) -> None:
        QToolTip.showText(event.globalPos(), escaped(self.told_at(event.pos().x())), self)

    def told_at(self, x: float) -> str:
        """The description of the nearest mark."""
        near = min(self._marks, key=lambda mark: abs(self._x(mark) - x))
        return shown(near.description)

    @property
    def _height(self) -> int:
        """Height of the bar."""
        return self._appearance.rhythm.px(8)

    @property
    def _y(self) -> float:
        """Vertical centre of the bar."""
        return self.fontMetrics().height() * self._above + self._appearance.rhythm.px(14)

    def _x(self, mark: Mark) -> float:
        """The x of a mark: at the edge where it is off scale, else within the scale."""
        margin = float(self._height)
        first, last = margin, self.width() - margin
        if mark.is_off_scale:
            return last if mark.position else first
        beyond = self._appearance.rhythm.px(_BEYOND)
        first += beyond * any(one.is_off_scale and not one.position for one in self._marks)
        last -= beyond * any(one.is_off_scale and one.position for one in self._marks)
        return first + mark.position * (last - first)

    def _at(self, kind: MarkKind) -> float | None:
        return next((self._x(mark) for mark in self._marks if mark.kind is kind), None)

    def _paint_line(self, painter: QPainter) -> None:
        colours = self._appearance.colours
        thick = self._height
        on_scale = [mark for mark in self._marks if not mark.is_off_scale]
        left, right = self._x(on_scale[0]), self._x(on_scale[-1])
        now = self._at(MarkKind.NOW) or right
        end = self._at(MarkKind.ENDS_IF_SLIDING) or self._at(MarkKind.ENDS_IF_FIXED) or right
        painter.setPen(QPen(QColor(colours.edge), 1.5, Qt.PenStyle.DotLine))
        for mark in self._marks:
            if mark.is_off_scale:
                near = right if mark.position else left
                painter.drawLine(QPointF(near, self._y), QPointF(self._x(mark), self._y))
        strong = QColor(colours.of(self._severity))
        faint = QColor(strong)
        faint.setAlphaF(0.38)
        painter.setPen(Qt.PenStyle.NoPen)
        top = self._y - thick / 2
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
        colours = self._appearance.colours
        x, thick = self._x(mark), self._height
        match mark.kind:
            case MarkKind.NOW:
                tip, half = self._y - thick * 0.7, thick * 0.55
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
                painter.setPen(QPen(QColor(colours.soft), 1.5, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(x, self._y - thick), QPointF(x, self._y + thick))
            case MarkKind.PASSWORD_EXPIRES:
                painter.setPen(QPen(QColor(colours.soft), 1.5))
                painter.setBrush(QColor(colours.surface))
                painter.drawEllipse(QPointF(x, self._y), thick * 0.6, thick * 0.6)
            case _:
                painter.setPen(QPen(QColor(colours.surface), 2))
                painter.setBrush(QColor(colours.of(self._severity)))
                painter.drawEllipse(QPointF(x, self._y), thick * 0.75, thick * 0.75)

    def _paint_labels(self, painter: QPainter) -> None:
        colours = self._appearance.colours
        for mark, words, box in self.labels:
            painter.setPen(QColor(colours.text if mark.kind in _ABOVE else colours.soft))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _place_labels(self) -> None:
        """Compute the rectangle of each label, and the widget height that all of them need."""
        metrics, gap = self.fontMetrics(), self._appearance.rhythm.px(10)
        words = [plain(shown(mark.label)) for mark in self._marks]
        found = place_labels(
            [
                LabelRequest(
                    self._x(mark), metrics.horizontalAdvance(word) + 2.0, mark.kind in _ABOVE
                )
                for mark, word in zip(self._marks, words, strict=True)
            ],
            self.width(),
            gap,
        )
        above = max((-place.row for place in found), default=1)
        below = max((place.row + 1 for place in found), default=1)
        self._set_rows(max(1, above), max(1, below))
        self.labels = tuple(
            (mark, word, self._box(place, metrics.horizontalAdvance(word) + 2.0))
            for mark, word, place in zip(self._marks, words, found, strict=True)
        )

    def _set_rows(self, above: int, below: int) -> None:
        if (above, below) != (self._above, self._below):
            self._above, self._below = above, below
            self.updateGeometry()

    def _box(self, place: LabelPosition, width: float) -> QRectF:
        height = float(self.fontMetrics().height())
        if place.row < 0:
            return QRectF(place.left, height * (self._above + place.row), width, height)
        return QRectF(place.left, self._y + self._height + height * place.row, width, height)
