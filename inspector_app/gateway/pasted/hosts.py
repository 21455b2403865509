"""Parses the host out of an address, as it stands in commands, code, chats and logs."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from inspector_app.gateway import address
from inspector_app.session.token import CREDENTIAL_PREFIXES

HOST_PATTERN: Final = (
    r"(?:(?:[A-Za-z0-9_-]{1,63}+\.){1,20}+[A-Za-z][A-Za-z0-9-]{1,62}+|localhost"
    r"|[0-9]{1,3}+(?:\.[0-9]{1,3}+){3}|\[[0-9A-Fa-f:]{2,45}+\])(?::[0-9]{1,5}+)?"
)
"""A host with a dot in its name, an IP address or this computer, and perhaps a port."""

_SCHEME: Final = re.compile(r"https?://", re.IGNORECASE)
_BARE_ADDRESS: Final = re.compile(rf"({HOST_PATTERN})(?=[/?#]|$)")
_LINK_LABEL: Final = re.compile(r"\|.*", re.DOTALL)
_MARKS: Final = "<>()[]\"'`“”‘’ \t\r\n"
_PREFIXES: Final = tuple(prefix.lower() for prefix in CREDENTIAL_PREFIXES if prefix != "eyJ")


def parse_host(url: str) -> str | None:
    """The host that a URL names, and the port if it names one; a login before it left out."""
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
