"""Finds short texts as they are, whole, in linear time however many they are."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MIN_LITERAL_LENGTH: Final = 8
"""Characters from which on a text is searched for inside of others: a shorter one is everywhere."""

_LONG_LENGTH: Final = 64
"""Characters from which on the beginning is enough: of each length more, every place of a text
would be compared once more."""

_MAX_LONG_LENGTHS: Final = 8
"""Of those that begin alike, the lengths that are told apart; the others are their beginning."""

_MAX_LENGTH: Final = 1024
"""Characters of one that are sought: a longer one is its beginning."""

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
        if len(self._texts) <= _FEW and not self.has_match(text):
            return  # a tenth of a second earlier for each million characters
        lengths, known, done = self._lengths, self._known, 0
        for start in range(len(text)):
            beginning = text[start : start + MIN_LITERAL_LENGTH]
            if start < done or beginning not in lengths:
                continue
            longer: tuple[int, ...] = lengths.get(text[start : start + _LONG_LENGTH], ())
            for length in longer + lengths[beginning]:
                if text[start : start + length] in known:
                    done = start + length
                    yield start, done
                    break


def build_literal_index(texts: Iterable[LiteralT]) -> LiteralIndex[LiteralT]:
    """The index of these texts, without those of fewer than eight characters."""
    whole = frozenset(one[:_MAX_LENGTH] for one in texts if len(one) >= MIN_LITERAL_LENGTH)
    lengths: dict[LiteralT, set[int]] = {}
    for one in whole:
        if len(one) > _LONG_LENGTH:
            lengths.setdefault(one[:_LONG_LENGTH], set()).add(len(one))
        length = min(len(one), _LONG_LENGTH)
        lengths.setdefault(one[:MIN_LITERAL_LENGTH], set()).add(length)
    return LiteralIndex(
        tuple(whole),
        {one: _choose_lengths(one, found) for one, found in lengths.items()},
        whole | frozenset(one[:_LONG_LENGTH] for one in whole),
    )


def _choose_lengths(beginning: LiteralT, lengths: set[int]) -> tuple[int, ...]:
    """The lengths to compare, the longest first."""
    longest_first = sorted(lengths, reverse=True)
    if len(beginning) == _LONG_LENGTH:
        return tuple(longest_first[:_MAX_LONG_LENGTHS])
    return tuple(longest_first)


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
