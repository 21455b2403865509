"""Undoes the escapes of strings: JSON in JSON, line ends that are written out."""

from __future__ import annotations

import re
from typing import Final

_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(r\\n|[nrt\"'/\\]))")
_EVIDENCE: Final = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[nrt\"'/])")
_WRITTEN: Final = {"r\\n": "\n", "n": "\n", "r": "\n", "t": "\t"}


def undo_string_escapes(text: str) -> str:
    """The text with one level of a string's escapes undone."""
    return _ESCAPE.sub(_decode, text) if _EVIDENCE.search(text) else text


def _decode(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code is not None:
        return chr(int(code, 16))
    return _WRITTEN.get(match[3], match[3])
