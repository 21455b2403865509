"""Runs all finding rules on an answer and sorts the findings by severity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.judging.answer_findings import ANSWER_FINDINGS, TOKEN_FINDINGS
from inspector_app.session.judging.session_findings import SESSION_FINDINGS
from inspector_app.session.judging.statement import VerdictCode
from inspector_app.session.judging.user_findings import USER_FINDINGS
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from inspector_app.session.judging.case import Case
    from inspector_app.session.judging.statement import Finding, Verdict

_ABOUT_THE_TOKEN: Final = frozenset({VerdictCode.TOKEN_NOT_VALID, VerdictCode.SESSION_NOT_FOUND})
_GRAVEST_FIRST: Final = (
    Severity.BAD,
    Severity.WARNING,
    Severity.NOTICE,
    Severity.PLAIN,
    Severity.GOOD,
)


def findings(case: Case, verdict: Verdict) -> tuple[Finding, ...]:
    """All matching findings by descending severity; equals stay in the tables' order."""
    rules = SESSION_FINDINGS + USER_FINDINGS + ANSWER_FINDINGS
    if verdict.code in _ABOUT_THE_TOKEN:
        rules += TOKEN_FINDINGS
    found = (made for rule in rules if (made := rule(case)) is not None)
    return tuple(sorted(found, key=lambda made: _GRAVEST_FIRST.index(made.severity)))
