"""Finding rules about the user: account, password, verification, MFA."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session import moment
from inspector_app.session.judging.session_rules import password_date_passed, signs_in_elsewhere
from inspector_app.session.judging.statement import Finding, FindingCode
from inspector_app.session.reading.inspection import LDAP_AUTH_TYPE
from inspector_app.session.severity import Severity
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.judging.case import Case

_PASSWORD_SOON: Final = 7 * 86_400.0
_OWNER: Final = 1
_ADMIN: Final = 2
_MFA_OFF: Final = 0


def _password_expires_soon(case: Case) -> Finding | None:
    expires = None if case.lifetimes is None else case.lifetimes.password_expires
    if case.user is None or expires is None or signs_in_elsewhere(case):
        return None
    left = expires - case.gateway_now
    if not 0 < left <= _PASSWORD_SOON:
        return None
    return Finding(
        FindingCode.PASSWORD_EXPIRES_SOON,
        Severity.WARNING,
        tr("The password expires in {left}", left=moment.format_duration(left)),
        case.user.password_expires.evidence,
    )


def _password_date_passed(case: Case) -> Finding | None:
    """With LDAP or SSO sign-in, an expired EnOS password is only a notice."""
    since = password_date_passed(case)
    if since is None or case.user is None or not signs_in_elsewhere(case):
        return None
    return Finding(
        FindingCode.PASSWORD_DATE_PASSED,
        Severity.NOTICE,
        tr("The EnOS password expired {span} ago", span=moment.format_duration(since)),
        case.user.password_expires.evidence,
    )


def _email_not_verified(case: Case) -> Finding | None:
    if case.user is None or not case.user.email.value:
        return None
    if case.user.email_verified.value is not False:
        return None
    return Finding(
        FindingCode.EMAIL_NOT_VERIFIED,
        Severity.NOTICE,
        tr("The email address is not verified"),
        case.user.email_verified.evidence,
    )


def _phone_not_verified(case: Case) -> Finding | None:
    if case.user is None or not case.user.phone.value:
        return None
    if case.user.phone_verified.value is not False:
        return None
    return Finding(
        FindingCode.PHONE_NOT_VERIFIED,
        Severity.NOTICE,
        tr("The phone number is not verified"),
        case.user.phone_verified.evidence,
    )


def _mfa_off(case: Case) -> Finding | None:
    if case.user is None or case.user.mfa_type.value != _MFA_OFF:
        return None
    return Finding(
        FindingCode.MFA_OFF,
        Severity.NOTICE,
        tr("Multi-factor authentication is off"),
        case.user.mfa_type.evidence,
    )


def _sso_login(case: Case) -> Finding | None:
    if case.session is None or case.session.sso_login.value is not True:
        return None
    return Finding(
        FindingCode.SSO_LOGIN,
        Severity.NOTICE,
        tr("Signed in by SSO: the password fields mean little"),
        case.session.sso_login.evidence,
    )


def _ldap_account(case: Case) -> Finding | None:
    if case.user is None or case.user.auth_type.value != LDAP_AUTH_TYPE:
        return None
    return Finding(
        FindingCode.LDAP_ACCOUNT,
        Severity.NOTICE,
        tr("LDAP account: its password is kept outside of EnOS"),
        case.user.auth_type.evidence,
    )


def _owner(case: Case) -> Finding | None:
    if case.user is None or case.user.type.value != _OWNER:
        return None
    sentence = tr("The user is an organization owner")
    return Finding(FindingCode.OWNER, Severity.PLAIN, sentence, case.user.type.evidence)


def _admin(case: Case) -> Finding | None:
    if case.user is None or case.user.type.value != _ADMIN:
        return None
    sentence = tr("The user is an organization admin")
    return Finding(FindingCode.ADMIN, Severity.PLAIN, sentence, case.user.type.evidence)


USER_FINDINGS: Final[tuple[Callable[[Case], Finding | None], ...]] = (
    _password_expires_soon,
    _password_date_passed,
    _email_not_verified,
    _phone_not_verified,
    _mfa_off,
    _sso_login,
    _ldap_account,
    _owner,
    _admin,
)
