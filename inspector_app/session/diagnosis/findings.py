"""Runs all finding rules on an answer and sorts the findings by severity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.answer_findings import ANSWER_FINDINGS, TOKEN_FINDINGS
from inspector_app.session.diagnosis.session_findings import SESSION_FINDINGS
from inspector_app.session.diagnosis.user_findings import USER_FINDINGS
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.rule_context import RuleContext
    from inspector_app.session.diagnosis.verdict_model import Finding, Verdict

_TOKEN_VERDICTS: Final = frozenset({VerdictCode.TOKEN_NOT_VALID, VerdictCode.SESSION_NOT_FOUND})
_SEVERITY_ORDER: Final = (
    Severity.BAD,
    Severity.WARNING,
    Severity.NOTICE,
    Severity.PLAIN,
    Severity.GOOD,
)


def collect_findings(context: RuleContext, verdict: Verdict) -> tuple[Finding, ...]:
    """All matching findings by descending severity; equals stay in the tables' order."""
    rules = SESSION_FINDINGS + USER_FINDINGS + ANSWER_FINDINGS
    if verdict.code in _TOKEN_VERDICTS:
        rules += TOKEN_FINDINGS
    found = (made for rule in rules if (made := rule(context)) is not None)
    return tuple(sorted(found, key=lambda made: _SEVERITY_ORDER.index(made.severity)))
