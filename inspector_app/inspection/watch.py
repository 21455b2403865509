"""Watching one session: what each answer says that is new, when to ask again, and when to end.

Without a clock, threads or a screen: the window and the console app ask, and hand over the answers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.inspection.many_pace import MAX_PAUSE, find_pause
from inspector_app.inspection.watch_changes import (
    NO_FACTS,
    ChangeKind,
    SessionFacts,
    find_changes,
    get_session,
    read_facts,
    update_facts,
)
from inspector_app.session.diagnosis.verdict_model import FindingCode, VerdictCode
from inspector_app.session.time_format import format_duration
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.inspection.watch_changes import Change
    from inspector_app.session.diagnosis.verdict_model import Verdict

MIN_INTERVAL: Final = 10.0
MAX_INTERVAL: Final = 600.0
"""Seconds between two inspections."""

MAX_DURATION: Final = 3600.0
"""Seconds after which every watch ends."""

MAY_PROLONG: Final = tr(
    "Each inspection may prolong the session: whether it counts as use is not documented."
)
"""What is said before a watch begins; what was observed about it is a finding of the verdict."""

_ENDED: Final = frozenset({VerdictCode.SESSION_NOT_FOUND, VerdictCode.TOKEN_NOT_VALID})


class WatchGoal(Enum):
    """Until what a watch goes on; the value is its name on the command line."""

    CHANGE = "change"
    SESSION_ENDS = "session-ends"
    ACCOUNT_ENABLED = "account-enabled"
    ORGANIZATION_CHANGES = "organization-changes"


_KINDS: Final = {
    WatchGoal.ACCOUNT_ENABLED: ChangeKind.ACCOUNT_ENABLED,
    WatchGoal.ORGANIZATION_CHANGES: ChangeKind.WORKING_ORGANIZATION,
}


@dataclass(frozen=True, slots=True)
class WatchPlan:
    """How a session is watched: seconds between inspections, until what, and for how long.

    A watch ends with the first of ``goals`` or of the verdicts ``codes`` that is reached, when the
    session is gone, and after ``duration`` seconds in any case.
    """

    interval: float
    goals: frozenset[WatchGoal] = frozenset()
    codes: frozenset[VerdictCode] = frozenset()
    duration: float = MAX_DURATION


@dataclass(frozen=True, slots=True)
class WatchProgress:
    """What a watch knows so far.

    ``latest`` is the last answer, ``with_session`` the last one that told of the session, and
    ``facts`` what all of them told; ``refusals`` how often in a row the gateway asked to wait.
    ``effect`` is what inspecting was first seen to do to the session.
    """

    latest: InspectionResult | None = None
    with_session: InspectionResult | None = None
    facts: SessionFacts = NO_FACTS
    refusals: int = 0
    effect: Text | None = None


@dataclass(frozen=True, slots=True)
class WatchStep:
    """What an answer brings: what is new, and what comes next.

    ``news`` are sentences without personal data; none where nothing changed. ``observation`` is
    what inspecting was seen to do to the session, the first time that it could be told. ``pause``
    are the seconds until the next inspection, ``ending`` is why there is none.
    """

    verdict: Verdict
    changes: tuple[Change, ...] = ()
    news: tuple[Text, ...] = ()
    observation: Text | None = None
    pause: float = 0.0
    ending: Text | None = None


def take_answer(
    plan: WatchPlan, progress: WatchProgress, result: InspectionResult, now: float, elapsed: float
) -> tuple[WatchProgress, WatchStep]:
    """What the next answer of a watch brings.

    Args:
        plan: how the session is watched.
        progress: what was known before.
        result: the answer.
        now: by this computer's clock, in epoch seconds.
        elapsed: seconds since the watch began.
    """
    before = progress.latest
    verdict = result.judge(now)
    facts = read_facts(result)
    changes = find_changes(progress.facts, facts)
    is_new_verdict = before is not None and before.judge(now).code is not verdict.code
    news = [change.sentence for change in changes]
    if is_new_verdict:
        news.append(tr("{sentence}.", sentence=verdict.sentence))
    effect = progress.effect or next(
        (one.sentence for one in verdict.findings if one.code is FindingCode.OBSERVER_EFFECT), None
    )
    is_seen_first = effect is not None and progress.effect is None
    asked = find_pause(result, progress.refusals, plan.interval)
    step = WatchStep(
        verdict,
        changes,
        tuple(news),
        effect if is_seen_first else None,
        plan.interval if asked is None else max(plan.interval, asked),
    )
    known, is_about_session = progress.with_session, get_session(result) is not None
    is_judged_anew = (
        known is not None and is_about_session and known.judge(now).code is not verdict.code
    )
    ending = _find_ending(plan, step, elapsed, is_change=bool(changes) or is_judged_anew)
    return (
        WatchProgress(
            result,
            result if is_about_session else known,
            update_facts(progress.facts, facts),
            0 if asked is None else progress.refusals + 1,
            effect,
        ),
        replace(step, ending=ending),
    )


def _find_ending(
    plan: WatchPlan, step: WatchStep, elapsed: float, *, is_change: bool
) -> Text | None:
    code = step.verdict.code
    kinds = {change.kind for change in step.changes}
    reached = {goal for goal, kind in _KINDS.items() if kind in kinds}
    if is_change:
        reached.add(WatchGoal.CHANGE)
    if code in _ENDED:
        reached.add(WatchGoal.SESSION_ENDS)
    if code in _ENDED and WatchGoal.SESSION_ENDS not in plan.goals:
        return tr(
            "There is nothing more to watch: the gateway does not take this session any more."
        )
    if code in plan.codes or reached & plan.goals:
        return tr("What was waited for is there.")
    if step.pause > MAX_PAUSE:
        return tr(
            "The gateway asks to wait for {span}. Go on then.", span=format_duration(step.pause)
        )
    if elapsed + step.pause > min(plan.duration, MAX_DURATION):
        return tr("The time to watch is over.")
    return None
