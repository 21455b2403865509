"""This computer's own time zone, with its rules for every day and not only for today."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


class LocalZone(tzinfo):
    """Asks the system for each moment: a fixed offset would be an hour off half of the year."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """The offset in force at that local time."""
        return None if moment is None else _by_the_system(moment).utcoffset()

    def tzname(self, moment: datetime | None) -> str | None:
        """The zone's name at that local time."""
        return None if moment is None else _by_the_system(moment).tzname()

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Unknown: the system tells the whole offset only."""
        del moment
        return None

    def fromutc(self, moment: datetime) -> datetime:
        """The local time of a moment that is given in UTC."""
        local = moment.replace(tzinfo=UTC).astimezone()
        first = local.replace(tzinfo=self, fold=0)
        # In the hour that a clock goes back, the same local time comes twice.
        return first if first.utcoffset() == local.utcoffset() else first.replace(fold=1)


def _by_the_system(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None).astimezone()
