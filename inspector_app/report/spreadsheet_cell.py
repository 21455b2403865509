"""Escapes text for spreadsheet cells against formula injection (CSV injection)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from inspector_app.session.plain_text import escape_invisible

_FIRST_CHARACTER: Final = re.compile(r"[\s\"'‘’“”`]*(.)", re.DOTALL)
_CONTROL_PREFIXES: Final = ("\t", "\r", "\n")
_FORMULA_PREFIXES: Final = frozenset("=+-@\u2212")  # the last is the Unicode minus sign


def escape_cell(text: str) -> str:
    """The text, prefixed with an apostrophe if a spreadsheet could evaluate it as a formula.

    Whitespace and quotation marks before the sign are skipped, and its full-width and small
    forms are recognized.
    """
    found = _FIRST_CHARACTER.match(text)
    sign = unicodedata.normalize("NFKC", found[1])[:1] if found else ""
    begins_badly = sign in _FORMULA_PREFIXES or text[:1] in _CONTROL_PREFIXES
    return f"'{escape_invisible(text)}" if begins_badly else escape_invisible(text)
