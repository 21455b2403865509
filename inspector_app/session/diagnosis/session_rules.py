"""Verdict rules for an answer with a session: valid, or what keeps its user from working."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session import time_format
from inspector_app.session.diagnosis.organization_rules import (
    check_not_a_member,
    check_organization_disabled,
    check_organization_not_approved,
)
from inspector_app.session.diagnosis.verdict_model import (
    FindingCode,
    SuggestedAction,
    Verdict,
    VerdictCode,
)
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.diagnosis.rule_context import RuleContext
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.path import Path

ACCOUNT_DISABLED: Final = 1
PASSWORD_CHANGE_REQUIRED: Final = 1
SESSION_INITIALIZED: Final = 0


def has_external_login(context: RuleContext) -> bool:
    """Whether the user signs in by an external login, not with an EnOS password."""
    return context.session is not None and context.session.has_external_sign_in


def compute_seconds_since_password_expiry(context: RuleContext) -> float | None:
    """Seconds since the password expired, by the gateway's clock; None if it has not."""
    return (
        None
        if context.lifetimes is None
        else context.lifetimes.compute_time_since_password_expiry(context.now)
    )


def _check_account_disabled(context: RuleContext) -> Verdict | None:
    if context.user is None or context.user.state.value != ACCOUNT_DISABLED:
        return None
    return Verdict(
        VerdictCode.ACCOUNT_DISABLED,
        Severity.BAD,
        tr("The user's account is disabled"),
        tr("The session exists, but the account's state is 1: disabled."),
        context.user.state.evidence,
        tr("Ask an administrator of the organization to enable the account."),
    )


def _check_password_expired(context: RuleContext) -> Verdict | None:
    since = compute_seconds_since_password_expiry(context)
    if since is None or context.user is None or context.session is None:
        return None
    if not context.session.has_password_sign_in:
        return None
    return Verdict(
        VerdictCode.PASSWORD_EXPIRED,
        Severity.BAD,
        tr("The user's password has expired"),
        _name_clock(
            context,
            tr(
                "It expired {span} ago. The session itself was accepted.",
                span=time_format.format_duration(since),
            ),
        ),
        context.user.password_expires.evidence,
        tr("Ask the user to set a new password and to sign in again."),
    )


def _check_password_change_required(context: RuleContext) -> Verdict | None:
    if context.user is None or context.user.password_state.value != PASSWORD_CHANGE_REQUIRED:
        return None
    if has_external_login(context):
        return None
    return Verdict(
        VerdictCode.PASSWORD_CHANGE_REQUIRED,
        Severity.WARNING,
        tr("The user must change the password"),
        tr("The session was accepted, but the account is marked: password change required."),
        context.user.password_state.evidence,
        tr("Ask the user to change the password and to sign in again."),
    )


def _check_limited_access(context: RuleContext) -> Verdict | None:
    if context.session is None or context.session.status.value != SESSION_INITIALIZED:
        return None
    return Verdict(
        VerdictCode.VALID_LIMITED,
        Severity.WARNING,
        tr("Session valid, but its access is limited"),
        tr("Its status is 0: initialized. Perhaps signing in was not finished (MFA, SSO)."),
        context.session.status.evidence,
        tr("Ask the user to finish signing in, or to sign in again."),
    )


def _check_clocks_disagree(context: RuleContext) -> Verdict | None:
    times = context.lifetimes
    if times is None or times.ends is None or not times.has_outlived_both_ends:
        return None
    if context.analyzed.is_stored:
        return None  # the gateway answered before
    return Verdict(
        VerdictCode.CLOCKS_DISAGREE,
        Severity.WARNING,
        tr("The session was accepted, but its times say that it is over"),
        tr(
            "The gateway answered {span} after the estimated end: a clock is wrong, "
            "or the end is counted in another way.",
            span=time_format.format_duration(times.answered_at - times.ends),
        ),
        _list_expiry_evidence(context, times),
        tr("Take the session as valid, and its times as unknown."),
    )


def _check_valid(context: RuleContext) -> Verdict | None:
    if context.session is None:
        return None
    times = context.lifetimes
    left = None if times is None else times.compute_time_left(context.now)
    permissions = tr(
        "The gateway returns no permissions: if something is refused, "
        "check the user's permissions next."
    )
    is_elsewhere = context.unexpected_organization is not None
    if times is None or left is None:
        sentence = (
            tr("Session valid, but not in the organization expected")
            if is_elsewhere
            else tr("Session valid")
        )
        return _build_valid_verdict(
            context, sentence, tr("When it ends cannot be told."), permissions
        )
    if left >= 1:
        span = time_format.format_duration(left)
        return _build_valid_verdict(
            context,
            tr("Session valid, about {left} left, but not in the organization expected", left=span)
            if is_elsewhere
            else tr("Session valid, about {left} left", left=span),
            _name_clock(context, _describe_estimate(times)),
            permissions,
            _list_expiry_evidence(context, times),
        )
    return Verdict(
        VerdictCode.VALID,
        Severity.WARNING,
        tr("Session was valid when asked, and may have ended since"),
        _name_clock(
            context, tr("Its estimated end was {span} ago.", span=time_format.format_duration(left))
        ),
        _list_expiry_evidence(context, times),
        tr("Inspect it again to see whether it is still there."),
        action=SuggestedAction.TRY_AGAIN,
    )


def _build_valid_verdict(
    context: RuleContext,
    sentence: Text,
    detail: Text,
    next_step: Text,
    evidence: tuple[Path, ...] = (),
) -> Verdict:
    path = () if context.session is None else context.session.evidence
    severity = Severity.GOOD if context.unexpected_organization is None else Severity.WARNING
    return Verdict(VerdictCode.VALID, severity, sentence, detail, evidence or path, next_step)


def _describe_estimate(times: Lifetimes) -> Text:
    if times.ends_if_sliding is None:
        return tr("Estimated from the session's creation.")
    if times.ends_if_fixed is None or times.proven_policy is not None:
        return tr("Estimated from the last refresh.")
    sooner = times.ends_if_sliding - times.ends_if_fixed
    if sooner < 1:
        return tr("Estimated from the last refresh.")
    return tr(
        "Estimated from the last refresh; {span} less if the end is fixed.",
        span=time_format.format_duration(sooner),
    )


def _name_clock(context: RuleContext, detail: Text) -> Text:
    """The detail, and by which clock it holds where that is not the gateway's."""
    if not context.is_by_local_clock:
        return detail
    return tr("{detail} By this computer’s clock: the gateway’s is not known.", detail=detail)


def _list_expiry_evidence(context: RuleContext, times: Lifetimes) -> tuple[Path, ...]:
    session = context.session
    if session is None:
        return ()
    start = session.created if times.ends_if_sliding is None else session.refreshed
    return start.evidence + session.expires.evidence


SESSION_RULES: Final[tuple[tuple[Callable[[RuleContext], Verdict | None], FindingCode], ...]] = (
    (_check_account_disabled, FindingCode.ACCOUNT_DISABLED),
    (_check_password_expired, FindingCode.PASSWORD_EXPIRED),
    (_check_password_change_required, FindingCode.PASSWORD_CHANGE_REQUIRED),
    (_check_limited_access, FindingCode.VALID_LIMITED),
    (check_organization_disabled, FindingCode.ORGANIZATION_DISABLED),
    (check_not_a_member, FindingCode.NOT_A_MEMBER),
    (check_organization_not_approved, FindingCode.ORGANIZATION_NOT_APPROVED),
    (_check_clocks_disagree, FindingCode.CLOCKS_DISAGREE),
)
"""In order of priority: the first that matches gives the verdict, the others become findings with
the code beside them."""

ACCOUNT_RULE_COUNT: Final = 3
"""How many of them, the first, are about the account: the others call the session valid."""

VALID_RULE: Final = _check_valid
"""The rule that applies where none of them matches."""
