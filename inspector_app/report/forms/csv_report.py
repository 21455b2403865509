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
from inspector_app.report.credential_scan import checked
from inspector_app.report.forms.instants import utc
from inspector_app.report.material import content
from inspector_app.report.saved_answers.saved import not_live
from inspector_app.report.spreadsheet_cell import cell
from inspector_app.session.exchange import Failure
from inspector_app.session.path import format_dotted
from inspector_app.session.telling import outline_building
from inspector_app.session.telling.outline import NodeKind
from inspector_app.session.wording import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.report.material import Content, Material
    from inspector_app.session.telling.outline import Node

_BYTE_ORDER_MARK: Final = "\ufeff"

_Row = tuple[str, str, Text]


def write(material: Material, say: Callable[[Text], str] = str) -> bytes:
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
    for path, value, meaning in _rows(content(material), material):
        writer.writerow([cell(one) for one in (path, value, say(meaning))])
    text = _BYTE_ORDER_MARK + table.getvalue()
    return checked(text.encode(errors="replace"), material.credentials)


def _rows(made: Content, material: Material) -> Iterator[_Row]:
    yield from _summary(made, material)
    for node in _leaves(outline_building.build_outline(made.examination)):
        path = format_dotted(node.path) if node.path is not None else "report.body"
        yield path, node.raw, node.format_meaning(made.view)


def _summary(made: Content, material: Material) -> Iterator[_Row]:
    verdict, answer = made.verdict, made.examination.call_result
    nothing = Text("")
    if material.saved is not None:
        yield "report.saved", material.saved.timed.value, not_live(material.saved, UTC)
    yield "report.verdict", verdict.code.value, verdict.sentence
    yield "report.detail", "", verdict.detail
    yield "report.next", "", verdict.next_step
    for one in verdict.findings:
        yield "report.finding", one.code.value, one.sentence
    yield "report.environment", made.environment, nothing
    yield "report.url", made.url, nothing
    yield "report.taken_at", utc(material.taken_at), nothing
    yield "report.judged_at", utc(material.now), nothing
    if isinstance(answer, Failure):
        yield "report.failure", answer.kind.value, nothing
    elif answer.status:
        yield "report.http_status", str(answer.status), nothing
    yield "report.level", material.redaction.level.value, nothing
    yield "report.app", __version__, nothing


def _leaves(node: Node) -> Iterator[Node]:
    """Every node without children; an empty object or array is one, too."""
    if not node.child_count and node.kind is not NodeKind.GROUP:
        yield node
    for row in range(node.child_count):
        yield from _leaves(node.get_child(row))
