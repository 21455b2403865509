"""Formatting of points in time (epoch seconds) and of durations (seconds) for people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Final

from inspector_app.session.translatable_text import Text, as_literal, tr

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR
_YEAR: Final = 365.2425 * _DAY
_MINUTES_LIMIT_FOR_SECONDS: Final = 5
_DAYS_LIMIT_FOR_HOURS: Final = 10


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What times are formatted relative to: gateway time in epoch seconds, and the time zone.

    ``is_live`` unless that time is fixed: the time at which a saved answer was taken.
    """

    now: float
    zone: tzinfo
    is_live: bool = True


def format_duration(seconds: float) -> Text:
    """A duration as text, its two largest units, rounded down: "1 h 54 min"."""
    span = int(abs(seconds))
    if span < _HOUR:
        return _format_minutes(span // _MINUTE, span % _MINUTE)
    if span < 2 * _DAY:
        return _format_hours(span // _HOUR, span % _HOUR // _MINUTE)
    if span < 2 * _YEAR:
        return _format_days(span // _DAY, span % _DAY // _HOUR)
    return tr("{years} years", years=int(span // _YEAR))


def _format_minutes(minutes: int, seconds: int) -> Text:
    if not minutes:
        return tr("{seconds} s", seconds=seconds)
    if seconds and minutes < _MINUTES_LIMIT_FOR_SECONDS:
        return tr("{minutes} min {seconds} s", minutes=minutes, seconds=seconds)
    return tr("{minutes} min", minutes=minutes)


def _format_hours(hours: int, minutes: int) -> Text:
    if minutes:
        return tr("{hours} h {minutes} min", hours=hours, minutes=minutes)
    return tr("{hours} h", hours=hours)


def _format_days(days: int, hours: int) -> Text:
    if hours and days < _DAYS_LIMIT_FOR_HOURS:
        return tr("{days} days {hours} h", days=days, hours=hours)
    return tr("{days} days", days=days)


def format_relative(seconds: float, now: float) -> Text:
    """How far an instant is from now: "10 min ago", "in 3 days", "now"."""
    if abs(seconds - now) < 1:
        return tr("now")
    if seconds < now:
        return tr("{span} ago", span=format_duration(now - seconds))
    return tr("in {span}", span=format_duration(seconds - now))


def format_absolute(seconds: float, zone: tzinfo) -> Text:
    """Day, time and zone: "2019-07-11 12:55:46 UTC"; "not a date" outside of years 1 to 9999."""
    moment = to_datetime(seconds, zone)
    if moment is None:
        return tr("not a date")
    return as_literal(f"{moment.date()} {moment.time()} {format_zone(moment)}")


def format_time_of_day(seconds: float, view: TimeContext) -> Text:
    """Time and zone, and the day as well unless it is today as seen from ``view``."""
    moment, today = to_datetime(seconds, view.zone), to_datetime(view.now, view.zone)
    if moment is None or today is None or moment.date() != today.date():
        return format_absolute(seconds, view.zone)
    return as_literal(f"{moment.time()} {format_zone(moment)}")


def format_clock_time(seconds: float, view: TimeContext) -> Text:
    """The time, with the day unless it is today as seen from ``view``.

    Its zone is named only where it is not that of today, as after a change of the clocks:
    ``describe_zone`` says once what all others have.
    """
    moment, today = to_datetime(seconds, view.zone), to_datetime(view.now, view.zone)
    if moment is None:
        return tr("not a date")
    is_today = today is not None and moment.date() == today.date()
    words = f"{moment.time()}" if is_today else f"{moment.date()} {moment.time():%H:%M}"
    is_same = today is not None and moment.utcoffset() == today.utcoffset()
    return as_literal(words if is_same else f"{words} {format_zone(moment)}")


def format_minute(seconds: float, view: TimeContext) -> Text:
    """The time of day without seconds, rounded down."""
    moment = to_datetime(seconds, view.zone)
    return tr("not a date") if moment is None else as_literal(f"{moment:%H:%M}")


def describe_zone(view: TimeContext) -> Text:
    """Which zone the times are in that are shown without one; empty where there is no time."""
    today = to_datetime(view.now, view.zone)
    return Text("") if today is None else tr("times in {zone}", zone=format_zone(today))


def format_instant(seconds: float, view: TimeContext) -> Text:
    """An instant, absolute and relative: "2019-07-11 12:55:46 UTC, 10 min ago"."""
    return tr(
        "{date}, {distance}",
        date=format_absolute(seconds, view.zone),
        distance=format_relative(seconds, view.now),
    )


def to_datetime(seconds: float, zone: tzinfo) -> datetime | None:
    """Epoch seconds, rounded down, as local time; None outside of years 1 to 9999.

    Calculated here: ``datetime.fromtimestamp`` asks the C library, which on Windows knows no
    instant before the epoch and none after the year 3000.
    """
    try:
        return _localize(int(seconds), zone)
    except (OverflowError, ValueError):
        return None


@lru_cache(maxsize=256)
def _localize(seconds: int, zone: tzinfo) -> datetime:
    """Whole epoch seconds as local time; kept, as the window shows the same ones every second."""
    return (_EPOCH + timedelta(seconds=seconds)).astimezone(zone)


def format_zone(moment: datetime) -> str:
    """The distance from UTC at a moment, "UTC+8": CST is the name of three zones.

    It is with minutes where it has some: "UTC+5:30".
    """
    offset = moment.utcoffset()
    minutes = 0 if offset is None else round(offset.total_seconds() / _MINUTE)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '-'}{hours}{f':{rest:02}' if rest else ''}"
