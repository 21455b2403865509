"""The time zone in which times are formatted: a named one, or the system's with all its rules."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


def get_zone(name: str | None) -> tzinfo:
    """Return the zone of this IANA name; the system's where there is no name, or no such zone."""
    if name is None:
        return LocalZone()
    import zoneinfo  # takes as long to import as many a call to the gateway

    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return LocalZone()


class LocalZone(tzinfo):
    """Asks the system for each instant: a fixed offset would be an hour off half of the year."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """The offset in force at that local time."""
        return None if moment is None else _to_system_time(moment).utcoffset()

    def tzname(self, moment: datetime | None) -> str | None:
        """The zone's name at that local time."""
        return None if moment is None else _to_system_time(moment).tzname()

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Unknown: the system gives the whole offset only."""
        del moment
        return None

    def fromutc(self, moment: datetime) -> datetime:
        """The local time of an instant that is given in UTC."""
        local = moment.replace(tzinfo=UTC).astimezone()
        first = local.replace(tzinfo=self, fold=0)
        # In the hour that a clock goes back, the same local time comes twice.
        return first if first.utcoffset() == local.utcoffset() else first.replace(fold=1)


def _to_system_time(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None).astimezone()
