"""Reduces texts to what identifies a credential: letters and digits of ASCII, in lower case.

A credential that was cut into pieces by marks, written in other case or in look-alikes (full-width,
accented or mathematical letters) is the same text here. Positions lead back to the original.
"""

from __future__ import annotations

import re
import string
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KEPT: Final = (string.ascii_letters + string.digits).encode()
"""The characters that tell one credential from another."""

DROPPED: Final = bytes(set(range(256)) - set(KEPT))
_LOWER: Final = bytes(range(256)).lower()
_PART_LENGTH: Final = 1 << 16
"""Characters that are looked at at once: more would hold up every other thread."""

_FEW: Final = 32
"""Foreign letters up to which replacing each of them in turn is the quickest."""

_LATIN_SCRIPTS: Final = frozenset({"LATIN", "TAG", "INDICATOR"})
"""Words of the names of letters that look Latin: ``REGIONAL INDICATOR SYMBOL LETTER A``."""

_LOOK_ALIKES: Final = dict(
    zip(
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u051d\u04bb\u0410\u0412"
        "\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405\u03bf\u03bd\u0391"
        "\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
        "aeopcyxijsdqwhABEKMHOPCTYXIJSovABEZHIKMNOPTYX",
        strict=True,
    )
)
"""Cyrillic and Greek letters that nobody tells from Latin ones."""

_TAG_DIGITS: Final = {chr(0xE0000 + ord(digit)): digit for digit in string.digits}
_PIECE: Final = re.compile(r"[A-Za-z0-9]++|[^\x00-\x7f]")


def normalize(text: str) -> bytes:
    """The letters and digits of a text in lower case, and nothing else of it."""
    return fold(text).encode("ascii", "ignore").translate(_LOWER, DROPPED)


def fold(text: str) -> str:
    """The text with the letters and digits of ASCII for those that look or read like one."""
    if text.isascii():
        return text
    return "".join(
        _fold_part(text[start : start + _PART_LENGTH])
        for start in range(0, len(text), _PART_LENGTH)
    )


def _fold_part(text: str) -> str:
    """A part of a text, folded.

    Each character by itself: of a text as a whole, ``unicodedata`` sorts the marks on a letter, in
    time by the square of their number.
    """
    meant = {one: _fold_character(one) for one in set(text) if one > "\x7f"}
    return replace_characters(text, {one: letters for one, letters in meant.items() if letters})


def replace_characters(text: str, meant: dict[str, str]) -> str:
    """The text with what is meant in place of each of these characters; that is none of them."""
    if len(meant) > _FEW:
        return text.translate({ord(one): letters for one, letters in meant.items()})
    for one, letters in meant.items():
        text = text.replace(one, letters)
    return text


@lru_cache(maxsize=1 << 14)
def _fold_character(character: str) -> str:
    # Decomposed: composing would make one foreign letter of a letter and a mark on it.
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    if plain:
        return plain
    if character in _LOOK_ALIKES:
        return _LOOK_ALIKES[character]
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    return _find_latin_letter(unicodedata.name(character, "")) or _TAG_DIGITS.get(character, "")


def _find_latin_letter(name: str) -> str:
    """What a letter that is not decomposed is by its name: small capitals, tags, ``ø``."""
    *kind, letter = name.partition(" WITH ")[0].split(" ")
    is_letter = letter in string.ascii_uppercase and len(letter) == 1
    is_named = kind[-1:] in (["LETTER"], ["CAPITAL"]) and not _LATIN_SCRIPTS.isdisjoint(kind)
    return letter if is_letter and is_named else ""


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
