"""Where each part of the picture of a session's life is: its marks, their labels and the bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inspector_app.session.presentation.label_layout import LabelPosition
    from inspector_app.session.presentation.timeline import Mark, MarkKind


@dataclass(frozen=True, slots=True)
class TimelineSizes:
    """Pixels: of a line of text, of the bar, of the gap between labels, and of the rest.

    ``off_scale`` lies between the scale and the marks that are off it; ``above_bar`` and
    ``around_bar`` beside the rows of labels; ``least_bar`` is what one line leaves to the bar: a
    narrower picture has its labels in rows. ``one_line`` is the least height of one line, in which
    the bar is ``one_line_shift`` below the middle. ``measure`` gives the width of a text.
    """

    line: int
    bar: int
    gap: int
    off_scale: int
    above_bar: int
    around_bar: int
    least_bar: int
    one_line: int
    one_line_shift: int
    measure: Callable[[str], float]


class PlacedLabel(NamedTuple):
    """The text of a mark and its rectangle."""

    mark: Mark
    words: str
    box: QRectF


@dataclass(frozen=True, slots=True)
class TimelineLayout:
    """Pixels within a picture of this height: the x of each mark, and the middle of the bar.

    ``zone_box`` is empty where no zone is named.
    """

    places: tuple[tuple[Mark, float], ...]
    labels: tuple[PlacedLabel, ...]
    zone_box: QRectF
    bar_y: float
    height: int

    def get_x(self, kind: MarkKind) -> float | None:
        """Where the mark of this kind is; None where there is none."""
        return next((x for mark, x in self.places if mark.kind is kind), None)


def arrange_rows(
    marks: Sequence[Mark], words: Sequence[str], zone: str, width: int, sizes: TimelineSizes
) -> TimelineLayout:
    """Give each mark a label, above the bar or below it, in as many rows as they need."""
    from inspector_app.session.presentation.label_layout import LabelRequest, place_labels

    places = _place_marks(marks, 0, width, sizes)
    widths = [sizes.measure(word) for word in words]
    zone_width = sizes.measure(zone)
    *found, zone_place = place_labels(
        [
            LabelRequest(x, label_width, is_labeled_above(mark))
            for (mark, x), label_width in zip(places, widths, strict=True)
        ]
        + [LabelRequest(width / 2, zone_width, is_above=False)],
        width,
        sizes.gap,
    )
    above = max(1, *(-place.row for place in found))
    below = max(place.row + 1 for place in (*found, zone_place))
    bar_y = sizes.line * above + sizes.above_bar

    def box(place: LabelPosition, label_width: float) -> QRectF:
        from_bar = bar_y + sizes.bar + sizes.line * place.row
        top = sizes.line * (above + place.row) if place.row < 0 else from_bar
        return QRectF(place.left, top, label_width, sizes.line)

    return TimelineLayout(
        places,
        tuple(
            PlacedLabel(mark, word, box(place, label_width))
            for mark, word, place, label_width in zip(marks, words, found, widths, strict=True)
        ),
        box(zone_place, zone_width) if zone else QRectF(),
        bar_y,
        sizes.around_bar + sizes.line * (above + below),
    )


def arrange_line(
    marks: Sequence[Mark], words: Sequence[str], zone: str, width: int, sizes: TimelineSizes
) -> TimelineLayout | None:
    """Put the beginning before the bar, end and zone behind it; None where it gets too short.

    The other labels are in the tooltips, and in what screen readers say.
    """
    from inspector_app.session.presentation.timeline import MarkKind

    labeled = {mark.kind: (mark, word) for mark, word in zip(marks, words, strict=True)}
    end = labeled.get(MarkKind.ENDS_IF_SLIDING) or labeled[MarkKind.ENDS_IF_FIXED]
    begin = next(one for kind, one in labeled.items() if kind is not MarkKind.NOW)
    if begin is end:  # a lifetime below zero
        return None
    begin_width, end_width, zone_width = (sizes.measure(one) for one in (begin[1], end[1], zone))
    left, right = begin_width + sizes.gap, end_width + zone_width + 2 * sizes.gap
    if width - left - right < sizes.least_bar:
        return None
    height = max(sizes.one_line, sizes.line)
    start, top = width - right + sizes.gap, (height - sizes.line) / 2
    return TimelineLayout(
        _place_marks(marks, left, width - right, sizes),
        (
            PlacedLabel(*begin, QRectF(0, top, begin_width, sizes.line)),
            PlacedLabel(*end, QRectF(start, top, end_width, sizes.line)),
        ),
        QRectF(start + end_width + sizes.gap, top, zone_width, sizes.line),
        height / 2 + sizes.one_line_shift,
        height,
    )


def is_labeled_above(mark: Mark) -> bool:
    """Whether the mark has its label above the bar; the others have theirs below it."""
    from inspector_app.session.presentation.timeline import MarkKind

    return mark.kind in {MarkKind.NOW, MarkKind.ENDS_IF_SLIDING}


def _place_marks(
    marks: Sequence[Mark], left: float, right: float, sizes: TimelineSizes
) -> tuple[tuple[Mark, float], ...]:
    """The x of each mark: at the edge where it is off scale, else within the scale."""
    edges = left + sizes.bar, right - sizes.bar
    first, last = edges
    first += sizes.off_scale * any(one.is_off_scale and not one.position for one in marks)
    last -= sizes.off_scale * any(one.is_off_scale and one.position for one in marks)
    return tuple(
        (
            mark,
            edges[bool(mark.position)]
            if mark.is_off_scale
            else first + mark.position * (last - first),
        )
        for mark in marks
    )
