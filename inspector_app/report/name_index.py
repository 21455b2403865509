"""Finds the names of an answer in texts, in any case, in linear time however many they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_BEGINNING: Final = 2
"""Characters by which a name is looked up: none that is searched for is shorter."""

_MAX_LENGTH: Final = 64
"""Characters of a name by which it is found; what more it has is compared then."""

_MAX_ALIKE: Final = 32
"""Names that begin alike up to there, each of which is compared. Of more, any may be meant, and as
many characters are replaced as the longest has: to compare all would take time by their number."""

_FEW: Final = 64
"""Names up to which a search for each of them in turn is the quickest."""


class NameIndex:
    """Names with the label that each is replaced by; of those at one place the longest counts."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels: dict[str, list[tuple[str, str]]] = {}
        lengths: dict[str, set[int]] = {}
        for name, label in labels.items():
            lower = _to_lower(name)
            start = lower[:_MAX_LENGTH]
            lengths.setdefault(start[:_BEGINNING], set()).add(len(start))
            self._labels.setdefault(start, []).append((lower, label))
        for alike in self._labels.values():
            if len(alike) > 1:
                alike.sort(key=lambda one: -len(one[0]))
        self._lengths = {start: sorted(known)[::-1] for start, known in lengths.items()}

    def replace(self, text: str) -> str:
        """The text with each name in it replaced by its label."""
        lower = _to_lower(text)
        if len(self._labels) <= _FEW and not any(name in lower for name in self._labels):
            return text
        parts, done = [], 0
        for start, end, label in self._find(lower):
            parts += [text[done:start], label]
            done = end
        return "".join((*parts, text[done:])) if parts else text

    def _find(self, lower: str) -> Iterator[tuple[int, int, str]]:
        done = 0
        for start in range(len(lower)):
            if start < done:
                continue
            for length in self._lengths.get(lower[start : start + _BEGINNING], ()):
                alike = self._labels.get(lower[start : start + length])
                if alike is not None:
                    size, label = _choose(alike, lower, start)
                    done = min(start + size, len(lower))
                    yield start, done, label
                    break


def _choose(alike: Sequence[tuple[str, str]], lower: str, start: int) -> tuple[int, str]:
    """How many characters are replaced, and by what, where names begin that begin alike."""
    longest, label = alike[0]
    if len(alike) > _MAX_ALIKE:
        return len(longest), label
    for name, its_label in alike:
        if lower.startswith(name, start):
            return len(name), its_label
    return min(len(longest), _MAX_LENGTH), label


def _to_lower(text: str) -> str:
    """In lower case, character by character: the places stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
