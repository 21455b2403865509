"""Verdict rules for an answer with a session: valid, or what keeps its user from working."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session import moment
from inspector_app.session.judging.statement import Action, FindingCode, Verdict, VerdictCode
from inspector_app.session.severity import Severity
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.judging.case import Case
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.path import Path

DISABLED: Final = 1
CHANGE_REQUIRED: Final = 1
LIMITED: Final = 0


def signs_in_elsewhere(case: Case) -> bool:
    """Whether the user signs in by an external login, not with an EnOS password."""
    return case.session is not None and case.session.has_external_sign_in


def password_date_passed(case: Case) -> float | None:
    """Seconds since the password expired, by the gateway's clock; None if it has not."""
    return (
        None
        if case.lifetimes is None
        else case.lifetimes.compute_time_since_password_expiry(case.now)
    )


def _disabled(case: Case) -> Verdict | None:
    if case.user is None or case.user.state.value != DISABLED:
        return None
    return Verdict(
        VerdictCode.ACCOUNT_DISABLED,
        Severity.BAD,
        tr("The user's account is disabled"),
        tr("The session exists, but the account's state is 1: disabled."),
        case.user.state.evidence,
        tr("Ask an administrator of the organization to enable the account."),
    )


def _password_expired(case: Case) -> Verdict | None:
    since = password_date_passed(case)
    if since is None or case.user is None or signs_in_elsewhere(case):
        return None
    return Verdict(
        VerdictCode.PASSWORD_EXPIRED,
        Severity.BAD,
        tr("The user's password has expired"),
        tr(
            "It expired {span} ago. The session itself was accepted.",
            span=moment.format_duration(since),
        ),
        case.user.password_expires.evidence,
        tr("Ask the user to set a new password and to sign in again."),
    )


def _password_change(case: Case) -> Verdict | None:
    if case.user is None or case.user.password_state.value != CHANGE_REQUIRED:
        return None
    if signs_in_elsewhere(case):
        return None
    return Verdict(
        VerdictCode.PASSWORD_CHANGE_REQUIRED,
        Severity.WARNING,
        tr("The user must change the password"),
        tr("The session was accepted, but the account is marked: password change required."),
        case.user.password_state.evidence,
        tr("Ask the user to change the password and to sign in again."),
    )


def _limited(case: Case) -> Verdict | None:
    if case.session is None or case.session.status.value != LIMITED:
        return None
    return Verdict(
        VerdictCode.VALID_LIMITED,
        Severity.WARNING,
        tr("Session valid, but its access is limited"),
        tr("Its status is 0: initialized. Perhaps signing in was not finished (MFA, SSO)."),
        case.session.status.evidence,
        tr("Ask the user to finish signing in, or to sign in again."),
    )


def _clocks_disagree(case: Case) -> Verdict | None:
    times = case.lifetimes
    if times is None or times.ends is None or not times.has_outlived_both_ends:
        return None
    return Verdict(
        VerdictCode.CLOCKS_DISAGREE,
        Severity.WARNING,
        tr("The session was accepted, but its times say that it is over"),
        tr(
            "The gateway answered {span} after the estimated end: a clock is wrong, "
            "or the end is counted in another way.",
            span=moment.format_duration(times.answered_at - times.ends),
        ),
        _evidence_of_end(case, times),
        tr("Take the session as valid, and its times as unknown."),
    )


def _valid(case: Case) -> Verdict | None:
    if case.session is None:
        return None
    times = case.lifetimes
    left = None if times is None else times.compute_time_left(case.now)
    permissions = tr(
        "The gateway returns no permissions: if something is refused, look there next."
    )
    if times is None or left is None:
        return _valid_with(
            case, tr("Session valid"), tr("When it ends cannot be told."), permissions
        )
    if left >= 1:
        return _valid_with(
            case,
            tr("Session valid, about {left} left", left=moment.format_duration(left)),
            _basis(times),
            permissions,
            _evidence_of_end(case, times),
        )
    return Verdict(
        VerdictCode.VALID,
        Severity.WARNING,
        tr("Session was valid when asked, and may have ended since"),
        tr("Its estimated end was {span} ago.", span=moment.format_duration(left)),
        _evidence_of_end(case, times),
        tr("Inspect it again to see whether it is still there."),
        action=Action.TRY_AGAIN,
    )


def _valid_with(
    case: Case, sentence: Text, detail: Text, next_step: Text, evidence: tuple[Path, ...] = ()
) -> Verdict:
    path = () if case.session is None else (case.session.path,)
    return Verdict(VerdictCode.VALID, Severity.GOOD, sentence, detail, evidence or path, next_step)


def _basis(times: Lifetimes) -> Text:
    if times.ends_if_sliding is None:
        return tr("Estimated from the session's creation.")
    if times.ends_if_fixed is None or times.proven_policy is not None:
        return tr("Estimated from the last refresh.")
    sooner = times.ends_if_sliding - times.ends_if_fixed
    if sooner < 1:
        return tr("Estimated from the last refresh.")
    return tr(
        "Estimated from the last refresh; {span} less if the end is fixed.",
        span=moment.format_duration(sooner),
    )


def _evidence_of_end(case: Case, times: Lifetimes) -> tuple[Path, ...]:
    session = case.session
    if session is None:
        return ()
    start = session.created if times.ends_if_sliding is None else session.refreshed
    return start.evidence + session.expires.evidence


SESSION_RULES: Final[tuple[tuple[Callable[[Case], Verdict | None], FindingCode], ...]] = (
    (_disabled, FindingCode.ACCOUNT_DISABLED),
    (_password_expired, FindingCode.PASSWORD_EXPIRED),
    (_password_change, FindingCode.PASSWORD_CHANGE_REQUIRED),
    (_limited, FindingCode.VALID_LIMITED),
    (_clocks_disagree, FindingCode.CLOCKS_DISAGREE),
)
"""In order of priority: the first that matches gives the verdict, the others become findings with
the code beside them."""

WITHOUT_OBSTACLE: Final = _valid
"""The rule that applies where none of them matches."""
