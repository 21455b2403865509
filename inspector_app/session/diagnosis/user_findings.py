"""Finding rules about the user: account, password, verification, MFA."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session import time_format
from inspector_app.session.diagnosis.companion_findings import is_role_settled
from inspector_app.session.diagnosis.session_rules import (
    compute_seconds_since_password_expiry,
)
from inspector_app.session.diagnosis.verdict_model import Finding, FindingCode
from inspector_app.session.parsing import user_codes
from inspector_app.session.parsing.parsed_answer import LDAP_AUTH_TYPE, SSO_AUTH_TYPE
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.diagnosis.rule_context import RuleContext

_PASSWORD_EXPIRY_WARNING_SECONDS: Final = 7 * 86_400.0
_TYPES_ABOVE_USER: Final = frozenset({1, 2, 3})
"""Those that one of the two documented tables or both give to an owner or an admin."""

_MFA_OFF: Final = 0


def _check_password_expires_soon(context: RuleContext) -> Finding | None:
    expires = None if context.lifetimes is None else context.lifetimes.password_expires
    if context.user is None or expires is None or context.session is None:
        return None
    if not context.session.has_password_sign_in:
        return None
    left = expires - context.gateway_now
    if not 0 < left <= _PASSWORD_EXPIRY_WARNING_SECONDS:
        return None
    return Finding(
        FindingCode.PASSWORD_EXPIRES_SOON,
        Severity.WARNING,
        tr("The password expires in {left}", left=time_format.format_duration(left)),
        context.user.password_expires.evidence,
    )


def _check_password_date_passed(context: RuleContext) -> Finding | None:
    """With LDAP sign-in, an expired EnOS password is only a notice."""
    since, session = compute_seconds_since_password_expiry(context), context.session
    if since is None or context.user is None or session is None:
        return None
    if session.has_sso_sign_in or not session.has_external_sign_in:
        return None
    return Finding(
        FindingCode.PASSWORD_DATE_PASSED,
        Severity.NOTICE,
        tr("The EnOS password expired {span} ago", span=time_format.format_duration(since)),
        context.user.password_expires.evidence,
    )


def _check_password_date_unclear(context: RuleContext) -> Finding | None:
    """EnOS documents the kinds EnOS, LDAP and SSO, and for SSO that the date is unused."""
    times, session = context.lifetimes, context.session
    if context.user is None or times is None or session is None:
        return None
    if times.is_password_date_absurd:
        sentence = tr("The password's date is too early to be one: it proves nothing")
    elif compute_seconds_since_password_expiry(context) is None:
        return None
    elif session.has_sso_sign_in:
        sentence = tr("The password's date is over, which proves nothing: SSO does not use it")
    elif not session.has_external_sign_in and not session.has_password_sign_in:
        sentence = tr(
            "The password's date is over, which proves nothing: the kind of account is not known"
        )
    else:
        return None
    evidence = context.user.password_expires.evidence + context.user.auth_type.evidence
    return Finding(FindingCode.PASSWORD_DATE_UNCLEAR, Severity.NOTICE, sentence, evidence)


def _check_email_not_verified(context: RuleContext) -> Finding | None:
    if context.user is None or not context.user.email.value:
        return None
    if context.user.email_verified.value is not False:
        return None
    return Finding(
        FindingCode.EMAIL_NOT_VERIFIED,
        Severity.NOTICE,
        tr("The e-mail address is not verified"),
        context.user.email_verified.evidence,
    )


def _check_phone_not_verified(context: RuleContext) -> Finding | None:
    if context.user is None or not context.user.phone.value:
        return None
    if context.user.phone_verified.value is not False:
        return None
    return Finding(
        FindingCode.PHONE_NOT_VERIFIED,
        Severity.NOTICE,
        tr("The phone number is not verified"),
        context.user.phone_verified.evidence,
    )


def _check_mfa_off(context: RuleContext) -> Finding | None:
    if context.user is None or context.user.mfa_type.value != _MFA_OFF:
        return None
    return Finding(
        FindingCode.MFA_OFF,
        Severity.NOTICE,
        tr("Multi-factor authentication is off"),
        context.user.mfa_type.evidence,
    )


def _check_sso_login(context: RuleContext) -> Finding | None:
    if context.session is None or context.session.sso_login.value is not True:
        return None
    return Finding(
        FindingCode.SSO_LOGIN,
        Severity.NOTICE,
        tr("Signed in by SSO: the password fields mean little"),
        context.session.sso_login.evidence,
    )


def _check_ldap_account(context: RuleContext) -> Finding | None:
    if context.user is None or context.user.auth_type.value != LDAP_AUTH_TYPE:
        return None
    return Finding(
        FindingCode.LDAP_ACCOUNT,
        Severity.NOTICE,
        tr("LDAP account: its password is kept outside of EnOS"),
        context.user.auth_type.evidence,
    )


def _check_sso_account(context: RuleContext) -> Finding | None:
    if context.user is None or context.user.auth_type.value != SSO_AUTH_TYPE:
        return None
    return Finding(
        FindingCode.SSO_ACCOUNT,
        Severity.NOTICE,
        tr("SSO account: EnOS does not use its password fields"),
        context.user.auth_type.evidence,
    )


def _check_role_unsettled(context: RuleContext) -> Finding | None:
    """EnOS documents ``type`` by two tables that contradict each other: neither is a fact."""
    if context.user is None or context.user.type.value not in _TYPES_ABOVE_USER:
        return None
    if is_role_settled(context):
        return None
    readings = user_codes.describe_user_type(context.user)
    if readings is None:
        return None
    return Finding(
        FindingCode.ROLE_UNSETTLED,
        Severity.PLAIN,
        tr("Role not certain: {readings}", readings=readings),
        context.user.type.evidence,
        Provenance.INFERRED,
    )


USER_FINDINGS: Final[tuple[Callable[[RuleContext], Finding | None], ...]] = (
    _check_password_expires_soon,
    _check_password_date_passed,
    _check_password_date_unclear,
    _check_email_not_verified,
    _check_phone_not_verified,
    _check_mfa_off,
    _check_sso_login,
    _check_ldap_account,
    _check_sso_account,
    _check_role_unsettled,
)
