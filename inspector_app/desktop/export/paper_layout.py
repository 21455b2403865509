"""Lays out a report on pages: its text as a QTextDocument, and the position of its timeline.

Inserted as plain text, so nothing that was sent can become markup. Works on any thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from inspector_app.desktop.look.colours import LIGHT
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPageSize

    from inspector_app.desktop.export.sheet import Sheet, Table
    from inspector_app.report.forms.life_svg import TimelineLayout

MARGIN: Final = 64.0
"""Dots, 17 mm."""

INK: Final = LIGHT.text
_DOTS: Final = 96
"""Dots per inch of the layout, which is scaled to the paint device."""

_LINE: Final = "#c9ced8"
_TITLE: Final = 16.0
_SUBTITLE: Final = 11.0
_TEXT: Final = 9.5
_SMALL: Final = 8.0
_SHARES: Final = (28, 72)
"""Percentages of the width, for label and value."""


@dataclass(frozen=True, slots=True)
class Life:
    """The session's timeline, in the colour of its state, and where it is painted."""

    picture: TimelineLayout
    colour: str
    place: QRectF


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Pages of equal size, stacked; ``timeline`` is in dots from the top of the first."""

    document: QTextDocument
    life: Life | None


def laid_out(sheet: Sheet, paper: QPageSize) -> LaidOut:
    """Lay out the report on as many pages as it needs."""
    document = _document(paper)
    cursor = QTextCursor(document)
    _set_verdict(cursor, sheet)
    room = _room_for_life(cursor, sheet.life) if sheet.life is not None else 0
    _set_rest(cursor, sheet)
    if sheet.life is None:
        return LaidOut(document, None)
    place = document.documentLayout().blockBoundingRect(document.findBlockByNumber(room))
    place.setWidth(document.pageSize().width() - 2 * MARGIN)
    return LaidOut(document, Life(sheet.life, LIGHT.of(sheet.severity), place))


def _document(paper: QPageSize) -> QTextDocument:
    document = QTextDocument()
    canvas = QImage(1, 1, QImage.Format.Format_RGB32)
    canvas.setDotsPerMeterX(round(_DOTS / 0.0254))
    canvas.setDotsPerMeterY(round(_DOTS / 0.0254))
    document.setProperty("canvas", canvas)  # kept alive as long as the document laid out for it
    document.documentLayout().setPaintDevice(canvas)
    font = QFont()
    font.setPointSizeF(_TEXT)
    document.setDefaultFont(font)
    document.setPageSize(QSizeF(paper.sizePixels(_DOTS)))
    frame = document.rootFrame().frameFormat()
    frame.setMargin(MARGIN)
    document.rootFrame().setFrameFormat(frame)
    return document


def _set_verdict(cursor: QTextCursor, sheet: Sheet) -> None:
    state = _letters(_TEXT, LIGHT.of(sheet.severity), QFont.Weight.DemiBold)
    _line(cursor, sheet.state, state, above=0)
    _line(cursor, sheet.sentence, _letters(_TITLE, INK, QFont.Weight.DemiBold), above=2)
    if sheet.detail:
        _line(cursor, sheet.detail, _letters(_TEXT), above=6)
    _line(cursor, sheet.next_step, _letters(_TEXT, INK, QFont.Weight.DemiBold), above=8)


def _room_for_life(cursor: QTextCursor, life: TimelineLayout) -> int:
    """Add an empty block as high as the timeline; returns its block number."""
    width = cursor.document().pageSize().width() - 2 * MARGIN
    form = QTextBlockFormat()
    form.setTopMargin(14)
    height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    form.setLineHeight(width * life.height / life.width, height)
    cursor.insertBlock(form)
    return cursor.blockNumber()


def _set_rest(cursor: QTextCursor, sheet: Sheet) -> None:
    if sheet.noticed:
        _heading(cursor, say("Also noticed"))
        for one in sheet.noticed:
            _line(cursor, f"•  {one}", _letters(_TEXT), above=3)
    for table in sheet.tables:
        _heading(cursor, table.title)
        _set_table(cursor, table)
    _line(cursor, sheet.closing, _letters(_SMALL, LIGHT.soft), above=14)


def _letters(
    points: float, colour: str = INK, weight: QFont.Weight = QFont.Weight.Normal
) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontPointSize(points)
    letters.setForeground(QBrush(QColor(colour)))
    letters.setFontWeight(weight)
    return letters


def _heading(cursor: QTextCursor, words: str) -> None:
    _line(cursor, words, _letters(_SUBTITLE, INK, QFont.Weight.DemiBold), above=15, below=5)


def _line(
    cursor: QTextCursor, words: str, letters: QTextCharFormat, above: int, below: int = 0
) -> None:
    """Add a paragraph; margins in dots."""
    form = QTextBlockFormat()
    form.setTopMargin(above)
    form.setBottomMargin(below)
    if cursor.block().length() > 1 or cursor.position():
        cursor.insertBlock(form)
    else:
        cursor.setBlockFormat(form)
    cursor.setCharFormat(letters)
    cursor.insertText(words, letters)


def _set_table(cursor: QTextCursor, table: Table) -> None:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellPadding(3)
    form.setCellSpacing(0)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for share in _SHARES]
    )
    made = cursor.insertTable(len(table.rows), len(_SHARES), form)
    for number, row in enumerate(table.rows):
        for column, words in enumerate(row):
            cell = made.cellAt(number, column)
            dress = QTextTableCellFormat()
            dress.setBottomBorder(0.75)
            dress.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            dress.setBottomBorderBrush(QBrush(QColor(_LINE)))
            dress.setPadding(3)
            dress.setLeftPadding(4 * column)  # labels are aligned with their heading
            cell.setFormat(dress)
            letters = _letters(_TEXT, INK if column else LIGHT.soft)
            cell.firstCursorPosition().insertText(words, letters)
    cursor.movePosition(QTextCursor.MoveOperation.End)
