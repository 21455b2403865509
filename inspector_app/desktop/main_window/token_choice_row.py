"""One of several tokens to choose from: what it is in the first line, where it stood below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import join_facts
from inspector_app.desktop.widgets.plain_text import set_tooltip, to_menu_text, to_plain_text
from inspector_app.desktop.widgets.reading_direction import align_leading, place_within

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from inspector_app.desktop.theme.theme import Theme

_HEIGHT: Final = 58
_TEXT_START: Final = 40
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class RowTexts:
    """What a row says: the kind, the fingerprint, tags, the place, and a warning if there is one.

    No token, nor a piece of one, is in them: they are spoken, and stand in a tooltip.
    """

    kind: str
    fingerprint: str
    tags: tuple[str, ...]
    place: str
    warning: str = ""

    def join(self) -> str:
        """All of it in one line, for a screen reader and a tooltip."""
        what = join_facts((f"{self.kind} {self.fingerprint}", *self.tags))
        return ". ".join(one for one in (what, self.place, self.warning) if one)


class TokenChoiceRow(QRadioButton):
    """``accepted``: Enter was pressed on it, or it was clicked twice.

    ``stepped``: a key asks for the choice before it (-1) or behind it (1).
    """

    accepted = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme, texts: RowTexts) -> None:
        super().__init__()
        self._theme = theme
        self._texts = texts
        self.setText(to_menu_text(texts.join()))
        self.setAccessibleName(to_plain_text(texts.join()))
        set_tooltip(self, texts.join())
        self.setFixedHeight(theme.spacing.to_pixels(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @qt_override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.spacing.to_pixels(240), self.height())

    @qt_override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @qt_override
    def hitButton(self, where: QPoint) -> bool:
        return self.rect().contains(where)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the choice; held down, it is still the one that opened the question."""
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.accepted.emit()
        elif event.key() in _STEPS:
            # Not left to Qt, which goes by positions: there are none before the first painting.
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @qt_override
    def mouseDoubleClickEvent(self, event: object) -> None:
        del event
        self.accepted.emit()

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        px = self._theme.spacing.to_pixels
        start, half = px(_TEXT_START), self.height() // 2
        upper = QRect(start, px(7), self.width() - start - px(14), half - px(7))
        lower = QRect(start, half, upper.width(), half - px(7))
        self._paint_first_line(painter, upper)
        self._paint_place(painter, lower)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        colours, px = self._theme.colours, self._theme.spacing.to_pixels
        is_on = self.isChecked()
        box = QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5)
        painter.setPen(QPen(QColor(colours.border if is_on else colours.line), 1))
        painter.setBrush(QColor(colours.chosen_row if is_on else colours.surface))
        painter.drawRoundedRect(box, px(4), px(4))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, px(6), px(6))
        left = self.width() - px(22) if self.isRightToLeft() else px(22)
        middle = QPointF(left, px(_HEIGHT) * 0.33)
        painter.setPen(QPen(QColor(colours.accent if is_on else colours.border), 1))
        painter.setBrush(QColor(colours.accent if is_on else colours.surface))
        painter.drawEllipse(middle, px(7), px(7))
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.on_accent))
            painter.drawEllipse(middle, px(3), px(3))

    def _paint_first_line(self, painter: QPainter, box: QRect) -> None:
        """The kind in bold, the fingerprint, and the tags as long as there is room."""
        colours, px = self._theme.colours, self._theme.spacing.to_pixels
        plain, bold = self.font(), self.font()
        bold.setWeight(bold.Weight.DemiBold)
        x = box.left()
        for words, font in ((self._texts.kind, bold), (self._texts.fingerprint, plain)):
            painter.setFont(font)
            painter.setPen(QColor(colours.text))
            x += px(10) + self._draw(
                painter, QRect(x, box.top(), box.right() - x, box.height()), words
            )
        for words in self._texts.tags:
            width = painter.fontMetrics().horizontalAdvance(words) + px(12)
            if x + width > box.right():
                return
            tag = self._place(QRect(x, box.top() + 1, width, box.height() - 2))
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.setBrush(QColor(colours.window))
            painter.drawRoundedRect(QRectF(tag).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
            painter.setPen(QColor(colours.text))
            painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)
            x += width + px(6)

    def _paint_place(self, painter: QPainter, box: QRect) -> None:
        """The place, elided in favour of the warning behind it."""
        colours, px = self._theme.colours, self._theme.spacing.to_pixels
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        side, gap = px(14), px(6)
        warned = self._texts.warning
        needed = metrics.horizontalAdvance(warned) + side + 3 * gap if warned else 0
        place = QRect(box)
        place.setWidth(max(px(60), box.width() - needed))
        painter.setPen(QColor(colours.muted))
        used = self._draw(painter, place, self._texts.place)
        if not warned:
            return
        x = box.left() + used + 2 * gap
        icon = self._place(QRect(x, box.center().y() - side // 2 + 1, side, side))
        self._theme.get_icon("triangle-alert", colours.warning).paint(painter, icon)
        painter.setPen(QColor(colours.warning))
        x += side + gap
        self._draw(painter, QRect(x, box.top(), box.right() - x, box.height()), warned)

    def _place(self, box: QRect) -> QRect:
        """Where it is in this language: mirrored where that is written from right to left."""
        return place_within(self.layoutDirection(), self.rect(), box)

    def _draw(self, painter: QPainter, box: QRect, words: str) -> int:
        """Draw one line, elided at its end; returns the width that it took."""
        metrics = painter.fontMetrics()
        line = metrics.elidedText(to_plain_text(words), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(self._place(box), align_leading(self.layoutDirection()), line)
        return metrics.horizontalAdvance(line)
