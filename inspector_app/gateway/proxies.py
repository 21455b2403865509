"""Which proxy stands between, decided from the person's choice and never from requests' own."""

from __future__ import annotations

import base64
import urllib.request
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, assert_never
from urllib.parse import unquote, urlsplit

from inspector_app.gateway.breakage import CallError
from inspector_app.gateway.connection import ManualProxy, NoProxy, SystemProxy
from inspector_app.session.exchange import FailureKind

if TYPE_CHECKING:
    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.gateway.connection import ProxyChoice

_DEFAULT_PORT: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that is asked for a tunnel to the gateway; ``login`` is ``user:password``."""

    scheme: str
    host: str
    port: int
    login: str | None = field(default=None, repr=False)

    @property
    def place(self) -> str:
        """Host and port, as a person may see them."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def headers(self) -> dict[str, str]:
        """What is said to the proxy alone."""
        if self.login is None:
            return {}
        return {"Proxy-Authorization": "Basic " + base64.b64encode(self.login.encode()).decode()}


def proxy_for(address: GatewayAddress, choice: ProxyChoice) -> Proxy | None:
    """The proxy to use; None for straight to the gateway, as to this computer itself always.

    Raises:
        CallError: if the proxy's address cannot be used.
    """
    if address.is_loopback:
        return None
    match choice:
        case NoProxy():
            return None
        case ManualProxy():
            return _read(choice.address, choice.login)
        case SystemProxy():
            found = urllib.request.getproxies()
            proxy = found.get("https") or found.get("all")
            if not proxy or urllib.request.proxy_bypass(f"{address.host}:{address.tcp_port}"):
                return None
            return _read(proxy, None)
        case _:
            assert_never(choice)


def _read(text: str, login: str | None) -> Proxy:
    typed = text.strip()
    try:
        parts = urlsplit(typed if "://" in typed else f"http://{typed}")
        usual = _DEFAULT_PORT[parts.scheme]
        host, port = parts.hostname, parts.port or usual
    except (ValueError, KeyError):  # no number for a port; SOCKS and other kinds
        host, port = None, 0
    if not host:
        raise CallError(FailureKind.PROXY_FAILED)
    if login is None and parts.username:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return Proxy(parts.scheme, host, port, login or None)
