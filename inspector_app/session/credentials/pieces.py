"""Finds a credential that is cut into the short texts of an answer, one behind the other."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final

from inspector_app.session.credentials.member_walk import CONTAINERS, iter_members
from inspector_app.session.credentials.normalization import normalize
from inspector_app.session.credentials.run_index import MIN_RUN_LENGTH, build_run_index
from inspector_app.session.interruption import check_interruption

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from inspector_app.session.credentials.run_index import RunIndex
    from inspector_app.session.parsing.json_document import Json

_MAX_PIECE_LENGTH: Final = 40
"""Characters of a text that may be a piece: a longer one has a run of its own."""

_MAX_PIECES: Final = 100_000
"""Short texts that are looked at: of an answer with more of them the first."""

_GAP: Final = b" "
"""Stands for a text between others: what is normalized has no space."""

_MIN_DIGITS: Final = 4
"""Digits alone that are a piece: fewer are codes and flags, which occur everywhere."""


def find_pieces(root: Json, credentials: Collection[str]) -> list[str]:
    """The texts that together, in the order of the answer, are 16 characters of a credential.

    Names are joined apart from values: ``{"a": "IAM_S_", "b": "…"}``.
    """
    sought = [normalize(one) for one in credentials]
    index = build_run_index([*sought, *(one[::-1] for one in sought)])
    return find_indexed_pieces(root, index, frozenset(credentials))


def find_indexed_pieces(root: Json, index: RunIndex, whole: frozenset[str]) -> list[str]:
    """The same of credentials whose runs are known, ``whole`` of them all."""
    if not index:
        return []
    names: list[str] = []
    values: list[str] = []
    _collect_short_texts(root, names, values)
    return find_cut_texts((values, names), index, whole)


def find_cut_texts(lists: Iterable[list[str]], index: RunIndex, whole: frozenset[str]) -> list[str]:
    """The same in lists of texts, each list for itself."""
    found = dict.fromkeys(one for texts in lists for one in _find_cut(texts, index, whole))
    return [one for one in found if not one.isdigit() or len(one) >= _MIN_DIGITS]


def _find_cut(texts: list[str], index: RunIndex, whole: frozenset[str]) -> Iterator[str]:
    """The texts that a span reaches into, of which none has a whole run."""
    # Without what is one whole: nothing is found in most answers, and that is much the quickest.
    if not index.has_match(normalize("".join([text for text in texts if text not in whole]))):
        return
    parts = [normalize(text) for text in texts]
    # What has a run of its own is found anyway, and its end with another's beginning is no run.
    parts = [_GAP if index.has_match(part) else part for part in parts]
    ends = list(accumulate(map(len, parts)))
    for start, end in index.find_spans(b"".join(parts)):
        check_interruption()
        first, last = bisect_right(ends, start), bisect_right(ends, end - 1)
        for place in range(first, last + 1):
            if parts[place] and len(parts[place]) < MIN_RUN_LENGTH:
                yield texts[place]


def _collect_short_texts(value: Json, names: list[str], values: list[str]) -> None:
    """Add the short names and texts in a value, in the order of the answer."""
    for name, inner in chain.from_iterable(iter_members(value, "")):
        if name and len(name) <= _MAX_PIECE_LENGTH:
            names.append(name)
        if isinstance(inner, str):
            if inner and len(inner) <= _MAX_PIECE_LENGTH:
                values.append(inner)
        elif inner.__class__ in CONTAINERS:
            _collect_short_texts(inner, names, values)
        if len(values) + len(names) >= _MAX_PIECES:
            return
