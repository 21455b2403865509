"""Maps exceptions of requests, urllib3, http.client, ssl and sockets to failure kinds.

Decided by exception classes, errno and certificate verdicts. The text of an exception is never
passed on: requests puts header values, and with them the token, into some of its messages.
"""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
from typing import TYPE_CHECKING, Final

import urllib3.exceptions

from inspector_app.session.exchange import FailureKind, Phase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class CallError(Exception):
    """A failure that this package detected by itself."""

    def __init__(self, kind: FailureKind, detail: str | None = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.detail = detail


_CERTIFICATE_FAILURES: Final[Mapping[int, FailureKind]] = {
    # as in x509_vfy.h of OpenSSL
    9: FailureKind.CERTIFICATE_NOT_YET_VALID,
    10: FailureKind.CERTIFICATE_EXPIRED,
    18: FailureKind.CERTIFICATE_SELF_SIGNED,
    62: FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
    64: FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
    66: FailureKind.CERTIFICATE_TOO_WEAK,
    67: FailureKind.CERTIFICATE_TOO_WEAK,
    68: FailureKind.CERTIFICATE_TOO_WEAK,
    26: FailureKind.CERTIFICATE_WRONG_PURPOSE,
    # Windows: winerror.h, CERT_E_EXPIRED, CERT_E_WRONG_USAGE and CERT_E_CN_NO_MATCH
    0x800B0101: FailureKind.CERTIFICATE_EXPIRED,
    0x800B0110: FailureKind.CERTIFICATE_WRONG_PURPOSE,
    0x800B010F: FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
    # macOS: SecBase.h, errSecCertificateExpired, NotValidYet and HostNameMismatch
    -67818: FailureKind.CERTIFICATE_EXPIRED,
    -67819: FailureKind.CERTIFICATE_NOT_YET_VALID,
    -67602: FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
}

_TLS_FAILURES: Final[Mapping[str, FailureKind]] = {
    "WRONG_VERSION_NUMBER": FailureKind.NOT_TLS,
    "RECORD_LAYER_FAILURE": FailureKind.NOT_TLS,
    "HTTP_REQUEST": FailureKind.NOT_TLS,
    "PACKET_LENGTH_TOO_LONG": FailureKind.NOT_TLS,
    "UNSUPPORTED_PROTOCOL": FailureKind.TLS_VERSION_TOO_OLD,
    "TLSV1_ALERT_PROTOCOL_VERSION": FailureKind.TLS_VERSION_TOO_OLD,
    "EE_KEY_TOO_SMALL": FailureKind.CERTIFICATE_TOO_WEAK,
    "CA_KEY_TOO_SMALL": FailureKind.CERTIFICATE_TOO_WEAK,
    "CA_MD_TOO_WEAK": FailureKind.CERTIFICATE_TOO_WEAK,
    "DH_KEY_TOO_SMALL": FailureKind.CERTIFICATE_TOO_WEAK,
}

_UNREACHABLE_ERRNOS: Final = {
    errno.ENETUNREACH,
    errno.EHOSTUNREACH,
    errno.ENETDOWN,
    errno.EADDRNOTAVAIL,
}


def classify_error(
    error: BaseException, phase: Phase | None, proxy: str | None
) -> tuple[FailureKind, str | None]:
    """The kind of failure and, where there is one, a fact that helps."""
    causes = list(_iter_causes(error))
    for cause in causes:
        if isinstance(cause, CallError):
            return cause.kind, cause.detail
    kind, detail = _classify_causes(causes, phase)
    if proxy is not None and phase is not Phase.READ and _is_before_gateway(phase):
        return (kind if kind is FailureKind.TIMED_OUT else FailureKind.PROXY_FAILED), detail
    return kind, detail


def _is_before_gateway(phase: Phase | None) -> bool:
    return phase in {None, Phase.RESOLVE, Phase.CONNECT}


def _classify_causes(
    causes: list[BaseException], phase: Phase | None
) -> tuple[FailureKind, str | None]:
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return _classify_tls_error(cause, phase)
    for cause in causes:
        kind = _classify_http_error(cause, causes) or _classify_network_error(cause)
        if kind is not None:
            return kind, None
    return FailureKind.UNEXPECTED, type(causes[0]).__name__


def _classify_tls_error(error: ssl.SSLError, phase: Phase | None) -> tuple[FailureKind, str | None]:
    if isinstance(error, ssl.SSLCertVerificationError):
        code = getattr(error, "verify_code", 0)
        return _CERTIFICATE_FAILURES.get(code, FailureKind.CERTIFICATE_NOT_TRUSTED), None
    if phase is Phase.READ:
        return FailureKind.ANSWER_TRUNCATED, None
    if phase is Phase.WAIT:  # TLS 1.3: the server may refuse after the request was written
        is_end = isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError))
        return FailureKind.NO_ANSWER if is_end else FailureKind.CONNECTION_RESET, None
    reason = getattr(error, "reason", None) or ""
    detail = reason.replace("_", " ").lower() or None
    return _TLS_FAILURES.get(reason, FailureKind.TLS_FAILED), detail


def _classify_http_error(cause: BaseException, causes: list[BaseException]) -> FailureKind | None:
    if isinstance(cause, http.client.IncompleteRead):
        # http.client reports a chunk size that is no number as an incomplete read.
        is_malformed = any(isinstance(other, ValueError) for other in causes)
        return FailureKind.NOT_HTTP if is_malformed else FailureKind.ANSWER_TRUNCATED
    if isinstance(cause, http.client.RemoteDisconnected):
        return FailureKind.NO_ANSWER
    if isinstance(cause, http.client.HTTPException) and _is_header_limit(cause):
        return FailureKind.TOO_LARGE
    if isinstance(cause, (http.client.HTTPException, urllib3.exceptions.InvalidHeader)):
        return FailureKind.NOT_HTTP
    return None


def _is_header_limit(error: http.client.HTTPException) -> bool:
    """Whether http.client stopped at more than 100 headers, or at one of more than 64 KiB."""
    # It says so nowhere but in its message, which has nothing of the answer in it.
    message = str(error.args[0]) if error.args else ""
    return message.startswith("got more than") and message.endswith((" headers", " header line"))


def _classify_network_error(cause: BaseException) -> FailureKind | None:
    if isinstance(cause, (socket.gaierror, UnicodeError)):
        return FailureKind.HOST_NOT_FOUND
    if isinstance(cause, ConnectionRefusedError):
        return FailureKind.CONNECTION_REFUSED
    if isinstance(cause, ConnectionError):
        return FailureKind.CONNECTION_RESET
    if isinstance(cause, TimeoutError):
        return FailureKind.TIMED_OUT
    if isinstance(cause, OSError) and cause.errno in _UNREACHABLE_ERRNOS:
        return FailureKind.NETWORK_UNREACHABLE
    return None


def _iter_causes(error: BaseException) -> Iterator[BaseException]:
    """The error with its arguments, causes and contexts, outermost first."""
    pending: list[object] = [error]
    seen: set[int] = set()
    while pending:
        cause = pending.pop(0)
        if isinstance(cause, BaseException) and id(cause) not in seen:
            seen.add(id(cause))
            yield cause
            pending += [*cause.args, cause.__cause__, cause.__context__]
