"""Adds to a verdict what to do: the steps in their order, and the reply to the user."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.reply_tables import FINDING_REPLIES, VERDICT_REPLIES
from inspector_app.session.diagnosis.step_tables import (
    FAILURE_STEPS,
    FINDING_STEPS,
    PORTAL_STEPS,
    SETTLED_STEPS,
    VERDICT_STEPS,
)
from inspector_app.session.diagnosis.verdict_model import (
    Finding,
    FindingCode,
    Verdict,
    VerdictCode,
)

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.step_model import Reply, Step
    from inspector_app.session.exchange import FailureKind

MAX_STEPS: Final = 5
"""More than these nobody takes: the findings keep their own."""

_SAID_BETTER_BY: Final = {FindingCode.WORKS_ELSEWHERE: FindingCode.OTHER_THAN_EXPECTED}
"""Findings whose steps ask whether something is intended, which another finding knows."""


def add_next_steps(
    verdict: Verdict, failure: FailureKind | None = None, *, is_of_portal: bool = False
) -> Verdict:
    """The verdict and its findings with their steps and the reply.

    What hinders besides comes after the verdict's own steps; only where the session is valid, it
    comes before them, as it is the likelier reason. ``failure`` is the kind of the failed call,
    ``is_of_portal`` says that the Application Portal answered.
    """
    found = frozenset(one.code for one in verdict.findings)
    findings = tuple(replace(one, steps=_list_steps(one.code, found)) for one in verdict.findings)
    own = FAILURE_STEPS.get(failure, ()) if failure is not None else ()
    own = own or (PORTAL_STEPS.get(verdict.code, ()) if is_of_portal else ())
    own = own or VERDICT_STEPS[verdict.code]
    others = [
        step for one in findings if _SAID_BETTER_BY.get(one.code) not in found for step in one.steps
    ]
    ordered = [*others, *own] if verdict.code is VerdictCode.VALID else [*own, *others]
    return replace(
        verdict,
        findings=findings,
        steps=tuple(dict.fromkeys(ordered))[:MAX_STEPS],
        reply=_choose_reply(verdict.code, findings),
    )


def _list_steps(code: FindingCode, found: frozenset[FindingCode]) -> tuple[Step, ...]:
    if code is FindingCode.OTHER_THAN_EXPECTED:
        for settling, steps in SETTLED_STEPS.items():
            if settling in found:
                return steps
    return FINDING_STEPS.get(code, ())


def _choose_reply(code: VerdictCode, findings: tuple[Finding, ...]) -> Reply:
    if code is VerdictCode.VALID:
        found = {one.code for one in findings}
        for finding, reply in FINDING_REPLIES.items():
            if finding in found:
                return reply
    return VERDICT_REPLIES[code]
