"""Finds short texts as they are, whole, in linear time however many they are."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MIN_LITERAL_LENGTH: Final = 8
"""Characters from which on a text is searched for inside of others: a shorter one is everywhere."""

_FEW: Final = 32
"""Texts up to which a search for each of them in turn is the quickest."""

_URL_ALPHABET: Final = bytes.maketrans(b"+/", b"-_")

LiteralT = TypeVar("LiteralT", str, bytes)


@dataclass(frozen=True, slots=True)
class LiteralIndex(Generic[LiteralT]):
    """Texts of eight characters or more; the longest of those at one place is found."""

    _texts: tuple[LiteralT, ...] = field(repr=False)
    _lengths: dict[LiteralT, tuple[int, ...]] = field(repr=False)
    _known: frozenset[LiteralT] = field(repr=False)

    def __bool__(self) -> bool:
        return bool(self._texts)

    def has_match(self, text: LiteralT) -> bool:
        """Whether one of them is in the text."""
        if len(self._texts) <= _FEW:
            return any(one in text for one in self._texts)
        return any(True for _ in self.find_spans(text))

    def find_spans(self, text: LiteralT) -> Iterator[tuple[int, int]]:
        """Start and end of each, ascending and apart."""
        lengths, known, done = self._lengths, self._known, 0
        for start in range(len(text) - MIN_LITERAL_LENGTH + 1):
            beginning = text[start : start + MIN_LITERAL_LENGTH]
            if start < done or beginning not in lengths:
                continue
            for length in lengths[beginning]:
                if text[start : start + length] in known:
                    done = start + length
                    yield start, done
                    break


def build_literal_index(texts: Iterable[LiteralT]) -> LiteralIndex[LiteralT]:
    """The index of these texts, without those of fewer than eight characters."""
    known = frozenset(one for one in texts if len(one) >= MIN_LITERAL_LENGTH)
    lengths: dict[LiteralT, set[int]] = {}
    for one in known:
        lengths.setdefault(one[:MIN_LITERAL_LENGTH], set()).add(len(one))
    return LiteralIndex(
        tuple(known),
        {one: tuple(sorted(found, reverse=True)) for one, found in lengths.items()},
        known,
    )


def iter_forms(secret: bytes) -> Iterator[bytes]:
    """What base64 of either alphabet and hexadecimal digits with the secret in them must hold."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + secret)
        first = (0, 2, 3)[before]  # characters that the bytes before have a part in
        last = len(encoded) - (0, 3, 2)[(before + len(secret)) % 3]  # and the bytes behind
        yield encoded[first:last]
        yield encoded[first:last].translate(_URL_ALPHABET)
    yield secret.hex().encode()
    yield secret.hex().upper().encode()
