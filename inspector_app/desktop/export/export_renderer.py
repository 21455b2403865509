"""Renders an export and its preview; blocks, so it runs on a worker thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from inspector_app.desktop.export import pdf_renderer
from inspector_app.desktop.export.export_options_panel import PrintFormat
from inspector_app.desktop.export.report_builder import (
    build_printable,
    render_format,
    render_plain_text,
)
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import mask_credentials
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.time_format import to_datetime
from inspector_app.session.translatable_text import Text
from inspector_app.system import file_names

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from inspector_app.desktop.export.export_options_panel import ExportFormat
    from inspector_app.desktop.export.printable_report import PrintableReport
    from inspector_app.desktop.export.report_builder import ReportBuilder, ReportSubject
    from inspector_app.report.redaction import RedactionLevel
    from inspector_app.report.report_input import RedactedReport

MAX_PREVIEW_LENGTH: Final = 200_000
"""Characters shown in the preview; the file has all of them."""

_MAX_LINE_LENGTH: Final = 10_000
"""Characters of one line: laying out more would block the window."""


@dataclass(frozen=True, slots=True)
class RenderedExport:
    """The bytes of an export, its file name and its preview.

    ``plain_text`` is the same report as plain text, where the bytes are HTML; ``page_images`` are
    images of the pages, where the bytes are a PDF or HTML, and ``printable`` is their content,
    where they can be printed.
    """

    name: str
    data: bytes = field(repr=False)
    level: RedactionLevel
    preview: str = ""
    is_whole: bool = True
    plain_text: str = ""
    page_images: tuple[QImage, ...] = ()
    printable: PrintableReport | None = field(default=None, repr=False)


def render_export(
    report_builder: ReportBuilder,
    subject: ReportSubject,
    export_format: ExportFormat,
    level: RedactionLevel,
) -> RenderedExport | Text:
    """Render the export, or return the message why that is impossible."""
    name = build_file_name(subject, export_format)
    return report_builder.render(subject, partial(_render, name, export_format, level), level)


def _render(
    name: str, export_format: ExportFormat, level: RedactionLevel, report: RedactedReport
) -> RenderedExport | Text:
    if isinstance(export_format, PrintFormat):
        sheet = build_printable(report)
        if isinstance(sheet, Text):
            return sheet
        pdf, pages = pdf_renderer.render_pdf(sheet, name)
        return RenderedExport(name, pdf, level, page_images=pages, printable=sheet)
    data = render_format(report, export_format)
    if isinstance(data, Text):
        return data
    if export_format is ReportFormat.HTML:
        return _add_pages(RenderedExport(name, data, level), report)
    return RenderedExport(name, data, level, *build_preview(data))


def _add_pages(web_page: RenderedExport, report: RedactedReport) -> RenderedExport | Text:
    """Add the pages that a browser would print, for who wants to see no markup, and its text."""
    plain, sheet = render_plain_text(report), build_printable(report)
    if isinstance(plain, Text):
        return plain
    if isinstance(sheet, Text):
        return sheet
    pages = pdf_renderer.render_page_images(sheet)
    return replace(web_page, plain_text=plain, page_images=pages)


def build_file_name(subject: ReportSubject, export_format: ExportFormat) -> str:
    """Build a file name from environment and time that is valid on every system.

    A credential in the environment's name is masked: imported files may contain anything.
    """
    known = subject.result.analyzed.credentials
    environment = mask_credentials(subject.result.environment.name, known)
    moment = to_datetime(subject.now, subject.zone)
    stamp = "" if moment is None else f"{moment.date()} {moment.time():%H.%M}"
    return file_names.suggest_file_name(f"session {environment} {stamp}", export_format.suffix)


def build_preview(data: bytes) -> tuple[str, bool]:
    """Build the preview of an encoded text; the flag says whether it is complete.

    A byte order mark is dropped, line ends are normalized; invisible and bidirectional control
    characters are escaped.
    """
    text = (
        data[: 4 * MAX_PREVIEW_LENGTH + 4].decode("utf-8", errors="ignore").removeprefix("\ufeff")
    )
    is_whole = len(data) <= 4 * MAX_PREVIEW_LENGTH and len(text) <= MAX_PREVIEW_LENGTH
    if not is_whole:
        end = text.rfind("\n", 0, MAX_PREVIEW_LENGTH) + 1
        text = text[: end or MAX_PREVIEW_LENGTH]
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    is_whole = is_whole and all(len(line) <= _MAX_LINE_LENGTH for line in lines)
    shown = (_escape_line(elide(line, _MAX_LINE_LENGTH)) for line in lines)
    return "\n".join(shown), is_whole


def _escape_line(line: str) -> str:
    return "\t".join(escape_invisible(part) for part in line.split("\t"))
