"""What was checked before an application was said to open or not, in its order."""

import copy

import pytest

from inspector_app.session.diagnosis.application_conditions import (
    ConditionState,
    list_conditions,
)
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import FindingCode, VerdictCode
from tests.session.answers import CREDENTIAL, NOW
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of

MARKS = {ConditionState.HOLDS: "+", ConditionState.FAILS: "-", ConditionState.UNKNOWN: "?"}
APPLICATION_NAMES = [name for name in SCENARIOS if name.startswith("portal-app-")]


def conditions_of(name):
    return list_conditions(JudgeInput(analyzed_of(SCENARIOS[name]), NOW))


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("portal-app-access", "+++++"),
        ("portal-app-no-access", "++++-"),
        ("portal-app-access-empty", "++++-"),
        ("portal-app-off", "+++-"),
        ("portal-app-off-by-number", "+++-"),
        ("portal-app-status-unknown", "+++??"),
        ("portal-app-not-listed", "++-"),
        ("portal-app-not-purchased", "++-"),
        ("portal-app-31404-by-key", "++-"),
        ("portal-app-31404-listed", "++?+?"),
        ("portal-app-no-access-unlisted", "++??-"),
        ("portal-app-list-refused", "++???"),
        ("portal-app-access-from-a-cache", "++++?"),
        ("portal-app-on-another-page", "++???"),
        ("portal-app-namesakes", "++???"),
        ("portal-app-list-alone", ""),
        ("portal-valid", ""),
        ("portal-31401", ""),
    ],
)
def test_the_conditions_go_down_to_the_first_that_fails(name, marks):
    assert "".join(MARKS[one.state] for one in conditions_of(name)) == marks


@pytest.mark.parametrize("name", APPLICATION_NAMES)
def test_the_conditions_agree_with_the_verdict(name):
    states = [one.state for one in conditions_of(name)]
    code = judge(JudgeInput(analyzed_of(SCENARIOS[name]), NOW)).code

    if ConditionState.FAILS in states:
        assert code is not VerdictCode.VALID
    if states and all(one is ConditionState.HOLDS for one in states):
        assert code is VerdictCode.VALID


def test_no_name_in_them_is_a_credential_or_hides_anything():
    """A1, J2: nor in what is said where nothing can be told."""
    name = f"Map\u202e {CREDENTIAL}"
    apps = [{"name": name, "identifier": identifier} for identifier in ("m1", "m2")]
    scenario = copy.deepcopy(SCENARIOS["portal-app-namesakes"])
    scenario["companions"]["application_list"] |= {
        "answer": {"code": 0, "data": {"apps": apps}},
        "subject": name,
    }
    scenario["answer"]["data"]["currentOrgName"] = name
    judged = JudgeInput(analyzed_of(scenario), NOW)
    said = [str(text) for one in list_conditions(judged) for text in (one.sentence, one.note)]
    said += [str(one.sentence) for one in judge(judged).findings]
    assert [one for one in said if CREDENTIAL in one or "\u202e" in one] == []
    assert sum("Map\\u202e IAM_S_•" in one for one in said) == 3


def test_of_many_applications_of_one_name_a_hundred_are_told():
    """R3: an answer may have hundreds of thousands, and is judged each second."""
    apps = [{"name": "Map", "identifier": f"map-{number}"} for number in range(150)]
    scenario = copy.deepcopy(SCENARIOS["portal-app-namesakes"])
    listed = scenario["companions"]["application_list"]
    listed |= {"answer": {"code": 0, "data": {"apps": apps}}, "subject": "map"}
    findings = judge(JudgeInput(analyzed_of(scenario), NOW)).findings
    (unclear,) = [one for one in findings if one.code is FindingCode.APPLICATION_UNCLEAR]
    assert "150 applications" in str(unclear.sentence)
    assert len(unclear.evidence) == 100
