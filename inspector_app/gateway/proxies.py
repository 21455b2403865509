"""Selects the proxy from the person's settings, never from what requests would choose."""

from __future__ import annotations

import base64
import urllib.request
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never
from urllib.parse import unquote, urlsplit

from inspector_app.gateway.address import DEFAULT_PORTS, AddressError
from inspector_app.gateway.authorization import format_proxy_login
from inspector_app.gateway.connection import PROXY_EXAMPLE, ManualProxy, NoProxy, SystemProxy
from inspector_app.gateway.error_mapping import CallError
from inspector_app.session.exchange import FailureKind
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.gateway.connection import ProxyChoice


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that is asked for a tunnel to the gateway; ``login`` is ``user:password``."""

    scheme: str
    host: str
    port: int
    login: str | None = field(default=None, repr=False)

    @property
    def netloc(self) -> str:
        """Host and port, without the login."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def headers(self) -> dict[str, str]:
        """Headers that are sent to the proxy only."""
        if self.login is None:
            return {}
        return {"Proxy-Authorization": "Basic " + base64.b64encode(self.login.encode()).decode()}


def select_proxy(address: GatewayAddress, choice: ProxyChoice) -> Proxy | None:
    """Selects the proxy; None for a direct connection, as to this computer itself always.

    Raises:
        CallError: if the proxy's address cannot be used.
    """
    if address.is_loopback:
        return None
    match choice:
        case NoProxy():
            return None
        case ManualProxy():
            return _parse_proxy_url(choice.address, format_proxy_login(choice))
        case SystemProxy():
            proxies = urllib.request.getproxies()
            url = proxies.get("https") or proxies.get("all")
            if not url or urllib.request.proxy_bypass(f"{address.host}:{address.tcp_port}"):
                return None
            return _parse_proxy_url(url, None)
        case _:
            assert_never(choice)


def parse_proxy(text: str) -> Proxy:
    """Parses the proxy address that a person typed into the settings, without credentials.

    Raises:
        AddressError: with a message for the person, if it cannot be used.
    """
    if "@" in text:
        raise AddressError(tr("Leave out the user and the @: they have fields of their own."))
    try:
        return _parse_proxy_url(text, None)
    except CallError:
        raise AddressError(
            tr(
                "Write the proxy as http:// or https://, a host and a port: {example}.",
                example=PROXY_EXAMPLE,
            )
        ) from None


def _parse_proxy_url(text: str, login: str | None) -> Proxy:
    url = text.strip()
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        default_port = DEFAULT_PORTS[parts.scheme]
        host, port = parts.hostname, parts.port or default_port
    except (ValueError, KeyError):  # no number for a port; SOCKS and other kinds
        raise CallError(FailureKind.PROXY_FAILED) from None
    if not host:
        raise CallError(FailureKind.PROXY_FAILED)
    if login is None and parts.username:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return Proxy(parts.scheme, host, port, login or None)
