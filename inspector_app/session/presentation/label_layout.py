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
    """A position for each, within ``width``: in the first row where it does not overlap others."""
    taken: dict[int, list[tuple[float, float]]] = {}
    found = []
    for request in labels:
        left = min(max(0.0, request.middle - request.width / 2), max(0.0, width - request.width))
        right = left + request.width
        rows: Iterable[int] = count(-1, -1) if request.is_above else count()
        row = next(
            row
            for row in rows
            if all(right + gap <= a or left >= b + gap for a, b in taken.get(row, ()))
        )
        taken.setdefault(row, []).append((left, right))
        found.append(LabelPosition(left, row))
    return tuple(found)
