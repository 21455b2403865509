"""Verdict rule for an answer that signals success and refusal at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.session.diagnosis.verdict_model import SuggestedAction, Verdict, VerdictCode
from inspector_app.session.parsing.parsed_answer import AnswerOutcome, ParsedAnswer
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.rule_context import RuleContext


def check_contradiction(context: RuleContext) -> Verdict | None:
    """The verdict on an answer that contradicts itself; None where its signals agree."""
    parsed = context.parsed
    if parsed is None or parsed.outcome is not AnswerOutcome.CONTRADICTORY:
        return None
    return Verdict(
        VerdictCode.CONTRADICTORY,
        Severity.WARNING,
        tr("The answer contradicts itself"),
        context.with_message(_describe_contradiction(parsed)),
        tuple(vote.path for vote in parsed.signals),
        tr("Inspect it again. If it stays so, tell the gateway's administrators."),
        action=SuggestedAction.TRY_AGAIN,
    )


def _describe_contradiction(parsed: ParsedAnswer) -> Text:
    success = next((vote for vote in parsed.signals if vote.is_success), None)
    refusal = next((vote for vote in parsed.signals if not vote.is_success), None)
    if success is None or refusal is None:
        return tr(
            "The body says success, the HTTP status is {status}. Which is right cannot be told.",
            status=parsed.http_status,
        )
    if refusal.path[0] == "session":
        return tr(
            "“{success}” says success, but no session came. Which is right cannot be told.",
            success=str(success.path[0]),
        )
    if success.path[0] == "session":
        return tr(
            "A session came, but “{refusal}” says refusal. Which is right cannot be told.",
            refusal=str(refusal.path[0]),
        )
    return tr(
        "“{success}” says success, “{refusal}” says refusal. Which is right cannot be told.",
        success=str(success.path[0]),
        refusal=str(refusal.path[0]),
    )
