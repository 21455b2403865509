"""Renders a comparison for programs: as JSON, and as CSV for spreadsheets, every field in it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from inspector_app import __version__
from inspector_app.report.comparison.comparison_content import get_user_name, iter_changed_fields
from inspector_app.report.formats.iso_timestamps import format_utc
from inspector_app.report.spreadsheet_cell import escape_cell
from inspector_app.session.comparison.difference_sentences import build_sentence, format_value
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing.json_document import (
    Json,
    JsonArray,
    JsonNumber,
    JsonObject,
    dump_json,
)
from inspector_app.session.path import format_dotted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.report.comparison.redacted_comparison import RedactedComparison
    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.comparison.comparison_model import AspectRow, AspectValue
    from inspector_app.session.translatable_text import Text

SCHEMA: Final = "enos-session-inspector/comparison"
VERSION: Final = 1

_BYTE_ORDER_MARK: Final = "\ufeff"


def render_json(report: RedactedComparison, _translate: Callable[[Text], str]) -> bytes:
    """The comparison for other programs: plain ASCII, in English, the same for the same input."""
    comparison, counts = report.comparison, report.tree.counts
    document = JsonObject(
        (
            ("schema", SCHEMA),
            ("version", JsonNumber(str(VERSION))),
            ("level", report.level.value),
            ("app", JsonObject((("version", __version__),))),
            ("made_at", format_utc(report.made_at)),
            ("a", _build_side(report.a)),
            ("b", _build_side(report.b)),
            ("is_comparable", comparison.is_comparable),
            ("is_same_user", comparison.is_same_user),
            (
                "differences",
                JsonArray(tuple(_build_row(row, report) for row in comparison.differences)),
            ),
            ("same", JsonArray(tuple(row.aspect.value for row in comparison.same_rows))),
            (
                "fields",
                JsonObject(
                    tuple(
                        (name, JsonNumber(str(count))) for name, count in counts._asdict().items()
                    )
                ),
            ),
            (
                "changed",
                JsonArray(
                    tuple(
                        JsonObject((("path", one.path), ("a", one.a), ("b", one.b)))
                        for one in iter_changed_fields(report)
                    )
                ),
            ),
        )
    )
    return f"{dump_json(document)}\n".encode()


def render_csv(report: RedactedComparison, translate: Callable[[Text], str]) -> bytes:
    """The comparison as a spreadsheet opens it: what matters first, then every changed field."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(("path", "a", "b", "difference"))
    for cells in _iter_rows(report, translate):
        check_interruption()
        writer.writerow([escape_cell(cell) for cell in cells])
    return (_BYTE_ORDER_MARK + table.getvalue()).encode(errors="replace")


def _build_side(one: RedactedReport) -> Json:
    verdict = JsonObject(
        (("code", one.verdict.code.value), ("sentence", str(one.verdict.sentence)))
    )
    return JsonObject(
        (
            ("environment", one.environment),
            ("user", get_user_name(one) or None),
            ("token_fingerprint", one.token_fingerprint or None),
            ("taken_at", format_utc(one.taken_at)),
            ("judged_at", format_utc(one.judged_at)),
            ("verdict", verdict),
        )
    )


def _build_row(row: AspectRow, report: RedactedComparison) -> Json:
    view = report.time_context
    return JsonObject(
        (
            ("aspect", row.aspect.value),
            ("severity", row.severity.value),
            ("sentence", str(build_sentence(row, view))),
            ("a", _build_value(row.a, report)),
            ("b", _build_value(row.b, report)),
        )
    )


def _build_value(value: AspectValue, report: RedactedComparison) -> Json:
    path = None if value.path is None else format_dotted(value.path)
    words = str(format_value(value, report.time_context))
    return JsonObject((("path", path), ("text", words), ("provenance", value.provenance.value)))


def _iter_rows(
    report: RedactedComparison, translate: Callable[[Text], str]
) -> Iterator[tuple[str, str, str, str]]:
    view, a, b = report.time_context, report.a, report.b
    yield "comparison.environment", a.environment, b.environment, ""
    yield "comparison.user", get_user_name(a), get_user_name(b), ""
    yield "comparison.token_fingerprint", a.token_fingerprint, b.token_fingerprint, ""
    yield "comparison.taken_at", format_utc(a.taken_at), format_utc(b.taken_at), ""
    for row in report.comparison.rows:
        yield (
            f"comparison.{row.aspect.value}",
            translate(format_value(row.a, view)),
            translate(format_value(row.b, view)),
            translate(build_sentence(row, view)) if row.is_different else "",
        )
    yield "comparison.level", report.level.value, report.level.value, ""
    yield "comparison.app", __version__, __version__, ""
    for one in iter_changed_fields(report):
        yield one.path, one.a, one.b, ""
