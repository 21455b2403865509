"""Escapes text for spreadsheet cells against formula injection (CSV injection)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from inspector_app.session.plain_text import escape_invisible

_BEGINNING: Final = re.compile(r"[\s\"'‘’“”`]*(.)", re.DOTALL)
_MOVES_ON: Final = ("\t", "\r", "\n")
_STARTS_A_FORMULA: Final = frozenset("=+-@\u2212")  # the last is the Unicode minus sign


def cell(text: str) -> str:
    """The text, prefixed with an apostrophe if a spreadsheet could evaluate it as a formula.

    Whitespace and quotation marks before the sign are skipped, and its full-width and small
    forms are recognized.
    """
    found = _BEGINNING.match(text)
    sign = unicodedata.normalize("NFKC", found[1])[:1] if found else ""
    begins_badly = sign in _STARTS_A_FORMULA or text[:1] in _MOVES_ON
    return f"'{escape_invisible(text)}" if begins_badly else escape_invisible(text)
