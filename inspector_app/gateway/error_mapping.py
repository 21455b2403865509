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

from inspector_app.gateway import tls_errors
from inspector_app.gateway.handshake_observer import Handshake
from inspector_app.session.exchange import FailureKind, Phase

if TYPE_CHECKING:
    from collections.abc import Iterator


class CallError(Exception):
    """A failure that this package detected by itself."""

    def __init__(self, kind: FailureKind, detail: str | None = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.detail = detail


_BROKEN_OFF: Final = {FailureKind.CONNECTION_RESET, FailureKind.NO_ANSWER}
_UNREACHABLE_ERRNOS: Final = {
    errno.ENETUNREACH,
    errno.EHOSTUNREACH,
    errno.ENETDOWN,
    errno.EADDRNOTAVAIL,
}


def classify_error(
    error: BaseException,
    phase: Phase | None,
    proxy: str | None,
    handshake: Handshake | None = None,
) -> tuple[FailureKind, str | None]:
    """The kind of failure and, where there is one, a fact that helps.

    ``handshake`` is what was observed of the one with the gateway.
    """
    handshake = handshake or Handshake()
    causes = list(_iter_causes(error))
    for cause in causes:
        if isinstance(cause, CallError):
            return cause.kind, cause.detail
    kind, detail = _classify_causes(causes, phase, handshake)
    if proxy is not None and phase in {Phase.RESOLVE, Phase.CONNECT}:  # the proxy's, not the host's
        return (kind if kind is FailureKind.TIMED_OUT else FailureKind.PROXY_FAILED), None
    return kind, detail


def _classify_causes(
    causes: list[BaseException], phase: Phase | None, handshake: Handshake
) -> tuple[FailureKind, str | None]:
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return tls_errors.classify_tls_error(cause, phase, handshake)
    for cause in causes:
        kind = _classify_http_error(cause, causes) or _classify_network_error(cause)
        if kind in _BROKEN_OFF and phase in {Phase.TLS, Phase.WAIT}:
            kind = tls_errors.explain_broken_connection(kind, handshake)
        if kind is not None:
            return kind, None
    return FailureKind.UNEXPECTED, type(causes[0]).__name__


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
