"""Renders a report as PDF and page images, and paints it on a printer."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QRectF, Qt, QUuid
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QImage,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
)

from inspector_app.desktop.export.paper_layout import INK, MARGIN, LaidOut, laid_out
from inspector_app.desktop.export.paper_life import paint_life
from inspector_app.desktop.look.colours import LIGHT
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from inspector_app.desktop.export.sheet import Sheet

_SHARP: Final = 2
"""Pixels of an image per dot of the page, so that it is sharp on a high-DPI screen."""

_FOOT: Final = 11
_DATED: Final = re.compile(
    rb"(?<=Date \(D:)[0-9]{14}(?:Z|[+-][0-9]{2}'[0-9]{2}')"
    rb"|(?<=Date=\")[0-9T:-]{19}(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
"""The creation dates that Qt writes: in the document information and in the XMP metadata."""


def page_size() -> QPageSize:
    """Get the default page size of the user's locale."""
    is_american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if is_american else QPageSize.PageSizeId.A4)


def printed(sheet: Sheet, title: str) -> tuple[bytes, tuple[QImage, ...]]:
    """Render the report as the bytes of a PDF, and an image of each of its pages.

    The same report gives the same bytes as long as the app runs: their dates and document ID are
    derived from its content. In another run Qt may put the fonts into another order.
    """
    made = laid_out(sheet, page_size())
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(say("EnOS Session Inspector"))
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), "\n".join(sheet.texts()).encode()))
    writer.setPageSize(page_size())
    writer.setPageMargins(QMarginsF())
    _paint_all(made, writer)
    buffer.close()
    pages = tuple(_picture(made, page) for page in range(made.document.pageCount()))
    return _dated(bytes(data.data()), sheet.at), pages


def print_on(device: QPagedPaintDevice, sheet: Sheet) -> None:
    """Paint the report's pages on a printer."""
    _paint_all(laid_out(sheet, page_size()), device)


def _dated(pdf: bytes, at: float) -> bytes:
    """Set the PDF's dates to ``timestamp``; no byte moves: a PDF stores byte offsets."""
    moment = datetime.fromtimestamp(at, UTC)

    def date(found: re.Match[bytes]) -> bytes:
        form = "%Y-%m-%dT%H:%M:%S" if b"T" in found[0] else "%Y%m%d%H%M%S"
        digits = moment.strftime(form).encode()
        zone = found[0][len(digits) :]
        return digits + re.sub(rb"[0-9]", b"0", zone.replace(b"-", b"+"))

    return _DATED.sub(date, pdf)


def _paint_all(made: LaidOut, device: QPagedPaintDevice) -> None:
    painter = QPainter(device)
    size = made.document.pageSize()
    room = QRectF(painter.viewport())
    scale = min(room.width() / size.width(), room.height() / size.height())
    for page in range(made.document.pageCount()):
        if page:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        _paint(made, page, painter)
        painter.restore()
    painter.end()


def _picture(made: LaidOut, page: int) -> QImage:
    size = made.document.pageSize().toSize() * _SHARP
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(_SHARP, _SHARP)
    _paint(made, page, painter)
    painter.end()
    picture.setDevicePixelRatio(_SHARP)
    return picture


def _paint(made: LaidOut, page: int, painter: QPainter) -> None:
    size = made.document.pageSize()
    painter.save()
    painter.translate(0, -page * size.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, page * size.height(), size.width(), size.height())
    context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
    painter.setClipRect(context.clip)
    made.document.documentLayout().draw(painter, context)
    if made.life is not None and context.clip.contains(made.life.place):
        painter.translate(made.life.place.topLeft())
        scale = made.life.place.width() / made.life.picture.width
        painter.scale(scale, scale)
        paint_life(painter, made.life.picture, made.life.colour)
    painter.restore()
    font = made.document.defaultFont()
    font.setPixelSize(_FOOT)  # in points it would scale with the paint device's DPI
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.soft))
    foot = QRectF(0, size.height() - MARGIN, size.width(), MARGIN)
    number = say("{page} of {count}", page=page + 1, count=made.document.pageCount())
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, number)
