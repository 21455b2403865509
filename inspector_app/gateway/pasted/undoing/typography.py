"""Undoes typography: curly quotes, dashes for minus signs, blanks and signs of other widths."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u2032\uff07", "'"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
    **dict.fromkeys("\u2028\u2029\x85\x0b\x0c", "\n"),
    "\uff1a": ":", "\uff1b": ";", "\uff0c": ",", "\uff1d": "=", "\uff0f": "/", "\uff08": "(",
    "\uff09": ")",
}  # fmt: skip
_TABLE: Final = str.maketrans(_SIGNS)
_DASHED_WORD: Final = re.compile(r"(?<!\S)[\u2013\u2014\u2010-\u2012\u2212](?=[a-z][a-z0-9-])")
_DASH: Final = re.compile(r"(?<!\S)[\u2013\u2014\u2010-\u2012\u2212]{1,2}(?=-?[A-Za-z])")


def undo_typography(text: str) -> str:
    """The text with the signs that are typed in commands."""
    if text.isascii():
        return text
    return _DASH.sub(_write_dash, _DASHED_WORD.sub("--", text.translate(_TABLE)))


def _write_dash(match: re.Match[str]) -> str:
    return "-" * len(match[0])
