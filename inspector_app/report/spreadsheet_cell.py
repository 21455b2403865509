"""Text for a cell of a spreadsheet, which would take some texts for formulas and work them out."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from inspector_app.session.plain_text import visible

_BEGINNING: Final = re.compile(r"[\s\"'‘’“”`]*(.)", re.DOTALL)
_MOVES_ON: Final = ("\t", "\r", "\n")
_STARTS_A_FORMULA: Final = frozenset("=+-@\u2212")  # the last is the minus sign of mathematics


def cell(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula: then an apostrophe stands first.

    Blanks and quotation marks before the sign do not help a formula through, nor do the sign's
    full-width and small forms.
    """
    found = _BEGINNING.match(text)
    sign = unicodedata.normalize("NFKC", found[1])[:1] if found else ""
    begins_badly = sign in _STARTS_A_FORMULA or text[:1] in _MOVES_ON
    return f"'{visible(text)}" if begins_badly else visible(text)
