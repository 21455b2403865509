from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest

from inspector_app.session import time_format
from inspector_app.session.time_format import TimeContext

NOON = 1562846400.0  # 2019-07-11 12:00:00 UTC


@pytest.mark.parametrize(
    ("span", "words"),
    [
        *((0, "0 s"), (59.9, "59 s"), (60, "1 min"), (92, "1 min 32 s"), (299, "4 min 59 s")),
        *((300, "5 min"), (3599, "59 min"), (3600, "1 h"), (6880, "1 h 54 min"), (7200, "2 h")),
        *((90000, "25 h"), (172800, "2 days"), (180000, "2 days 2 h"), (864000, "10 days")),
        *((86400 * 400, "400 days"), (86400 * 800, "2 years"), (-6880, "1 h 54 min")),
        *((172_799, "47 h 59 min"), (777_600 + 3600, "9 days 1 h"), (864_000 + 3600, "10 days")),
        *((63_113_903, "730 days"), (63_113_904, "2 years"), (94_670_855, "2 years")),
        *((94_670_856, "3 years"), (239, "3 min 59 s"), (240, "4 min"), (3_661, "1 h 1 min")),
    ],
)
def test_spans_in_words_are_rounded_down(span, words):
    assert str(time_format.format_duration(span)) == words


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (-600, "10 min ago"),
        (3 * 86400, "in 3 days"),
        (0.99, "now"),
        (1, "in 1 s"),
        (-0.99, "now"),
        (-1, "1 s ago"),
        (0.4, "now"),
        (-0.4, "now"),
        (61, "in 1 min 1 s"),
    ],
)
def test_how_far_away_an_instant_is(offset, words):
    assert str(time_format.format_relative(NOON + offset, NOON)) == words


def test_an_instant_is_told_in_the_chosen_zone_both_ways():
    singapore = TimeContext(NOON + 600, timezone(timedelta(hours=8), "SGT"))

    assert (
        str(time_format.format_instant(NOON, singapore)) == "2019-07-11 20:00:00 UTC+8, 10 min ago"
    )
    assert str(time_format.format_absolute(NOON, UTC)) == "2019-07-11 12:00:00 UTC"


def test_the_day_is_named_unless_it_is_today():
    view = TimeContext(NOON, UTC)

    assert str(time_format.format_time_of_day(NOON + 60, view)) == "12:01:00 UTC"
    assert str(time_format.format_time_of_day(NOON + 86400, view)) == "2019-07-12 12:00:00 UTC"


FIRST, BERLIN = -62_135_596_800, ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("seconds", "now", "zone", "clock", "time_of_day"),
    [
        (NOON + 61, NOON, UTC, "12:01:01", "12:01:01 UTC"),
        (NOON + 86_461, NOON, UTC, "2019-07-12 12:01", "2019-07-12 12:01:01 UTC"),
        (NOON, NOON - 43_200, BERLIN, "14:00:00", "14:00:00 UTC+2"),
        (NOON, NOON - 86_400 * 180, BERLIN, "2019-07-11 14:00 UTC+2", "2019-07-11 14:00:00 UTC+2"),
        (1_711_846_800, 1_711_843_200, BERLIN, "03:00:00 UTC+2", "03:00:00 UTC+2"),
        (1e30, NOON, UTC, "not a date", "not a date"),
        (NOON, 1e30, UTC, "2019-07-11 12:00 UTC", "2019-07-11 12:00:00 UTC"),
        (FIRST, FIRST, UTC, "00:00:00", "00:00:00 UTC"),
    ],
)
def test_a_time_has_its_day_and_its_zone_where_they_are_not_todays(
    seconds, now, zone, clock, time_of_day
):
    """R7."""
    view = TimeContext(now, zone)
    assert str(time_format.format_clock_time(seconds, view)) == clock
    assert str(time_format.format_time_of_day(seconds, view)) == time_of_day


@pytest.mark.parametrize(
    ("now", "told"), [(NOON, "times in UTC+2"), (NOON - 86_400 * 180, "times in UTC+1"), (1e30, "")]
)
def test_the_zone_of_all_times_is_told_once(now, told):
    assert str(time_format.describe_zone(TimeContext(now, BERLIN))) == told


def test_summer_time_changes_the_clock_and_not_the_distance():
    """R7."""
    before = datetime(2024, 3, 31, 0, 30, tzinfo=UTC).timestamp()
    view = TimeContext(before + 3600, ZoneInfo("Europe/Berlin"))

    assert str(time_format.format_instant(before, view)) == "2024-03-31 01:30:00 UTC+1, 1 h ago"
    assert str(time_format.format_instant(before + 3600, view)) == "2024-03-31 03:30:00 UTC+2, now"


@pytest.mark.parametrize("epoch", [-1e30, 1e30, 1e13, -1e12, float("nan"), float("inf")])
def test_what_no_calendar_can_name_is_not_a_date(epoch):
    """J6."""
    assert str(time_format.format_absolute(epoch, UTC)) == "not a date"


class Nameless(tzinfo):
    def utcoffset(self, _moment):
        return timedelta(hours=-3)

    def dst(self, _moment):
        return timedelta()

    def tzname(self, _moment):
        return None


def test_a_zone_without_a_name_is_told_by_its_offset():
    assert str(time_format.format_absolute(NOON, Nameless())) == "2019-07-11 09:00:00 UTC-3"


@pytest.mark.parametrize(
    ("hours", "name"),
    [
        (0, "UTC"),
        (8, "UTC+8"),
        (-3.5, "UTC-3:30"),
        (5.75, "UTC+5:45"),
        (-6, "UTC-6"),
        (14, "UTC+14"),
    ],
)
def test_a_zone_is_told_so_that_it_can_be_no_other(hours, name):
    zone = timezone(timedelta(hours=hours), "CST")
    assert time_format.format_zone(datetime(2026, 3, 1, tzinfo=zone)) == name
