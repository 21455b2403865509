"""Lay out the labels of a timeline so that none covers another."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class LabelRequest:
    """A label of this width with its preferred middle, above the line or below it."""

    middle: float
    width: float
    is_above: bool


@dataclass(frozen=True, slots=True)
class LabelPosition:
    """Where it starts; ``row`` 0, 1 … below the line going down, -1, -2 … above it going up."""

    left: float
    row: int


def place_labels(
    labels: Sequence[LabelRequest], width: float, gap: float
) -> tuple[LabelPosition, ...]:
    """A position for each, within ``width``: in the first row where it does not overlap others.

    It may stand further to the right there, by its own width at the most: fewer rows are lower. In
    another row it begins where the label between it and the line begins, if it nearly does so.
    """
    taken: dict[int, list[tuple[float, float]]] = {}
    found = []
    for request in labels:
        first = min(max(0.0, request.middle - request.width / 2), max(0.0, width - request.width))
        last = max(first, min(first + request.width, width - request.width))
        rows: Iterable[int] = count(-1, -1) if request.is_above else count()
        row, left = next(
            (row, left)
            for row in rows
            if (left := _find_room(taken.get(row, ()), request.width, first, last, gap)) is not None
        )
        nearer = taken.get(row + 1 if request.is_above else row - 1, ())
        begin = next((begin for begin, _end in nearer if abs(begin - left) <= gap), left)
        fits = begin + request.width <= width
        if fits and _find_room(taken.get(row, ()), request.width, begin, begin, gap) is not None:
            left = begin
        taken.setdefault(row, []).append((left, left + request.width))
        found.append(LabelPosition(left, row))
    return tuple(found)


def _find_room(
    taken: Iterable[tuple[float, float]], width: float, first: float, last: float, gap: float
) -> float | None:
    """The first start from ``first`` to ``last`` that leaves the gap to all; None without one."""
    left = first
    for begin, end in sorted(taken):
        if left + width + gap > begin and left < end + gap:
            left = end + gap
    return left if left <= last else None
