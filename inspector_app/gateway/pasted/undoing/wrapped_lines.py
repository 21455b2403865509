"""Puts a token together again that a mail program or a terminal broke over several lines."""

from __future__ import annotations

import re
from typing import Final

from inspector_app.gateway.pasted.candidate import ENOS_PREFIX
from inspector_app.gateway.pasted.known_tokens import is_documented
from inspector_app.session.interruption import check_interruption

_START: Final = re.compile(
    rf"(?:{ENOS_PREFIX}[A-Za-z0-9]++|(?<![\w.-])eyJ[\w.-]++)(?=[ \t]*+[\r\n])"
)
# Blanks are looked at from the first of them only: no piece of a token ends with one.
_ENOS_PIECE: Final = re.compile(
    r"(?<![ \t])[ \t]*+\r?\n[ \t>|]*+(?![0-9a-f]{4,8}(?:: |  ))([A-Za-z0-9]++)"
)
_JWT_PIECE: Final = re.compile(
    r"(?<![ \t])[ \t]*+\r?\n[ \t>|]*+(?!eyJ|[0-9a-f]{4,8}(?:: |  ))([\w.-]++)", re.ASCII
)
_MAX_PIECES: Final = 160
_MAX_LENGTH: Final = 8192


def join_wrapped_tokens(text: str) -> str:
    """The text with tokens whole that are as long as documented once their lines are joined."""
    pieces: list[str] = []
    position = 0
    for start in _START.finditer(text):
        check_interruption()
        if start.start() < position:
            continue
        joined, end = _join(text, start)
        if end != start.end():
            pieces += (text[position : start.start()], joined)
            position = end
    return "".join((*pieces, text[position:])) if pieces else text


def _join(text: str, start: re.Match[str]) -> tuple[str, int]:
    """The longest documented token that begins here, and where it ends."""
    piece = _JWT_PIECE if start[0].startswith("eyJ") else _ENOS_PIECE
    whole, end, best = start[0], start.end(), (start[0], start.end())
    for _ in range(_MAX_PIECES):
        match = piece.match(text, end)
        if match is None or len(whole) + len(match[1]) > _MAX_LENGTH:
            break
        whole, end = whole + match[1], match.end()
        if is_documented(whole):
            best = whole, end
    return best
