"""Detects the observer effect: compares two answers of the same session.

Whether the call itself moves ``refreshTime`` is not documented, nor whether a session's expiry is
sliding or fixed: two answers are evidence for both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import Exchange
from inspector_app.session.judging import answer_codes
from inspector_app.session.lifetimes import ExpiryPolicy, Lifetimes
from inspector_app.session.reading.inspection import AnswerFormat, AnswerOutcome
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.examination import AnalyzedAnswer
    from inspector_app.session.reading.inspection import Session


class Effect(Enum):
    """What two answers show about the effect of inspecting."""

    MOVES_REFRESH_TIME = "moves refreshTime"
    LEAVES_REFRESH_TIME = "leaves refreshTime"
    MOVED_BY_OTHER_USE = "moved by other use"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Observation:
    """The effect, the expiry model that it supports (None: neither), and a sentence."""

    effect: Effect
    supports: ExpiryPolicy | None
    sentence: Text


_EFFECT_WORDS: Final = {
    Effect.MOVES_REFRESH_TIME: tr(
        "Inspecting seems to move the last refresh: it stands at the moment of an inspection"
    ),
    Effect.LEAVES_REFRESH_TIME: tr("Inspecting does not move the last refresh"),
    Effect.MOVED_BY_OTHER_USE: tr("The last refresh moved between two inspections: it is in use"),
    Effect.CANNOT_TELL: tr("Whether inspecting moves the last refresh cannot be told"),
}
_READING_WORDS: Final = {
    ExpiryPolicy.SLIDING: tr(
        "accepted after the fixed end, so the end counts from the last refresh"
    ),
    ExpiryPolicy.FIXED: tr(
        "gone between the fixed end and the sliding one, unless the user signed out"
    ),
}


def compare(earlier: AnalyzedAnswer, later: AnalyzedAnswer) -> Observation:
    """Compare two answers for the same token. Never raises.

    Both answers should be for the same token; two sessions are compared only if they have the
    same id and creation time.
    """
    before, after = earlier.lifetimes, later.lifetimes
    if before is None:
        return _observed(Effect.CANNOT_TELL, None)
    if after is None:
        return _observed(Effect.CANNOT_TELL, _supported_by_end(before, later))
    if before.created != after.created or not _same_session(earlier, later):
        return _observed(Effect.CANNOT_TELL, None)
    return _observed(_effect(before, after), after.proven_policy or before.proven_policy)


def supported(later: AnalyzedAnswer, earlier: AnalyzedAnswer | None) -> ExpiryPolicy | None:
    """The expiry model that an answer supports, by itself or compared with an earlier one."""
    proven = None if later.lifetimes is None else later.lifetimes.proven_policy
    if proven is not None or earlier is None:
        return proven
    return compare(earlier, later).supports


def without_reading(seen: Observation) -> Observation:
    """The same without the expiry model, where another finding states it."""
    return _observed(seen.effect, None)


def _effect(before: Lifetimes, after: Lifetimes) -> Effect:
    was, now = before.refreshed, after.refreshed
    if was is None or now is None or now < was:
        return Effect.CANNOT_TELL
    at_before = abs(now - before.answered_at) <= before.clock.margin
    at_after = abs(now - after.answered_at) <= after.clock.margin
    if now == was:  # just refreshed: it may have been moved to the same time
        return Effect.CANNOT_TELL if at_before or at_after else Effect.LEAVES_REFRESH_TIME
    return Effect.MOVES_REFRESH_TIME if at_before or at_after else Effect.MOVED_BY_OTHER_USE


def _supported_by_end(before: Lifetimes, later: AnalyzedAnswer) -> ExpiryPolicy | None:
    """FIXED if the session is gone after its fixed end, and before its sliding one."""
    answer, inspection = later.call_result, later.parsed
    fixed, sliding = before.ends_if_fixed, before.ends_if_sliding
    if not isinstance(answer, Exchange) or inspection is None or fixed is None or sliding is None:
        return None
    is_gone = (
        inspection.answer_format is AnswerFormat.IAM
        and inspection.outcome is AnswerOutcome.REFUSAL
        and inspection.code.value in answer_codes.NOT_FOUND
    )
    clock = later.clock
    moment = clock.to_gateway_time(answer.headers_at)
    between = fixed + clock.margin < moment < sliding - clock.margin
    return ExpiryPolicy.FIXED if is_gone and between else None


def _same_session(earlier: AnalyzedAnswer, later: AnalyzedAnswer) -> bool:
    return _identity(earlier) is not None and _identity(earlier) == _identity(later)


def _identity(examination: AnalyzedAnswer) -> str | None:
    session: Session | None = examination.parsed.session if examination.parsed else None
    identity = session.content.get("id") if session is not None else None
    return identity if isinstance(identity, str) and identity else None


def _observed(effect: Effect, supports: ExpiryPolicy | None) -> Observation:
    words = _EFFECT_WORDS[effect]
    if supports is None:
        return Observation(effect, None, words)
    reading = _READING_WORDS[supports]
    if effect is Effect.CANNOT_TELL:
        return Observation(effect, supports, tr("About the end: {reading}", reading=reading))
    return Observation(effect, supports, tr("{effect}; {reading}", effect=words, reading=reading))
