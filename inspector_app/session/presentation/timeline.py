"""The session timeline as marks on a line: painted by the window and drawn by reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.session import time_format
from inspector_app.session.lifetimes import ExpiryPolicy
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.time_format import TimeContext


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
_DESCRIPTIONS: Final = {
    MarkKind.CREATED: tr("Session created {time}"),
    MarkKind.REFRESHED: tr("Session refreshed {time}"),
    MarkKind.ENDS_IF_FIXED: tr("End if the lifetime counts from the creation: {time}"),
    MarkKind.ENDS_IF_SLIDING: tr("Estimated end, counted from the last refresh: {time}"),
    MarkKind.PASSWORD_EXPIRES: tr("The password expires {time}"),
}
_NOT_LIVE_LABEL: Final = tr("as of {time}")
_EXPIRED_LABEL: Final = tr("password expired {time}")
_EXPIRED_DESCRIPTION: Final = tr("The password expired {time}")
_MARK_KIND_BY_POLICY: Final = {
    ExpiryPolicy.FIXED: MarkKind.ENDS_IF_FIXED,
    ExpiryPolicy.SLIDING: MarkKind.ENDS_IF_SLIDING,
}
_SUPPORTED_DESCRIPTIONS: Final = {
    ExpiryPolicy.FIXED: tr("Estimated end, counted from the creation, as was seen: {time}"),
    ExpiryPolicy.SLIDING: tr("Estimated end, counted from the last refresh, as was seen: {time}"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the line; ``time`` in epoch seconds, ``position`` from 0 (left end) to 1.

    One that ``is_off_scale`` lies beyond the end at which it is drawn.
    """

    kind: MarkKind
    time: float
    position: float
    label: Text
    description: Text
    is_off_scale: bool = False


def build_marks(
    lifetimes: Lifetimes,
    view: TimeContext,
    supported: ExpiryPolicy | None = None,
    *,
    is_ticking: bool = False,
) -> tuple[Mark, ...]:
    """The marks from left to right; none where the answer has neither a start nor an end.

    Where the picture ``is_ticking``, the label of the time now leaves out the seconds: what changes
    with each of them draws the eye.

    ``view`` holds the gateway's time. Both policies for the end are marked where they differ,
    because which of them is right is unknown, unless evidence has ``supported`` one of them. The
    password lives so much longer that its end would leave the session no space: it is off scale.
    """
    start, ends = lifetimes.created or lifetimes.refreshed, lifetimes.ends
    if start is None or ends is None:
        return ()
    fixed = lifetimes.ends_if_fixed
    # Alone where no refresh is told, or one that cannot be right.
    is_alone = lifetimes.ends_if_sliding is None
    is_fixed = is_alone or (supported is ExpiryPolicy.FIXED and fixed is not None)
    shows_fixed = is_fixed or (fixed != ends and supported is not ExpiryPolicy.SLIDING)
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
            _format_now(at, view)
            if is_ticking and view.is_live and kind is MarkKind.NOW
            else _format_label(kind, at, view),
            _format_description(kind, at, view, supported),
            is_off_scale=not first <= at <= last,
        )
        for kind, at in sorted(known.items(), key=lambda point: point[1])
    )


def describe_timeline(
    lifetimes: Lifetimes, view: TimeContext, supported: ExpiryPolicy | None = None
) -> Text:
    """The timeline as an accessible description, for screen readers."""
    sentence = Text("")
    for mark in build_marks(lifetimes, view, supported):
        sentence = tr("{before}{mark}. ", before=sentence, mark=mark.description)
    return sentence


def describe_fixed_points(
    lifetimes: Lifetimes, view: TimeContext, supported: ExpiryPolicy | None = None
) -> Text:
    """The same without what passes: no present time, and no distances from it.

    For a name that a screen reader reads out whenever it changes.
    """
    sentence = Text("")
    for mark in build_marks(lifetimes, view, supported):
        if mark.kind is MarkKind.NOW and view.is_live:
            continue
        at = time_format.format_absolute(mark.time, view.zone)
        described = mark.description.values
        values = tuple((name, at if name == "time" else one) for name, one in described)
        point = Text(mark.description.template, values)
        sentence = tr("{before}{mark}. ", before=sentence, mark=point)
    if lifetimes.ends is not None and lifetimes.ends < view.now:
        sentence = tr("{before}{mark}. ", before=sentence, mark=tr("The estimated end has passed"))
    return sentence


def _format_now(at: float, view: TimeContext) -> Text:
    template = _LABELS[MarkKind.NOW].template
    return Text(template, (("time", time_format.format_minute(at, view)),))


def _format_label(kind: MarkKind, at: float, view: TimeContext) -> Text:
    template = _EXPIRED_LABEL if _is_expired(kind, at, view) else _LABELS[kind]
    if kind is MarkKind.NOW and not view.is_live:
        template = _NOT_LIVE_LABEL
    return Text(template.template, (("time", time_format.format_clock_time(at, view)),))


def _format_description(
    kind: MarkKind, at: float, view: TimeContext, supported: ExpiryPolicy | None
) -> Text:
    if kind is MarkKind.NOW and not view.is_live:
        return tr("As it stood at {time}", time=time_format.format_absolute(at, view.zone))
    if kind is MarkKind.NOW:
        return tr(
            "Now, on the gateway’s clock: {time}", time=time_format.format_absolute(at, view.zone)
        )
    template = _DESCRIPTIONS[kind]
    if _is_expired(kind, at, view):
        template = _EXPIRED_DESCRIPTION
    elif supported is not None and kind is _MARK_KIND_BY_POLICY[supported]:
        template = _SUPPORTED_DESCRIPTIONS[supported]
    return Text(template.template, (("time", time_format.format_instant(at, view)),))


def _is_expired(kind: MarkKind, at: float, view: TimeContext) -> bool:
    return kind is MarkKind.PASSWORD_EXPIRES and at < view.now
