"""Paints an entry of the history: state, whose answer, age; environment, verdict, fingerprint."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.desktop.history.entry_texts import format_age, get_title, list_verdicts
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.reading_direction import (
    align_leading,
    align_trailing,
    isolate_direction,
    place_within,
)
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from inspector_app.desktop.history.history_model import AnyIndex, HistoryModel
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.history.entry import HistoryEntry

SEVERITY_ICONS: Final = {
    Severity.GOOD: "circle-check",
    Severity.NOTICE: "info",
    Severity.PLAIN: "info",
    Severity.WARNING: "triangle-alert",
    Severity.BAD: "circle-x",
}
_WIDE_HEIGHT: Final = 56
_COMPACT_HEIGHT: Final = 32
_LINE: Final = 20


class EntryDelegate(QStyledItemDelegate):
    """Two lines in the open pane, an icon in the folded one.

    ``letters`` are those of the sides of a comparison, by the number of their entry.
    """

    def __init__(self, theme: Theme, model: HistoryModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.is_compact = False
        self.letters: dict[int, str] = {}
        self.shown_number: int | None = None

    @qt_override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del option, index
        px = self._theme.spacing.to_pixels
        return QSize(px(40), px(_COMPACT_HEIGHT if self.is_compact else _WIDE_HEIGHT))

    @qt_override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> None:
        entry = self._model.get_entry(index)
        if entry is None:
            return
        painter.save()
        is_filled = self._paint_ground(painter, option, entry)
        if self.is_compact:
            self._paint_compact(painter, option, entry, is_filled=is_filled)
        else:
            self._paint_lines(painter, option, entry, is_filled=is_filled)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: HistoryEntry
    ) -> bool:
        """Paint the row's ground; True where it is filled, since the list has the focus."""
        colours, px = self._theme.colours, self._theme.spacing.to_pixels
        rect = option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        marked = self.letters.keys() or {self.shown_number}
        is_shown = entry.number in marked
        if is_current and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect, QColor(colours.accent))
            return True
        if is_shown or (is_current and not self.letters):
            painter.fillRect(rect, QColor(colours.hover))
        if is_shown:
            bar = QRect(rect.left(), rect.top(), px(4), rect.height())
            painter.fillRect(_mirror(option, bar), QColor(colours.accent))
        return False

    def _paint_compact(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        entry: HistoryEntry,
        *,
        is_filled: bool,
    ) -> None:
        px, rect = self._theme.spacing.to_pixels, option.rect
        letter = self.letters.get(entry.number, "")
        side = px(16)
        left = rect.left() + (px(10) if letter else (rect.width() - side) // 2)
        icon = QRect(left, rect.center().y() - side // 2, side, side)
        self._paint_icon(painter, _mirror(option, icon), entry, is_filled=is_filled)
        if letter:
            painter.setFont(self._build_font(painter.font(), is_bold=True))
            painter.setPen(self._get_text_colour(is_filled=is_filled))
            box = QRect(icon.right() + px(4), rect.top(), px(14), rect.height())
            painter.drawText(_mirror(option, box), align_leading(option.direction), letter)

    def _paint_lines(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        entry: HistoryEntry,
        *,
        is_filled: bool,
    ) -> None:
        px, colours, rect = self._theme.spacing.to_pixels, self._theme.colours, option.rect
        left, right = rect.left() + px(16), rect.right() - px(16)
        top, line = rect.top() + px(8), px(_LINE)
        side = px(16)
        icon = QRect(left, top + (line - side) // 2, side, side)
        self._paint_icon(painter, _mirror(option, icon), entry, is_filled=is_filled)
        text = left + px(24)
        strong = self._get_text_colour(is_filled=is_filled)
        soft = QColor(colours.on_accent if is_filled else colours.muted)
        plain = QFont(painter.font())
        small = self._build_font(plain, is_bold=False)
        age = format_age(entry, time.time())
        painter.setFont(small)
        painter.setPen(soft)
        first = QRect(text, top, right - text, line)
        room = right - _draw_trailing(painter, option, first, age) - px(8)
        title = get_title(entry, is_shared=self._model.is_shared)
        painter.setFont(_embolden(plain))
        painter.setPen(strong)
        letter = self.letters.get(entry.number)
        _draw_leading(
            painter,
            option,
            QRect(text, top, room - text, line),
            f"{letter}  {title}" if letter else title,
        )
        second = QRect(text, top + line, right - text, line)
        painter.setFont(small)
        painter.setPen(soft)
        which = "" if title == entry.fingerprint else entry.fingerprint
        room = right - _draw_trailing(painter, option, second, which) - px(8)
        start = self._paint_square(painter, option, second, entry, is_filled=is_filled)
        verdict = QRect(start, second.top(), room - start, line)
        texts = list_verdicts(entry, time.time())
        fitting = (one for one in texts if _elide(painter, one, verdict.width()) == one)
        _draw_leading(painter, option, verdict, next(fitting, texts[-1]))

    def _paint_square(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        line: QRect,
        entry: HistoryEntry,
        *,
        is_filled: bool,
    ) -> int:
        """Paint the environment's letter in a square; returns where the text goes on."""
        name = entry.environment.name.strip()
        if not name:
            return line.left()
        px, colours = self._theme.spacing.to_pixels, self._theme.colours
        side = px(16)
        square = QRect(line.left(), line.center().y() - side // 2, side, side)
        font = painter.font()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_accent if is_filled else colours.muted))
        seen = _mirror(option, square)
        painter.drawRoundedRect(seen, px(4), px(4))
        painter.setPen(QColor(colours.accent if is_filled else colours.surface))
        painter.setFont(self._build_font(font, is_bold=True))
        painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, name[0].upper())
        painter.setFont(font)
        painter.setPen(QColor(colours.on_accent if is_filled else colours.muted))
        return square.right() + px(8)

    def _paint_icon(
        self, painter: QPainter, rect: QRect, entry: HistoryEntry, *, is_filled: bool
    ) -> None:
        colours = self._theme.colours
        colour = colours.on_accent if is_filled else colours.get_severity_colour(entry.severity)
        self._theme.get_icon(SEVERITY_ICONS[entry.severity], colour).paint(painter, rect)

    def _get_text_colour(self, *, is_filled: bool) -> QColor:
        colours = self._theme.colours
        return QColor(colours.on_accent if is_filled else colours.text)

    def _build_font(self, font: QFont, *, is_bold: bool) -> QFont:
        made = QFont(font)
        made.setPointSizeF(font.pointSizeF() * 12 / 13)
        if is_bold:
            made.setWeight(QFont.Weight.Bold)
        return made


def _embolden(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _mirror(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    """Where it is in this language: mirrored where that is written from right to left."""
    return place_within(option.direction, option.rect, rect)


def _elide(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


def _draw_leading(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, text: str) -> None:
    line = _elide(painter, text, rect.width())
    painter.drawText(
        _mirror(option, rect), align_leading(option.direction), isolate_direction(line)
    )


def _draw_trailing(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, text: str) -> int:
    """Draw where a line ends; returns the width of the text."""
    painter.drawText(
        _mirror(option, rect), align_trailing(option.direction), isolate_direction(text)
    )
    return painter.fontMetrics().horizontalAdvance(text)
