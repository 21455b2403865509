"""A watch: what is news, when to ask again, and when it ends."""

import json
from dataclasses import replace

import pytest

from inspector_app.inspection.watch import (
    MAX_DURATION,
    WatchGoal,
    WatchPlan,
    WatchProgress,
    take_answer,
)
from inspector_app.inspection.watch_changes import ChangeKind
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.token import Token
from tests.inspection.test_many_summary import result_of
from tests.report.answers import NOW, exchange
from tests.session.answers import CREDENTIAL, REFUSAL, changed

ALIVE = changed(
    "success",
    {"session.createTime": int(NOW) - 900, "session.refreshTime": int(NOW) - 600},
)
DISABLED = changed(
    "success",
    {
        "session.createTime": int(NOW) - 900,
        "session.refreshTime": int(NOW) - 600,
        "session.user.state": 1,
    },
)
GONE = changed("refusal", {"status": 30404})
PLAN = WatchPlan(30.0)


def refused(*headers, status=429):
    result = result_of(ALIVE)
    answered = replace(exchange(b"{}", status), headers=headers)
    analyzed = analyze_answer(answered)
    return replace(result, judge_input=JudgeInput(analyzed, analyzed.taken_at))


def failed():
    result = result_of(ALIVE)
    analyzed = analyze_answer(Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW))
    return replace(result, judge_input=JudgeInput(analyzed, NOW))


def watch(*results, plan=PLAN, every=30.0):
    """The steps that these answers bring, one after the other."""
    progress, steps = WatchProgress(), []
    for number, result in enumerate(results):
        one = result if not isinstance(result, dict) else result_of(result)
        progress, step = take_answer(plan, progress, one, NOW, number * every)
        steps.append(step)
    return steps


def test_the_first_answer_is_no_news_and_the_same_one_again_is_none():
    steps = watch(ALIVE, ALIVE, ALIVE)
    assert [step.news for step in steps] == [(), (), ()]
    assert [step.ending for step in steps] == [None] * 3
    assert {step.pause for step in steps} == {30}


def test_a_change_is_told_with_the_verdict_that_it_brings():
    steps = watch(ALIVE, DISABLED, DISABLED)
    said = " ".join(map(str, steps[1].news))
    assert "The account is disabled now." in said
    assert "The user's account is disabled." in said
    assert steps[2].news == ()
    assert [step.ending for step in steps] == [None] * 3


@pytest.mark.parametrize(
    ("goal", "answers", "reached"),
    [
        (WatchGoal.CHANGE, (ALIVE, ALIVE, DISABLED), 2),
        (WatchGoal.ACCOUNT_ENABLED, (DISABLED, DISABLED, ALIVE), 2),
        (WatchGoal.ACCOUNT_ENABLED, (ALIVE, DISABLED, DISABLED), None),
        (WatchGoal.SESSION_ENDS, (ALIVE, DISABLED, GONE), 2),
        (WatchGoal.ORGANIZATION_CHANGES, (ALIVE, DISABLED, ALIVE), None),
        (WatchGoal.CHANGE, (ALIVE, failed(), ALIVE), None),
    ],
)
def test_a_watch_ends_when_what_it_waited_for_is_there(goal, answers, reached):
    steps = watch(*answers, plan=WatchPlan(30.0, frozenset({goal})))
    ended = [number for number, step in enumerate(steps) if step.ending is not None]
    assert ended == ([] if reached is None else [reached])
    if reached is not None:
        assert "waited for" in str(steps[reached].ending)


def test_a_change_that_an_outage_hid_is_told_after_it():
    steps = watch(ALIVE, failed(), DISABLED)
    assert "The account is disabled now." in map(str, steps[2].news)


def test_a_verdict_can_be_waited_for_and_may_be_there_at_once():
    plan = WatchPlan(30.0, codes=frozenset({VerdictCode.ACCOUNT_DISABLED}))
    assert [bool(step.ending) for step in watch(ALIVE, DISABLED, plan=plan)] == [False, True]
    assert watch(DISABLED, plan=plan)[0].ending is not None


def like_alive(**changes):
    dotted = {f"session.{name.replace('__', '.')}": value for name, value in changes.items()}
    times = {f"session.{name}": ALIVE["session"][name] for name in ("createTime", "refreshTime")}
    return changed("success", times | dotted)


@pytest.mark.parametrize(
    ("doubtful", "headers"),
    [
        (like_alive(user__state=1, id="IAM_S_" + "zK9w" * 8), ()),
        (like_alive(user__state=1) | {"sessions": [ALIVE["session"]]}, ()),
        (like_alive(user__state=1, user__State=0), ()),
        (like_alive(user__state=1), (("Age", "900"),)),
    ],
)
def test_an_answer_that_may_be_about_another_session_or_time_brings_no_change(doubtful, headers):
    """What it says of an account may be said of somebody else's, or of before."""
    plan = WatchPlan(30.0, frozenset({WatchGoal.CHANGE}))
    sent = replace(exchange(json.dumps(doubtful).encode()), headers=headers)
    asked = analyze_answer(sent, Token(CREDENTIAL))
    answered = replace(result_of(ALIVE), judge_input=JudgeInput(asked, NOW))
    steps = watch(ALIVE, answered, ALIVE, plan=plan)
    assert asked.doubts
    assert [step.changes for step in steps] == [()] * 3
    assert [step.ending for step in steps] == [None] * 3


def test_what_one_answer_left_out_is_compared_with_the_one_before_it():
    """Another user behind an answer without one went unnoticed."""
    without, other = like_alive(user=None), like_alive(user__id="u9", workingOrganization__id="o9")
    plan = WatchPlan(30.0, frozenset({WatchGoal.ORGANIZATION_CHANGES}))
    steps = watch(ALIVE, without, other, other, plan=plan)
    assert [[one.kind for one in step.changes] for step in steps] == [[], [], [ChangeKind.USER], []]
    assert [step.ending for step in steps] == [None] * 4


@pytest.mark.parametrize("answer", [GONE, REFUSAL])
def test_a_session_that_is_gone_is_watched_no_more(answer):
    step = watch(ALIVE, answer)[1]
    assert "nothing more to watch" in str(step.ending)


def test_an_outage_is_told_and_does_not_end_a_watch():
    steps = watch(ALIVE, failed(), failed(), ALIVE)
    assert [bool(step.news) for step in steps] == [False, True, False, True]
    assert [step.ending for step in steps] == [None] * 4


def test_it_ends_after_its_time_and_after_an_hour_in_any_case():
    short = WatchPlan(30.0, duration=60.0)
    assert [bool(one.ending) for one in watch(ALIVE, ALIVE, ALIVE, plan=short)] == [
        *(False, False, True),
    ]
    long = WatchPlan(600.0, duration=10 * MAX_DURATION)
    steps = watch(*[ALIVE] * 8, plan=long, every=600.0)
    assert [bool(step.ending) for step in steps].index(True) == 6


def test_a_gateway_that_asks_to_wait_is_waited_for_longer_each_time():
    """N10."""
    steps = watch(ALIVE, refused(), refused(), refused(), ALIVE, refused())
    assert [step.pause for step in steps] == [30, 30, 60, 120, 30, 30]
    assert watch(refused(("Retry-After", "75")))[0].pause == 75
    assert watch(refused(("Retry-After", "5")))[0].pause == 30
    assert "1 h" in str(watch(refused(("Retry-After", "3600")))[0].ending)


def test_what_inspecting_was_seen_to_do_is_told_once():
    later = changed(
        "success",
        {"session.createTime": int(NOW) - 900, "session.refreshTime": int(NOW)},
    )
    first, second = result_of(ALIVE), result_of(later)
    seen = replace(second, judge_input=replace(second.judge_input, earlier=first.analyzed))
    steps = watch(first, seen, seen)
    assert "last refresh" in str(steps[1].observation)
    assert [step.observation for step in (steps[0], steps[2])] == [None, None]
    assert [step.news for step in steps] == [(), (), ()]


@pytest.mark.parametrize(
    ("answer", "goals", "codes", "ending"),
    [
        (GONE, {}, {}, "There is nothing more to watch"),
        (REFUSAL, {}, {}, "There is nothing more to watch"),
        (GONE, {WatchGoal.SESSION_ENDS}, {}, "What was waited for is there."),
        (GONE, {WatchGoal.CHANGE}, {}, "There is nothing more to watch"),
        (DISABLED, {WatchGoal.CHANGE}, {}, "What was waited for is there."),
        (DISABLED, {WatchGoal.SESSION_ENDS, WatchGoal.ACCOUNT_ENABLED}, {}, ""),
        (DISABLED, {}, {VerdictCode.ACCOUNT_DISABLED}, "What was waited for is there."),
        (DISABLED, {}, {VerdictCode.TIMED_OUT}, ""),
    ],
)
def test_why_a_watch_ends_is_told(answer, goals, codes, ending):
    plan = WatchPlan(30.0, frozenset(goals), frozenset(codes))
    said = watch(ALIVE, answer, plan=plan)[1].ending
    assert str(said or "").startswith(ending)
    assert bool(said) is bool(ending)
