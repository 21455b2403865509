"""requests sessions and urllib3 connections with traced phases and our own certificate trust."""

from __future__ import annotations

import functools
import logging
from typing import TYPE_CHECKING, Any, Final

import requests
import urllib3
import urllib3.connection
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict

from inspector_app import DESKTOP_PROGRAM, __version__
from inspector_app.gateway import tls_trust
from inspector_app.gateway.certificate_strength import check_strength
from inspector_app.gateway.connect import open_loopback_socket, open_socket
from inspector_app.gateway.strict_response import StrictResponse
from inspector_app.gateway.tunnel_response import TunnelResponse
from inspector_app.session.exchange import MEDIA_TYPE, Phase

if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Mapping

    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.gateway.call_trace import CallTrace
    from inspector_app.gateway.connection import Resolver
    from inspector_app.gateway.proxies import Proxy

_DEFAULT_HEADERS: Final = {
    "User-Agent": f"{DESKTOP_PROGRAM}/{__version__}",
    "Accept": MEDIA_TYPE,
    "Accept-Encoding": "identity",
    "Content-Type": MEDIA_TYPE,
}
_LOGGING_OFF: Final = logging.CRITICAL + 1
logging.getLogger("urllib3").setLevel(
    _LOGGING_OFF
)  # its warnings quote what a gateway or proxy sent


def create_session(
    trace: CallTrace,
    resolver: Resolver,
    address: GatewayAddress,
    ssl_context: ssl.SSLContext | None,
) -> requests.Session:
    """Creates a direct session for one request; ``ssl_context`` None means plain HTTP.

    It has no cookies, no retries, and takes nothing from the environment.
    """
    if ssl_context is None:
        plain = urllib3.HTTPConnectionPool(address.host, address.tcp_port)
        return _build_session(plain, functools.partial(_HttpConnection, trace, resolver))
    pool = urllib3.HTTPSConnectionPool(address.host, address.tcp_port, ssl_context=ssl_context)
    return _build_session(pool, functools.partial(_HttpsConnection, trace, resolver))


def create_proxy_session(
    proxy: Proxy,
    trace: CallTrace,
    resolver: Resolver,
    address: GatewayAddress,
    ssl_context: ssl.SSLContext,
) -> requests.Session:
    """Creates the same through a proxy tunnel; an HTTPS proxy is verified by the same context."""
    if proxy.is_socks:
        direct = urllib3.HTTPSConnectionPool(
            address.host, address.tcp_port, ssl_context=ssl_context
        )
        return _build_session(
            direct, functools.partial(_SocksHttpsConnection, proxy, trace, resolver)
        )
    manager = urllib3.ProxyManager(
        f"{proxy.scheme}://{proxy.netloc}",
        proxy_headers=proxy.headers,
        proxy_ssl_context=ssl_context,
    )
    pool = manager.connection_from_host(
        address.host, address.tcp_port, address.scheme, pool_kwargs={"ssl_context": ssl_context}
    )
    return _build_session(pool, functools.partial(_HttpsConnection, trace, resolver))


def _build_session(pool: urllib3.HTTPConnectionPool, connection_class: Any) -> requests.Session:  # noqa: ANN401  # a factory
    pool.ConnectionCls = connection_class
    session = _NoRedirectSession()
    session.trust_env = False
    session.headers = CaseInsensitiveDict(_DEFAULT_HEADERS)
    session.adapters.clear()
    session.mount("", _SinglePoolAdapter(pool))
    return session


class _NoRedirectSession(requests.Session):
    """A session that ignores redirects.

    Without this, requests reads the whole body of a redirect, unbounded, even when told not to
    follow it.
    """

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None, whatever the answer says."""


class _SinglePoolAdapter(HTTPAdapter):
    """Hands every request to the one pool, and keeps certifi's certificates away from it."""

    def __init__(self, pool: urllib3.HTTPConnectionPool) -> None:
        super().__init__(max_retries=0)
        self._pool = pool

    def get_connection_with_tls_context(
        self, *_: object, **__: object
    ) -> urllib3.HTTPConnectionPool:
        """The pool, whatever requests would have chosen."""
        return self._pool

    def cert_verify(self, *_: object, **__: object) -> None:
        """Does nothing: requests would add certifi's file to what the context trusts."""

    def close(self) -> None:
        """Closes the connection."""
        self._pool.close()
        super().close()


class _HttpConnection(urllib3.connection.HTTPConnection):
    """HTTP to this computer, for the demo gateway and for tests."""

    response_class = StrictResponse

    def __init__(self, trace: CallTrace, resolver: Resolver, **settings: Any) -> None:  # noqa: ANN401  # urllib3's
        super().__init__(**settings)
        self._trace = trace
        self._resolver = resolver

    def _new_conn(self) -> socket.socket:
        return open_loopback_socket(self._trace, self._resolver, self._dns_host, self.port)

    def connect(self) -> None:
        super().connect()
        self._trace.enter_phase(Phase.WAIT)


class _HttpsConnection(urllib3.connection.HTTPSConnection):
    """HTTPS that traces phases and checks the proxy tunnel and the certificate."""

    response_class: Any = StrictResponse

    def __init__(self, trace: CallTrace, resolver: Resolver, **settings: Any) -> None:  # noqa: ANN401  # urllib3's
        super().__init__(**settings)
        self._trace = trace
        self._resolver = resolver

    def _new_conn(self) -> socket.socket:
        sock = open_socket(self._trace, self._resolver, self._dns_host, self.port)
        if self._tunnel_host is None:
            self._trace.enter_phase(Phase.TLS)
        return sock

    def _tunnel(self) -> None:
        # http.client's own, which has no types.
        sent: Mapping[str, str] = getattr(self, "_tunnel_headers", {})
        authorization = sent.get("Proxy-Authorization", "")
        self.response_class = functools.partial(TunnelResponse, authorization=authorization)
        super()._tunnel()
        self.response_class = StrictResponse
        self._trace.enter_phase(Phase.TLS)

    def connect(self) -> None:
        super().connect()
        sock: Any = self.sock  # an SSLSocket, or urllib3's SSLTransport behind a TLS proxy
        certificate = sock.getpeercert() or {}
        tls_trust.check_subject_alt_name(certificate, (self._tunnel_host or self.host).strip("[]"))
        check_strength(self.ssl_context, self._trace.handshake.chain)
        cipher = (sock.cipher() or ("",))[0]
        self._trace.tls = tls_trust.build_tls_facts(sock.version() or "", cipher, certificate)
        self._trace.enter_phase(Phase.WAIT)


class _SocksHttpsConnection(_HttpsConnection):
    """HTTPS through the tunnel of a SOCKS proxy."""

    def __init__(self, proxy: Proxy, trace: CallTrace, resolver: Resolver, **settings: Any) -> None:  # noqa: ANN401  # urllib3's
        super().__init__(trace, resolver, **settings)
        self._proxy = proxy

    def _new_conn(self) -> socket.socket:
        from inspector_app.gateway.socks_tunnel import open_socks_tunnel

        sock = open_socket(self._trace, self._resolver, self._proxy.host, self._proxy.port)
        host = self._dns_host.strip("[]")
        tunnel = open_socks_tunnel(sock, self._proxy, self._trace, self._resolver, host, self.port)
        self._trace.enter_phase(Phase.TLS)
        return tunnel
