"""The picture of the session's life: done, left, now and both possible ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from inspector_app.desktop.plain import escaped, plain
from inspector_app.desktop.words import shown
from inspector_app.session.life_line import Mark, MarkKind, marks, spoken
from inspector_app.session.outline import Severity

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent, QPaintEvent, QResizeEvent

    from inspector_app.desktop.appearance import Appearance
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.outline import Viewpoint

_ABOVE: Final = frozenset({MarkKind.NOW, MarkKind.ENDS_IF_SLIDING})
"""These labels stand above the line, the others step down below it until they fit."""


class LifePicture(QWidget):
    """Paints with the palette's colours; a tooltip tells each mark, a description all of them."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._marks: tuple[Mark, ...] = ()
        self._severity = Severity.GOOD
        self._labels: tuple[tuple[Mark, str, QRectF], ...] = ()
        self._rows_below = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        self.setFont(font)

    def show_life(self, lifetimes: Lifetimes, view: Viewpoint) -> None:
        """Show this session as it stands at ``view.now``, the gateway's time."""
        self._marks = marks(lifetimes, view)
        ends = lifetimes.ends
        is_over = ends is not None and ends < view.now
        self._severity = Severity.WARNING if is_over else Severity.GOOD
        self._place_labels()
        self.setAccessibleName(plain(shown(spoken(lifetimes, view))))
        self.setVisible(bool(self._marks))
        self.update()

    def sizeHint(self) -> QSize:
        px = self._appearance.rhythm.px
        lines = 1 + self._rows_below
        return QSize(px(320), px(26) + self.fontMetrics().height() * lines)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_labels()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
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
        near = min(self._marks, key=lambda mark: abs(self._x(mark) - event.pos().x()))
        QToolTip.showText(event.globalPos(), escaped(shown(near.told)), self)

    @property
    def _height(self) -> int:
        """Of the bar."""
        return self._appearance.rhythm.px(8)

    @property
    def _y(self) -> float:
        """The middle of the bar."""
        return self.fontMetrics().height() + self._appearance.rhythm.px(14)

    def _x(self, mark: Mark) -> float:
        margin = self._height
        return margin + mark.place * (self.width() - 2 * margin)

    def _at(self, kind: MarkKind) -> float | None:
        return next((self._x(mark) for mark in self._marks if mark.kind is kind), None)

    def _paint_line(self, painter: QPainter) -> None:
        colours = self._appearance.colours
        left, right, thick = self._x(self._marks[0]), self._x(self._marks[-1]), self._height
        now = self._at(MarkKind.NOW) or right
        end = self._at(MarkKind.ENDS_IF_SLIDING) or right
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
            case _:
                painter.setPen(QPen(QColor(colours.surface), 2))
                painter.setBrush(QColor(colours.of(self._severity)))
                painter.drawEllipse(QPointF(x, self._y), thick * 0.75, thick * 0.75)

    def _paint_labels(self, painter: QPainter) -> None:
        colours = self._appearance.colours
        for mark, words, box in self._labels:
            painter.setPen(QColor(colours.text if mark.kind in _ABOVE else colours.soft))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _place_labels(self) -> None:
        """Give each label its place, and the picture the height that it takes."""
        rows: dict[int, list[QRectF]] = {}
        placed = []
        for mark in self._marks:
            words = plain(shown(mark.label))
            placed.append((mark, words, self._free_place(words, mark, rows)))
        self._labels = tuple(placed)
        below = 1 + max((row for row, boxes in rows.items() if boxes), default=0)
        if below != self._rows_below:
            self._rows_below = max(1, below)
            self.updateGeometry()

    def _free_place(self, words: str, mark: Mark, rows: dict[int, list[QRectF]]) -> QRectF:
        """In the first row where the label stands clear of its neighbours, else beside them."""
        metrics, gap = self.fontMetrics(), self._appearance.rhythm.px(10)
        width, height = metrics.horizontalAdvance(words) + 2.0, float(metrics.height())
        wished = min(max(0.0, self._x(mark) - width / 2), self.width() - width)
        candidates = (-1,) if mark.kind in _ABOVE else (0, 1)
        box, row = QRectF(), candidates[0]
        for row in candidates:
            y = 0.0 if row < 0 else self._y + self._height + height * row
            box = QRectF(wished, y, width, height)
            taken = rows.setdefault(row, [])
            if not any(box.adjusted(-gap, 0, gap, 0).intersects(other) for other in taken):
                break
        else:
            last = max(other.right() for other in rows[row])
            box.moveLeft(min(last + gap, self.width() - width))
        rows[row].append(box)
        return box
