"""Detects the observer effect: compares two answers of the same session.

Whether the call itself moves ``refreshTime`` is not documented, nor whether a session's expiry is
sliding or fixed: two answers are evidence for both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import Exchange
from inspector_app.session.lifetimes import ExpiryPolicy, Lifetimes
from inspector_app.session.parsing import answer_codes
from inspector_app.session.parsing.parsed_answer import AnswerFormat, AnswerOutcome
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.parsing.parsed_answer import Session


class RefreshEffect(Enum):
    """What two answers show about the effect of inspecting."""

    MOVES_REFRESH_TIME = "moves refreshTime"
    LEAVES_REFRESH_TIME = "leaves refreshTime"
    MOVED_BY_OTHER_USE = "moved by other use"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Observation:
    """The effect, the expiry model that it supports (None: neither), and a sentence."""

    effect: RefreshEffect
    supported_expiry: ExpiryPolicy | None
    sentence: Text


_EFFECT_TEXTS: Final = {
    RefreshEffect.MOVES_REFRESH_TIME: tr(
        "Inspecting seems to move the last refresh: it stands at the moment of an inspection"
    ),
    RefreshEffect.LEAVES_REFRESH_TIME: tr("Inspecting does not move the last refresh"),
    RefreshEffect.MOVED_BY_OTHER_USE: tr(
        "The last refresh moved between two inspections: it is in use"
    ),
    RefreshEffect.CANNOT_TELL: tr("Whether inspecting moves the last refresh cannot be told"),
}
_EXPIRY_TEXTS: Final = {
    ExpiryPolicy.SLIDING: tr(
        "accepted after the fixed end, so the end seems to count from the last refresh"
    ),
    ExpiryPolicy.FIXED: tr(
        "gone between the fixed end and the sliding one, so it may be fixed, "
        "unless the user signed out"
    ),
}


def compare_answers(earlier: AnalyzedAnswer, later: AnalyzedAnswer) -> Observation:
    """Compare two answers for the same token. Never raises.

    Both answers should be for the same token; two sessions are compared only if they have the
    same id and creation time. What a cache had stored shows nothing of the time of the call.
    """
    if earlier.is_stored or later.is_stored:
        return _build_observation(RefreshEffect.CANNOT_TELL, None)
    before, after = earlier.lifetimes, later.lifetimes
    if before is None:
        return _build_observation(RefreshEffect.CANNOT_TELL, None)
    if after is None:
        return _build_observation(RefreshEffect.CANNOT_TELL, _infer_expiry(before, later))
    if before.created != after.created or not _is_same_session(earlier, later):
        return _build_observation(RefreshEffect.CANNOT_TELL, None)
    return _build_observation(
        _classify_effect(before, after), after.proven_policy or before.proven_policy
    )


def find_supported_expiry(
    later: AnalyzedAnswer, earlier: AnalyzedAnswer | None
) -> ExpiryPolicy | None:
    """The expiry model that an answer supports, by itself or compared with an earlier one."""
    times = None if later.is_stored else later.lifetimes
    proven = None if times is None else times.proven_policy
    if proven is not None or earlier is None:
        return proven
    return compare_answers(earlier, later).supported_expiry


def remove_expiry(observation: Observation) -> Observation:
    """The same without the expiry model, where another finding states it."""
    return _build_observation(observation.effect, None)


def _classify_effect(before: Lifetimes, after: Lifetimes) -> RefreshEffect:
    was, now = before.refreshed, after.refreshed
    if was is None or now is None or now < was:
        return RefreshEffect.CANNOT_TELL
    at_before = abs(now - before.answered_at) <= before.clock.margin
    at_after = abs(now - after.answered_at) <= after.clock.margin
    if now == was:  # just refreshed: it may have been moved to the same time
        return (
            RefreshEffect.CANNOT_TELL
            if at_before or at_after
            else RefreshEffect.LEAVES_REFRESH_TIME
        )
    return (
        RefreshEffect.MOVES_REFRESH_TIME
        if at_before or at_after
        else RefreshEffect.MOVED_BY_OTHER_USE
    )


def _infer_expiry(before: Lifetimes, later: AnalyzedAnswer) -> ExpiryPolicy | None:
    """FIXED if the session is gone after its fixed end, and before its sliding one."""
    answer, parsed = later.call_result, later.parsed
    fixed, sliding = before.ends_if_fixed, before.ends_if_sliding
    if not isinstance(answer, Exchange) or parsed is None or fixed is None or sliding is None:
        return None
    is_gone = (
        parsed.answer_format is AnswerFormat.IAM
        and parsed.outcome is AnswerOutcome.REFUSAL
        and parsed.has_session_code(answer_codes.SESSION_NOT_FOUND)
    )
    clock = later.clock
    moment = clock.to_gateway_time(answer.headers_at)
    between = fixed + clock.margin < moment < sliding - clock.margin
    return ExpiryPolicy.FIXED if is_gone and between else None


def _is_same_session(earlier: AnalyzedAnswer, later: AnalyzedAnswer) -> bool:
    return _get_session_id(earlier) is not None and _get_session_id(earlier) == _get_session_id(
        later
    )


def _get_session_id(analyzed: AnalyzedAnswer) -> str | None:
    session: Session | None = analyzed.parsed.session if analyzed.parsed else None
    identity = session.content.get("id") if session is not None else None
    return identity if isinstance(identity, str) and identity else None


def _build_observation(effect: RefreshEffect, supported_expiry: ExpiryPolicy | None) -> Observation:
    words = _EFFECT_TEXTS[effect]
    if supported_expiry is None:
        return Observation(effect, None, words)
    reading = _EXPIRY_TEXTS[supported_expiry]
    if effect is RefreshEffect.CANNOT_TELL:
        return Observation(
            effect, supported_expiry, tr("About the end: {reading}", reading=reading)
        )
    return Observation(
        effect, supported_expiry, tr("{effect}; {reading}", effect=words, reading=reading)
    )
