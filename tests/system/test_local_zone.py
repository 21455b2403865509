"""Local times follow the rules of the day they are about, not those of today."""

import sys
import time
from datetime import UTC, datetime

import pytest

from inspector_app.system.local_zone import LocalZone, get_zone

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="tzset is not on Windows")


@pytest.fixture
def berlin(monkeypatch):
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield LocalZone()
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("utc", "told"),
    [
        ((2026, 1, 15, 12, 0), "2026-01-15 13:00 CET"),
        ((2026, 7, 15, 12, 0), "2026-07-15 14:00 CEST"),
        ((2026, 10, 25, 0, 30), "2026-10-25 02:30 CEST"),
        ((2026, 10, 25, 1, 30), "2026-10-25 02:30 CET"),
    ],
)
def test_summer_and_winter_have_their_own_offset(berlin, utc, told):
    year, month, day, hour, minute = utc
    moment = datetime(year, month, day, hour, minute, tzinfo=UTC).astimezone(berlin)
    assert f"{moment:%Y-%m-%d %H:%M %Z}" == told


def test_a_chosen_zone_is_taken_by_its_name():
    assert str(get_zone("Asia/Shanghai")) == "Asia/Shanghai"


@pytest.mark.parametrize("name", [None, "Mars/Olympus", "../secret", "a\0b"])
def test_without_a_zone_of_that_name_it_is_this_computers_own(name):
    assert isinstance(get_zone(name), LocalZone)


def test_a_time_of_no_day_has_no_offset(berlin):
    assert berlin.utcoffset(None) is None
    assert berlin.tzname(None) is None
    assert berlin.dst(None) is None
