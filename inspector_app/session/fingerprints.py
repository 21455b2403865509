"""Fingerprints by which a credential is recognized in text without storing it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.session.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST_WORD: Final = 8
"""Characters from which on a text may be a credential: shorter ones occur everywhere."""

_PART: Final = re.compile(rf"[A-Za-z0-9_.~+/=-]{{{SHORTEST_WORD},}}")
_CORE: Final = re.compile(rf"[A-Za-z0-9_]{{{SHORTEST_WORD},}}")
_AROUND: Final = "'\"`()[]{}<>,;:.!?\\"


def fingerprint(credential: str) -> str | None:
    """Eight hex digits that tell two credentials apart; None for what cannot be a token."""
    try:
        return Token(credential).fingerprint
    except ValueError:
        return None


def fingerprints(word: str) -> frozenset[str]:
    """The fingerprints of all candidates in a word that are long enough to be told apart."""
    known = (fingerprint(one) for one in spellings(word) if len(one) >= SHORTEST_WORD)
    return frozenset(one for one in known if one is not None)


def spellings(word: str) -> Iterator[str]:
    """The word, and its parts without the punctuation around and between them."""
    yield word
    yield word.strip(_AROUND)
    for part in _PART.findall(word):
        yield part
        for piece in part.split("="):
            if len(piece) >= SHORTEST_WORD:
                yield piece
    yield from _CORE.findall(word)
