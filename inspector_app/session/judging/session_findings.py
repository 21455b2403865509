"""Finding rules about the session: its organizations and its times."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

from inspector_app.session import moment
from inspector_app.session.judging import observer_effect
from inspector_app.session.judging.statement import Finding, FindingCode
from inspector_app.session.lifetimes import ExpiryPolicy
from inspector_app.session.severity import Severity
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.judging.case import Case

_SOON: Final = 300.0


def _works_elsewhere(case: Case) -> Finding | None:
    session = case.session
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
            working=case.safe(names[0]),
            home=case.safe(names[1]),
        ),
        working.id.evidence + resident.id.evidence,
    )


def _other_than_expected(case: Case) -> Finding | None:
    working = case.session.working_organization if case.session is not None else None
    if not case.expected_organization or working is None or not working.id.value:
        return None
    if working.id.value == case.expected_organization:
        return None
    return Finding(
        FindingCode.OTHER_THAN_EXPECTED,
        Severity.WARNING,
        tr(
            "Works in organization {working}, not in {expected} as expected",
            working=case.safe(working.id.value),
            expected=case.safe(case.expected_organization),
        ),
        working.id.evidence,
    )


def _session_ends_soon(case: Case) -> Finding | None:
    times = case.lifetimes
    left = None if times is None else times.compute_time_left(case.now)
    if case.session is None or left is None or not 0 < left <= _SOON:
        return None
    return Finding(
        FindingCode.SESSION_ENDS_SOON,
        Severity.WARNING,
        tr("The session ends in about {left}, by the estimate", left=moment.format_duration(left)),
        case.session.expires.evidence,
    )


def _times_contradict(case: Case) -> Finding | None:
    times, session = case.lifetimes, case.session
    if times is None or session is None:
        return None
    latest = times.answered_at + times.clock.margin
    if (
        times.created is not None
        and times.refreshed is not None
        and times.created > times.refreshed
    ):
        sentence = tr("The session was refreshed before it was created, by its times")
        evidence = session.created.evidence + session.refreshed.evidence
    elif times.refreshed is not None and times.refreshed > latest:
        sentence = tr("The last refresh lies in the future, by the gateway's clock")
        evidence = session.refreshed.evidence
    elif times.created is not None and times.created > latest:
        sentence = tr("The session's creation lies in the future, by the gateway's clock")
        evidence = session.created.evidence
    else:
        return None
    return Finding(FindingCode.TIMES_CONTRADICT, Severity.WARNING, sentence, evidence)


def _gateway_clock(case: Case) -> Finding | None:
    clock, exchange = case.examination.clock, case.exchange
    if exchange is None or clock.skew is None or not clock.is_skewed:
        return None
    # In whole seconds, like the two times: a reader who subtracts them gets the span.
    local, skew = int(exchange.headers_at), round(clock.skew)
    return Finding(
        FindingCode.GATEWAY_CLOCK_DIFFERS,
        Severity.WARNING,
        tr(
            "This PC's clock said {local} when the gateway's said {gateway}: {span} apart",
            local=moment.format_absolute(local, UTC),
            gateway=moment.format_absolute(local + skew, UTC),
            span=moment.format_duration(skew),
        ),
    )


def _expiry_slides(case: Case) -> Finding | None:
    times, session = case.lifetimes, case.session
    if times is None or session is None or times.proven_policy is not ExpiryPolicy.SLIDING:
        return None
    return Finding(
        FindingCode.EXPIRY_SLIDES,
        Severity.PLAIN,
        tr("Accepted after its fixed end: here the end counts from the last refresh"),
        session.created.evidence + session.refreshed.evidence + session.expires.evidence,
    )


def _observer_effect(case: Case) -> Finding | None:
    if case.earlier is None:
        return None
    seen = observer_effect.compare(case.earlier, case.examination)
    if _expiry_slides(case) is not None:
        seen = observer_effect.without_reading(seen)
    if seen.effect is observer_effect.Effect.CANNOT_TELL and seen.supports is None:
        return None
    evidence = () if case.session is None else case.session.refreshed.evidence
    return Finding(FindingCode.OBSERVER_EFFECT, Severity.PLAIN, seen.sentence, evidence)


SESSION_FINDINGS: Final[tuple[Callable[[Case], Finding | None], ...]] = (
    _works_elsewhere,
    _other_than_expected,
    _session_ends_soon,
    _times_contradict,
    _gateway_clock,
    _expiry_slides,
    _observer_effect,
)
