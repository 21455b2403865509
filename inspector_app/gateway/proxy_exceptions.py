"""Decides whether a host is exempt from the proxy, by a list in any form that people write.

There is no standard for ``no_proxy``: curl, Go, Windows, GNOME and KDE each have forms of their
own. A form that one of them has means here what it means there.
"""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

_Address: TypeAlias = "ipaddress.IPv4Address | ipaddress.IPv6Address"

_SEPARATORS: Final = re.compile(r"[\s,;|]+")
_SHORT_NETWORK: Final = re.compile(r"\A(\d{1,3}(?:\.\d{1,3}){0,2})/(\d{1,2})\Z")
"""An IPv4 network without its last zeros, as macOS writes it: ``169.254/16``."""

_IPV4_PARTS: Final = 4
_MAX_PATTERN_LENGTH: Final = 300
"""Characters: a host has 253 at most."""

_LOCAL_NAMES: Final = "<local>"
"""Windows: every name without a dot."""


def split_exceptions(text: str) -> list[str]:
    """The hosts in a list with commas, blanks or semicolons between them."""
    return [part for part in _SEPARATORS.split(text) if part]


def is_exempt(host: str, port: int, exceptions: Iterable[str]) -> bool:
    """Whether one of the exceptions is about this host, which is in lower case, and this port.

    ``example.com`` and ``.example.com`` are the domain with all below it, ``*.example.com`` what is
    below it, ``10.*`` any text, ``10.0.0.0/8`` a network, ``*`` everything, and ``:8443`` behind
    a host that port alone.
    """
    return any(_matches(host, port, one.lower()) for one in exceptions)


def _matches(host: str, port: int, exception: str) -> bool:
    pattern = exception.strip().rpartition("://")[2]
    if not pattern or len(pattern) > _MAX_PATTERN_LENGTH:
        return False
    if pattern == _LOCAL_NAMES:
        return "." not in host and ":" not in host
    wanted_port = None
    if _parse_network(pattern) is None:  # an IPv6 address has colons of its own
        pattern, wanted_port = _split_port(pattern)
    return wanted_port in {None, port} and _matches_host(host, pattern)


def _matches_host(host: str, pattern: str) -> bool:
    address, network = _parse_address(host), _parse_network(pattern)
    if network is not None:
        return address is not None and address in network
    if "*" in pattern:
        return _matches_glob(host, pattern)
    domain = _to_ascii(pattern.strip("."))
    return bool(domain) and (host == domain or (address is None and host.endswith(f".{domain}")))


def _parse_address(host: str) -> _Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _parse_network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    """A network or a single address; ``10.1.2.3/8`` is the network in which that one is."""
    address, bracket, rest = text.removeprefix("[").partition("]")
    if bracket and rest.startswith(":"):  # a port, which without the bracket would be part of it
        return None
    text = _SHORT_NETWORK.sub(_complete_network, address + rest)
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError:
        return None


def _complete_network(short: re.Match[str]) -> str:
    missing = _IPV4_PARTS - 1 - short[1].count(".")
    return f"{short[1]}{'.0' * missing}/{short[2]}"


def _split_port(pattern: str) -> tuple[str, int | None]:
    host, colon, port = pattern.rpartition(":")
    is_port = bool(colon) and port.isascii() and port.isdigit()
    return (host, int(port)) if is_port else (pattern, None)


def _matches_glob(host: str, pattern: str) -> bool:
    """Whether the pattern's parts stand in the host in this order; linear, unlike a regex of it."""
    first, *middle, last = pattern.split("*")
    if not host.startswith(first) or not host.endswith(last):
        return False
    position, end = len(first), len(host) - len(last)
    for part in middle:
        found = host.find(part, position, end)
        if found < 0:
            return False
        position = found + len(part)
    return position <= end


def _to_ascii(domain: str) -> str:
    if domain.isascii():
        return domain
    import idna

    try:
        return idna.encode(domain, uts46=True).decode("ascii")
    except UnicodeError:  # idna's errors are of this kind
        return ""
