"""Finding rules about the session: its organizations and its times."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

from inspector_app.session import time_format
from inspector_app.session.credentials import mask_written
from inspector_app.session.diagnosis import observer_effect
from inspector_app.session.diagnosis.verdict_model import Finding, FindingCode
from inspector_app.session.lifetimes import ExpiryPolicy
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.diagnosis.rule_context import RuleContext

_EXPIRY_WARNING_SECONDS: Final = 300.0


def _check_other_organization(context: RuleContext) -> Finding | None:
    session = context.session
    if (
        session is None
        or session.working_organization is None
        or session.resident_organization is None
    ):
        return None
    if not session.has_switched_organization:
        return None
    working, resident = session.working_organization, session.resident_organization
    if working.display_name == resident.display_name:  # namesakes: distinguish them by id
        names = (working.id.value or "", resident.id.value or "")
    else:
        names = (working.display_name, resident.display_name)
    return Finding(
        FindingCode.WORKS_ELSEWHERE,
        Severity.WARNING,
        tr(
            "Works in “{working}”, home is “{home}”",
            working=context.sanitize(names[0]),
            home=context.sanitize(names[1]),
        ),
        working.id.evidence + resident.id.evidence,
    )


def _check_expected_organization(context: RuleContext) -> Finding | None:
    working = context.unexpected_organization
    if working is None:
        return None
    expected = context.expected_organization
    is_by_id = expected[:1] == "o" and expected[1:].isdecimal()
    shown = working.id.value if is_by_id else working.name.value  # both as ids, or both as names
    return Finding(
        FindingCode.OTHER_THAN_EXPECTED,
        Severity.WARNING,
        tr(
            "Works in “{working}”, not in “{expected}” as expected",
            working=context.sanitize(shown or working.display_name),
            expected=context.sanitize(mask_written(expected)),
        ),
        working.id.evidence or working.name.evidence,
    )


def _check_session_ends_soon(context: RuleContext) -> Finding | None:
    times = context.lifetimes
    left = None if times is None else times.compute_time_left(context.now)
    if context.session is None or left is None or not 0 < left <= _EXPIRY_WARNING_SECONDS:
        return None
    return Finding(
        FindingCode.SESSION_ENDS_SOON,
        Severity.WARNING,
        tr(
            "The session ends in about {left}, by the estimate",
            left=time_format.format_duration(left),
        ),
        context.session.expires.evidence,
        Provenance.INFERRED,
    )


def _check_times_contradict(context: RuleContext) -> Finding | None:
    times, session = context.lifetimes, context.session
    if times is None or session is None:
        return None
    latest = times.answered_at + times.clock.margin
    if times.is_refresh_too_early:
        sentence = tr("The session was refreshed before it was created, by its times")
        evidence = session.created.evidence + session.refreshed.evidence
    elif times.refreshed is not None and times.refreshed > latest:
        sentence = (
            tr("The last refresh lies in the future, by this computer’s clock")
            if context.is_by_local_clock
            else tr("The last refresh lies in the future, by the gateway's clock")
        )
        evidence = session.refreshed.evidence
    elif times.created is not None and times.created > latest:
        sentence = (
            tr("The session’s creation lies in the future, by this computer’s clock")
            if context.is_by_local_clock
            else tr("The session's creation lies in the future, by the gateway's clock")
        )
        evidence = session.created.evidence
    else:
        return None
    return Finding(
        FindingCode.TIMES_CONTRADICT, Severity.WARNING, sentence, evidence, Provenance.OBSERVED
    )


def _check_gateway_clock(context: RuleContext) -> Finding | None:
    clock, exchange = context.analyzed.clock, context.exchange
    if exchange is None or clock.skew is None or not clock.is_skewed:
        return None
    # In whole seconds, like the two times: a reader who subtracts them gets the span.
    local, skew = int(exchange.headers_at), round(clock.skew)
    return Finding(
        FindingCode.GATEWAY_CLOCK_DIFFERS,
        Severity.WARNING,
        tr(
            "This computer's clock said {local} when the gateway's said {gateway}: {span} apart",
            local=time_format.format_absolute(local, UTC),
            gateway=time_format.format_absolute(local + skew, UTC),
            span=time_format.format_duration(skew),
        ),
        provenance=Provenance.OBSERVED,
    )


def _check_expiry_slides(context: RuleContext) -> Finding | None:
    session = context.session
    proven = observer_effect.find_supported_expiry(context.analyzed, None)
    if session is None or proven is not ExpiryPolicy.SLIDING:
        return None
    return Finding(
        FindingCode.EXPIRY_SLIDES,
        Severity.PLAIN,
        tr("Accepted after its fixed end: here the end seems to count from the last refresh"),
        session.created.evidence + session.refreshed.evidence + session.expires.evidence,
        Provenance.INFERRED,
    )


def _check_observer_effect(context: RuleContext) -> Finding | None:
    if context.earlier is None:
        return None
    seen = observer_effect.compare_answers(context.earlier, context.analyzed)
    if _check_expiry_slides(context) is not None:
        seen = observer_effect.remove_expiry(seen)
    if seen.effect is observer_effect.RefreshEffect.CANNOT_TELL and seen.supported_expiry is None:
        return None
    evidence = () if context.session is None else context.session.refreshed.evidence
    return Finding(
        FindingCode.OBSERVER_EFFECT,
        Severity.PLAIN,
        seen.sentence,
        evidence,
        Provenance.OBSERVED if seen.supported_expiry is None else Provenance.INFERRED,
    )


SESSION_FINDINGS: Final[tuple[Callable[[RuleContext], Finding | None], ...]] = (
    _check_expected_organization,  # in the headline: the first is shown where height is short
    _check_other_organization,
    _check_session_ends_soon,
    _check_times_contradict,
    _check_gateway_clock,
    _check_expiry_slides,
    _check_observer_effect,
)
