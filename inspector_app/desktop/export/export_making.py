"""Renders an export and its preview; blocks, so it runs on a worker thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from inspector_app.desktop.export import paper
from inspector_app.desktop.export.export_form import Paper
from inspector_app.inspecting.order import gc_paused
from inspector_app.report.forms.formats import ReportFormat
from inspector_app.report.redaction import mask_credentials
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.wording import Text
from inspector_app.system import file_names

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from inspector_app.desktop.export.export_form import Form
    from inspector_app.desktop.export.reporter import Reporter, Subject
    from inspector_app.desktop.export.sheet import Sheet
    from inspector_app.report.redaction import RedactionLevel

LONGEST_PREVIEW: Final = 200_000
"""Characters shown in the preview; the file has all of them."""

_LONGEST_LINE: Final = 10_000
"""Characters of one line: laying out more would block the window."""


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of an export, its file name and its preview.

    ``plain_text`` is the same report as plain text, where the bytes are HTML; ``page_images`` are
    images of the pages, where the bytes are a PDF, and ``printable`` is their content.
    """

    name: str
    data: bytes = field(repr=False)
    level: RedactionLevel
    preview: str = ""
    is_whole: bool = True
    plain: str = ""
    pages: tuple[QImage, ...] = ()
    sheet: Sheet | None = field(default=None, repr=False)


def made(reporter: Reporter, subject: Subject, form: Form, level: RedactionLevel) -> Made | Text:
    """Render the export, or return the message why that is impossible."""
    with gc_paused():
        return _made(reporter, subject, form, level)


def _made(reporter: Reporter, subject: Subject, form: Form, level: RedactionLevel) -> Made | Text:
    name = file_name(subject, form)
    if isinstance(form, Paper):
        sheet = reporter.sheet(subject, level)
        if isinstance(sheet, Text):
            return sheet
        pdf, pages = paper.printed(sheet, name)
        return Made(name, pdf, level, pages=pages, sheet=sheet)
    data = reporter.written(subject, form, level)
    plain = reporter.text(subject, level) if form is ReportFormat.HTML else ""
    if isinstance(data, Text):
        return data
    if isinstance(plain, Text):
        return plain
    return Made(name, data, level, *beginning(data), plain)


def file_name(subject: Subject, form: Form) -> str:
    """Build a file name from environment and time that is valid on every system.

    A credential in the environment's name is masked: imported files may contain anything.
    """
    known = subject.outcome.analyzed.credentials
    environment = mask_credentials(subject.outcome.environment.name, known)
    stamp = f"{datetime.fromtimestamp(subject.now, subject.zone):%Y-%m-%d %H.%M}"
    return file_names.suggest_file_name(f"session {environment} {stamp}", form.suffix)


def beginning(data: bytes) -> tuple[str, bool]:
    """Build the preview of an encoded text; the flag says whether it is complete.

    A byte order mark is dropped, line ends are normalized; invisible and bidirectional control
    characters are escaped.
    """
    text = data[: 4 * LONGEST_PREVIEW + 4].decode("utf-8", errors="ignore").removeprefix("\ufeff")
    is_whole = len(data) <= 4 * LONGEST_PREVIEW and len(text) <= LONGEST_PREVIEW
    if not is_whole:
        end = text.rfind("\n", 0, LONGEST_PREVIEW) + 1
        text = text[: end or LONGEST_PREVIEW]
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    is_whole = is_whole and all(len(line) <= _LONGEST_LINE for line in lines)
    shown = (_with_tabs(elide(line, _LONGEST_LINE)) for line in lines)
    return "\n".join(shown), is_whole


def _with_tabs(line: str) -> str:
    return "\t".join(escape_invisible(part) for part in line.split("\t"))
