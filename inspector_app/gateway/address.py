"""Parses and validates the gateway address: from typed text to the origin a token may go to."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import SESSION_INFO_PATH
from inspector_app.session.token import CREDENTIAL_PREFIXES
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import NoReturn

_MAX_LENGTH: Final = 2048
MAX_HOST_LENGTH: Final = 253
"""Characters a host name may have, by RFC 1035."""

_SCHEME_PREFIX: Final = re.compile(r"\A([A-Za-z][A-Za-z0-9+.-]*+)://")
_BROKEN_SCHEME: Final = re.compile(r"\Ahttps?:/?[^0-9]", re.IGNORECASE)
_LABEL: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMERIC_LABEL: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
_PORT: Final = re.compile(r"[0-9]{1,5}")
_TOKEN_PREFIXES: Final = tuple(prefix.lower() for prefix in CREDENTIAL_PREFIXES)

ADDRESS_HINT: Final = tr(
    "In the EnOS Management Console, click Help > Environment Information at the top right "
    "and copy the address under API Gateway."
)
"""EnOS documentation 2.1-2.4, session/info: where the address is found."""


class Scheme(StrEnum):
    """URL scheme of the gateway."""

    HTTPS = "https"
    HTTP = "http"


DEFAULT_PORTS: Final[Mapping[str, int]] = MappingProxyType({Scheme.HTTPS: 443, Scheme.HTTP: 80})


class AddressError(ValueError):
    """The text is no gateway address; ``message`` says why and never repeats the text."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.template)
        self.message = message


@dataclass(frozen=True, slots=True)
class GatewayAddress:
    """One origin: a scheme, a lower-case ASCII host (IPv6 without brackets) and a port.

    ``port`` is None where it is the scheme's own.

    Raises:
        AddressError: if it would be plain HTTP to another computer.
    """

    scheme: Scheme
    host: str
    port: int | None = None

    def __post_init__(self) -> None:
        if self.scheme is not Scheme.HTTPS and not self.is_loopback:
            _refuse(
                tr("The token would travel unencrypted. http:// is allowed for this computer only.")
            )

    @property
    def origin(self) -> str:
        """Such as ``https://gateway.example.com:8443``."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme.value}://{host}" + ("" if self.port is None else f":{self.port}")

    @property
    def netloc(self) -> str:
        """Host, and port where it is not the scheme's own: ``gateway.example.com:8443``."""
        return self.origin.partition("://")[2]

    @property
    def tcp_port(self) -> int:
        """The port that is connected to."""
        return DEFAULT_PORTS[self.scheme] if self.port is None else self.port

    @property
    def is_loopback(self) -> bool:
        """Whether it is this computer."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def parse_address(text: str) -> GatewayAddress:
    """Parses the address that was typed or pasted: a host, an origin, or the documented call's URL.

    Raises:
        AddressError: with a message for the person, if it is none of these.
    """
    typed = text.strip()
    if not typed:
        _refuse(tr("Enter the gateway's address."))
    if len(typed) > _MAX_LENGTH:
        _refuse(tr("This is too long for an address."))
    if typed.lower().startswith(_TOKEN_PREFIXES):
        _refuse(tr("This looks like a token. The address of the gateway belongs here."))
    if any(character.isspace() or not character.isprintable() for character in typed):
        _refuse(tr("There is a blank or an invisible character inside the address."))
    scheme, rest = _split_scheme(typed)
    authority, path = _split_authority(rest)
    host, port = _parse_host_and_port(authority)
    if path.rstrip("/") not in {"", SESSION_INFO_PATH}:
        _refuse(tr("Leave out what follows the host: the path is added for you."))
    return GatewayAddress(scheme, host, None if port == DEFAULT_PORTS[scheme] else port)


def _split_scheme(typed: str) -> tuple[Scheme, str]:
    match = _SCHEME_PREFIX.match(typed)
    if match is None:
        if _BROKEN_SCHEME.match(typed):
            _refuse(tr("Write the address as https:// and the host."))
        return Scheme.HTTPS, typed
    try:
        return Scheme(match[1].lower()), typed[match.end() :]
    except ValueError:
        _refuse(tr("A gateway is reached by https://, not by {scheme}://.", scheme=match[1]))


def _split_authority(rest: str) -> tuple[str, str]:
    if "\\" in rest:
        _refuse(tr("There is a backslash in the address. Use slashes."))
    if "?" in rest or "#" in rest:
        _refuse(tr("Leave out the question mark or number sign and all that follows it."))
    authority, slash, path = rest.partition("/")
    if "@" in authority:
        _refuse(tr("Leave out the user name and the @ before the host."))
    return authority, slash + path


def _parse_host_and_port(authority: str) -> tuple[str, int | None]:
    if authority.startswith("["):
        literal, bracket, after = authority[1:].partition("]")
        if not bracket or (after and not after.startswith(":")):
            _refuse(tr("This IPv6 address is not complete: write it as [2001:db8::1]."))
        return _normalize_ipv6(literal), _parse_port(after[1:]) if after else None
    if authority.count(":") > 1:
        _refuse(tr("Write an IPv6 address in brackets: [2001:db8::1]."))
    host, colon, port = authority.partition(":")
    return _normalize_host(host), _parse_port(port) if colon else None


def _normalize_ipv6(literal: str) -> str:
    try:
        address = ipaddress.IPv6Address(literal)
    except ValueError:
        _refuse(tr("This is not an IPv6 address."))
    if address.scope_id is not None:
        _refuse(tr("Leave out the percent sign and the network card after the IPv6 address."))
    return address.compressed


def _parse_port(text: str) -> int:
    if not _PORT.fullmatch(text) or not 1 <= int(text) <= 65535:  # noqa: PLR2004  # the range of TCP ports
        _refuse(tr("A port is a number from 1 to 65535."))
    return int(text)


def _normalize_host(text: str) -> str:
    host = (text.lower() if text.isascii() else _encode_idna(text)).removesuffix(".")
    if not host:
        _refuse(tr("The host is missing: write the address as https:// and the host."))
    labels = host.split(".")
    if _NUMERIC_LABEL.fullmatch(labels[-1]):
        return _normalize_ipv4(host)
    if len(host) > MAX_HOST_LENGTH or not all(_LABEL.fullmatch(label) for label in labels):
        _refuse(tr("This is not a host name. Check for letters and signs that do not belong."))
    return host


def _normalize_ipv4(host: str) -> str:
    # Short, octal and hexadecimal forms mean different computers to different programs.
    try:
        return str(ipaddress.IPv4Address(host))
    except ValueError:
        _refuse(tr("Write an IP address as four numbers from 0 to 255: 192.0.2.1."))


def _encode_idna(text: str) -> str:
    import idna

    try:
        return idna.encode(text, uts46=True, std3_rules=True).decode("ascii")
    except UnicodeError:  # idna's errors are of this kind
        _refuse(tr("This is not a host name. Check for letters and signs that do not belong."))


def _refuse(message: Text) -> NoReturn:
    raise AddressError(message)
