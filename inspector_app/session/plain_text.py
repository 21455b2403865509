"""Make untrusted text safe to display: invisible characters become visible escapes."""

from __future__ import annotations

import re
from typing import Final

# Controls; Unicode's Default_Ignorable_Code_Point (zero-width characters, bidi marks and
# overrides, fillers, variation selectors, tags); line ends; annotation marks and the placeholder
# that Qt's text widgets draw as nothing; halves of surrogate pairs; non-characters. Listed, not
# asked of unicodedata, so that every Python version shows the same.
_INVISIBLE_PATTERN: Final = re.compile(
    "["
    r"\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff"
    r"\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    r"\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]+"
)
_STEP_LENGTH: Final = 1 << 16
"""Characters that are looked at in one go: some milliseconds, in which no other thread runs."""


def escape_invisible(text: str) -> str:
    r"""The text with every character that hides, moves or breaks others as an escape.

    A line end becomes ``\n``, a right-to-left override ``\u202e``, half a surrogate pair
    ``\ud800``, a tag character ``\U000e0041``. Joiners and variation selectors inside emoji are
    escaped too: they can hide text as well. All else stays as it is, backslashes included.
    """
    if text.isascii() and text.isprintable():
        return text  # the usual text, ten times as fast
    if len(text) <= _STEP_LENGTH:
        return _INVISIBLE_PATTERN.sub(_escape_match, text)
    steps = range(0, len(text), _STEP_LENGTH)
    return "".join(
        _INVISIBLE_PATTERN.sub(_escape_match, text[at : at + _STEP_LENGTH]) for at in steps
    )


def elide(text: str, limit: int = 1000) -> str:
    """The text's first ``limit`` characters and how many are left out; whole where it fits.

    Shorten before ``escape_invisible``, so that no escape is cut in two.
    """
    if len(text) <= limit:
        return text
    return f"{text[:limit]}… (+{len(text) - limit})"


def _escape_match(hidden: re.Match[str]) -> str:
    escaped = hidden[0].encode("unicode_escape").decode()
    return escaped.replace(r"\x", r"\u00")  # as JSON, and so the gateway, writes them
