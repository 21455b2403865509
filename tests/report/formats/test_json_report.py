import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from inspector_app import __version__
from inspector_app.report.credential_scan import CredentialLeakError, has_credential
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel, redact_document
from inspector_app.report.saved_answers import file_parser
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import Credentials
from inspector_app.session.exchange import Failure, FailureKind, Phase, Route
from inspector_app.session.parsing.json_document import JsonObject, dump_json
from inspector_app.session.parsing.strict_json import parse_document
from tests.report.answers import (
    NOW,
    Generated,
    answer_of,
    answers,
    build_input,
    examined,
    exchange,
    render,
)
from tests.report.hostile import build_hostile_input

TOKEN = "IAM_S_" + "q7" * 64
USER = {"id": "u1", "name": "mara.lindqvist", "type": 0, "state": 0}
PAGE = Path(__file__).parent.parent.parent.parent / "docs" / "json-export.md"


def exported(answer: Any, level: RedactionLevel = RedactionLevel.SECRETS) -> Any:
    return json.loads(render(build_input(examined(answer), level), ReportFormat.JSON))


def names(value: Any, way: str = "") -> set[str]:
    """The path of every member, ``findings[].code``."""
    if isinstance(value, list):
        return {name for one in value for name in names(one, f"{way}[]")}
    if not isinstance(value, dict):
        return set()
    found = set()
    for name, inner in value.items():
        path = f"{way}.{name}".removeprefix(".")
        found |= {path} | names(inner, path)
    return found


def test_the_envelope_says_what_when_where_and_how_it_was_judged():
    export = exported(answer_of(USER, TOKEN), RedactionLevel.PERSONAL)
    assert export["schema"] == "enos-session-inspector/answer"
    assert export["version"] == 3
    assert export["level"] == "personal"
    assert export["app"] == {"version": __version__}
    assert export["taken_at"] == "2027-01-15T08:00:00Z"
    assert export["judged_at"] == "2027-01-15T08:00:02Z"
    assert export["environment"] == "Production"
    assert export["verdict"]["code"] == "valid"
    assert export["verdict"]["sentence"].startswith("Session valid")
    assert export["verdict"]["next"]
    works_elsewhere = export["findings"][0]
    assert works_elsewhere["code"] == "works_elsewhere"
    assert works_elsewhere["severity"] == "warning"
    assert "session.workingOrganization.id" in works_elsewhere["evidence"]


def test_times_are_told_as_numbers_and_as_dates():
    lifetimes = exported(answer_of(USER, TOKEN))["lifetimes"]
    assert lifetimes["created"] == {"epoch": NOW - 700, "iso": "2027-01-15T07:48:20Z"}
    assert lifetimes["ends"] == {"epoch": NOW - 360 + 7200, "iso": "2027-01-15T09:54:00Z"}
    assert lifetimes["password_expires"] is None


def test_the_documented_members_are_the_real_ones():
    user = {**USER, "guestOrganizations": [{"id": "o2"}]}
    real = names(
        json.loads(render(build_hostile_input("x1", answer_of(user, TOKEN)), ReportFormat.JSON))
    )
    mentioned = re.findall(
        r"^\| `([a-z_.\[\]]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    told_in_one = (
        *("session.user.", "session.working_organization.", "session.home_organization."),
        *("session.guest_organizations[].", "request.tls.", "request.phases.", "request.headers."),
        "answer.",
    )
    instants = re.compile(r"\.(epoch|iso)$")
    expected = {
        one for one in real if not one.startswith(told_in_one) and not instants.search(one)
    } - {"app"}
    assert set(mentioned) - {"personal", "secrets"} == expected, (
        "docs/json-export.md has one row for each member of the export"
    )
    page = PAGE.read_text(encoding="utf-8")
    for one in ("total", "cipher", "not_before", "kind", "phase", "detail", "domain"):
        assert f"`{one}`" in page, f"docs/json-export.md does not name {one}"


def test_every_member_is_there_whatever_came():
    whole = set(exported(answer_of(USER, TOKEN)))
    request = set(exported(answer_of(USER, TOKEN))["request"])
    failure = analyze_answer(Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW))
    for analyzed in (failure, analyze_answer(exchange(b"<p>")), examined({"status": 404})):
        export = json.loads(render(build_input(analyzed), ReportFormat.JSON))
        assert set(export) == whole
        assert set(export["request"]) == request
        assert export["session"] is None
        assert export["lifetimes"] is None


def test_a_page_is_kept_only_where_personal_data_may_leave():
    """E1."""
    page = analyze_answer(exchange(f"<title>Hello {TOKEN}</title>".encode()))
    export = json.loads(render(build_input(page, RedactionLevel.SECRETS), ReportFormat.JSON))
    assert export["answer"] is None
    assert export["body_text"] == "<title>Hello IAM_S_••••••••••••</title>"
    assert export["verdict"]["code"] == "not_enos"
    assert json.loads(render(build_input(page), ReportFormat.JSON))["body_text"] is None


def test_a_failure_tells_its_kind_its_phase_and_its_detail():
    failure = Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW, Phase.WAIT, "15.2")
    export = json.loads(render(build_input(analyze_answer(failure)), ReportFormat.JSON))
    assert export["request"]["failure"] == {"kind": "timed_out", "phase": "wait", "detail": "15.2"}
    assert export["request"]["status"] is None
    assert export["verdict"]["code"] == "timed_out"


def test_nothing_is_handed_out_if_a_credential_would_be_in_it():
    """E1."""
    asked = build_input(examined(answer_of(USER, TOKEN)))
    in_our_own_words = replace(
        asked, redaction=replace(asked.redaction, credentials=Credentials(("session-inspector",)))
    )
    with pytest.raises(CredentialLeakError):
        render(in_our_own_words, ReportFormat.JSON)


@settings(deadline=None, max_examples=60)
@given(answers())
def test_every_export_is_safe_the_same_again_and_parses_to_the_redacted_document(
    generated: Generated,
):
    """E1, E7."""
    for level in RedactionLevel:
        asked = build_input(generated.examination, level)
        data = render(asked, ReportFormat.JSON)
        assert data.isascii()
        assert not has_credential(data, Credentials((generated.credential,)))
        assert render(build_input(generated.examination, level), ReportFormat.JSON) == data
        document = asked.judge_input.analyzed.document
        assert document is not None
        root = parse_document(data).root
        assert isinstance(root, JsonObject)
        assert root.get("answer") == redact_document(document, asked.redaction).root
        if level is RedactionLevel.PERSONAL:
            text = json.dumps(json.loads(data), ensure_ascii=False)
            assert not [one for one in generated.personal if one in text]


def test_numbers_are_exported_digit_for_digit():
    """E7."""
    body = b'{"status":0,"success":true,"session":{"expires":7.2E+3,"createTime":1e400}}'
    data = render(
        build_input(analyze_answer(exchange(body)), RedactionLevel.SECRETS), ReportFormat.JSON
    )
    assert b"7.2E+3" in data
    assert b"1e400" in data


def test_an_export_can_be_written_as_text():
    data = render(build_input(examined(answer_of(USER, TOKEN))), ReportFormat.JSON)
    assert dump_json(parse_document(data).root) + "\n" == data.decode()


@pytest.mark.parametrize("level", RedactionLevel)
def test_the_export_of_an_answer_of_megabytes_can_be_opened_again(level: RedactionLevel):
    """E7."""
    answer = answer_of({"id": "u1", "name": "mara"}, TOKEN)
    answer["history"] = ["华东风电场" * 20] * 20_000
    body = json.dumps(answer, ensure_ascii=False).encode()
    data = render(build_input(analyze_answer(exchange(body)), level), ReportFormat.JSON)
    assert len(body) > 5 * 2**20
    assert data.count(b"\n") == 1
    assert file_parser.parse_saved_answer(data, None).level is level
