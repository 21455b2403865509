"""The report on pages: as a PDF, as pictures of the same pages, and on a printer.

Set as plain text, so nothing that was sent can become markup. Works on any thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QLocale,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QFont,
    QImage,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from inspector_app.desktop.export.paper_life import life_image
from inspector_app.desktop.look.appearance import LIGHT
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from inspector_app.desktop.export.sheet import Sheet, Table
    from inspector_app.report.forms.life_svg import Picture

_DOTS: Final = 96
"""Per inch: the pages are laid out for these, and scaled to whatever they are painted on."""

_MARGIN: Final = 68.0
"""Dots, 18 mm."""

_SHARP: Final = 2
"""Dots of a picture for each of the page, so that it is sharp on a dense screen."""

_INK: Final = LIGHT.text
_LINE: Final = "#c9ced8"
_TITLE: Final = 16.0
_SUBTITLE: Final = 11.0
_TEXT: Final = 9.5
_SMALL: Final = 8.0
_FOOT: Final = 11
_LIFE: Final = "life"
_SHARES: Final = (30, 70)
"""Of the width, for label and value, in per cent."""


def page_size() -> QPageSize:
    """The paper that is usual where the person is."""
    is_american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if is_american else QPageSize.PageSizeId.A4)


def printed(sheet: Sheet, title: str) -> tuple[bytes, tuple[QImage, ...]]:
    """The report as the bytes of a PDF, and a picture of each of its pages."""
    document = _laid_out(sheet)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(say("EnOS Session Inspector"))
    writer.setPageSize(page_size())
    writer.setPageMargins(QMarginsF())
    _paint_all(document, writer)
    buffer.close()
    pages = tuple(_picture(document, page) for page in range(document.pageCount()))
    return bytes(data.data()), pages


def print_on(device: QPagedPaintDevice, sheet: Sheet) -> None:
    """Send the report's pages to a printer."""
    _paint_all(_laid_out(sheet), device)


def _laid_out(sheet: Sheet) -> QTextDocument:
    document = QTextDocument()
    canvas = QImage(1, 1, QImage.Format.Format_RGB32)
    canvas.setDotsPerMeterX(round(_DOTS / 0.0254))
    canvas.setDotsPerMeterY(round(_DOTS / 0.0254))
    document.setProperty("canvas", canvas)  # lives as long as what is laid out for it
    document.documentLayout().setPaintDevice(canvas)
    font = QFont()
    font.setPointSizeF(_TEXT)
    document.setDefaultFont(font)
    document.setPageSize(QSizeF(page_size().sizePixels(_DOTS)))
    frame = document.rootFrame().frameFormat()
    frame.setMargin(_MARGIN)
    document.rootFrame().setFrameFormat(frame)
    _set(QTextCursor(document), sheet)
    return document


def _set(cursor: QTextCursor, sheet: Sheet) -> None:
    state = _letters(_TEXT, LIGHT.of(sheet.severity), QFont.Weight.DemiBold)
    _line(cursor, sheet.state, state, above=0)
    _line(cursor, sheet.sentence, _letters(_TITLE, _INK, QFont.Weight.DemiBold), above=2)
    if sheet.detail:
        _line(cursor, sheet.detail, _letters(_TEXT), above=6)
    _line(cursor, sheet.next_step, _letters(_TEXT, _INK, QFont.Weight.DemiBold), above=8)
    if sheet.life is not None:
        _set_life(cursor, sheet.life, LIGHT.of(sheet.severity))
    if sheet.noticed:
        _heading(cursor, say("Also noticed"))
        for one in sheet.noticed:
            _line(cursor, f"•  {one}", _letters(_TEXT), above=3)
    for table in sheet.tables:
        _heading(cursor, table.title)
        _set_table(cursor, table)
    _line(cursor, sheet.closing, _letters(_SMALL, LIGHT.soft), above=20)


def _set_life(cursor: QTextCursor, life: Picture, colour: str) -> None:
    document = cursor.document()
    document.addResource(
        QTextDocument.ResourceType.ImageResource, QUrl(_LIFE), life_image(life, colour)
    )
    width = document.pageSize().width() - 2 * _MARGIN
    image = QTextImageFormat()
    image.setName(_LIFE)
    image.setWidth(width)
    image.setHeight(width * life.height / life.width)
    _line(cursor, "", _letters(_TEXT), above=14)
    cursor.insertImage(image)


def _letters(
    points: float, colour: str = _INK, weight: QFont.Weight = QFont.Weight.Normal
) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontPointSize(points)
    letters.setForeground(QBrush(QColor(colour)))
    letters.setFontWeight(weight)
    return letters


def _heading(cursor: QTextCursor, words: str) -> None:
    _line(cursor, words, _letters(_SUBTITLE, _INK, QFont.Weight.DemiBold), above=20, below=6)


def _line(
    cursor: QTextCursor, words: str, letters: QTextCharFormat, above: int, below: int = 0
) -> None:
    """A paragraph of its own; distances in dots."""
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
    form.setCellPadding(4)
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
            dress.setPadding(4)
            dress.setLeftPadding(4 * column)  # labels stand below their heading
            cell.setFormat(dress)
            letters = _letters(_TEXT, _INK if column else LIGHT.soft)
            cell.firstCursorPosition().insertText(words, letters)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _paint_all(document: QTextDocument, device: QPagedPaintDevice) -> None:
    painter = QPainter(device)
    size = document.pageSize()
    room = QRectF(painter.viewport())
    scale = min(room.width() / size.width(), room.height() / size.height())
    for page in range(document.pageCount()):
        if page:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        _paint(document, page, painter)
        painter.restore()
    painter.end()


def _picture(document: QTextDocument, page: int) -> QImage:
    size = document.pageSize().toSize() * _SHARP
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.scale(_SHARP, _SHARP)
    _paint(document, page, painter)
    painter.end()
    picture.setDevicePixelRatio(_SHARP)
    return picture


def _paint(document: QTextDocument, page: int, painter: QPainter) -> None:
    size = document.pageSize()
    painter.save()
    painter.translate(0, -page * size.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, page * size.height(), size.width(), size.height())
    context.palette.setColor(QPalette.ColorRole.Text, QColor(_INK))
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()
    font = document.defaultFont()
    font.setPixelSize(_FOOT)  # in points it would grow with what it is painted on
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.soft))
    foot = QRectF(0, size.height() - _MARGIN, size.width(), _MARGIN)
    number = say("{page} of {count}", page=page + 1, count=document.pageCount())
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, number)
