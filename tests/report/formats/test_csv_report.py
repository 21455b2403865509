import csv
import io
from dataclasses import replace

import pytest

from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.exchange import Failure, FailureKind, Route
from tests.report.answers import NOW, answer_of, build_input, examined, exchange, render
from tests.report.hostile import build_hostile_input, hostile_answers
from tests.report.test_spreadsheet_cell import SIGNS

TOKEN = "IAM_S_" + "q7" * 64
USER = {"id": "u1", "name": "mara.lindqvist", "type": 2, "state": 0, "password_state": 0.0}

OWNER_OR_ADMIN = "owner or admin, by which table of the documentation"


def rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_field_has_its_path_its_value_and_its_meaning():
    data = render(
        build_input(examined(answer_of(USER, TOKEN)), RedactionLevel.SECRETS), ReportFormat.CSV
    )
    table = rows(data)
    assert table[0] == ["path", "value", "meaning"]
    assert ["session.user.type", "2", OWNER_OR_ADMIN] in table
    assert ["session.user.password_state", "0.0", "normal"] in table
    assert ["message", "", "empty"] in table
    assert table[1][:2] == ["report.verdict", "valid"]
    assert [row[1] for row in table if row[0] == "session.id"] == ["IAM_S_••••••••••••"]
    assert data.count(b"\r\n") == len(table)
    assert data.count(b"\n") == len(table)


def test_a_failure_and_a_page_have_their_rows_too():
    failure = Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW)
    table = rows(render(build_input(analyze_answer(failure)), ReportFormat.CSV))
    assert ["report.failure", "timed_out", ""] in table
    page = rows(
        render(
            build_input(analyze_answer(exchange(b"<p>Hello</p>")), RedactionLevel.SECRETS),
            ReportFormat.CSV,
        )
    )
    meaning = "The answer is a web page or XML, not JSON."
    assert ["report.body", "<p>Hello</p>", meaning] in page
    assert ["report.http_status", "200", ""] in page


def test_each_header_of_a_rate_limit_has_its_row():
    limited = replace(exchange(b"{}", 429), headers=(("X-RateLimit-Remaining-Minute", "3"),))
    table = rows(render(build_input(analyze_answer(limited)), ReportFormat.CSV))
    assert ["report.rate_limit", "X-RateLimit-Remaining-Minute: 3", ""] in table


@pytest.mark.parametrize("level", RedactionLevel)
def test_every_row_has_three_cells_whatever_was_sent(level: RedactionLevel):
    """E3, E4, J2."""
    for text, answer in hostile_answers():
        table = rows(render(build_hostile_input(text, answer, level), ReportFormat.CSV))
        assert {len(row) for row in table} == {3}
        assert not [cell for row in table for cell in row if cell[:1] in SIGNS]
        assert len(table) > 30
