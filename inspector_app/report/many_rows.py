"""The rows of a queue: what one answer comes to in a line, and their files."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.report.credential_scan import ensure_no_credentials
from inspector_app.report.formats import normalized_session
from inspector_app.report.formats.iso_timestamps import build_json_instant, format_utc
from inspector_app.report.spreadsheet_cell import escape_cell
from inspector_app.session.credentials import Credentials
from inspector_app.session.interruption import check_interruption
from inspector_app.session.parsing.json_document import (
    Json,
    JsonNumber,
    JsonObject,
    dump_json,
)
from inspector_app.session.plain_text import elide
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.translatable_text import Text

NOT_SENT: Final = "not_sent"
"""The code of a row for which nothing was sent; the others have those of verdicts."""

_MAX_CELL: Final = 200
"""Characters of a name in a row."""

_MAX_SESSION: Final = 64 * 1024
"""Characters of a session in a row: a documented one has two thousand."""

_BYTE_ORDER_MARK: Final = "\ufeff"
_COLUMNS: Final = (
    "number", "verdict", "sentence", "user", "organization", "ends", "fingerprint", "line",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Which token of the text it is: its number and line, from 1, and its fingerprint."""

    number: int
    line: int | None
    fingerprint: str


@dataclass(frozen=True, slots=True)
class QueueRow:
    """What the answer about one token comes to; everything in it comes from the redacted answer.

    ``code`` is a verdict's, or ``NOT_SENT``. ``user`` and ``organization`` are empty where EnOS
    did not send them. ``ends`` is the estimated end in epoch seconds, by the gateway's clock.
    ``session`` is the normalized session as JSON; "null" where there is none.
    """

    place: RowPlace
    code: str
    severity: Severity
    sentence: Text
    user: str = ""
    organization: str = ""
    ends: float | None = None
    session: str = "null"


def build_row(report: RedactedReport, place: RowPlace) -> QueueRow:
    """The row of an answer.

    Raises:
        CredentialLeakError: if a credential is still in it.
    """
    parsed, times = report.analyzed.parsed, report.analyzed.lifetimes
    session = None if parsed is None else parsed.session
    user = None if session is None else session.user
    works_in = None if session is None else session.working_organization
    written = "null"
    if session is not None:
        whole = dump_json(normalized_session.build_session(session), None)
        written = whole if len(whole) <= _MAX_SESSION else "null"
    row = QueueRow(
        place,
        report.verdict.code.value,
        report.verdict.severity,
        report.verdict.sentence,
        user="" if user is None else elide(user.name.value or "", _MAX_CELL),
        organization="" if works_in is None else elide(works_in.display_name, _MAX_CELL),
        ends=None if times is None else times.ends,
        session=written,
    )
    for data in (render_json_line(row), render_csv((row,), str)):
        ensure_no_credentials(data, report.credentials)
    return row


def build_unsent_row(problem: Text, place: RowPlace) -> QueueRow:
    """The row of a token for which nothing was sent, and why."""
    return QueueRow(place, NOT_SENT, Severity.WARNING, problem)


def render_json_line(row: QueueRow) -> bytes:
    """A row as a JSON object in a line of its own: plain ASCII, in English."""
    place = row.place
    head = dump_json(
        JsonObject(
            (
                ("number", _to_number(place.number)),
                ("line", None if place.line is None else _to_number(place.line)),
                ("fingerprint", place.fingerprint or None),
                (
                    "verdict",
                    JsonObject((("code", row.code), ("sentence", str(row.sentence)))),
                ),
                ("ends", build_json_instant(row.ends)),
            )
        ),
        None,
    )
    return f'{head.removesuffix("}")}, "session": {row.session}}}\n'.encode()


def render_json(rows: Iterable[QueueRow]) -> bytes:
    """The rows as one JSON array, a row in a line.

    Raises:
        CredentialLeakError: if something in it looks like a credential.
    """
    lines = []
    for row in rows:
        check_interruption()
        lines.append(render_json_line(row).removesuffix(b"\n"))
    body = b",\n".join(lines)
    data = b"[\n" + body + b"\n]\n" if lines else b"[]\n"
    return ensure_no_credentials(data, Credentials())


def render_csv(rows: Iterable[QueueRow], translate: Callable[[Text], str]) -> bytes:
    """The rows for a spreadsheet, in UTF-8 with a byte order mark and CRLF.

    Raises:
        CredentialLeakError: if something in it looks like a credential.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        check_interruption()
        writer.writerow([escape_cell(cell) for cell in _list_cells(row, translate)])
    data = (_BYTE_ORDER_MARK + table.getvalue()).encode(errors="replace")
    return ensure_no_credentials(data, Credentials())


def render_table_text(rows: Iterable[QueueRow], translate: Callable[[Text], str]) -> str:
    """The rows for the clipboard: a line each, cells parted by tabs, as spreadsheets take them."""
    lines = ["\t".join(_COLUMNS)]
    for row in rows:
        cells = (escape_cell(cell) for cell in _list_cells(row, translate))
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join(lines) + "\n"


def _list_cells(row: QueueRow, translate: Callable[[Text], str]) -> tuple[str, ...]:
    place = row.place
    return (
        str(place.number),
        row.code,
        translate(row.sentence),
        row.user,
        row.organization,
        "" if row.ends is None else format_end(row.ends),
        place.fingerprint,
        "" if place.line is None else str(place.line),
    )


def format_end(ends: float) -> str:
    """The estimated end as ISO 8601 in UTC; empty for a year that no date has."""
    try:
        return format_utc(ends)
    except OverflowError:
        return ""


def _to_number(number: int) -> Json:
    return JsonNumber(str(number))
