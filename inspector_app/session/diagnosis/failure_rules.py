"""Maps each kind of failure of a call to its verdict, severity and suggested action."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis import failure_texts
from inspector_app.session.diagnosis.failure_texts import describe_failure
from inspector_app.session.diagnosis.verdict_model import SuggestedAction, Verdict, VerdictCode
from inspector_app.session.exchange import Failure, FailureKind
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.credentials import Credentials

_VERDICT_CODES: Final[Mapping[FailureKind, VerdictCode]] = MappingProxyType(
    {
        FailureKind.HOST_NOT_FOUND: VerdictCode.UNREACHABLE,
        FailureKind.CONNECTION_REFUSED: VerdictCode.UNREACHABLE,
        FailureKind.NETWORK_UNREACHABLE: VerdictCode.UNREACHABLE,
        FailureKind.CONNECTION_RESET: VerdictCode.UNREACHABLE,
        FailureKind.NO_ANSWER: VerdictCode.UNREACHABLE,
        FailureKind.ANSWER_TRUNCATED: VerdictCode.UNREACHABLE,
        FailureKind.NOT_HTTP: VerdictCode.NOT_ENOS,
        FailureKind.UNKNOWN_ENCODING: VerdictCode.UNREADABLE,
        FailureKind.PROXY_FAILED: VerdictCode.UNREACHABLE,
        FailureKind.PROXY_AUTHENTICATION_REQUIRED: VerdictCode.UNREACHABLE,
        FailureKind.PROXY_LOGIN_UNSUPPORTED: VerdictCode.UNREACHABLE,
        FailureKind.PROXY_SETTING_UNUSABLE: VerdictCode.UNREACHABLE,
        FailureKind.CA_FILE_UNUSABLE: VerdictCode.TLS_REFUSED,
        FailureKind.CERTIFICATE_EXPIRED: VerdictCode.TLS_REFUSED,
        FailureKind.CERTIFICATE_OUT_OF_DATE: VerdictCode.TLS_REFUSED,
        FailureKind.CERTIFICATE_NOT_YET_VALID: VerdictCode.TLS_REFUSED,
        FailureKind.CERTIFICATE_HOSTNAME_MISMATCH: VerdictCode.TLS_REFUSED,
        FailureKind.CERTIFICATE_SELF_SIGNED: VerdictCode.TLS_REFUSED,
        FailureKind.CERTIFICATE_NOT_TRUSTED: VerdictCode.TLS_REFUSED,
        FailureKind.CERTIFICATE_WRONG_PURPOSE: VerdictCode.TLS_REFUSED,
        FailureKind.CERTIFICATE_TOO_WEAK: VerdictCode.TLS_REFUSED,
        FailureKind.TLS_VERSION_TOO_OLD: VerdictCode.TLS_REFUSED,
        FailureKind.NOT_TLS: VerdictCode.TLS_REFUSED,
        FailureKind.TLS_FAILED: VerdictCode.TLS_REFUSED,
        FailureKind.CLIENT_CERTIFICATE_REQUIRED: VerdictCode.TLS_REFUSED,
        FailureKind.CLIENT_CERTIFICATE_REFUSED: VerdictCode.TLS_REFUSED,
        FailureKind.CLIENT_CERTIFICATE_UNUSABLE: VerdictCode.TLS_REFUSED,
        FailureKind.REDIRECTED: VerdictCode.REDIRECTED,
        FailureKind.TOO_LARGE: VerdictCode.TOO_LARGE,
        FailureKind.TIMED_OUT: VerdictCode.TIMED_OUT,
        FailureKind.CANCELLED: VerdictCode.CANCELLED,
        FailureKind.UNEXPECTED: VerdictCode.UNREACHABLE,
    }
)
_ADDRESS_FAILURES: Final = frozenset(
    {
        FailureKind.HOST_NOT_FOUND,
        FailureKind.CONNECTION_REFUSED,
        FailureKind.NOT_HTTP,
        FailureKind.NOT_TLS,
        FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
        FailureKind.REDIRECTED,
        FailureKind.TOO_LARGE,
    }
)
_CONNECTION_FAILURES: Final = frozenset(
    {
        FailureKind.PROXY_FAILED,
        FailureKind.PROXY_AUTHENTICATION_REQUIRED,
        FailureKind.PROXY_LOGIN_UNSUPPORTED,
        FailureKind.PROXY_SETTING_UNUSABLE,
        FailureKind.CA_FILE_UNUSABLE,
        FailureKind.CERTIFICATE_SELF_SIGNED,
        FailureKind.CERTIFICATE_NOT_TRUSTED,
        FailureKind.CLIENT_CERTIFICATE_REQUIRED,
        FailureKind.CLIENT_CERTIFICATE_REFUSED,
        FailureKind.CLIENT_CERTIFICATE_UNUSABLE,
    }
)
_SEVERITIES: Final[Mapping[VerdictCode, Severity]] = MappingProxyType(
    {
        VerdictCode.CANCELLED: Severity.NOTICE,
        VerdictCode.TIMED_OUT: Severity.WARNING,
        VerdictCode.REDIRECTED: Severity.WARNING,
    }
)


def get_severity(kind: FailureKind) -> Severity:
    """The severity of a failure; one that may be transient is a warning."""
    return _SEVERITIES.get(_VERDICT_CODES[kind], Severity.BAD)


def judge_failure(answer: Failure, secrets: Credentials) -> Verdict:
    """Build the verdict on a call without an answer: it says nothing about the session."""
    code = _VERDICT_CODES[answer.kind]
    title, happened, next_step = describe_failure(answer, secrets)
    return Verdict(
        code,
        get_severity(answer.kind),
        title,
        happened,
        (),
        next_step,
        action=SuggestedAction.CHECK_CONNECTION
        if failure_texts.is_proxy_silent(answer)
        else _suggest_action(answer.kind),
    )


def _suggest_action(kind: FailureKind) -> SuggestedAction:
    if kind in _ADDRESS_FAILURES:
        return SuggestedAction.CHECK_ADDRESS
    return (
        SuggestedAction.CHECK_CONNECTION
        if kind in _CONNECTION_FAILURES
        else SuggestedAction.TRY_AGAIN
    )
