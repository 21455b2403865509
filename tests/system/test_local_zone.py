"""Local times follow the rules of the day they are about, not those of today."""

import os
import sys
import time
import zoneinfo
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inspector_app.session.time_format import format_absolute
from inspector_app.system import local_zone
from inspector_app.system.local_zone import LocalZone, get_zone

unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows is not set to a zone by TZ")

BERLIN_RULE = "CET-1CEST,M3.5.0,M10.5.0/3"
FAR = [
    (1, "1970-01-01 08:00:01"),
    (86_399, "1970-01-02 07:59:59"),
    (-1, "1970-01-01 07:59:59"),
    (32_535_215_999, "3001-01-01 07:59:59"),
    (32_535_244_800, "3001-01-01 16:00:00"),
    (253_402_185_600, "9999-12-31 00:00:00"),
    (253_402_271_999, "9999-12-31 23:59:59"),
]
"""Epoch seconds and what they are eight hours east of Greenwich."""


@pytest.fixture
def set_zone(monkeypatch):
    """Sets the system's zone by the variable that POSIX has for it."""

    def set_to(variable):
        monkeypatch.setenv("TZ", variable)
        time.tzset()

    yield set_to
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def limited(monkeypatch):
    """A C library with the limits of Windows' own, whatever system this is."""

    class Limited(datetime):
        def astimezone(self, tz=None):
            if tz is None:
                since = self.replace(tzinfo=UTC).timestamp()
                if not 86_400 <= since < 32_535_215_999:
                    raise OSError(22, "Invalid argument")
            return super().astimezone(tz)

    class LimitedZone(LocalZone):
        def fromutc(self, moment):
            return super().fromutc(Limited.fromisoformat(moment.replace(tzinfo=None).isoformat()))

    return LimitedZone()


@unix
@pytest.mark.parametrize(
    ("utc", "told"),
    [
        ((2026, 1, 15, 12, 0), "2026-01-15 13:00 CET"),
        ((2026, 7, 15, 12, 0), "2026-07-15 14:00 CEST"),
        ((2026, 10, 25, 0, 30), "2026-10-25 02:30 CEST"),
        ((2026, 10, 25, 1, 30), "2026-10-25 02:30 CET"),
    ],
)
@pytest.mark.parametrize("variable", [BERLIN_RULE, "Europe/Berlin", ":Europe/Berlin"])
def test_summer_and_winter_have_their_own_offset(set_zone, variable, utc, told):
    set_zone(variable)
    year, month, day, hour, minute = utc
    moment = datetime(year, month, day, hour, minute, tzinfo=UTC).astimezone(get_zone(None))
    assert f"{moment:%Y-%m-%d %H:%M %Z}" == told


@unix
@pytest.mark.parametrize(("seconds", "told"), FAR)
@pytest.mark.parametrize("variable", ["Asia/Shanghai", "CST-8"])
def test_far_and_early_dates_are_told_like_all_others(set_zone, variable, seconds, told):
    """J6."""
    set_zone(variable)
    assert str(format_absolute(seconds, get_zone(None))) == f"{told} UTC+8"


@unix
@pytest.mark.parametrize(("seconds", "told"), FAR)
def test_a_c_library_that_ends_with_the_year_3000_changes_nothing(set_zone, limited, seconds, told):
    set_zone("CST-8")
    assert str(format_absolute(seconds, limited)) == f"{told} UTC+8"


@pytest.mark.parametrize("seconds", [seconds for seconds, _ in FAR])
def test_the_zone_of_this_computer_has_no_limits_of_its_own(seconds):
    zone = get_zone(None)
    moment = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone(zone)
    assert moment.timestamp() == seconds


@unix
def test_the_systems_zone_is_the_one_that_its_file_holds(tmp_path, monkeypatch):
    monkeypatch.delenv("TZ", raising=False)
    database = next(Path(one) for one in zoneinfo.TZPATH if Path(one, "Asia/Tokyo").exists())
    link = tmp_path / "localtime"
    link.symlink_to(database / "Asia" / "Tokyo")
    monkeypatch.setattr(local_zone, "_SYSTEM_ZONE_FILE", link)
    local_zone._load_system_zone.cache_clear()
    linked = get_zone(None)
    link.unlink()
    link.write_bytes((database / "Asia" / "Tokyo").read_bytes())
    local_zone._load_system_zone.cache_clear()
    copied = get_zone(None)
    local_zone._load_system_zone.cache_clear()
    assert str(linked) == "Asia/Tokyo"
    assert str(copied) == str(link)
    assert str(format_absolute(0, copied)) == "1970-01-01 09:00:00 UTC+9"


@unix
def test_a_variable_names_a_zone_or_its_file_and_an_empty_one_is_utc(set_zone):
    file = next(Path(one, "Asia/Tokyo") for one in zoneinfo.TZPATH if Path(one).exists())
    for variable, told in (
        ("", "UTC"),
        (":", "UTC"),
        ("Asia/Tokyo", "Asia/Tokyo"),
        (str(file), str(file)),
        (f":{file}", str(file)),
    ):
        set_zone(variable)
        assert str(get_zone(None)) == told
    for variable in ("/no/such/file", "Mars/Olympus"):
        set_zone(variable)
        assert isinstance(get_zone(None), LocalZone)


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows itself")
def test_windows_zone_has_its_iana_name():
    assert isinstance(get_zone(None), zoneinfo.ZoneInfo)


def test_a_chosen_zone_is_taken_by_its_name():
    assert str(get_zone("Asia/Shanghai")) == "Asia/Shanghai"


@pytest.mark.parametrize("name", [None, "Mars/Olympus", "../secret", "a\0b"])
def test_without_a_zone_of_that_name_it_is_this_computers_own(name):
    assert get_zone(name) is local_zone._load_system_zone(os.environ.get("TZ"))


@unix
@pytest.mark.parametrize("name", ["China Standard Time", "中国标准时间", ""])
def test_a_long_name_in_the_systems_language_is_no_abbreviation(monkeypatch, name):
    """A report has a language of its own: the offset says the same in each."""

    class Told(datetime):
        def tzname(self):
            return name

    monkeypatch.setattr(local_zone, "_to_system_time", lambda _moment: Told(2026, 1, 1, tzinfo=UTC))
    assert str(format_absolute(0, LocalZone())) == "1970-01-01 00:00:00 UTC"


def test_a_time_of_no_day_has_no_offset():
    zone = LocalZone()
    assert zone.utcoffset(None) is None
    assert zone.tzname(None) is None
    assert zone.dst(None) is None
