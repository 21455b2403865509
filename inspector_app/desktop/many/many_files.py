"""Reads what a queue is made of, and makes what leaves its table; blocks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector_app.desktop.export.export_renderer import RenderedExport
from inspector_app.desktop.theme.translation import render_text
from inspector_app.inspection.many_entries import (
    QueueEntry,
    collect_credentials,
    read_entries,
    read_text_file,
)
from inspector_app.inspection.report_making import make_in_time
from inspector_app.inspection.time_limit import TimeLimitError, limit_time
from inspector_app.report.credential_scan import CredentialLeakError, ensure_no_credentials
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.many_rows import render_csv, render_json, render_table_text
from inspector_app.session.credentials import Credentials
from inspector_app.session.translatable_text import Text, tr
from inspector_app.system import file_names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inspector_app.report.many_rows import QueueRow
    from inspector_app.report.redaction import RedactionLevel

_READING_TIME: Final = 60.0
"""Seconds that reading a file for its tokens may take; 32 MiB of a log took four."""


def read_queue(
    source: str | Path, add_secrets: Callable[[Credentials], None]
) -> tuple[QueueEntry, ...] | Text:
    """The entries of a text or a file, or why there are none.

    ``add_secrets`` is told of the tokens before anybody else is.

    Raises:
        WorkInterruptedError: if nobody waits for them any more.
    """
    try:
        with limit_time(_READING_TIME):
            text = read_text_file(source) if isinstance(source, Path) else source
            entries = text if isinstance(text, Text) else read_entries(text)
    except TimeLimitError:
        return tr("Reading this text took too long. Split it, and inspect the parts one by one.")
    if not isinstance(entries, Text):
        add_secrets(collect_credentials(entries))
    return entries


def render_copy(rows: Sequence[QueueRow]) -> str | Text:
    """The rows for the clipboard, or why they are not handed out."""

    def make() -> str:
        text = render_table_text(rows, render_text)
        ensure_no_credentials(text.encode(errors="replace"), Credentials())
        return text

    try:
        return make_in_time(make)
    except CredentialLeakError as problem:
        return problem.message


def render_file(
    rows: Sequence[QueueRow], form: ReportFormat, level: RedactionLevel, name: str
) -> RenderedExport | Text:
    """The rows as a file of CSV, else of JSON, or why they are not handed out."""

    def make() -> bytes:
        return render_csv(rows, render_text) if form is ReportFormat.CSV else render_json(rows)

    try:
        data = make_in_time(make)
    except CredentialLeakError as problem:
        return problem.message
    if isinstance(data, Text):
        return data
    return RenderedExport(file_names.suggest_file_name(name, form.suffix), data, level)
