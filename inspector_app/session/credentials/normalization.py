"""Reduces texts to what identifies a credential: letters and digits of ASCII, in lower case.

A credential that was cut into pieces by marks, written in other case or in look-alikes (full-width,
accented or mathematical letters) is the same text here. Positions lead back to the original.
"""

from __future__ import annotations

import re
import string
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KEPT: Final = (string.ascii_letters + string.digits).encode()
"""The characters that tell one credential from another."""

DROPPED: Final = bytes(set(range(256)) - set(KEPT))
_LOWER: Final = bytes(range(256)).lower()
_PART_LENGTH: Final = 1 << 16
"""Characters that are decomposed at once: more would hold up every other thread."""

_PIECE: Final = re.compile(r"[A-Za-z0-9]++|[^\x00-\x7f]")


def normalize(text: str) -> bytes:
    """The letters and digits of a text in lower case, and nothing else of it."""
    if not text.isascii():
        text = "".join(
            # Decomposed: composing would make one foreign letter of a letter and a mark on it.
            unicodedata.normalize("NFKD", text[start : start + _PART_LENGTH])
            for start in range(0, len(text), _PART_LENGTH)
        )
    return text.encode("ascii", "ignore").translate(_LOWER, DROPPED)


def normalize_bytes(data: bytes) -> bytes:
    """The same for bytes: those of UTF-8 and UTF-16 become alike, for NULs are dropped."""
    return data.translate(_LOWER, DROPPED)


def locate_spans(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where spans of the normalized text are in the original.

    ``spans`` are not empty, ascend and do not overlap; nor do those that are returned.
    """
    pieces = _PIECE.finditer(text)
    before = after = 0  # characters of the normalized text up to the current piece, and with it
    place = done = 0
    is_plain = True
    for start, end in spans:
        ends = []
        for position in (start, end - 1):
            while position >= after:
                piece = next(pieces)
                before, place, is_plain = after, piece.start(), piece[0].isascii()
                after += len(piece[0]) if is_plain else len(normalize(piece[0]))
            ends.append(place + (position - before if is_plain else 0))
        yield max(ends[0], done), ends[1] + 1
        done = ends[1] + 1
