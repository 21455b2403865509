"""Renders a report as PDF and page images, and paints it on a printer."""

from __future__ import annotations

import re
from datetime import UTC
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

from inspector_app.desktop.export.report_layout import (
    MARGIN,
    TEXT_COLOUR,
    ReportLayout,
    build_layout,
)
from inspector_app.desktop.export.timeline_painter import paint_timeline
from inspector_app.desktop.theme.colours import LIGHT
from inspector_app.desktop.theme.translation import translate
from inspector_app.session.interruption import check_interruption
from inspector_app.session.time_format import to_datetime

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from inspector_app.desktop.export.printable_report import PrintableReport

_IMAGE_SCALE: Final = 2
"""Pixels of an image per dot of the page, so that it is sharp on a high-DPI screen."""

_FOOTER_FONT_SIZE: Final = 11
_DIGIT: Final = re.compile(rb"[0-9]")
_PDF_DATES: Final = re.compile(
    rb"(?<=Date \(D:)[0-9]{14}(?:Z|[+-][0-9]{2}'[0-9]{2}')"
    rb"|(?<=Date=\")[0-9T:-]{19}(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
"""The creation dates that Qt writes: in the document information and in the XMP metadata."""


def get_page_size() -> QPageSize:
    """Get the default page size of the user's locale."""
    is_american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if is_american else QPageSize.PageSizeId.A4)


def render_pdf(printable: PrintableReport, title: str) -> tuple[bytes, tuple[QImage, ...]]:
    """Render the report as the bytes of a PDF, and an image of each of its pages.

    The same report gives the same bytes as long as the app runs: their dates and document ID are
    derived from its content. In another run Qt may put the fonts into another order.
    """
    made = build_layout(printable, get_page_size())
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(translate("EnOS Session Inspector"))
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), "\n".join(printable.iter_texts()).encode()))
    writer.setPageSize(get_page_size())
    writer.setPageMargins(QMarginsF())
    _paint_pages(made, writer)
    buffer.close()
    return _set_pdf_dates(bytes(data.data()), printable.timestamp), _render_page_images(made)


def render_page_images(printable: PrintableReport) -> tuple[QImage, ...]:
    """Render an image of each of the report's pages."""
    return _render_page_images(build_layout(printable, get_page_size()))


def _render_page_images(layout: ReportLayout) -> tuple[QImage, ...]:
    return tuple(_render_page_image(layout, page) for page in range(layout.document.pageCount()))


def print_report(device: QPagedPaintDevice, printable: PrintableReport) -> None:
    """Paint the report's pages on a printer."""
    _paint_pages(build_layout(printable, get_page_size()), device)


def _set_pdf_dates(pdf: bytes, timestamp: float) -> bytes:
    """Set the PDF's dates to ``timestamp``; no byte moves: a PDF stores byte offsets."""
    moment = to_datetime(timestamp, UTC)
    if moment is None:
        return pdf

    def replace_date(found: re.Match[bytes]) -> bytes:
        text = f"{moment.date()}T{moment.time()}"
        digits = (text if b"T" in found[0] else f"{moment:%Y%m%d%H%M%S}").encode()
        zone = found[0][len(digits) :]
        return digits + _DIGIT.sub(b"0", zone.replace(b"-", b"+"))

    return _PDF_DATES.sub(replace_date, pdf)


def _paint_pages(layout: ReportLayout, device: QPagedPaintDevice) -> None:
    painter = QPainter(device)
    size = layout.document.pageSize()
    room = QRectF(painter.viewport())
    scale = min(room.width() / size.width(), room.height() / size.height())
    for page in range(layout.document.pageCount()):
        check_interruption()
        if page:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        _paint_page(layout, page, painter)
        painter.restore()
    painter.end()


def _render_page_image(layout: ReportLayout, page: int) -> QImage:
    check_interruption()
    size = layout.document.pageSize().toSize() * _IMAGE_SCALE
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(_IMAGE_SCALE, _IMAGE_SCALE)
    _paint_page(layout, page, painter)
    painter.end()
    picture.setDevicePixelRatio(_IMAGE_SCALE)
    return picture


def _paint_page(layout: ReportLayout, page: int, painter: QPainter) -> None:
    size = layout.document.pageSize()
    painter.save()
    painter.translate(0, -page * size.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, page * size.height(), size.width(), size.height())
    context.palette.setColor(QPalette.ColorRole.Text, QColor(TEXT_COLOUR))
    painter.setClipRect(context.clip)
    layout.document.documentLayout().draw(painter, context)
    if layout.timeline is not None and context.clip.contains(layout.timeline.rect):
        painter.translate(layout.timeline.rect.topLeft())
        scale = layout.timeline.rect.width() / layout.timeline.picture.width
        painter.scale(scale, scale)
        paint_timeline(painter, layout.timeline.picture, layout.timeline.colour)
    painter.restore()
    font = layout.document.defaultFont()
    font.setPixelSize(_FOOTER_FONT_SIZE)  # in points it would scale with the paint device's DPI
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.muted))
    foot = QRectF(0, size.height() - MARGIN, size.width(), MARGIN)
    number = translate("{page} of {count}", page=page + 1, count=layout.document.pageCount())
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, number)
