import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.report.forms import csv_report
from inspector_app.report.redaction import Level
from inspector_app.session.examination import examine
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.plain_text import visible
from tests.report.answers import NOW, answer_of, examined, exchange, material
from tests.report.hostile import HOSTILE, hostile_answers, hostile_material

TOKEN = "IAM_S_" + "q7" * 64
USER = {"id": "u1", "name": "mara.lindqvist", "type": 2, "state": 0, "password_state": 0.0}
SIGNS = [*"=+-@", *"\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{MINUS SIGN}"]
SIGNS += [*"\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}\N{SMALL PLUS SIGN}"]


def rows(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_field_has_its_path_its_value_and_its_meaning():
    data = csv_report.write(material(examined(answer_of(USER, TOKEN)), Level.SECRETS))
    table = rows(data)
    assert table[0] == ["path", "value", "meaning"]
    assert ["session.user.type", "2", "organization admin"] in table
    assert ["session.user.password_state", "0.0", "normal"] in table
    assert ["message", "", "empty"] in table
    assert table[1][:2] == ["report.verdict", "valid"]
    assert [row[1] for row in table if row[0] == "session.id"] == ["IAM_S_••••••••••••"]
    assert data.count(b"\r\n") == len(table)
    assert data.count(b"\n") == len(table)


def test_a_failure_and_a_page_have_their_rows_too():
    failure = Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW)
    table = rows(csv_report.write(material(examine(failure))))
    assert ["report.failure", "timed_out", ""] in table
    page = rows(csv_report.write(material(examine(exchange(b"<p>Hello</p>")), Level.SECRETS)))
    assert ["report.body", "<p>Hello</p>", ""] in page
    assert ["report.http_status", "200", ""] in page


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "before", ["", " ", "\t", '"', "'", " ' ", "\r\n", "\N{NO-BREAK SPACE}", "“"]
)
def test_no_cell_begins_like_a_formula(sign: str, before: str):
    """E3."""
    assert csv_report.cell(f"{before}{sign}1+1").startswith("'")


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(HOSTILE))
def test_a_cell_is_what_was_sent_perhaps_after_an_apostrophe(text: str):
    """E3."""
    cell = csv_report.cell(text)
    assert cell in {visible(text), f"'{visible(text)}"}
    assert cell[:1] not in {*SIGNS, "\t", "\r", "\n"}


@pytest.mark.parametrize("level", Level)
def test_every_row_has_three_cells_whatever_was_sent(level: Level):
    """E3, E4, J2."""
    for text, answer in hostile_answers():
        table = rows(csv_report.write(hostile_material(text, answer, level)))
        assert {len(row) for row in table} == {3}
        assert not [cell for row in table for cell in row if cell[:1] in SIGNS]
        assert len(table) > 30
