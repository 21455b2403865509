"""What the readers of pasted text hand on: candidates for the token, and complaints."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.session.token import MAX_TOKEN_LENGTH, TokenKind

if TYPE_CHECKING:
    from inspector_app.session.translatable_text import Text

ENOS_PREFIXES: Final = (TokenKind.SESSION.value, TokenKind.PORTAL.value)
ENOS_PREFIX: Final = f"(?:{'|'.join(ENOS_PREFIXES)})"
"""A regular expression for the prefixes of EnOS session IDs."""

_NEXT: Final = "|".join(f"{prefix}[A-Za-z0-9]" for prefix in ENOS_PREFIXES)
ENOS_TOKEN: Final = (
    rf"{ENOS_PREFIX}(?!{_NEXT})[A-Za-z0-9]"
    rf"(?>[A-Za-z0-9]{{0,{MAX_TOKEN_LENGTH}}}?(?={_NEXT}|[^A-Za-z0-9]|\Z)|[A-Za-z0-9]++)"
)
"""A regular expression for an EnOS session ID: it ends where the next one begins.

Without a look ahead in a possessive group: Python before 3.11.5, as Debian 12 has it, went on
behind what was seen there (https://github.com/python/cpython/issues/106052).
"""

COVER_MARK: Final = r"[*•∙·#\u2217\u2580-\u25ff\u2731\uff0a]"
"""Of what people and programs put over a token: stars, dots, and black blocks."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A piece of the text that should be the token.

    ``value`` is the text as the reader found it, before it is cleaned and checked: it is no
    ``Token`` yet, and stays out of the ``repr``. ``place`` says where it stood; None for a text
    that is nothing but the token. ``host`` is that of the request which carries it.
    """

    value: str = field(repr=False)
    place: Text | None = None
    host: str | None = None
    notes: tuple[Text, ...] = ()


class Weight(IntEnum):
    """How much a complaint says: of several the weightiest is told."""

    NOTHING_THERE = 0
    OTHER_SECRET = 1
    PLACEHOLDER = 2
    DAMAGED = 3


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why something that should hold the token does not: told only where nobody found a token."""

    problem: Text
    weight: Weight = Weight.NOTHING_THERE
    value: str = field(default="", repr=False)


Finding: TypeAlias = Candidate | Complaint

_RANKS: Final = {TokenKind.SESSION: 0, TokenKind.JWT: 1, TokenKind.OPAQUE: 2, TokenKind.PORTAL: 3}


def detect_kind(value: str) -> TokenKind:
    """Detects the token kind by the value's prefix, ignoring a ``Bearer`` before it."""
    bare = value.strip().strip("\"'")
    if bare[:7].lower() == "bearer ":
        bare = bare[7:].lstrip()
    return next(kind for kind in TokenKind if bare.startswith(kind.value))


def get_rank(kind: TokenKind) -> int:
    """How likely a token of this kind is what session/info wants: 0 is the likeliest."""
    return _RANKS[kind]
