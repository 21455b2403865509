"""Suggests file names that are valid on every operating system."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LONGEST: Final = 100
"""Characters, suffix included."""

_MOST_BYTES: Final = 200
"""In UTF-8; most disks take 255, and a temporary name beside it needs some."""

_SEPARATORS: Final = frozenset('<>:"/\\|?*')
_RESERVED: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])(?=[ .]|$)", re.IGNORECASE
)
"""Names that Windows reserves for devices, with any suffix."""


def suggested(words: str, ending: str) -> str:
    """Build a name from ``text``, valid on Windows, macOS and Linux, that ends in ``suffix``.

    Characters that some system forbids, and those that are not seen (controls, marks of writing
    direction, halves of characters), become hyphens. Where nothing is left, it is "session".

    Args:
        text: what the file is about, as a user typed it or a gateway sent it.
        suffix: the suffix of a file type, dot included, such as ``.json``.
    """
    composed = unicodedata.normalize("NFC", words)
    visible = "".join(character if _is_fit(character) else "-" for character in composed)
    name = re.sub(r"-{2,}", "-", re.sub(r"[\s-]*-[\s-]*|\s+", _one, visible)).strip(" .-~")
    if _RESERVED.match(name):
        name = f"session-{name}"
    return (_cut(name, ending).rstrip(" .-") or "session") + ending


def _is_fit(character: str) -> bool:
    if character.isspace():
        return True
    return character not in _SEPARATORS and not unicodedata.category(character).startswith("C")


def _one(match: re.Match[str]) -> str:
    return "-" if "-" in match[0] else " "


def _cut(name: str, ending: str) -> str:
    kept = name[: _LONGEST - len(ending)]
    while len((kept + ending).encode()) > _MOST_BYTES:
        kept = kept[:-1]
    return kept
