"""Sides of comparisons for tests, made of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inspector_app.session.analyzed_answer import add_companions, analyze_answer
from inspector_app.session.companion import CompanionKind, analyze_companion
from inspector_app.session.comparison.comparison_model import ComparedSide
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from tests.session.answers import NOW, changed, exchange

if TYPE_CHECKING:
    from inspector_app.session.analyzed_answer import AnalyzedAnswer


def side_of(analyzed: AnalyzedAnswer) -> ComparedSide:
    return ComparedSide(analyzed, judge(JudgeInput(analyzed, NOW)))


def side(answer: object, status: int = 200) -> ComparedSide:
    return side_of(analyze_answer(exchange(answer, status)))


def session(**changes: Any) -> ComparedSide:
    """The documented session, with members set by their dotted paths below the session."""
    return side(changed("success", {f"session.{name}": one for name, one in changes.items()}))


def with_organizations(*rows: Any) -> ComparedSide:
    """The documented session with the list of all organizations of its user beside it."""
    analyzed = analyze_answer(exchange(changed("success", {})))
    listed = exchange({"status": 0, "success": True, "organizations": list(rows)})
    found = analyze_companion(CompanionKind.ORGANIZATION_LIST, listed)
    return side_of(add_companions(analyzed, (found,)))
