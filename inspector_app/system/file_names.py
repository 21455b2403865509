"""Suggests file names that are valid on every operating system."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from inspector_app.session.credentials import mask_written

_MAX_TEXT_LENGTH: Final = 1000
_MAX_LENGTH: Final = 100
"""Characters, suffix included."""

_MAX_BYTES: Final = 200
"""In UTF-8; most disks take 255, and a temporary name beside it needs some."""

_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_SEPARATORS: Final = re.compile(r"[\s-]++")
_RESERVED: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])(?=[ .]|$)", re.IGNORECASE
)
"""Names that Windows reserves for devices, with any suffix."""


def suggest_file_name(text: str, suffix: str) -> str:
    """Build a name from ``text``, valid on Windows, macOS and Linux, that ends in ``suffix``.

    Characters that some system forbids, and those that are not seen (controls, marks of writing
    direction, halves of characters), become hyphens. Where nothing is left, it is "session". What
    is written as a credential is masked: a file of tokens may be called by one.

    Args:
        text: what the file is about, as a user typed it or a gateway sent it.
        suffix: the suffix of a file type, dot included, such as ``.json``.
    """
    # Cut first: marks on a letter are sorted in time by the square of their number.
    composed = unicodedata.normalize("NFC", mask_written(text[:_MAX_TEXT_LENGTH]))
    visible = "".join(character if _is_allowed(character) else "-" for character in composed)
    name = _SEPARATORS.sub(_collapse_separators, visible).strip(" .-~")
    if _RESERVED.match(name):
        name = f"session-{name}"
    return (_truncate(name, suffix).rstrip(" .-") or "session") + suffix


def _is_allowed(character: str) -> bool:
    if character.isspace():
        return True
    return character not in _FORBIDDEN and not unicodedata.category(character).startswith("C")


def _collapse_separators(match: re.Match[str]) -> str:
    return "-" if "-" in match[0] else " "


def _truncate(name: str, suffix: str) -> str:
    truncated = name[: _MAX_LENGTH - len(suffix)]
    while len((truncated + suffix).encode()) > _MAX_BYTES:
        truncated = truncated[:-1]
    return truncated
