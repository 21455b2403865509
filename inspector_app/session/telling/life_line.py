"""The session timeline as marks on a line: painted by the window and drawn by reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.session import moment
from inspector_app.session.lifetimes import Expiry
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.moment import Viewpoint


class MarkKind(Enum):
    """What happened, happens or may happen there."""

    CREATED = "created"
    REFRESHED = "refreshed"
    NOW = "now"
    ENDS_IF_FIXED = "ends if fixed"
    ENDS_IF_SLIDING = "ends if sliding"
    PASSWORD_EXPIRES = "password expires"  # noqa: S105 - a kind of mark, no password


_LABELS: Final = {
    MarkKind.CREATED: tr("created {time}"),
    MarkKind.REFRESHED: tr("refreshed {time}"),
    MarkKind.NOW: tr("now {time}"),
    MarkKind.ENDS_IF_FIXED: tr("{time} if fixed"),
    MarkKind.ENDS_IF_SLIDING: tr("ends about {time}"),
    MarkKind.PASSWORD_EXPIRES: tr("password expires {time}"),
}
_TOLD: Final = {
    MarkKind.CREATED: tr("Session created {time}"),
    MarkKind.REFRESHED: tr("Session refreshed {time}"),
    MarkKind.ENDS_IF_FIXED: tr("End if the lifetime counts from the creation: {time}"),
    MarkKind.ENDS_IF_SLIDING: tr("Estimated end, counted from the last refresh: {time}"),
    MarkKind.PASSWORD_EXPIRES: tr("The password expires {time}"),
}
_NOT_LIVE_LABEL: Final = tr("as of {time}")
_EXPIRED_LABEL: Final = tr("password expired {time}")
_EXPIRED_TOLD: Final = tr("The password expired {time}")
_MARK_OF: Final = {
    Expiry.FIXED: MarkKind.ENDS_IF_FIXED,
    Expiry.SLIDING: MarkKind.ENDS_IF_SLIDING,
}
_SUPPORTED: Final = {
    Expiry.FIXED: tr("Estimated end, counted from the creation, as was seen: {time}"),
    Expiry.SLIDING: tr("Estimated end, counted from the last refresh, as was seen: {time}"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the line; ``time`` in epoch seconds, ``position`` from 0 (left end) to 1.

    One that ``is_off_scale`` lies beyond the end at which it is drawn.
    """

    kind: MarkKind
    at: float
    place: float
    label: Text
    told: Text
    off_scale: bool = False


def marks(
    lifetimes: Lifetimes, view: Viewpoint, supported: Expiry | None = None
) -> tuple[Mark, ...]:
    """The marks from left to right; none where the answer has neither a start nor an end.

    ``view`` holds the gateway's time. Both policies for the end are marked where they differ,
    because which of them is right is unknown, unless evidence has ``supported`` one of them. The
    password lives so much longer that its end would leave the session no space: it is off scale.
    """
    start, ends = lifetimes.created or lifetimes.refreshed, lifetimes.ends
    if start is None or ends is None:
        return ()
    fixed = lifetimes.ends_if_fixed
    is_fixed = supported is Expiry.FIXED and fixed is not None
    shows_fixed = is_fixed or (fixed != ends and supported is not Expiry.SLIDING)
    points = {
        MarkKind.CREATED: lifetimes.created,
        MarkKind.REFRESHED: lifetimes.refreshed,
        MarkKind.NOW: view.now,
        MarkKind.ENDS_IF_FIXED: fixed if shows_fixed else None,
        MarkKind.ENDS_IF_SLIDING: None if is_fixed else ends,
    }
    known = {kind: at for kind, at in points.items() if at is not None}
    first, last = min(known.values()), max(known.values())
    span = (last - first) or 1.0
    password = lifetimes.password_expires
    if password is not None:
        known[MarkKind.PASSWORD_EXPIRES] = password
    return tuple(
        Mark(
            kind,
            at,
            min(max(0.0, (at - first) / span), 1.0),
            _label(kind, at, view),
            _told(kind, at, view, supported),
            off_scale=not first <= at <= last,
        )
        for kind, at in sorted(known.items(), key=lambda point: point[1])
    )


def spoken(lifetimes: Lifetimes, view: Viewpoint, supported: Expiry | None = None) -> Text:
    """The timeline as an accessible description, for screen readers."""
    sentence = Text("")
    for mark in marks(lifetimes, view, supported):
        sentence = tr("{before}{mark}. ", before=sentence, mark=mark.told)
    return sentence


def _label(kind: MarkKind, at: float, view: Viewpoint) -> Text:
    template = _EXPIRED_LABEL if _is_expired(kind, at, view) else _LABELS[kind]
    if kind is MarkKind.NOW and not view.is_live:
        template = _NOT_LIVE_LABEL
    return Text(template.template, (("time", moment.clock_time(at, view)),))


def _told(kind: MarkKind, at: float, view: Viewpoint, supported: Expiry | None) -> Text:
    if kind is MarkKind.NOW and not view.is_live:
        return tr("As it stood at {time}", time=moment.absolute(at, view.zone))
    if kind is MarkKind.NOW:
        return tr("Now, on the gateway’s clock: {time}", time=moment.absolute(at, view.zone))
    template = _TOLD[kind]
    if _is_expired(kind, at, view):
        template = _EXPIRED_TOLD
    elif supported is not None and kind is _MARK_OF[supported]:
        template = _SUPPORTED[supported]
    return Text(template.template, (("time", moment.told(at, view)),))


def _is_expired(kind: MarkKind, at: float, view: Viewpoint) -> bool:
    return kind is MarkKind.PASSWORD_EXPIRES and at < view.now
