"""Computes the verdict on an answer: the first matching rule wins, the rest are findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inspector_app.session.exchange import Failure
from inspector_app.session.judging.application_rule import without_access_token
from inspector_app.session.judging.case import Case
from inspector_app.session.judging.contradiction_rule import contradictory
from inspector_app.session.judging.failure_rules import failed
from inspector_app.session.judging.findings import findings
from inspector_app.session.judging.http_rules import HTTP_RULES, REDIRECTION
from inspector_app.session.judging.refusal_rules import REFUSAL_RULES
from inspector_app.session.judging.session_rules import SESSION_RULES, WITHOUT_OBSTACLE
from inspector_app.session.judging.statement import (
    Action,
    Finding,
    FindingCode,
    Verdict,
    VerdictCode,
)
from inspector_app.session.severity import Severity
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from inspector_app.session.examination import AnalyzedAnswer
    from inspector_app.session.token import Token

__all__ = ["Action", "Finding", "FindingCode", "Verdict", "VerdictCode", "judge"]

_RULES = (
    REDIRECTION,
    contradictory,
    *(rule for rule, _ in SESSION_RULES),
    WITHOUT_OBSTACLE,
    *REFUSAL_RULES,
    *HTTP_RULES,
)


def judge(
    examination: AnalyzedAnswer,
    now: float,
    expected_organization: str = "",
    *,
    token: Token | None = None,
    earlier: AnalyzedAnswer | None = None,
) -> Verdict:
    """Diagnose why the user can or cannot work, and collect all findings. Never raises.

    Args:
        analyzed: the analyzed answer.
        now: this computer's wall clock in epoch seconds; callers may judge anew every second.
        expected_organization: id of the organization in which the user should be working.
        token: the token that was sent; its format helps to explain a refusal.
        earlier: an earlier answer of the same session, to detect the observer effect.
    """
    answer = examination.call_result
    if isinstance(answer, Failure):
        return failed(answer)
    case = Case(examination, now, expected_organization.strip(), token, earlier)
    about_the_application = without_access_token(case)
    if about_the_application is not None:
        return about_the_application
    verdict = next((found for rule in _RULES if (found := rule(case))), None) or _cannot_tell(case)
    return replace(verdict, findings=_also_noticed(case, verdict) + findings(case, verdict))


def _also_noticed(case: Case, verdict: Verdict) -> tuple[Finding, ...]:
    """The verdicts of the other matching session rules, as findings."""
    said = ((code, rule(case)) for rule, code in SESSION_RULES)
    return tuple(
        Finding(code, other.severity, other.sentence, other.evidence)
        for code, other in said
        if other is not None and other.code is not verdict.code
    )


def _cannot_tell(case: Case) -> Verdict:
    return Verdict(
        VerdictCode.UNKNOWN_REFUSAL,
        Severity.WARNING,
        tr("What this answer means cannot be told"),
        tr("HTTP {status}, in no documented form.", status=case.http_status)
        if case.http_status
        else tr("It has no documented form."),
        (),
        tr("Tell the gateway's administrators the status and the time of the call."),
    )
