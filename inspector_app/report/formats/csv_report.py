"""Renders the report as CSV for spreadsheets: a row for each field, with path and meaning.

The first rows, whose paths begin with ``report.``, hold the verdict and the metadata; the others
are the answer's own fields. In UTF-8 with a byte order mark and CRLF, as Excel expects it.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from inspector_app import __version__
from inspector_app.report.formats.iso_timestamps import format_utc
from inspector_app.report.spreadsheet_cell import escape_cell
from inspector_app.session.diagnosis import answering_party
from inspector_app.session.exchange import Exchange, Failure
from inspector_app.session.interruption import check_interruption
from inspector_app.session.path import format_dotted
from inspector_app.session.presentation import outline_builder
from inspector_app.session.presentation.outline import NodeKind
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.presentation.outline import Node

    _Row = tuple[str, str, Text]

_BYTE_ORDER_MARK: Final = "\ufeff"


def render(report: RedactedReport, translate: Callable[[Text], str]) -> bytes:
    """The report as a file.

    Args:
        report: the redacted report.
        translate: translates a text into the reader's language.
    """
    written = io.BytesIO()
    # Encoded as it is written: in one go, no other thread would run while megabytes are.
    table = io.TextIOWrapper(written, "utf-8", "replace", newline="")
    table.write(_BYTE_ORDER_MARK)
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(("path", "value", "meaning"))
    for path, value, meaning in _iter_rows(report):
        check_interruption()
        writer.writerow([escape_cell(one) for one in (path, value, translate(meaning))])
    table.flush()
    return written.getvalue()


def _iter_rows(report: RedactedReport) -> Iterator[_Row]:
    yield from _iter_summary_rows(report)
    for node in _iter_leaves(outline_builder.build_report_outline(report.analyzed)):
        path = format_dotted(node.path) if node.path is not None else "report.body"
        yield path, node.raw, node.format_meaning(report.time_context)


def _iter_summary_rows(report: RedactedReport) -> Iterator[_Row]:
    verdict, answer = report.verdict, report.analyzed.call_result
    nothing = Text("")
    if report.saved is not None:
        yield "report.saved", report.saved.time_source.value, report.saved.sentence
    yield "report.verdict", verdict.code.value, verdict.sentence
    yield "report.detail", "", verdict.detail
    yield "report.next", "", verdict.next_step
    for step in verdict.steps:
        yield "report.step", step.actor.value, step.text
    for one in verdict.findings:
        yield "report.finding", one.code.value, one.sentence
    yield "report.environment", report.environment, nothing
    yield "report.url", report.url, nothing
    if report.token_fingerprint:
        yield "report.token_fingerprint", report.token_fingerprint, nothing
    yield "report.taken_at", format_utc(report.taken_at), nothing
    yield "report.judged_at", format_utc(report.judged_at), nothing
    if isinstance(answer, Failure):
        yield "report.failure", answer.kind.value, nothing
    elif answer.status:
        yield "report.http_status", str(answer.status), nothing
    if verdict.party is not None:
        yield "report.answered_by", verdict.party.party.value, verdict.party.explanation
    if isinstance(answer, Exchange):
        for name, value in answering_party.list_rate_limit_headers(answer):
            yield "report.rate_limit", f"{name}: {value}", nothing
    yield "report.level", report.level.value, nothing
    yield "report.app", __version__, nothing


def _iter_leaves(node: Node) -> Iterator[Node]:
    """Every node without children; an empty object or array is one, too."""
    if not node.child_count and node.kind is not NodeKind.GROUP:
        yield node
    for row in range(node.child_count):
        yield from _iter_leaves(node.get_child(row))
