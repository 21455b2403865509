"""The session's life as marks on a line: what the window paints and a report draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from inspector_app.session import moment
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.outline import Viewpoint


class MarkKind(Enum):
    """What happened, happens or may happen there."""

    CREATED = "created"
    REFRESHED = "refreshed"
    NOW = "now"
    ENDS_IF_FIXED = "ends if fixed"
    ENDS_IF_SLIDING = "ends if sliding"


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the line; ``at`` in epoch seconds, ``place`` from 0 (left end) to 1."""

    kind: MarkKind
    at: float
    place: float
    label: Text
    told: Text


def marks(lifetimes: Lifetimes, view: Viewpoint) -> tuple[Mark, ...]:
    """The marks from left to right; none where the answer tells neither a start nor an end.

    ``view`` holds the gateway's time. Both readings of the end are marked where they differ,
    because which of them is right is unknown.
    """
    start, ends = lifetimes.created or lifetimes.refreshed, lifetimes.ends
    if start is None or ends is None:
        return ()
    fixed = lifetimes.ends_if_fixed
    points = {
        MarkKind.CREATED: lifetimes.created,
        MarkKind.REFRESHED: lifetimes.refreshed,
        MarkKind.NOW: view.now,
        MarkKind.ENDS_IF_FIXED: fixed if fixed != ends else None,
        MarkKind.ENDS_IF_SLIDING: ends,
    }
    known = {kind: at for kind, at in points.items() if at is not None}
    first, last = min(known.values()), max(known.values())
    span = (last - first) or 1.0
    ordered = sorted(known.items(), key=lambda point: point[1])
    return tuple(
        Mark(kind, at, (at - first) / span, _label(kind, at, view), _told(kind, at, view))
        for kind, at in ordered
    )


def spoken(lifetimes: Lifetimes, view: Viewpoint) -> Text:
    """The picture in words, for those who do not see it."""
    sentence = Text("")
    for mark in marks(lifetimes, view):
        sentence = tr("{before}{mark}. ", before=sentence, mark=mark.told)
    return sentence


def _label(kind: MarkKind, at: float, view: Viewpoint) -> Text:
    time = moment.clock_time(at, view)
    match kind:
        case MarkKind.CREATED:
            return tr("created {time}", time=time)
        case MarkKind.REFRESHED:
            return tr("refreshed {time}", time=time)
        case MarkKind.NOW:
            return tr("now {time}", time=time)
        case MarkKind.ENDS_IF_FIXED:
            return tr("{time} if fixed", time=time)
        case MarkKind.ENDS_IF_SLIDING:
            return tr("ends about {time}", time=time)


def _told(kind: MarkKind, at: float, view: Viewpoint) -> Text:
    time = moment.told(at, view)
    match kind:
        case MarkKind.CREATED:
            return tr("Session created {time}", time=time)
        case MarkKind.REFRESHED:
            return tr("Session refreshed {time}", time=time)
        case MarkKind.NOW:
            return tr("Now, on the gateway’s clock: {time}", time=moment.absolute(at, view.zone))
        case MarkKind.ENDS_IF_FIXED:
            return tr("End if the lifetime counts from the creation: {time}", time=time)
        case MarkKind.ENDS_IF_SLIDING:
            return tr("Estimated end, counted from the last refresh: {time}", time=time)
