"""Undoes the percent-encoding of a text, as pages and logs write addresses and cookies."""

from __future__ import annotations

import re
from typing import Final

_ENCODED: Final = re.compile(r"%(25)*+([2-7][0-9A-Fa-f])")


def undo_percent(text: str) -> str:
    """The text with visible ASCII characters in place of their codes, encoded twice or more too."""
    return _ENCODED.sub(_decode, text) if "%" in text else text


def _decode(match: re.Match[str]) -> str:
    character = chr(int(match[2], 16))
    return character if character.isprintable() else match[0]
