"""Parsing of points in time: epoch seconds or milliseconds, date texts, IDs and HTTP dates.

Points in time are epoch seconds as float. Which unit a number is in, is told by its magnitude: 1e11
and more are milliseconds (as seconds that would be the year 5138).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.session.parsing import scalars

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import Json

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MIN_MILLISECONDS: Final = 100_000_000_000
_MAX_SECONDS: Final = 253_402_214_400  # 9999-12-31 00:00 UTC: a day of margin for any zone
_DATE_TIME_PATTERN: Final = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})[ T]([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]{1,9})?"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_HTTP_DATE_PATTERN: Final = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), ([0-9]{2}) ([A-Z][a-z]{2}) ([0-9]{4})"
    r" ([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT"
)
_MONTHS: Final = {
    name: number + 1
    for number, name in enumerate(
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    )
}
EARLIEST_PLAUSIBLE: Final = 1_262_304_000
"""2010-01-01, older than EnOS: what is earlier only looks like an EnOS id, or a password's date."""

_ID_PATTERN: Final = re.compile(r"[A-Za-z]([0-9]{13})[0-9]+")


class TimestampUnit(Enum):
    """How an instant was written."""

    SECONDS = "seconds"
    MILLISECONDS = "milliseconds"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Instant:
    """A point in time in epoch seconds, and the unit in which it was sent."""

    seconds: float
    unit: TimestampUnit


def parse_instant(value: Json) -> Instant | None:
    """The instant that a field holds; None for what is not a date between 1970 and 9999.

    Zero and negative numbers are no dates: EnOS policies allow "never", and how that is sent is
    unknown. A date without a zone is taken as UTC (inferred: the creation times that are embedded
    in the ids of the documentation's samples agree with it).
    """
    counted = scalars.parse_number(value)
    if counted is not None:
        unit = TimestampUnit.MILLISECONDS if counted >= _MIN_MILLISECONDS else TimestampUnit.SECONDS
        seconds = float(counted / 1000 if unit is TimestampUnit.MILLISECONDS else counted)
        return Instant(seconds, unit) if 0 < seconds < _MAX_SECONDS else None
    dated = parse_epoch_seconds(value) if isinstance(value, str) else None
    if dated is None or not 0 < dated < _MAX_SECONDS:
        return None
    return Instant(dated, TimestampUnit.DATE)


def parse_epoch_seconds(text: str) -> float | None:
    """The epoch seconds of a date text, also where they are 0 or less; None for other texts."""
    written = _DATE_TIME_PATTERN.fullmatch(text)
    if written is None:
        return None
    *figures, fraction, zone = written.groups()
    dated = _compute_epoch_seconds([int(figure) for figure in figures], _parse_utc_offset(zone))
    return None if dated is None else dated + float(fraction or 0)


def has_zone(text: str) -> bool:
    """Whether a date text names its zone."""
    written = _DATE_TIME_PATTERN.fullmatch(text)
    return written is not None and written[8] is not None


def parse_id_timestamp(identifier: str) -> float | None:
    """When the thing with this id was created, in epoch seconds.

    Inferred: EnOS ids are a letter, 13 digits of epoch milliseconds and more digits; all samples
    of the documentation agree with the ``createTime`` beside them.
    """
    digits = _ID_PATTERN.fullmatch(identifier)
    seconds = int(digits.group(1)) / 1000 if digits else 0.0
    return seconds if seconds >= EARLIEST_PLAUSIBLE else None


def parse_http_date(header: str) -> float | None:
    """The epoch seconds of an HTTP ``Date`` header (RFC 9110, 5.6.7); None for other forms."""
    found = _HTTP_DATE_PATTERN.fullmatch(header.strip())
    if found is None or found.group(2) not in _MONTHS:
        return None
    day, month, year, *clock = found.groups()
    figures = [int(year), _MONTHS[month], int(day), *map(int, clock)]
    seconds = _compute_epoch_seconds(figures, timedelta())
    return seconds if seconds is not None and 0 < seconds < _MAX_SECONDS else None


def _parse_utc_offset(zone: str | None) -> timedelta:
    if zone is None or zone == "Z":
        return timedelta()
    sign = -1 if zone[0] == "-" else 1
    return sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))


def _compute_epoch_seconds(figures: list[int], offset: timedelta) -> float | None:
    year, month, day, hour, minute, second = figures
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=timezone(offset))
        return (moment - _EPOCH).total_seconds()
    except ValueError:  # there is no such day, hour or zone
        return None
