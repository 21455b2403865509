"""What began an hour ago began an hour ago, whether a clock was set or the computer slept."""

import time

import pytest

from inspector_app.inspection.elapsed_time import ElapsedTime


@pytest.mark.parametrize(
    ("wall", "steady", "seconds"),
    [
        (0.0, 0.0, 0.0),
        (60.0, 60.0, 60.0),
        (28_860.0, 60.0, 28_860.0),  # the computer slept
        (-86_340.0, 60.0, 60.0),  # the clock was set back by a day
    ],
)
def test_neither_sleep_nor_a_clock_that_is_set_back_stops_it(monkeypatch, wall, steady, seconds):
    """R7."""
    now = [1_800_000_000.0, 500.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    monkeypatch.setattr(time, "monotonic", lambda: now[1])
    elapsed = ElapsedTime()
    now = [1_800_000_000.0 + wall, 500.0 + steady]
    assert elapsed.get_seconds() == seconds
