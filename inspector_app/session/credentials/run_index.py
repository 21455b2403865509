"""Finds credentials in normalized text by any run of 16 of their characters, in linear time."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MIN_RUN_LENGTH: Final = 16
"""Letters and digits of a credential that are not shown in one piece."""

_GRAM_LENGTH: Final = 8
"""Of any run of 15 characters one piece of 8 begins at a multiple of 8."""

_PART: Final = 1 << 17
"""Pieces that are looked at in one go: some 5 ms."""

_GRAM: Final = struct.Struct("=Q")
_FEW_GRAMS: Final = 16
_UNPACKERS: Final = tuple(struct.Struct(f"={count}Q").unpack_from for count in range(_FEW_GRAMS))
"""The quickest for the short texts of rows."""


@dataclass(frozen=True, slots=True)
class RunIndex:
    """The pieces of eight characters of all credentials, each as one number.

    The text is looked at in steps of eight, which is why megabytes take milliseconds, however many
    credentials are sought. A run counts if all the pieces of eight in it are known: that is so for
    every run of 16 characters of a credential, and for next to nothing else.
    """

    _grams: frozenset[int] = field(repr=False)

    def __bool__(self) -> bool:
        return bool(self._grams)

    def has_match(self, normalized: bytes) -> bool:
        """Whether a run of 16 or more characters is a credential's."""
        count = len(normalized) // _GRAM_LENGTH
        if count < _FEW_GRAMS:
            if self._grams.isdisjoint(_UNPACKERS[count](normalized)):
                return False
        elif all(map(self._grams.isdisjoint, _iter_aligned_parts(normalized))):
            return False
        return any(True for _ in self.find_spans(normalized))

    def find_spans(self, normalized: bytes) -> Iterator[tuple[int, int]]:
        """Start and end of each longest run, ascending and apart."""
        grams, unpack, last = self._grams, _GRAM.unpack_from, len(normalized) - _GRAM_LENGTH
        looked_at = -1  # the last piece of the run before: no piece is looked at twice
        done = 0
        for number, gram in enumerate(_iter_aligned(normalized)):
            place = number * _GRAM_LENGTH
            if gram not in grams or place <= looked_at:
                continue
            start = end = place
            while start and unpack(normalized, start - 1)[0] in grams:
                start -= 1
            while end < last and unpack(normalized, end + 1)[0] in grams:
                end += 1
            looked_at = end
            end += _GRAM_LENGTH
            if end - start >= MIN_RUN_LENGTH:
                yield max(start, done), end
                done = end


def build_run_index(normalized: Iterable[bytes]) -> RunIndex:
    """The index of these credentials; those of fewer than 16 characters have no part in it."""
    return RunIndex(
        frozenset(
            gram
            for one in normalized
            if len(one) >= MIN_RUN_LENGTH
            for start in range(_GRAM_LENGTH)
            for gram in _iter_aligned(one[start:])
        )
    )


def _iter_aligned_parts(data: bytes) -> Iterator[memoryview[int]]:
    """A search through megabytes at once would block every other thread until it is over."""
    whole = _iter_aligned(data)
    for start in range(0, len(whole), _PART):
        yield whole[start : start + _PART]


def _iter_aligned(data: bytes) -> memoryview[int]:
    whole = len(data) // _GRAM_LENGTH * _GRAM_LENGTH
    return memoryview(data)[:whole].cast("Q")
