"""Renders the report as CSV for spreadsheets: a row for each field, with path and meaning.

The first rows, whose paths begin with ``report.``, hold the verdict and the metadata; the others
are the answer's own fields. In UTF-8 with a byte order mark and CRLF, as Excel expects it.
"""

from __future__ import annotations

import csv
import io
from datetime import UTC
from typing import TYPE_CHECKING, Final

from inspector_app import __version__
from inspector_app.report.credential_scan import ensure_no_credentials
from inspector_app.report.formats.iso_timestamps import format_utc
from inspector_app.report.report_input import build_redacted_report
from inspector_app.report.saved_answers.models import build_not_live_notice
from inspector_app.report.spreadsheet_cell import escape_cell
from inspector_app.session.exchange import Failure
from inspector_app.session.path import format_dotted
from inspector_app.session.presentation import outline_builder
from inspector_app.session.presentation.outline import NodeKind
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.report.report_input import RedactedReport, ReportInput
    from inspector_app.session.presentation.outline import Node

_BYTE_ORDER_MARK: Final = "\ufeff"

_Row = tuple[str, str, Text]


def render(report_input: ReportInput, translate: Callable[[Text], str] = str) -> bytes:
    """The report as a file.

    Args:
        report_input: the inspection and how to redact it.
        translate: translates a text into the reader's language; English by default.

    Raises:
        CredentialLeakError: if it still contains a credential; then nothing may be handed out.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(("path", "value", "meaning"))
    for path, value, meaning in _iter_rows(build_redacted_report(report_input), report_input):
        writer.writerow([escape_cell(one) for one in (path, value, translate(meaning))])
    text = _BYTE_ORDER_MARK + table.getvalue()
    return ensure_no_credentials(text.encode(errors="replace"), report_input.credentials)


def _iter_rows(report: RedactedReport, report_input: ReportInput) -> Iterator[_Row]:
    yield from _iter_summary_rows(report, report_input)
    for node in _iter_leaves(outline_builder.build_outline(report.analyzed)):
        path = format_dotted(node.path) if node.path is not None else "report.body"
        yield path, node.raw, node.format_meaning(report.time_context)


def _iter_summary_rows(report: RedactedReport, report_input: ReportInput) -> Iterator[_Row]:
    verdict, answer = report.verdict, report.analyzed.call_result
    nothing = Text("")
    if report_input.saved is not None:
        yield (
            "report.saved",
            report_input.saved.time_source.value,
            build_not_live_notice(report_input.saved, UTC),
        )
    yield "report.verdict", verdict.code.value, verdict.sentence
    yield "report.detail", "", verdict.detail
    yield "report.next", "", verdict.next_step
    for one in verdict.findings:
        yield "report.finding", one.code.value, one.sentence
    yield "report.environment", report.environment, nothing
    yield "report.url", report.url, nothing
    yield "report.taken_at", format_utc(report_input.taken_at), nothing
    yield "report.judged_at", format_utc(report_input.now), nothing
    if isinstance(answer, Failure):
        yield "report.failure", answer.kind.value, nothing
    elif answer.status:
        yield "report.http_status", str(answer.status), nothing
    yield "report.level", report_input.redaction.level.value, nothing
    yield "report.app", __version__, nothing


def _iter_leaves(node: Node) -> Iterator[Node]:
    """Every node without children; an empty object or array is one, too."""
    if not node.child_count and node.kind is not NodeKind.GROUP:
        yield node
    for row in range(node.child_count):
        yield from _iter_leaves(node.get_child(row))
