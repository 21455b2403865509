"""Token candidates found in pasted text, before they are cleaned, and their ranking."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from inspector_app.gateway import address
from inspector_app.session.token import TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.session.translatable_text import Text

ENOS_PREFIX: Final = f"(?:{TokenKind.SESSION.value}|{TokenKind.PORTAL.value})"
"""A regular expression for the prefixes of EnOS session IDs."""


@dataclass(frozen=True, slots=True)
class TokenCandidate:
    """A piece of the text that should be the token, or the reason why there is none.

    ``value`` is the text as it was pasted, before it is cleaned and checked: it is no ``Token``
    yet, and stays out of the ``repr``. ``host`` is the host that the text names, if a gateway may
    be called so.
    """

    value: str | None = field(default=None, repr=False)
    problem: Text | None = None
    notes: tuple[Text, ...] = ()
    host: str | None = None


_RANKS: Final = {TokenKind.SESSION: 0, TokenKind.JWT: 1, TokenKind.OPAQUE: 2, TokenKind.PORTAL: 3}


def detect_kind(value: str) -> TokenKind:
    """Detects the token kind by the value's prefix, ignoring a ``Bearer`` before it."""
    bare = value.strip().strip("\"'")
    if bare[:7].lower() == "bearer ":
        bare = bare[7:].lstrip()
    return next(kind for kind in TokenKind if bare.startswith(kind.value))


def select_best(candidates: Iterable[TokenCandidate]) -> TokenCandidate | None:
    """The candidate most likely to be what session/info wants; of equals, the first."""
    return min(
        candidates,
        key=lambda one: _RANKS[detect_kind(one.value)] if one.value else len(_RANKS),
        default=None,
    )


def parse_host(url: str) -> str | None:
    """The host that a URL names, and the port if it names one; a login before it left out."""
    try:
        authority = urlsplit(url.strip()).netloc.rpartition("@")[2]
        return address.parse_address(authority).origin.removeprefix("https://")
    except ValueError:
        return None
