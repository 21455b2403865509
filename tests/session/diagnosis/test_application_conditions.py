"""What was checked before an application was said to open or not, in its order."""

import pytest

from inspector_app.session.diagnosis.application_conditions import (
    ConditionState,
    list_conditions,
)
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from tests.session.answers import NOW
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
