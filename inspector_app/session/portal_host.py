"""Tell the web site of a portal from a gateway, by the host's name: a hint, never a refusal."""

from __future__ import annotations

from typing import Final

from inspector_app.session.translatable_text import tr

PORTAL_HOST_HINT: Final = tr(
    "This looks like the web site of a portal. The gateway's name usually begins with apim- or ag-."
)
"""Inferred from the hosts in public material, which are named so."""

_PORTAL_PREFIXES: Final = ("portal", "app-portal")
_SCHEMES: Final = ("https://", "http://")
_MAX_LENGTH: Final = 512
"""Characters that are looked at: a host has at most 253."""


def is_portal_address(address: str) -> bool:
    """Whether the host of an address, with or without a scheme, is named like a portal's."""
    text = address.strip()[:_MAX_LENGTH].lower()
    for scheme in _SCHEMES:
        text = text.removeprefix(scheme)
    host = text.partition("/")[0].rpartition("@")[2]
    return host.startswith(_PORTAL_PREFIXES)
