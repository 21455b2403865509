"""Takes out what is there but not seen: terminal colours, zero-width and direction marks."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from inspector_app.session.interruption import has_match, iter_steps

_TERMINAL_CODE: Final = re.compile(
    # ECMA-48: control sequences, and commands to the terminal such as links.
    r"(?:\x1b\[|\x9b)[0-?]{0,64}+[ -/]{0,8}+[@-~]"
    r"|\x1b\][^\x07\x1b\n]{0,512}+(?:\x07|\x1b\\)|\x1b[()][0-9A-B]|\x1b[=>78cM]"
)
_WRITTEN_CODE: Final = re.compile(r"(?:\\x1[bB]|\\033|\\e|\^\[|␛|\\u001[bB])\[[0-9;]{0,32}+[mK]")
_MAX_WRITTEN_CODE: Final = 48
_STRANGE: Final = re.compile(r"[^\x00-\x7f\u4e00-\u9fff]")


def strip_terminal_codes(text: str) -> str:
    """The text without colours, as they come out of a terminal or are written out by a log."""
    if "\x1b" in text or "\x9b" in text:
        text = _TERMINAL_CODE.sub("", text)
    if "[" in text and has_match(_WRITTEN_CODE, text, _MAX_WRITTEN_CODE):
        text = _WRITTEN_CODE.sub("", text)
    return text


def strip_invisible(text: str) -> str:
    """The text without characters that are not seen, of Unicode's category Cf."""
    if text.isascii():
        return text
    strange: set[str] = set()
    for start, end in iter_steps(len(text)):
        strange.update(_STRANGE.findall(text, start, end))
    hidden = {ord(one): None for one in strange if unicodedata.category(one) == "Cf"}
    if not hidden:
        return text
    return "".join(text[start:end].translate(hidden) for start, end in iter_steps(len(text)))
