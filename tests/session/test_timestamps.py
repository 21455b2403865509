from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.session import timestamps
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject
from inspector_app.session.timestamps import TimeContext, TimestampUnit

NOON = 1562846400.0  # 2019-07-11 12:00:00 UTC


def seconds(value):
    found = timestamps.parse_instant(value)
    return None if found is None else found.seconds


@pytest.mark.parametrize(
    ("sent", "epoch", "unit"),
    [
        (JsonNumber("1562849746"), 1562849746, TimestampUnit.SECONDS),
        (JsonNumber("1562849746000"), 1562849746, TimestampUnit.MILLISECONDS),
        (JsonNumber("1.601192046E12"), 1601192046, TimestampUnit.MILLISECONDS),
        (JsonNumber("99999999999"), 99999999999, TimestampUnit.SECONDS),
        (JsonNumber("100000000000"), 100000000, TimestampUnit.MILLISECONDS),
        ("1562849746", 1562849746, TimestampUnit.SECONDS),
        ("2019-05-14 08:33:19.0", 1557822799, TimestampUnit.DATE),
        ("2019-05-14T08:33:19Z", 1557822799, TimestampUnit.DATE),
        ("2019-05-14T16:33:19+08:00", 1557822799, TimestampUnit.DATE),
        ("2019-05-14T16:33:19.5+0800", 1557822799.5, TimestampUnit.DATE),
    ],
)
def test_the_unit_is_told_by_magnitude(sent, epoch, unit):
    assert timestamps.parse_instant(sent) == timestamps.Instant(epoch, unit)


NO_DATES = [
    *(None, True, False, "", "nan", "NaN", "inf", "-inf", "Infinity", "soon", "never", "0", "-1"),
    *("2019-02-30 00:00:00", "2019-13-01 00:00:00", "2019-05-14 25:00:00", "2019-05-14"),
    *("2019-05-14 08:33:60", "0000-01-01 00:00:00", "0001-01-01 00:00:00", "1969-12-31 23:59:59"),
    *("9999-12-31 23:59:59", "2019-05-14 08:33:19+99:00", "\uff12019-05-14 08:33:19", "1e400"),
    JsonNumber("0"),
    JsonNumber("-0.0"),
    JsonNumber("-1"),
    JsonNumber("-1562849746000"),
    JsonNumber("9223372036854775807"),
    JsonNumber("9223372036854775808"),
    JsonNumber("1E400"),
    JsonNumber("-1E400"),
    JsonNumber("1e18"),
    JsonNumber("253402300799999"),
    JsonNumber("1" * 300),
    JsonNumber("1e999999999"),
    JsonArray(),
    JsonArray((JsonNumber("1562849746"),)),
    JsonObject(),
]


def test_what_is_no_date_is_not_taken_for_one():
    """J6: 40 values, each of them no instant between 1970 and 9999."""
    assert len(NO_DATES) >= 40
    assert [value for value in NO_DATES if timestamps.parse_instant(value) is not None] == []


@given(st.text())
def test_no_text_at_all_raises(text):
    """J6."""
    timestamps.parse_instant(text)
    timestamps.parse_id_timestamp(text)
    timestamps.parse_http_date(text)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        *((0, "0 s"), (59.9, "59 s"), (60, "1 min"), (92, "1 min 32 s"), (299, "4 min 59 s")),
        *((300, "5 min"), (3599, "59 min"), (3600, "1 h"), (6880, "1 h 54 min"), (7200, "2 h")),
        *((90000, "25 h"), (172800, "2 days"), (180000, "2 days 2 h"), (864000, "10 days")),
        *((86400 * 400, "400 days"), (86400 * 800, "2 years"), (-6880, "1 h 54 min")),
    ],
)
def test_spans_in_words_are_rounded_down(span, words):
    assert str(timestamps.format_duration(span)) == words


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (-600, "10 min ago"),
        (3 * 86400, "in 3 days"),
        (0.4, "now"),
        (-0.4, "now"),
        (61, "in 1 min 1 s"),
    ],
)
def test_how_far_away_an_instant_is(offset, words):
    assert str(timestamps.format_relative(NOON + offset, NOON)) == words


def test_an_instant_is_told_in_the_chosen_zone_both_ways():
    singapore = TimeContext(NOON + 600, timezone(timedelta(hours=8), "SGT"))

    assert str(timestamps.format_instant(NOON, singapore)) == "2019-07-11 20:00:00 SGT, 10 min ago"
    assert str(timestamps.format_absolute(NOON, UTC)) == "2019-07-11 12:00:00 UTC"


def test_the_day_is_named_unless_it_is_today():
    view = TimeContext(NOON, UTC)

    assert str(timestamps.format_time_of_day(NOON + 60, view)) == "12:01:00 UTC"
    assert str(timestamps.format_time_of_day(NOON + 86400, view)) == "2019-07-12 12:00:00 UTC"


def test_summer_time_changes_the_clock_and_not_the_distance():
    """R7."""
    before = datetime(2024, 3, 31, 0, 30, tzinfo=UTC).timestamp()
    view = TimeContext(before + 3600, ZoneInfo("Europe/Berlin"))

    assert str(timestamps.format_instant(before, view)) == "2024-03-31 01:30:00 CET, 1 h ago"
    assert str(timestamps.format_instant(before + 3600, view)) == "2024-03-31 03:30:00 CEST, now"


@pytest.mark.parametrize("epoch", [-1e30, 1e30, 1e13, -1e12, float("nan"), float("inf")])
def test_what_no_calendar_can_name_is_not_a_date(epoch):
    """J6."""
    assert str(timestamps.format_absolute(epoch, UTC)) == "not a date"


class Nameless(tzinfo):
    def utcoffset(self, _moment):
        return timedelta(hours=-3)

    def dst(self, _moment):
        return timedelta()

    def tzname(self, _moment):
        return None


def test_a_zone_without_a_name_is_told_by_its_offset():
    assert str(timestamps.format_absolute(NOON, Nameless())) == "2019-07-11 09:00:00 -0300"


@pytest.mark.parametrize(
    ("identifier", "epoch"),
    [
        ("u15578227990211", 1557822799.021),
        ("o155782279855712345678", 1557822798.557),
        *(("u1557822799021", None), ("15578227990211", None), ("u00000000000001", None)),
        *(("", None), ("u1557822799021x", None)),
    ],
)
def test_an_id_embeds_when_it_was_made(identifier, epoch):
    assert timestamps.parse_id_timestamp(identifier) == epoch


@pytest.mark.parametrize(
    ("header", "epoch"),
    [
        ("Thu, 11 Jul 2019 12:00:00 GMT", NOON),
        (" Thu, 11 Jul 2019 12:00:00 GMT ", NOON),
        ("Thursday, 11-Jul-19 12:00:00 GMT", None),
        ("Thu, 11 Jux 2019 12:00:00 GMT", None),
        ("Thu, 31 Feb 2019 12:00:00 GMT", None),
        *(("Thu, 11 Jul 2019 12:00:00 +0200", None), ("", None)),
    ],
)
def test_the_http_date(header, epoch):
    assert timestamps.parse_http_date(header) == epoch
