"""What EnOS credentials look like: recognized without being known."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from inspector_app.session.credentials.normalization import (
    fold,
    normalize,
    replace_characters,
)
from inspector_app.session.token import CREDENTIAL_PREFIXES, TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator

MIN_PATTERN_LENGTH: Final = 14
"""Characters of the shortest text that looks like a credential."""

_STEP: Final = 1 << 18
"""Characters that one call searches: a megabyte takes up to 10 ms, and holds the interpreter."""

_MIN_ID_LENGTH: Final = 8
_MIN_PART_LENGTH: Final = 5
_NO_LETTER: Final = re.compile(r"[^A-Za-z0-9]")
_NO_WORD: Final = re.compile(r"[^A-Za-z0-9_-]")
_PREFIXES_IN_BYTES: Final = tuple(prefix.encode() for prefix in CREDENTIAL_PREFIXES)
_NORMALIZED_PREFIXES: Final = tuple(map(normalize, CREDENTIAL_PREFIXES))


def find_pattern_matches(text: str) -> Iterator[str]:
    """Everything that looks like a credential of EnOS."""
    return (text[start:end] for start, end in find_pattern_spans(text))


def has_pattern_match(text: str) -> bool:
    """Whether the text has something in it that looks like a credential of EnOS."""
    if len(text) > _STEP:
        return bool(find_pattern_spans(text))
    for prefix in CREDENTIAL_PREFIXES:  # a loop, because every row asks
        if prefix in text:
            return any(True for _ in find_pattern_spans(text))
    return False


def has_disguised_pattern_match(text: str, normalized: bytes) -> bool:
    """The same for a text with look-alikes or invisible characters in it, known normalized too.

    A web page puts soft hyphens and spaces without width into what is copied from it.
    """
    if text.isascii() or not any(prefix in normalized for prefix in _NORMALIZED_PREFIXES):
        return False
    plain = fold(text)
    foreign = {one for one in set(plain) if one > "\x7f"}
    meant = {one: "" if unicodedata.category(one) in {"Cf", "Mn"} else " " for one in foreign}
    return has_pattern_match(replace_characters(plain, meant))


def find_pattern_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each, ascending and apart, in linear time.

    From prefix to prefix, which is ten times as quick as a pattern for all. Of one that nothing
    follows, the rest of the word is skipped: nothing follows the others in it either, and each of
    480 kB of "eyJ" as another beginning took 39 s.
    """
    found = []
    for prefix in CREDENTIAL_PREFIXES:
        find_end = _find_jwt_end if prefix == TokenKind.JWT.value else _find_id_end
        start = _find_prefix(prefix, text, 0)
        while start >= 0:
            end, is_one = find_end(text, start + len(prefix))
            if is_one:
                found.append((start, end))
            start = _find_prefix(prefix, text, end)
    done, apart = 0, []
    for start, end in sorted(found):
        if start >= done:
            apart.append((start, end))
            done = end
    return apart


def has_pattern_match_in_bytes(data: bytes) -> bool:
    """The same for bytes, of UTF-16 too."""
    data = data.replace(b"\0", b"")
    for prefix in _PREFIXES_IN_BYTES:  # a loop, because every row asks
        if prefix in data:
            return has_pattern_match(data.decode("latin-1"))
    return False


def _find_prefix(prefix: str, text: str, start: int) -> int:
    """Like ``str.find``, but in steps between which other threads run."""
    while start < len(text):
        found = text.find(prefix, start, start + _STEP + len(prefix) - 1)
        if found >= 0:
            return found
        start += _STEP
    return -1


def _find_id_end(text: str, start: int) -> tuple[int, bool]:
    """Where the word ends that begins there, and whether it is an id."""
    end = _find_end(_NO_LETTER, text, start)
    return end, end - start >= _MIN_ID_LENGTH


def _find_jwt_end(text: str, start: int) -> tuple[int, bool]:
    """Where the three parts end that begin there; or the first, which is none of a JWT."""
    first = _find_end(_NO_WORD, text, start)
    if first - start < _MIN_PART_LENGTH or not text.startswith(".", first):
        return first, False
    second = _find_end(_NO_WORD, text, first + 1)
    if second - first <= _MIN_PART_LENGTH or not text.startswith(".", second):
        return first, False
    return _find_end(_NO_WORD, text, second + 1), True


def _find_end(other: re.Pattern[str], text: str, start: int) -> int:
    """Where the next character is that the pattern finds; in steps, too."""
    while start < len(text):
        found = other.search(text, start, start + _STEP)
        if found is not None:
            return found.start()
        start += _STEP
    return len(text)
