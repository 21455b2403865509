"""The time zone in which times are formatted: a named one, or the system's with all its rules.

A zone's rules come from the tz database: the C library's own functions fail on Windows beyond the
year 3000 and within a day of the epoch, know no rules of the past there, and name a zone in the
system's language.
"""

from __future__ import annotations

import functools
import os
import re
import sys
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import zoneinfo

_SYSTEM_ZONE_FILE: Final = Path("/etc/localtime")
_ABBREVIATION: Final = re.compile(r"[A-Za-z0-9+-]{1,6}")
"""A zone's name as the tz database has them; Windows' own are sentences in its language."""

_CYCLE_START: Final = 2000
_CYCLE: Final = 400
"""Years after which the Gregorian calendar repeats itself, days of the week included."""


def get_zone(name: str | None) -> tzinfo:
    """Return the zone of this IANA name; the system's where there is no name, or no such zone."""
    zone = None if name is None else _load_zone(name)
    return _load_system_zone(os.environ.get("TZ")) if zone is None else zone


@functools.lru_cache
def _load_system_zone(variable: str | None) -> tzinfo:
    """Load the system's zone, or the one that the variable TZ names; once, it takes file reads."""
    zone = _load_named_zone() if sys.platform == "win32" else _load_unix_zone(variable)
    return LocalZone() if zone is None else zone


def _load_named_zone() -> zoneinfo.ZoneInfo | None:
    """Load the zone that Windows is set to, whose name there Unicode's table maps to IANA's."""
    if sys.platform != "win32":
        return None
    import tzlocal

    try:
        return _load_zone(tzlocal.get_localzone_name())
    except (LookupError, ValueError, OSError):
        return None


def _load_unix_zone(variable: str | None) -> zoneinfo.ZoneInfo | None:
    """Load the zone that TZ names, by name or by file, or that of ``/etc/localtime``.

    None where TZ is a rule in POSIX' own form, which only the C library reads.
    """
    if variable is not None:
        name = variable.removeprefix(":")
        return _load_zone_file(Path(name)) if name.startswith("/") else _load_zone(name or "UTC")
    _, _, name = os.path.realpath(_SYSTEM_ZONE_FILE).rpartition("/zoneinfo/")
    return (_load_zone(name) if name else None) or _load_zone_file(_SYSTEM_ZONE_FILE)


def _load_zone(name: str) -> zoneinfo.ZoneInfo | None:
    import zoneinfo  # takes as long to import as many a call to the gateway

    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _load_zone_file(path: Path) -> zoneinfo.ZoneInfo | None:
    import zoneinfo

    try:
        with path.open("rb") as file:
            return zoneinfo.ZoneInfo.from_file(file, key=str(path))
    except (ValueError, OSError):
        return None


class LocalZone(tzinfo):
    """Asks the C library for each instant: a fixed offset would be an hour off half of the year.

    For a system whose zone is not in the tz database.
    """

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """The offset in force at that local time."""
        return None if moment is None else _to_system_time(moment.replace(tzinfo=None)).utcoffset()

    def tzname(self, moment: datetime | None) -> str | None:
        """The zone's abbreviation at that local time; None where it has only a long name."""
        if moment is None:
            return None
        name = _to_system_time(moment.replace(tzinfo=None)).tzname() or ""
        return name if _ABBREVIATION.fullmatch(name) else None

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Unknown: the system gives the whole offset only."""
        del moment
        return None

    def fromutc(self, moment: datetime) -> datetime:
        """The local time of an instant that is given in UTC."""
        offset = _to_system_time(moment.replace(tzinfo=UTC)).utcoffset() or timedelta()
        first = (moment + offset).replace(tzinfo=self)
        # In the hour that a clock goes back, the same local time comes twice.
        return first if first.utcoffset() == offset else first.replace(fold=1)


def _to_system_time(moment: datetime) -> datetime:
    """Convert to the system's local time; beyond the C library's limits, in a year of that shape.

    Raises:
        OSError: never for a moment of the year 2000 or later on any system we know.
    """
    try:
        return moment.astimezone()
    except (OSError, OverflowError, ValueError):
        year = _CYCLE_START + moment.year % _CYCLE
        return moment.replace(year=year).astimezone()
