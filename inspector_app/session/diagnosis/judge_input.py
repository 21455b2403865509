"""The input of a diagnosis: an analyzed answer, a time, and what is known besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.token import Token


@dataclass(frozen=True, slots=True)
class JudgeInput:
    """Everything that a verdict depends on.

    Attributes:
        analyzed: the answer or the failure.
        now: this computer's wall clock in epoch seconds; a saved answer is judged at when it was
            taken.
        expected_organization: id or name of the organization in which the user should be working;
            empty where nobody said.
        token: the token that was sent, for what its format says about a refusal.
        earlier: an earlier answer for the same session, to tell what inspecting does to it.
    """

    analyzed: AnalyzedAnswer
    now: float
    expected_organization: str = ""
    token: Token | None = None
    earlier: AnalyzedAnswer | None = None
