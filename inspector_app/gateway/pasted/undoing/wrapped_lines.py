"""Puts a token together again that is broken over several lines, or over strings of a program."""

from __future__ import annotations

import re
from typing import Final

from inspector_app.gateway.pasted.candidate import ENOS_TOKEN
from inspector_app.gateway.pasted.piece_joints import STRING_JOINT, join_strings
from inspector_app.gateway.pasted.token_forms import is_documented
from inspector_app.session.interruption import check_interruption

_ANY_START: Final = rf"(?:{ENOS_TOKEN}|(?<![\w.-])eyJ[\w.-]++)"
_LINE_START: Final = re.compile(_ANY_START + r"(?=[ \t]*+[\r\n])")
# Blanks are looked at from the first of them only: no piece of a token ends with one.
_ENOS_LINE: Final = re.compile(
    r"(?<![ \t])[ \t]*+\r?\n[ \t>|]*+(?![0-9a-f]{4,8}(?:: |  ))([A-Za-z0-9]++)"
    r"(?![-:/.][0-9])"  # no time of a log
)
_JWT_LINE: Final = re.compile(
    r"(?<![ \t])[ \t]*+\r?\n[ \t>|]*+(?!eyJ|[0-9a-f]{4,8}(?:: |  ))([\w.-]++)", re.ASCII
)
_STRING_START: Final = re.compile(_ANY_START + r"(?=\\?[\"'`])")
_ENOS_STRING: Final = re.compile(rf"{STRING_JOINT}([A-Za-z0-9]++)")
_JWT_STRING: Final = re.compile(rf"{STRING_JOINT}(?!eyJ)([\w.-]++)", re.ASCII)
_MAX_PIECES: Final = 160
_MAX_LENGTH: Final = 8192


def join_wrapped_tokens(text: str) -> str:
    """The text with tokens whole that are as long as documented once their lines are joined."""
    return _join_all(text, _LINE_START, _ENOS_LINE, _JWT_LINE)


def join_string_pieces(text: str) -> str:
    """The same for tokens that a program's source puts together of strings."""
    return _join_all(join_strings(text), _STRING_START, _ENOS_STRING, _JWT_STRING)


def _join_all(
    text: str, beginning: re.Pattern[str], enos: re.Pattern[str], jwt: re.Pattern[str]
) -> str:
    parts: list[str] = []
    position = 0
    for start in beginning.finditer(text):
        check_interruption()
        if start.start() < position:
            continue
        joined, end = _join(text, start, jwt if start[0].startswith("eyJ") else enos)
        if end != start.end():
            parts += (text[position : start.start()], joined)
            position = end
    return "".join((*parts, text[position:])) if parts else text


def _join(text: str, start: re.Match[str], piece: re.Pattern[str]) -> tuple[str, int]:
    """The longest documented token that begins here, and where it ends."""
    whole, end, best = start[0], start.end(), (start[0], start.end())
    for _ in range(_MAX_PIECES):
        match = piece.match(text, end)
        if match is None or len(whole) + len(match[1]) > _MAX_LENGTH:
            break
        whole, end = whole + match[1], match.end()
        if is_documented(whole):
            best = whole, end
    return best
