"""Recognizes texts that look like a secret though nothing says so: long and without any order."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from inspector_app.session.credentials.secret_names import split_name, split_words
from inspector_app.session.token import MAX_TOKEN_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator

MIN_SECRET_LENGTH: Final = 32
"""Characters from which on a text may be a secret by its looks: 128 bits in hexadecimal."""

_MIN_RUN: Final = 16
"""Letters and digits without a mark: UUIDs, dates, host names and paths have shorter ones."""

_MIN_BITS: Final = 3.0
"""Entropy of a character: random hexadecimal digits have more, counts and fills less."""

_MIN_MIXED_BITS: Final = 4.2
"""The same for words with marks in them: base64 for addresses has more, names have less."""

_VALUE: Final = re.compile(rf"[A-Za-z0-9_+=~.-][A-Za-z0-9_+/=~.-]{{{MIN_SECRET_LENGTH - 1},}}+")
_WORD: Final = re.compile(
    rf"(?<![A-Za-z0-9_+~-])[A-Za-z0-9_+~-]{{{MIN_SECRET_LENGTH},}}+"  # no parts of a path
)
_RUN: Final = re.compile(rf"(?<![A-Za-z0-9])[A-Za-z0-9]{{{_MIN_RUN},}}+")
_BEARER: Final = re.compile(r"\b(?:bearer|basic)\s{1,8}+([A-Za-z0-9_+/=~.-]{16,}+)", re.IGNORECASE)
_PICTURES: Final = ("iVBOR", "/9j/", "R0lGOD", "UklGR", "PHN2Zy")
"""Beginnings of PNG, JPEG, GIF, WebP and SVG in base64."""

_IDENTIFYING_WORDS: Final = split_words(
    """
    id ids uid uuid guid oid urn hash digest checksum md sha etag fingerprint thumbprint
    trace span correlation request version revision commit build serial number picture image avatar
    logo icon photo thumbnail certificate cert pem url uri href link path location host domain email
    mail name sum crc
    """
)


def is_secret_looking(text: str) -> bool:
    """Whether the whole text is one word of 32 characters or more that nobody would choose."""
    return len(text) <= MAX_TOKEN_LENGTH and _VALUE.fullmatch(text) is not None and _is_random(text)


def find_secret_looking(text: str) -> Iterator[str]:
    """The words of a text that look like a secret."""
    return (found[0] for found in _WORD.finditer(text) if _is_random(found[0]))


def may_have_bearer(text: str) -> bool:
    """Whether a look is worth it: most texts name no scheme of authorization."""
    return "earer" in text or "asic" in text or "EARER" in text or "ASIC" in text


def find_bearers(text: str) -> Iterator[str]:
    """What follows the name of a scheme of authorization, and is no word."""
    if not may_have_bearer(text):
        return
    for found in _BEARER.finditer(text):
        if any(one.isdigit() for one in found[1]):
            yield found[1]


def is_identifying_name(name: str) -> bool:
    """Whether a name says that its value identifies something: then long texts are usual."""
    return not _IDENTIFYING_WORDS.isdisjoint(split_name(name)) or name.lower().endswith(
        ("id", "hash")
    )


def _is_random(word: str) -> bool:
    if len(word) > MAX_TOKEN_LENGTH or word.startswith(_PICTURES):
        return False
    if word.isalpha() or word.isdigit() or not any(one.isdigit() for one in word):
        return False
    bits = _compute_entropy(word)
    if _RUN.search(word) is not None:
        return bits >= _MIN_BITS
    is_mixed = not word.islower() and not word.isupper() and "." not in word
    return is_mixed and bits >= _MIN_MIXED_BITS


def _compute_entropy(text: str) -> float:
    """Bits of a character, by how often each occurs."""
    counts = Counter(text).values()
    return -sum(one * math.log2(one / len(text)) for one in counts) / len(text)
