"""Selects the proxy from the person's settings, never from what requests would choose."""

from __future__ import annotations

import base64
import urllib.request
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, assert_never
from urllib.parse import unquote, urlsplit

from inspector_app.gateway.address import DEFAULT_PORTS, MAX_HOST_LENGTH, AddressError
from inspector_app.gateway.authorization import format_proxy_login
from inspector_app.gateway.connection import PROXY_EXAMPLE, ManualProxy, NoProxy, SystemProxy
from inspector_app.gateway.proxy_exceptions import is_exempt, split_exceptions
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.translatable_text import tr
from inspector_app.system.proxy_settings.reader import read_desktop_proxy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.gateway.connection import ProxyChoice
    from inspector_app.system.proxy_settings.desktop_proxy import DesktopProxy

_SOCKS_PORT: Final = 1080
_SOCKS_SCHEMES: Final = ("socks4", "socks4a", "socks5", "socks5h")
_SCHEME_ALIASES: Final = {"socks": "socks5"}
"""GNOME writes it so into ``all_proxy``."""

_PROXY_PORTS: Final[Mapping[str, int]] = MappingProxyType(
    {**DEFAULT_PORTS, **dict.fromkeys(_SOCKS_SCHEMES, _SOCKS_PORT)}
)


class ProxySettingError(Exception):
    """The setting names no proxy that can be used; ``shown`` is it without what may be a login."""

    def __init__(self, shown: str) -> None:
        super().__init__()
        self.shown = shown


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that is asked for a tunnel to the gateway; ``login`` is ``user:password``."""

    scheme: str
    host: str
    port: int
    login: str | None = field(default=None, repr=False)

    @property
    def is_socks(self) -> bool:
        """Whether it speaks SOCKS and not HTTP."""
        return self.scheme in _SOCKS_SCHEMES

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


@dataclass(frozen=True, slots=True)
class ProxySelection:
    """The proxy, or None for a direct connection.

    ``ignored_script`` is the proxy script that the system's settings name, and that nobody runs
    here: it is a program of the network's, and none of the interpreters for it is maintained.
    """

    proxy: Proxy | None = None
    ignored_script: str | None = None


_DIRECT: Final = ProxySelection()


def select_proxy(address: GatewayAddress, choice: ProxyChoice) -> ProxySelection:
    """Selects the proxy: none for this computer itself, always.

    Raises:
        ProxySettingError: if the setting cannot be used.
    """
    if address.is_loopback:
        return _DIRECT
    match choice:
        case NoProxy():
            return _DIRECT
        case ManualProxy():
            return ProxySelection(_parse_proxy_url(choice.address, format_proxy_login(choice)))
        case SystemProxy():
            return _select_system_proxy(address)
        case _:
            assert_never(choice)


def _select_system_proxy(address: GatewayAddress) -> ProxySelection:
    """The variables come first: whoever sets them means programs that are started with them."""
    variables = urllib.request.getproxies_environment()
    url = variables.get("https") or variables.get("all")
    if url:
        exceptions = split_exceptions(variables.get("no", ""))
        if is_exempt(address.host, address.tcp_port, exceptions):
            return _DIRECT
        return ProxySelection(_parse_proxy_url(url, None))
    return _select_desktop_proxy(address, read_desktop_proxy())


def _select_desktop_proxy(address: GatewayAddress, settings: DesktopProxy) -> ProxySelection:
    script = settings.script or None
    exempt = is_exempt(address.host, address.tcp_port, settings.exceptions)
    if not settings.url or exempt is not settings.is_reversed:
        return ProxySelection(None, script)
    return ProxySelection(_parse_proxy_url(settings.url, None), script)


def parse_proxy(text: str) -> Proxy:
    """Parses the proxy address that a person typed into the settings, without credentials.

    Raises:
        AddressError: with a message for the person, if it cannot be used.
    """
    if "@" in text:
        raise AddressError(tr("Leave out the user and the @: they have fields of their own."))
    try:
        return _parse_proxy_url(text, None)
    except ProxySettingError:
        raise AddressError(
            tr(
                "Write the proxy as http://, https:// or socks5://, a host and a port: {example}.",
                example=PROXY_EXAMPLE,
            )
        ) from None


def _parse_proxy_url(text: str, login: str | None) -> Proxy:
    url = text.strip()
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        scheme = _SCHEME_ALIASES.get(parts.scheme, parts.scheme)
        default_port = _PROXY_PORTS[scheme]
        host, port = parts.hostname, parts.port or default_port
    except (ValueError, KeyError):  # no number for a port, or a kind that is not known
        raise ProxySettingError(_show_setting(url)) from None
    if not host:
        raise ProxySettingError(_show_setting(url))
    if login is None and parts.username:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return Proxy(scheme, host, port, login or None)


def _show_setting(url: str) -> str:
    """The setting without its login and what follows the host: any of that may be a password."""
    scheme, separator, rest = url.partition("://")
    authority = (rest if separator else scheme).rpartition("@")[2].partition("/")[0]
    host = authority if authority.startswith("[") else authority.partition(":")[0]
    shown = f"{scheme}://{host}" if separator and scheme.isalnum() else host
    return escape_invisible(elide(shown, MAX_HOST_LENGTH)) or "?"
