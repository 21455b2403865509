"""Parses the host out of an address, as it stands in commands, code, chats and logs."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote, urlsplit

from inspector_app.gateway import address
from inspector_app.session.token import CREDENTIAL_PREFIXES

HOST_PATTERN: Final = (
    r"(?:(?>(?:[A-Za-z0-9_-]{1,63}+\.){1,20})[A-Za-z][A-Za-z0-9-]{1,62}+|localhost"
    r"|[0-9]{1,3}+(?:\.[0-9]{1,3}+){3}|\[[0-9A-Fa-f:]{2,45}+\])(?::[0-9]{1,5}+)?"
)
"""A host with a dot in its name, an IP address or this computer, and perhaps a port."""

GATEWAY_NAME: Final = (
    r"(?i:(?:[a-z][a-z0-9]{0,20}[_.-]?){0,2}?(?:gateway|apigw|apim|enos)"
    r"(?:[_.-]?(?:api|base)){0,2}(?:[_.-]?(?:ur[li]|address|endpoint))?)"
)
"""What settings call the address of a gateway: ``ENOS_GATEWAY``, ``enosUrl``, ``apim.base-url``."""

_GATEWAY_NAME: Final = re.compile(GATEWAY_NAME)
_MAX_NAME: Final = 64
_SCHEME: Final = re.compile(r"https?://", re.IGNORECASE)
_SAFE_LINK: Final = re.compile(
    r"https?://[a-z0-9.-]{1,80}\.safelinks\.protection\.outlook\.(?:com|cn)/[^\s?]{0,80}\?"
    r"(?:[^\s&]{0,80}&(?:amp;)?)?url=([^\s&\"'<>|)\]]{1,4096}+)",
    re.IGNORECASE,
)
"""Microsoft Defender for Office 365 (Safe Links)."""

_DEFENDED_LINK: Final = re.compile(
    r"\Ahttps?://urldefense\.(?:com|us)/v3/__(https?:/{1,2}[^\s\"'<>]{1,2048}?)__;", re.IGNORECASE
)
"""Proofpoint URL Defense."""

_BARE_ADDRESS: Final = re.compile(rf"({HOST_PATTERN})(?=[/?#]|$)")
_LINK_LABEL: Final = re.compile(r"\|.*", re.DOTALL)
_MARKS: Final = "<>()[]\"'`“”‘’ \t\r\n"
_PREFIXES: Final = tuple(prefix.lower() for prefix in CREDENTIAL_PREFIXES if prefix != "eyJ")


def open_guarded_link(url: str) -> str:
    """The address inside of one that a mail filter put in its place; any other as it is."""
    guarded = _SAFE_LINK.match(url)
    if guarded is not None:
        opened = unquote(guarded[1])
        return opened if _SCHEME.match(opened) else url
    guarded = _DEFENDED_LINK.match(url)
    return guarded[1] if guarded is not None else url


def parse_host(url: str) -> str | None:
    """The host that a URL names, and the port if it names one; a login before it left out."""
    url = open_guarded_link(url)
    try:
        authority = urlsplit(url.strip()).netloc.rpartition("@")[2]
        host = address.parse_address(authority).origin.removeprefix("https://")
    except ValueError:
        return None
    return None if any(prefix in host for prefix in _PREFIXES) else host


def parse_written_host(text: str) -> str | None:
    """The host of an address as people write it: without a scheme, or in ``<…|…>``."""
    written = text if text.startswith("[") else text.strip(_MARKS)
    written = _LINK_LABEL.sub("", written)
    if _SCHEME.match(written):
        return parse_host(written)
    bare = _BARE_ADDRESS.match(written)
    return parse_host(f"//{bare[1]}") if bare else None


def has_scheme(text: str) -> bool:
    """Whether it is an address with its scheme; a telephone begins it with a capital letter."""
    return _SCHEME.match(text) is not None


def is_gateway_name(name: str) -> bool:
    """Whether a setting of this name holds the address of a gateway."""
    return len(name) <= _MAX_NAME and _GATEWAY_NAME.fullmatch(name) is not None
