"""How long a queue or a watch waits, and what the next answer of a watch brings.

After a change that was meant, ``python -m tests.inspection.test_many_pace`` writes
``watching.json`` anew.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from inspector_app.inspection.many_pace import FIRST_PAUSE, find_pause
from inspector_app.inspection.watch import WatchGoal, WatchPlan, WatchProgress, take_answer
from inspector_app.inspection.watch_changes import find_changes, read_facts
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.exchange import Failure, FailureKind, Route
from tests.inspection.test_many_summary import result_of
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.session.answers import DATE, NOW, SUCCESS, changed, exchange

FILE = Path(__file__).parent / "watching.json"
BASE = result_of(SUCCESS)


def refused(wait: str = "", status: int = 429, body: Any = b"{}"):
    headers = (("Date", DATE), *((("Retry-After", wait),) if wait else ()))
    analyzed = analyze_answer(exchange(body, status, headers=headers))
    return replace(BASE, judge_input=JudgeInput(analyzed, analyzed.taken_at))


def failed(kind=FailureKind.TIMED_OUT):
    analyzed = analyze_answer(Failure(kind, Route("gateway.example.com"), NOW))
    return replace(BASE, judge_input=JudgeInput(analyzed, NOW))


@pytest.mark.parametrize(
    ("result", "refusals", "first", "pause"),
    [
        (BASE, 0, 1.0, None),
        (failed(), 3, 1.0, None),
        (refused(), 0, FIRST_PAUSE, 1.0),
        (refused(), 1, 1.0, 2.0),
        (refused(), 5, 1.0, 32.0),
        (refused(), 8, 1.0, 256.0),
        (refused(), 9, 1.0, 256.0),
        (refused(), 8, 2.0, 300.0),
        (refused(), 0, 30.0, 30.0),
        (refused("5"), 0, 1.0, 5.0),
        (refused("5"), 3, 1.0, 8.0),
        (refused("2000"), 0, 1.0, 2000.0),
        (refused("0"), 0, 1.0, 1.0),
        (refused("soon"), 1, 1.0, 2.0),
        (refused("Thu, 11 Jul 2019 13:06:22 GMT"), 0, 1.0, pytest.approx(10.0, abs=0.8)),
        (refused("Thu, 11 Jul 2019 13:00:00 GMT"), 0, 1.0, 1.0),
        (refused(status=503), 0, 1.0, None),
        (refused("7", 503), 0, 1.0, 7.0),
        (refused("0", 503), 2, 1.0, 4.0),
        (refused("7", 502), 0, 1.0, None),
        (refused("7", 200, SUCCESS), 0, 1.0, None),
        (refused("7", 200, {"code": 429, "msg": "", "requestId": "r"}), 0, 1.0, 7.0),
    ],
)
def test_a_pause_grows_and_is_never_shorter_than_what_the_gateway_asks_for(
    result, refusals, first, pause
):
    assert find_pause(result, refusals, first) == pause


def with_session(**changes: Any):
    return result_of(changed("success", {f"session.{name}": one for name, one in changes.items()}))


def answers():
    return {
        "usual": with_session(),
        "disabled": with_session(**{"user.state": 1}),
        "other state": with_session(**{"user.state": 7}),
        "no state": with_session(**{"user.state": None}),
        "must change": with_session(**{"user.password_state": 1}),
        "other password state": with_session(**{"user.password_state": 2}),
        "limited": with_session(status=0),
        "unlimited": with_session(status=1),
        "other user": with_session(**{"user.id": "u9", "user.state": 1, "expires": 5}),
        "elsewhere": with_session(**{"workingOrganization.id": "o8"}),
        "no organization": with_session(workingOrganization=None, residentOrganization=None),
        "other home": with_session(**{"residentOrganization.id": "o8"}),
        "shorter": with_session(expires=600),
        "anew": with_session(createTime=1562850000, refreshTime=1562850400),
        "gone": result_of(changed("refusal", {"status": 30404})),
        "refused": result_of(changed("refusal", {"status": 30401})),
        "no user": with_session(user=None),
        "silent": failed(),
        "limited calls": refused("5"),
        "long wait": refused("2000"),
    }


PLANS = {
    "plain": WatchPlan(30.0),
    "short": WatchPlan(30.0, duration=59.0),
    "exact": WatchPlan(30.0, duration=60.0),
    "longest": WatchPlan(600.0, duration=1e9),
    "change": WatchPlan(30.0, frozenset({WatchGoal.CHANGE})),
    "ends": WatchPlan(30.0, frozenset({WatchGoal.SESSION_ENDS})),
    "enabled": WatchPlan(30.0, frozenset({WatchGoal.ACCOUNT_ENABLED})),
    "organization": WatchPlan(30.0, frozenset({WatchGoal.ORGANIZATION_CHANGES})),
    "code": WatchPlan(30.0, codes=frozenset({VerdictCode.ACCOUNT_DISABLED})),
}
SEQUENCES = (
    ("usual", "usual", "disabled", "usual"),
    ("usual", "silent", "elsewhere", "gone"),
    ("limited calls", "limited calls", "usual", "limited calls", "disabled"),
    ("silent", "gone", "refused"),
    ("usual", "long wait", "anew"),
    ("gone", "usual", "must change", "limited"),
)


def list_steps(plan, names, known):
    progress = WatchProgress()
    for number, name in enumerate(names):
        progress, step = take_answer(plan, progress, known[name], NOW, number * 30.0)
        seen = progress.effect, progress.refusals, step.pause, progress.with_session is known[name]
        yield f"{name}: {step.verdict.code.value} {[str(one) for one in step.news]}"
        yield f"{[one.kind.value for one in step.changes]} {step.observation} {step.ending} {seen}"


def pin_all():
    known = answers()
    parts: list[tuple[str, Any]] = [
        (
            f"{first}, {second}",
            [f"{one.kind.value}: {one.sentence}" for one in find_changes(*pair)],
        )
        for first, second in product(known, known)
        if find_changes(*(pair := (read_facts(known[first]), read_facts(known[second]))))
    ]
    parts += [
        (f"{name}: {', '.join(names)}", list_steps(plan, names, known))
        for name, plan in PLANS.items()
        for names in SEQUENCES
    ]
    parts.append(("over", list_steps(PLANS["longest"], ("usual",) * 119, known)))
    return pin_lines(parts)


def test_each_next_answer_brings_what_it_brought():
    assert_pinned(pin_all(), FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
