"""What is copied of each row of a few answers in each way, and the answers as pages of JSON.

After a change that was meant, ``python -m tests.report.test_pinned_copies`` writes ``copies.json``
anew.
"""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

from inspector_app.report import clipboard_text
from inspector_app.report.json_page import build_json_page
from inspector_app.report.many_groups import find_group
from inspector_app.report.many_rows import (
    RowPlace,
    build_row,
    build_unsent_row,
    render_json_line,
    render_table_text,
)
from inspector_app.report.report_input import redact_report
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.time_format import TimeContext
from inspector_app.session.translatable_text import tr
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.report.answers import build_input
from tests.session.answers import CREDENTIAL, NOW, changed, exchange
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of

FILE = Path(__file__).parent / "copies.json"
VIEW = TimeContext(NOW + 9, UTC)
ODD = {
    "message": f"came with {CREDENTIAL}",
    "session.a/b~c": [1, {"x y": "=1+1", "at": 1562849746}],
    "session.token": {"deep": ["abcdefgh"]},
    "session.long": "w" * 1500,
    "session.longer": f"{'v' * 990} {CREDENTIAL} {'v' * 600}",
    "session.hidden\u202e": "\u202e\tx",
    "session.seenAt": "2019-07-11 12:55:46",
    "session.list": [{"name": "a"}] * 3,
}
ANSWERS = {
    "odd": analyze_answer(exchange(changed("success", ODD))),
    "page": analyzed_of(SCENARIOS["error-502-page"]),
    "companions": analyzed_of(SCENARIOS["companion-disabled-and-left"]),
}
OF_ROWS = (
    *(clipboard_text.format_value, clipboard_text.format_path, clipboard_text.format_pointer),
    *(clipboard_text.format_query, clipboard_text.format_name),
)


def list_copies(node, analyzed):
    document, secrets = analyzed.build_whole_document(), analyzed.credentials
    for row in node.list_children():
        yield f"{[copy(row, secrets) for copy in OF_ROWS]} {clipboard_text.has_value(row)}"
        yield clipboard_text.format_row(row, VIEW, secrets)
        found = clipboard_text.find_time(row)
        if found is not None:
            yield clipboard_text.format_time(found, UTC)
            yield clipboard_text.format_epoch_seconds(found + 0.4996)
            yield clipboard_text.format_epoch_milliseconds(found + 0.4996)
        if document is not None:
            yield clipboard_text.format_subtree(row, document, secrets)
            secret = clipboard_text.find_credential(row, document)
            yield f"{secret and secret[:6]}"
            if row.path:
                member = clipboard_text.build_member_node(row.path, document, secrets)
                yield f"{member.label} {member.value} {member.raw} {member.kind.name}"
        yield from list_copies(row, analyzed)


def list_pages():
    for name, analyzed in ANSWERS.items():
        for limit in (0, 1, 40, 400, 1000, 2600, 500_000):
            page = build_json_page(analyzed, limit)
            yield f"{name} {limit} {page.is_complete} {page.is_json}"
            yield from page.text.split("\n")


def list_rows():
    place = RowPlace(1, None, "3f9c21d0")
    rows = [build_unsent_row(tr("No token was found in this text."), place)]
    for number, name in enumerate(SCENARIOS):
        if number % 12 == 0:
            report = redact_report(build_input(analyzed_of(SCENARIOS[name])))
            rows.append(build_row(report, RowPlace(number, number + 1, "")))
    for row in rows:
        yield f"{find_group(row).name} {row.code} {row.sentence} {row.severity.name}"
        yield render_json_line(row).decode()
    yield from render_table_text(rows, str).split("\n")


def pin_all():
    parts = [
        (name, list_copies(build_outline(analyzed), analyzed)) for name, analyzed in ANSWERS.items()
    ]
    return pin_lines([*parts, ("pages", list_pages()), ("rows", list_rows())])


def test_each_row_is_copied_as_it_was():
    assert_pinned(pin_all(), FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
