"""Undoes base64, where what it stands for holds a token: a header, a secret, a login."""

from __future__ import annotations

import base64
import re
from typing import Final

from inspector_app.gateway.pasted.candidate import ENOS_PREFIXES

_BEGINNINGS: Final = (*ENOS_PREFIXES, "eyJhbGci", "eyJ0eXAi", "eyJraWQi")
"""How tokens begin: a JWT with its algorithm, its type or the ID of its key."""


def _encode_at_each_offset(word: str) -> tuple[str, ...]:
    """What is the same of a word's base64 whatever stands around it, by its place in a group."""
    found = []
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + word.encode()).decode()
        bits = 8 * (offset + len(word))
        found.append(encoded[-(-8 * offset // 6) : bits // 6])
    return tuple(found)


_MARKS: Final = tuple(mark for word in _BEGINNINGS for mark in _encode_at_each_offset(word))
_RUN: Final = re.compile(
    # Not a part of a JWT, whose parts stand between dots; lines are as long as programs make them,
    # and once there is one, it is found whatever follows: no line is looked at again.
    r"(?<![\w.+/-])(?:(?>(?:[\w+/-]{64}(?:[\w+/-]{12})?(?:\r?\n|\\n)){1,99999})"
    r"(?>(?:[\w+/-]++={0,2}+)?)"
    r"|[\w+/-]{24,}+={0,2}+(?![\w.+/-]))",
    re.ASCII,
)
_NOT_ENCODED: Final = re.compile(r"[^A-Za-z0-9+/]|\\n")
_SHIFT: Final = str.maketrans("-_", "+/")
_MAX_DEPTH: Final = 3


def undo_base64(text: str) -> str:
    """The text with what base64 stands for, where that holds a token."""
    return _RUN.sub(_decode_run, text) if has_encoded_token(text) else text


def has_encoded_token(text: str) -> bool:
    """Whether the text has the beginning of a token in base64."""
    return any(mark in text for mark in _MARKS)


def is_encoded_token(value: str) -> bool:
    """Whether a value is base64, perhaps again and again, of something with a token in it."""
    for _ in range(_MAX_DEPTH):
        decoded = _decode(value)
        if decoded is None:
            return False
        if any(one in decoded for one in _BEGINNINGS):
            return True
        value = decoded
    return False


def _decode_run(run: re.Match[str]) -> str:
    decoded = _decode(run[0])
    is_token = decoded is not None and any(one in decoded for one in _BEGINNINGS)
    return decoded if decoded is not None and is_token else run[0]


def _decode(encoded: str) -> str | None:
    """What it stands for, its last group being whole or not; None if that is no text."""
    encoded = _NOT_ENCODED.sub("", encoded.translate(_SHIFT))
    try:
        return base64.b64decode(encoded + "=" * (-len(encoded) % 4), validate=True).decode()
    except ValueError:
        return None
