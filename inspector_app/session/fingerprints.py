"""Fingerprints by which a credential is recognized in text without storing it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.session.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

MIN_CANDIDATE_LENGTH: Final = 8
"""Characters from which on a text may be a credential: shorter ones occur everywhere."""

_PART_PATTERN: Final = re.compile(rf"[A-Za-z0-9_.~+/=-]{{{MIN_CANDIDATE_LENGTH},}}")
_CORE_PATTERN: Final = re.compile(rf"[A-Za-z0-9_]{{{MIN_CANDIDATE_LENGTH},}}")
_SURROUNDING_PUNCTUATION: Final = "'\"`()[]{}<>,;:.!?\\"


def compute_fingerprint(credential: str) -> str | None:
    """Eight hex digits that tell two credentials apart; None for what cannot be a token."""
    try:
        return Token(credential).fingerprint
    except ValueError:
        return None


def compute_fingerprints(word: str) -> frozenset[str]:
    """The fingerprints of all candidates in a word that are long enough to be told apart."""
    known = (
        compute_fingerprint(one)
        for one in iter_candidates(word)
        if len(one) >= MIN_CANDIDATE_LENGTH
    )
    return frozenset(one for one in known if one is not None)


def iter_candidates(word: str) -> Iterator[str]:
    """The word, and its parts without the punctuation around and between them."""
    yield word
    yield word.strip(_SURROUNDING_PUNCTUATION)
    for part in _PART_PATTERN.findall(word):
        yield part
        for piece in part.split("="):
            if len(piece) >= MIN_CANDIDATE_LENGTH:
                yield piece
    yield from _CORE_PATTERN.findall(word)
