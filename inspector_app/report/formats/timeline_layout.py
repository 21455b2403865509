"""Computes the layout of the session timeline in HTML and PDF reports."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from inspector_app.session.presentation.label_layout import LabelRequest, place_labels
from inspector_app.session.presentation.timeline import MarkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inspector_app.session.presentation.label_layout import LabelPosition
    from inspector_app.session.presentation.timeline import Mark
    from inspector_app.session.translatable_text import Text

WIDTH: Final = 760
_MARGIN: Final = 8.0
_OFF_SCALE_GAP: Final = 72.0
"""Distance between the scale and a mark that is off scale."""

_LABEL_HEIGHT: Final = 17.0
"""Height of a row of labels."""

_LETTER_WIDTH: Final = 7.4
_WIDE_LETTER_WIDTH: Final = 13.5
"""Estimated width of a letter, and of an East Asian wide one, enough for wide fonts."""

_LABEL_GAP: Final = 10.0
_ABOVE_BAR_OFFSET: Final = 18.0
_BELOW_BAR_OFFSET: Final = 22.0
_KINDS_ABOVE: Final = frozenset({MarkKind.NOW, MarkKind.ENDS_IF_SLIDING})
"""Kinds whose labels are above the bar; the others are below it."""


@dataclass(frozen=True, slots=True)
class TimelineLabel:
    """A text, by the middle of its baseline; with ``is_strong`` it is emphasized."""

    text: str
    x: float
    y: float
    is_strong: bool


class MarkerKind(StrEnum):
    """The shape of a marker; the values are class names in the HTML report."""

    NOW = "now"
    FIXED = "fixed"
    PASSWORD = "password"  # noqa: S105  # a kind, not a secret
    POINT = "point"


class SegmentKind(StrEnum):
    """What a segment of the bar stands for; the values are class names in the HTML report."""

    BEYOND = "beyond"
    WHOLE = "whole"
    LEFT = "left"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class TimelineMarker:
    """A marker on the bar."""

    kind: MarkerKind
    x: float


@dataclass(frozen=True, slots=True)
class TimelineSegment:
    """A segment of the bar."""

    kind: SegmentKind
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class TimelineLayout:
    """A drawing of ``width`` by ``height``, whose bar is centered at ``bar_y``."""

    height: float
    bar_y: float
    segments: tuple[TimelineSegment, ...]
    markers: tuple[TimelineMarker, ...]
    labels: tuple[TimelineLabel, ...]
    width: int = WIDTH


def build_timeline_layout(
    marks: Sequence[Mark], translate: Callable[[Text], str]
) -> TimelineLayout | None:
    """The layout of these marks; None where there are none."""
    if not marks:
        return None
    at = [_compute_x(mark, marks) for mark in marks]
    words = [translate(mark.label) for mark in marks]
    options = [
        LabelRequest(x, _estimate_text_width(word), mark.kind in _KINDS_ABOVE)
        for mark, x, word in zip(marks, at, words, strict=True)
    ]
    found = place_labels(options, WIDTH, _LABEL_GAP)
    above = max((-place.row for place in found), default=1)
    below = max((place.row + 1 for place in found), default=1)
    y = _LABEL_HEIGHT * max(1, above) + _ABOVE_BAR_OFFSET
    return TimelineLayout(
        height=y + _BELOW_BAR_OFFSET + _LABEL_HEIGHT * max(1, below),
        bar_y=y,
        segments=tuple(_build_segments(marks, at)),
        markers=tuple(
            TimelineMarker(_get_marker_kind(mark.kind), x)
            for mark, x in zip(marks, at, strict=True)
        ),
        labels=tuple(
            TimelineLabel(
                word, place.left + request.width / 2, _compute_baseline(place, y), request.is_above
            )
            for word, place, request in zip(words, found, options, strict=True)
        ),
    )


def _compute_x(mark: Mark, marks: Sequence[Mark]) -> float:
    """The horizontal position: at the edge for marks that are off scale, else within the scale."""
    first, last = _MARGIN, WIDTH - _MARGIN
    if mark.is_off_scale:
        return last if mark.position else first
    first += _OFF_SCALE_GAP * any(one.is_off_scale and not one.position for one in marks)
    last -= _OFF_SCALE_GAP * any(one.is_off_scale and one.position for one in marks)
    return round(first + mark.position * (last - first), 1)


def _build_segments(marks: Sequence[Mark], at: Sequence[float]) -> list[TimelineSegment]:
    """In painting order: off-scale parts, the whole scale, the remaining time, the elapsed time."""
    by_kind = {mark.kind: x for mark, x in zip(marks, at, strict=True)}
    on_scale = [x for mark, x in zip(marks, at, strict=True) if not mark.is_off_scale]
    left, right = min(on_scale), max(on_scale)
    now = by_kind.get(MarkKind.NOW, right)
    end = by_kind.get(MarkKind.ENDS_IF_SLIDING, by_kind.get(MarkKind.ENDS_IF_FIXED, right))
    beyond = {x for mark, x in zip(marks, at, strict=True) if mark.is_off_scale}
    segments = [
        *(
            TimelineSegment(SegmentKind.BEYOND, min(x, right), max(left - x, x - right))
            for x in sorted(beyond)
        ),
        TimelineSegment(SegmentKind.WHOLE, left, right - left),
        TimelineSegment(SegmentKind.LEFT, left, end - left),
        TimelineSegment(SegmentKind.DONE, left, min(now, end) - left),
    ]
    return [one for one in segments if one.width > 0]


def _get_marker_kind(kind: MarkKind) -> MarkerKind:
    match kind:
        case MarkKind.NOW:
            return MarkerKind.NOW
        case MarkKind.ENDS_IF_FIXED:
            return MarkerKind.FIXED
        case MarkKind.PASSWORD_EXPIRES:
            return MarkerKind.PASSWORD
        case _:
            return MarkerKind.POINT


def _compute_baseline(position: LabelPosition, bar_y: float) -> float:
    if position.row < 0:
        return bar_y - _ABOVE_BAR_OFFSET - _LABEL_HEIGHT * (-position.row - 1)
    return bar_y + _BELOW_BAR_OFFSET + _LABEL_HEIGHT * (position.row + 0.3)


def _estimate_text_width(text: str) -> float:
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return wide * _WIDE_LETTER_WIDTH + (len(text) - wide) * _LETTER_WIDTH
