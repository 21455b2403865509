"""What EnOS credentials look like: recognized without being known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.session.token import CREDENTIAL_PREFIXES, TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator

MIN_PATTERN_LENGTH: Final = 14
"""Characters of the shortest text that looks like a credential."""

_SESSION_ID: Final = re.compile(
    rf"(?:{TokenKind.SESSION.value}|{TokenKind.PORTAL.value})[A-Za-z0-9]{{8,}}+"
)
_JWT: Final = re.compile(
    rf"{TokenKind.JWT.value}[A-Za-z0-9_-]{{5,}}+\.[A-Za-z0-9_-]{{5,}}+\.[A-Za-z0-9_-]*+"
)
_NO_WORD: Final = re.compile(r"[^A-Za-z0-9_-]")
_PATTERNS: Final = tuple(
    (prefix, _JWT if prefix == TokenKind.JWT.value else _SESSION_ID)
    for prefix in CREDENTIAL_PREFIXES
)
_PREFIXES_IN_BYTES: Final = tuple(prefix.encode() for prefix in CREDENTIAL_PREFIXES)


def find_pattern_matches(text: str) -> Iterator[str]:
    """Everything that looks like a credential of EnOS."""
    return (text[start:end] for start, end in find_pattern_spans(text))


def has_pattern_match(text: str) -> bool:
    """Whether the text has something in it that looks like a credential of EnOS."""
    for prefix in CREDENTIAL_PREFIXES:  # a loop, because every row asks
        if prefix in text:
            return any(True for _ in find_pattern_spans(text))
    return False


def find_pattern_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each, ascending and apart, in linear time.

    From prefix to prefix, which is ten times as quick as a pattern for all. Of one that nothing
    follows, the rest of the word is skipped: nothing follows the others in it either, and each of
    480 kB of "eyJ" as another beginning took 39 s.
    """
    found = []
    for prefix, pattern in _PATTERNS:
        start = text.find(prefix)
        while start >= 0:
            match = pattern.match(text, start)
            if match is None:
                end = _find_word_end(text, start)
            else:
                end = match.end()
                found.append(match.span())
            start = text.find(prefix, end)
    done, apart = 0, []
    for start, end in sorted(found):
        if start >= done:
            apart.append((start, end))
            done = end
    return apart


def has_pattern_match_in_bytes(data: bytes) -> bool:
    """The same for bytes, of UTF-16 too."""
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    for prefix in _PREFIXES_IN_BYTES:  # a loop, because every row asks
        if prefix in data:
            return has_pattern_match(data.decode("latin-1"))
    return False


def _find_word_end(text: str, start: int) -> int:
    match = _NO_WORD.search(text, start)
    return len(text) if match is None else match.start()
