"""Rows of a queue: what they say, in which forms they leave, and what is not in them."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inspector_app.report import many_rows
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.many_rows import (
    NOT_SENT,
    RowPlace,
    build_row,
    build_unsent_row,
    render_csv,
    render_json,
    render_json_line,
    render_table_text,
)
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.report_input import redact_report
from inspector_app.session.translatable_text import Text, tr
from tests.report.answers import NOW, answer_of, build_input, examined

TOKEN = "IAM_S_" + "w9" * 64
USER: dict[str, Any] = {"id": "u15578227990211", "name": "mara.lindqvist", "type": 0, "state": 0}
PLACE = RowPlace(7, 12, "3f9c21d0")


def row_of(answer, level=RedactionLevel.SECRETS):
    return build_row(redact_report(build_input(examined(answer), level, (TOKEN,))), PLACE)


def test_the_documented_members_of_a_row_are_the_real_ones():
    page = (Path(__file__).parents[2] / "docs" / "queue-rows.md").read_text(encoding="utf-8")
    row = json.loads(render_json_line(row_of(answer_of(USER, TOKEN))))
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(row)
    assert {*row["verdict"], *row["ends"], NOT_SENT} <= set(re.findall(r"`(\w+)`", page))
    assert many_rows._MAX_SESSION == 64 * 1024
    assert "longer than 64 KiB" in page


@pytest.mark.parametrize("ends", [1e13, 1e18, float("inf")])
def test_a_year_that_no_date_has_is_left_out(ends):
    assert many_rows.format_end(ends) == ""


def test_half_a_character_in_a_name_stops_no_export():
    row = row_of(answer_of(USER | {"name": "mara\ud83d"}, TOKEN))
    data = render_csv((row,), str).decode("utf-8-sig")
    assert "mara" in data


def test_the_session_is_in_its_row_up_to_a_length(monkeypatch):
    written = row_of(answer_of(USER, TOKEN)).session
    monkeypatch.setattr(many_rows, "_MAX_SESSION", len(written))
    assert row_of(answer_of(USER, TOKEN)).session == written
    monkeypatch.setattr(many_rows, "_MAX_SESSION", len(written) - 1)
    assert row_of(answer_of(USER, TOKEN)).session == "null"


def test_a_row_says_verdict_user_organization_and_end():
    row = row_of(answer_of(USER, TOKEN))
    assert (row.code, row.user, row.organization) == ("valid", "mara.lindqvist", "Wind North")
    assert row.ends == NOW - 360 + 7200
    assert "left" in str(row.sentence)


def test_at_the_level_personal_a_row_has_labels_for_persons_and_organizations():
    """E1."""
    row = row_of(answer_of(USER, TOKEN), RedactionLevel.PERSONAL)
    assert row.user.startswith("user#")
    assert row.organization.startswith("org#")
    every = render_json_line(row) + render_csv((row,), str)
    assert not any(word in every.decode() for word in ("mara", "Wind North", "u15578227990211"))


def test_the_line_of_a_row_is_one_json_object():
    line = render_json_line(row_of(answer_of(USER, TOKEN)))
    assert line.count(b"\n") == 1
    assert line.isascii()
    made = json.loads(line)
    assert list(made) == ["number", "line", "fingerprint", "verdict", "ends", "session"]
    assert (made["number"], made["line"], made["fingerprint"]) == (7, 12, "3f9c21d0")
    assert made["verdict"]["code"] == "valid"
    assert made["session"]["user"]["name"] == "mara.lindqvist"
    assert made["ends"]["iso"] == "2027-01-15T09:54:00Z"


@pytest.mark.parametrize("level", RedactionLevel)
def test_no_form_of_a_row_has_a_credential(level):
    """A1, E1: neither the session's nor one that another field repeats."""
    hidden = {**USER, "description": f"his token is {TOKEN}"}
    row = row_of(answer_of(hidden, TOKEN), level)
    forms = (render_json_line(row), render_csv((row,), str), render_json((row,)))
    assert not any(TOKEN[6:22].encode() in one for one in forms)
    assert TOKEN[6:22] not in render_table_text((row,), str)


def test_a_row_that_would_let_one_out_is_not_made():
    """A1: the last look, where redaction missed it."""
    report = redact_report(build_input(examined(answer_of(USER, TOKEN))))
    other = "kept-Secret-0f1e2d3c4b5a"
    known = replace(report, credentials=report.credentials.with_value(other))
    verdict = replace(report.verdict, sentence=Text(f"it is {other}"))
    with pytest.raises(CredentialLeakError):
        build_row(replace(known, verdict=verdict), PLACE)


def test_a_token_that_was_not_sent_has_its_reason():
    row = build_unsent_row(tr("The token was cut."), PLACE)
    assert json.loads(render_json_line(row)) == {
        "number": 7,
        "line": 12,
        "fingerprint": "3f9c21d0",
        "verdict": {"code": NOT_SENT, "sentence": "The token was cut."},
        "ends": None,
        "session": None,
    }


@pytest.mark.parametrize("name", ["=1+1", "+2", "-3", "@x", "\t=4", "\uff1d5", '"=6'])
def test_a_name_is_no_formula_in_a_spreadsheet(name):
    """E3."""
    row = row_of(answer_of({**USER, "name": name}, TOKEN))
    cells = list(csv.reader(io.StringIO(render_csv((row,), str).decode("utf-8-sig"))))
    assert cells[1][3].startswith("'")
    assert render_table_text((row,), str).splitlines()[1].split("\t")[3].startswith("'")


def test_the_tables_have_a_row_for_each_and_read_back():
    rows = [replace(row_of(answer_of(USER, TOKEN)), place=RowPlace(at, at, "")) for at in (1, 2, 3)]
    assert [one["number"] for one in json.loads(render_json(rows))] == [1, 2, 3]
    assert json.loads(render_json(())) == []
    cells = list(csv.reader(io.StringIO(render_csv(rows, str).decode("utf-8-sig"))))
    assert [one[0] for one in cells] == ["number", "1", "2", "3"]
    lines = render_table_text(rows, str).splitlines()
    assert len(lines) == 4
    assert {line.count("\t") for line in lines} == {7}


def test_a_name_with_line_ends_and_tabs_stays_in_its_cell():
    row = row_of(answer_of({**USER, "name": "a\tb\nc\u2028d"}, TOKEN))
    lines = render_table_text((row,), str).split("\n")
    assert len(lines) == 3
    assert lines[1].count("\t") == 7


@pytest.mark.parametrize("expires", [0, -5, 10**30, 1e300, "soon", None])
def test_an_end_that_is_no_date_breaks_no_form(expires):
    """J6."""
    row = row_of(answer_of(USER, TOKEN, expires=expires))
    json.loads(render_json_line(row))
    render_csv((row,), str)


def test_a_session_of_megabytes_does_not_make_a_row_of_megabytes():
    row = row_of(answer_of({**USER, "description": "x" * 1_000_000, "name": "n" * 5000}, TOKEN))
    assert len(render_json_line(row)) < 2000
    assert len(row.user) < 300
