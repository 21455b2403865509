"""Asks a SOCKS proxy for a tunnel, with PySocks, as urllib3 itself does.

The connection to the proxy is made before and handed over: PySocks would look the name up anew, and
could not be aborted while it connects.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Final

import socks  # type: ignore[import-untyped]  # PySocks has no types

from inspector_app.gateway.error_mapping import CallError
from inspector_app.gateway.stepped_socket import SteppedSocket
from inspector_app.session.exchange import FailureKind

if TYPE_CHECKING:
    from inspector_app.gateway.call_trace import CallTrace
    from inspector_app.gateway.connection import Resolver
    from inspector_app.gateway.proxies import Proxy

_PROXY_TYPES: Final = {
    "socks4": socks.SOCKS4,
    "socks4a": socks.SOCKS4,
    "socks5": socks.SOCKS5,
    "socks5h": socks.SOCKS5,
}
_RESOLVED_HERE: Final = "socks4"
"""The one protocol without names. For SOCKS 5 the proxy resolves, as browsers have it."""

_MAX_LENGTH: Final = 127
"""Bytes of a name, user or password. The protocol has 255, but PySocks writes a length beyond as
two bytes."""


class _Connected(SteppedSocket):
    """A socket that is connected already."""

    def connect(self, address: object) -> None:
        """Does nothing: it is."""


class _TunnelSocket(socks.socksocket, _Connected):  # type: ignore[misc]  # PySocks has no types
    """PySocks' socket on top of a connection, whose own ``connect`` does the negotiation alone."""


def open_socks_tunnel(  # what a tunnel is made of
    sock: socket.socket, proxy: Proxy, trace: CallTrace, resolver: Resolver, host: str, port: int
) -> socket.socket:
    """Negotiates a tunnel to host and port on a connection to the proxy; returns its socket.

    Raises:
        CallError: if the proxy refuses, or cannot be asked for this.
        OSError: if the connection breaks.
    """
    user, _, password = (proxy.login or "").partition(":")
    tunnel = _TunnelSocket(sock.family, sock.type, sock.proto, fileno=sock.detach())
    tunnel.trace = trace
    try:
        _check_lengths(host, user, password)
        if proxy.scheme == _RESOLVED_HERE:
            host = _resolve_ipv4(resolver, host, port)
        tunnel.settimeout(trace.get_remaining_time())
        tunnel.set_proxy(
            _PROXY_TYPES[proxy.scheme], proxy.host, proxy.port, username=user, password=password
        )
        tunnel.connect((host, port))
    except socks.ProxyError as error:
        tunnel.close()
        raise _convert_error(error) from None
    except BaseException:
        tunnel.close()
        raise
    return tunnel


def _check_lengths(*texts: str) -> None:
    if max(len(text.encode()) for text in texts) > _MAX_LENGTH:
        raise CallError(FailureKind.PROXY_FAILED)


def _resolve_ipv4(resolver: Resolver, host: str, port: int) -> str:
    try:
        found = resolver(host, port)
    except (socket.gaierror, UnicodeError):
        found = []
    for family, address in found:
        if family == socket.AF_INET:
            return address[0]
    raise CallError(FailureKind.HOST_NOT_FOUND)


def _convert_error(error: socks.ProxyError) -> Exception:
    """What the proxy said as a failure; a broken connection as what broke it.

    PySocks wraps its own errors as if they were the socket's. The codes of a refusal stand nowhere
    but in its message, before words of its own.
    """
    while isinstance(error.socket_err, socks.ProxyError):
        error = error.socket_err
    if isinstance(error, socks.SOCKS5AuthError):
        return CallError(FailureKind.PROXY_AUTHENTICATION_REQUIRED, "SOCKS 5")
    if isinstance(error, (socks.SOCKS4Error, socks.SOCKS5Error)):
        version = 4 if isinstance(error, socks.SOCKS4Error) else 5
        return CallError(FailureKind.PROXY_FAILED, f"SOCKS {version}, {error.msg[:80]}")
    broken: OSError | None = error.socket_err
    return CallError(FailureKind.PROXY_FAILED) if broken is None else broken
