import json
from collections import Counter
from pathlib import Path

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import FindingCode
from inspector_app.session.severity import Severity
from inspector_app.session.token import Token
from tests.session.answers import CREDENTIAL, DATE, NOW, changed, exchange


def findings(answer, token=None, now=NOW):
    found = judge(JudgeInput(analyze_answer(exchange(answer)), now, token=token)).findings
    return {finding.code: finding for finding in found}


def test_every_code_of_the_closed_list_has_two_scenarios():
    files = (Path(__file__).parent.parent / "scenarios").glob("*.json")
    counted = Counter(
        code
        for file in files
        for code in {one["code"] for one in json.loads(file.read_bytes())["expected"]["findings"]}
    )

    rare = {code.value: counted[code.value] for code in FindingCode if counted[code.value] < 2}
    assert rare == {}, "add labelled answers to tests/session/scenarios"


def test_the_gravest_come_first():
    answer = changed(
        "success",
        {
            "session.user.type": 2,
            "session.user.mfaType": 0,
            "session.workingOrganization.id": "o2",
            "session.new": 1,
        },
    )
    severities = [finding.severity for finding in findings(answer).values()]

    assert severities == [Severity.WARNING, Severity.NOTICE, Severity.NOTICE, Severity.PLAIN]


@pytest.mark.parametrize(
    ("token", "code"),
    [
        ("IAM_S_" + "a" * 32, FindingCode.TOKEN_LOOKS_COMPLETE),
        ("IAM_S_" + "a" * 128, FindingCode.TOKEN_LOOKS_COMPLETE),
        ("eyJhbGci.eyJzdWIi.c2ln", FindingCode.TOKEN_LOOKS_COMPLETE),
        ("IAM_S_" + "a" * 31, FindingCode.TOKEN_LOOKS_CUT),
        ("IAM_S_" + "a" * 29 + "...", FindingCode.TOKEN_LOOKS_CUT),
        ("eyJhbGci.eyJzdWIi", FindingCode.TOKEN_LOOKS_CUT),
        ("APP_PORTAL_S_" + "a" * 32, FindingCode.TOKEN_OF_OTHER_KIND),
        ("a" * 32, FindingCode.TOKEN_OF_OTHER_KIND),
    ],
)
def test_what_the_look_of_the_token_says_about_a_refusal(token, code):
    found = findings(changed("refusal", {}), Token(token))

    assert code in found
    assert len({one for one in found if one.value.startswith("token")}) == 1


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("IAM_S_" + "a" * 127, "a part of it is missing"),
        ("IAM_S_" + "a" * 33, "a part of it is missing"),
        ("IAM_S_" + "a" * 129, "something was copied along"),
        ("IAM_S_" + "a" * 128 + "Thanks", "something was copied along"),
    ],
)
def test_a_token_of_no_documented_length_is_cut_or_has_something_behind_it(token, words):
    found = findings(changed("refusal", {}), Token(token))[FindingCode.TOKEN_LOOKS_CUT]
    assert words in str(found.sentence)


NO_DATE: tuple[tuple[str, str], ...] = ()


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({}, NOW),
        ({"session.user.password_expire_time": (NOW - 3600) * 1000}, NOW),
        ({"session.refreshTime": NOW + 3600}, NOW),
        ({"session.createTime": NOW + 3600, "session.refreshTime": None}, NOW),
        ({}, NOW + 8000),  # the end that was estimated is over
    ],
)
@pytest.mark.parametrize(("headers", "is_local"), [(NO_DATE, True), ((("Date", DATE),), False)])
def test_what_was_counted_by_this_computers_clock_says_so(changes, at, headers, is_local):
    """R7: where the gateway's is not known, a wrong one of this computer may be all there is."""
    usual = {"session.user.password_expire_time": 0}
    answered = exchange(changed("success", usual | changes), headers=headers)
    verdict = judge(JudgeInput(analyze_answer(answered), at))
    contradictions = [
        one.sentence for one in verdict.findings if one.code is FindingCode.TIMES_CONTRADICT
    ]
    said = " ".join(map(str, (verdict.detail, *contradictions)))
    assert ("this computer’s clock" in said) is is_local
    assert "by the gateway's clock" not in said or not is_local


def test_a_token_that_was_accepted_is_not_discussed():
    assert findings(changed("success", {}), Token("a" * 32)) == {}


@pytest.mark.parametrize(
    ("days", "code"),
    [(6.9, FindingCode.PASSWORD_EXPIRES_SOON), (7.1, None), (-1, FindingCode.PASSWORD_EXPIRED)],
)
def test_a_password_is_worth_a_word_in_its_last_week(days, code):
    expires = int((NOW + days * 86400) * 1000)
    answer = changed("success", {"session.user.password_expire_time": expires, "session.status": 0})
    answer["session"]["user"]["state"] = 1

    found = {one for one in findings(answer) if one.value.startswith("password")}
    assert found == ({code} if code else set())


def test_many_new_fields_are_counted_and_the_first_named():
    answer = changed("success", {f"session.n{number}": 1 for number in range(5)})

    sentence = str(findings(answer)[FindingCode.NEW_FIELDS].sentence)
    assert sentence == (
        "Fields that are not documented: session.n0, session.n1, session.n2 and 2 more"
    )


def test_a_field_named_like_a_credential_is_not_named():
    found = findings(changed("success", {f"session.{CREDENTIAL}": 1}))[FindingCode.NEW_FIELDS]

    assert CREDENTIAL not in str(found.sentence)
    assert found.evidence == ()


@pytest.mark.parametrize("field", ["password_strength", "createTime"])
@pytest.mark.parametrize("credential", [CREDENTIAL, "opaque-" + "cF4t" * 40])
def test_a_credential_in_the_place_of_a_code_is_not_quoted(field, credential):
    """A1: also one that is cut, as it is longer than what is quoted of a value."""
    answer = changed("success", {f"session.user.{field}": credential, "session.id": credential})
    sentence = str(findings(answer)[FindingCode.CHANGED_FIELDS].sentence)

    assert f"session.user.{field}: no meaning is known for" in sentence
    assert credential[:24] not in sentence


def test_no_name_of_an_organization_is_a_credential_or_hides_anything():
    """A1, J2: nor what somebody typed or pasted as the expected one."""
    other = "IAM_S_" + "xO8g" * 8
    working, home, expected = (f"{one}\u202e {CREDENTIAL}" for one in ("North", "South", "West"))
    names = {"workingOrganization.id": "o2", "workingOrganization.name": working}
    names["residentOrganization.name"] = home
    answer = changed("success", {f"session.{place}": one for place, one in names.items()})
    judged = JudgeInput(
        analyze_answer(exchange(answer)), NOW, expected_organization=f"{expected} {other}"
    )
    found = {one.code: str(one.sentence) for one in judge(judged).findings}
    shown = "\\u202e IAM_S_••••••••••••"
    assert found[FindingCode.WORKS_ELSEWHERE] == (
        f"Works in “North{shown}”, home is “South{shown}”"
    )
    assert found[FindingCode.OTHER_THAN_EXPECTED] == (
        f"Works in “North{shown}”, not in “West{shown} IAM_S_••••••••••••” as expected"
    )


def test_contradicting_spellings_are_changed_fields():
    found = findings(changed("success", {"session.user.passwordState": 1, "session.user.state": 1}))

    assert "differ" in str(found[FindingCode.CHANGED_FIELDS].sentence)
