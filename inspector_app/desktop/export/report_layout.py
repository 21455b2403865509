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

from inspector_app.desktop.theme.colours import LIGHT
from inspector_app.desktop.theme.translation import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QPageSize

    from inspector_app.desktop.export.printable_report import PrintableReport, Table
    from inspector_app.report.formats.timeline_layout import TimelineLayout

MARGIN: Final = 64.0
"""Dots, 17 mm."""

TEXT_COLOUR: Final = LIGHT.text
_DPI: Final = 96
"""Dots per inch of the layout, which is scaled to the paint device."""

_BORDER_COLOUR: Final = "#c9ced8"
_TITLE_POINTS: Final = 16.0
_SUBTITLE_POINTS: Final = 11.0
_TEXT_POINTS: Final = 9.5
_SMALL_POINTS: Final = 8.0
_COLUMN_PERCENTAGES: Final = {2: (28, 72), 3: (36, 32, 32), 4: (22, 26, 26, 26)}
"""Percentages of the width, by the number of columns: of two, label and value."""


@dataclass(frozen=True, slots=True)
class PlacedTimeline:
    """The session's timeline, in the colour of its state, and where it is painted."""

    picture: TimelineLayout
    colour: str
    rect: QRectF


@dataclass(frozen=True, slots=True)
class ReportLayout:
    """Pages of equal size, stacked; ``timeline`` is in dots from the top of the first."""

    document: QTextDocument
    timeline: PlacedTimeline | None


def build_layout(printable: PrintableReport, page_size: QPageSize) -> ReportLayout:
    """Lay out the report on as many pages as it needs."""
    document = _create_document(page_size)
    cursor = QTextCursor(document)
    _add_verdict(cursor, printable)
    picture = printable.timeline
    if picture is None:
        _add_sections(cursor, printable)
        return ReportLayout(document, None)
    room = _add_timeline_space(cursor, picture)
    _add_sections(cursor, printable)
    place = document.documentLayout().blockBoundingRect(document.findBlockByNumber(room))
    place.setWidth(document.pageSize().width() - 2 * MARGIN)
    colour = LIGHT.get_severity_colour(printable.severity)
    return ReportLayout(document, PlacedTimeline(picture, colour, place))


def _create_document(page_size: QPageSize) -> QTextDocument:
    document = QTextDocument()
    canvas = QImage(1, 1, QImage.Format.Format_RGB32)
    canvas.setDotsPerMeterX(round(_DPI / 0.0254))
    canvas.setDotsPerMeterY(round(_DPI / 0.0254))
    document.documentLayout().setPaintDevice(canvas)  # which PySide keeps as long as the document
    font = QFont()
    font.setPointSizeF(_TEXT_POINTS)
    document.setDefaultFont(font)
    document.setPageSize(QSizeF(page_size.sizePixels(_DPI)))
    frame = document.rootFrame().frameFormat()
    frame.setMargin(MARGIN)
    document.rootFrame().setFrameFormat(frame)
    return document


def _add_verdict(cursor: QTextCursor, printable: PrintableReport) -> None:
    state = _create_char_format(
        _TEXT_POINTS, LIGHT.get_severity_colour(printable.severity), QFont.Weight.DemiBold
    )
    if printable.head:
        soft = _create_char_format(_TEXT_POINTS, LIGHT.muted)
        _add_paragraph(cursor, printable.head, soft, above=0)
    _add_paragraph(cursor, printable.state, state, above=4 if printable.head else 0)
    _add_paragraph(
        cursor,
        printable.sentence,
        _create_char_format(_TITLE_POINTS, TEXT_COLOUR, QFont.Weight.DemiBold),
        above=2,
    )
    if printable.detail:
        _add_paragraph(cursor, printable.detail, _create_char_format(_TEXT_POINTS), above=6)
    if not printable.next_step:
        return
    _add_paragraph(
        cursor,
        printable.next_step,
        _create_char_format(_TEXT_POINTS, TEXT_COLOUR, QFont.Weight.DemiBold),
        above=8,
    )


def _add_timeline_space(cursor: QTextCursor, picture: TimelineLayout) -> int:
    """Add an empty block as high as the timeline; returns its block number."""
    width = cursor.document().pageSize().width() - 2 * MARGIN
    form = QTextBlockFormat()
    form.setTopMargin(14)
    height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    form.setLineHeight(width * picture.height / picture.width, height)
    cursor.insertBlock(form)
    return cursor.blockNumber()


def _add_sections(cursor: QTextCursor, printable: PrintableReport) -> None:
    if printable.steps:
        _add_heading(cursor, translate("Steps"))
        for number, one in enumerate(printable.steps, 1):
            _add_paragraph(cursor, f"{number}.  {one}", _create_char_format(_TEXT_POINTS), above=3)
    if printable.noticed:
        _add_heading(cursor, printable.noticed_title)
        for one in printable.noticed:
            _add_paragraph(cursor, f"•  {one}", _create_char_format(_TEXT_POINTS), above=3)
    for table in printable.tables:
        _add_heading(cursor, table.title)
        _add_table(cursor, table)
    _add_paragraph(
        cursor, printable.closing, _create_char_format(_SMALL_POINTS, LIGHT.muted), above=14
    )


def _create_char_format(
    points: float, colour: str = TEXT_COLOUR, weight: QFont.Weight = QFont.Weight.Normal
) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontPointSize(points)
    letters.setForeground(QBrush(QColor(colour)))
    letters.setFontWeight(weight)
    return letters


def _add_heading(cursor: QTextCursor, text: str) -> None:
    _add_paragraph(
        cursor,
        text,
        _create_char_format(_SUBTITLE_POINTS, TEXT_COLOUR, QFont.Weight.DemiBold),
        above=15,
        below=5,
    )


def _add_paragraph(
    cursor: QTextCursor, text: str, char_format: QTextCharFormat, above: int, below: int = 0
) -> None:
    """Add a paragraph; margins in dots."""
    form = QTextBlockFormat()
    form.setTopMargin(above)
    form.setBottomMargin(below)
    if cursor.position():
        cursor.insertBlock(form)
    else:
        cursor.setBlockFormat(form)
    cursor.setCharFormat(char_format)
    cursor.insertText(text, char_format)


def _add_table(cursor: QTextCursor, table: Table) -> None:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellPadding(3)
    form.setCellSpacing(0)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    rows = (table.head, *table.rows) if table.head else table.rows
    shares = _COLUMN_PERCENTAGES[len(table.head) or 2]
    form.setHeaderRowCount(1 if table.head else 0)
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for share in shares]
    )
    made = cursor.insertTable(len(rows), len(shares), form)
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            cell = made.cellAt(number, column)
            dress = QTextTableCellFormat()
            dress.setBottomBorder(0.75)
            dress.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            dress.setBottomBorderBrush(QBrush(QColor(_BORDER_COLOUR)))
            dress.setPadding(3)
            dress.setLeftPadding(4 if column else 0)  # labels are aligned with their heading
            cell.setFormat(dress)
            is_head = bool(table.head) and number == 0
            colour = TEXT_COLOUR if column and not is_head else LIGHT.muted
            weight = QFont.Weight.DemiBold if is_head else QFont.Weight.Normal
            letters = _create_char_format(_TEXT_POINTS, colour, weight)
            cell.firstCursorPosition().insertText(words, letters)
    cursor.movePosition(QTextCursor.MoveOperation.End)
