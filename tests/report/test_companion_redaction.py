"""Redaction of what was asked beside session info: same labels, same verdict, no personal data."""

from __future__ import annotations

import json

import pytest

from inspector_app.report.formats.report_format import ReportFormat, render_report
from inspector_app.report.pseudonyms import PseudonymKind, compute_pseudonym
from inspector_app.report.redaction import Redaction, RedactionLevel, redact_analyzed_answer
from inspector_app.report.report_input import ReportInput, redact_report
from inspector_app.session.analyzed_answer import add_companions
from inspector_app.session.companion import CompanionKind, analyze_companion
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.exchange import ApiCall, Exchange, Failure, FailureKind, Route
from inspector_app.session.parsing.json_document import dump_json
from tests.session.answers import NOW
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of

KEY = b"companion redaction's key"
COMPANIONS = [name for name in SCENARIOS if name.startswith("companion-")]
PERSONAL = {
    "id": "o15578227985571",
    "name": "Weiss & Sons",
    "domain": "weiss_sons",
    "description": "Call Ada Weiss",
    "code": "weiss-01",
    "extra": {"contact": "ada.weiss@example.com", "Ada Weiss": 1},
    "approvalDescription": "approved by Ada Weiss",
    "ownerId": "u15578227990211",
    "resourceId": "r15578227985572",
    "createdByUserId": "u15440200922941",
    "createTime": "2019-05-14 08:33:18.0",
    "state": 0,
    "approvalState": 1,
    "type": 2,
    "certificationState": 1,
    "undocumented": "Ada",
}


def judge_input_of(name: str) -> JudgeInput:
    scenario = SCENARIOS[name]
    return JudgeInput(analyzed_of(scenario), NOW, scenario.get("expected_organization", ""))


def report_of(name: str, level: RedactionLevel):
    return redact_report(ReportInput("Production", judge_input_of(name), Redaction(KEY, level)))


@pytest.mark.parametrize("level", RedactionLevel)
@pytest.mark.parametrize("name", COMPANIONS)
def test_redaction_changes_neither_the_verdict_nor_a_finding(name, level):
    """E2: owner and user, list and session are compared by labels that are the same."""
    before, after = judge(judge_input_of(name)), report_of(name, level).verdict

    assert after.code is before.code
    assert [one.code for one in after.findings] == [one.code for one in before.findings]
    assert [one.evidence for one in after.findings] == [one.evidence for one in before.findings]


def test_names_addresses_and_ids_of_companions_are_personal_data():
    """E1."""
    companions = {
        "working_organization": {
            "answer": {
                "organization": PERSONAL,
                "status": 0,
                "message": "asked by ada.weiss@example.com",
                "contact": "Ada Weiss",
            }
        },
        "organization_list": {"answer": {"organizations": [PERSONAL, "Ada Weiss"], "status": 0}},
    }
    analyzed = analyzed_of({"like": "success", "companions": companions})

    kept = redact_analyzed_answer(analyzed, Redaction(KEY))
    written = [json.loads(dump_json(one.document.root)) for one in kept.companions if one.document]

    said = json.dumps(written).lower()
    for word in ("ada", "weiss", "example.com", "o1557", "u1557", "u1544", "r1557"):
        assert word not in said
    (info, listed) = written[0]["organization"], written[1]["organizations"]
    assert info["id"] == listed[0]["id"] == info["name"] == info["domain"]
    assert kept.document is not None
    session = json.loads(dump_json(kept.document.root))["session"]
    assert info["ownerId"] == session["user"]["id"]
    for name in ("state", "approvalState", "type", "certificationState", "createTime"):
        assert info[name] == PERSONAL[name]


def test_a_credential_in_a_companion_leaves_in_no_form():
    """A3."""
    secret = "IAM_S_" + "rDc7" * 8
    companions = {
        "working_organization": {
            "answer": {"organization": {**PERSONAL, "description": secret}, "status": 0}
        },
        "organization_list": {"text": f"see {secret}"},
    }
    analyzed = analyzed_of({"like": "success", "companions": companions})

    for level in RedactionLevel:
        for form in ReportFormat:
            report_input = ReportInput("", JudgeInput(analyzed, NOW), Redaction(KEY, level))
            assert b"rDc7rDc7" not in render_report(redact_report(report_input), form, str)


@pytest.mark.parametrize("level", RedactionLevel)
def test_no_redacted_companion_brings_a_credential_along(level):
    """A3: neither what was read nor what was not, nor a call that failed."""
    secret = "IAM_S_" + "rDc7" * 8
    companions = {
        "working_organization": {"answer": {"organization": {"description": secret}, "status": 0}},
        "organization_list": {"text": f"see {secret}"},
    }
    route, elsewhere = Route("apim.example.com"), f"https://login.example.com/?token={secret}"
    failed = analyze_companion(
        CompanionKind.HOME_ORGANIZATION,
        Failure(FailureKind.REDIRECTED, route, NOW, detail=elsewhere, call=ApiCall.ORGANIZATION),
    )
    analyzed = analyzed_of({"like": "success", "companions": companions})
    analyzed = add_companions(analyzed, (*analyzed.companions, failed))
    assert all(one.credentials for one in analyzed.companions)

    kept = redact_analyzed_answer(analyzed, Redaction(KEY, level))

    assert len(kept.companions) == 3
    assert {one.credentials for one in kept.companions} == {Credentials()}
    answers = [one.call_result for one in kept.companions if one.document]
    assert [isinstance(one, Exchange) and one.body for one in answers] == [b""]


def test_ids_whose_short_labels_are_equal_are_told_apart():
    """E2: of 65,536 pairs of users one has the same four digits, and would pass for the owner."""
    scenario = SCENARIOS["companion-admin"]
    user = "u15578227990211"
    owner = ""
    wanted = compute_pseudonym(PseudonymKind.USER, user, KEY)
    for number in range(2_000_000):
        owner = f"u{number}"
        if compute_pseudonym(PseudonymKind.USER, owner, KEY) == wanted:
            break
    analyzed = analyzed_of(
        {
            **scenario,
            "companions": {
                "working_organization": {
                    "answer": {
                        "organization": {"id": "o15578227985571", "ownerId": owner},
                        "status": 0,
                    }
                }
            },
        }
    )
    redacted = redact_analyzed_answer(analyzed, Redaction(KEY))
    verdicts = [judge(JudgeInput(one, NOW)) for one in (analyzed, redacted)]

    assert [one.code.value for one in verdicts[0].findings] == ["user_is_not_owner"]
    assert [one.code for one in verdicts[1].findings] == [one.code for one in verdicts[0].findings]
