"""The times of an answer go on as often as their words change."""

import itertools
import time

import pytest

from inspector_app.session.presentation.timeline import MarkKind
from tests.desktop.at_work import inspect, run_out


class Clock:
    """The time of day as the window is told it, and its timer's ticks.

    It begins where no minute is over in the next seconds, of the day, of the session, or since it
    was created or refreshed.
    """

    def __init__(self, view, monkeypatch):
        life = view.result.analyzed.lifetimes
        self._begun = next(
            at
            for at in itertools.count(time.time())
            if all(
                5 < part % 60 < 55
                for part in (at, life.ends - at, at - life.created, at - life.refreshed)
            )
        )
        self._view, self._passed = view, 0.0
        monkeypatch.setattr(time, "time", lambda: self._begun + self._passed)

    def tick(self, seconds):
        """Milliseconds to the next tick, after one that comes so many seconds later."""
        self._passed += seconds
        run_out(self._view._timer)
        return self._view._timer.interval()


@pytest.fixture
def view(demo, qtbot):
    inspect(demo, qtbot, demo.demo.scenarios[0].token)
    assert demo.window.result_view._timer.isActive()
    return demo.window.result_view


def test_where_no_seconds_are_shown_it_rests_for_longer(view, monkeypatch):
    clock = Clock(view, monkeypatch)
    clock.tick(0)
    assert clock.tick(0.5) == 5000
    sentence = view.banner.sentence_label.text()
    assert clock.tick(61) == 1000, "a minute is over"
    assert view.banner.sentence_label.text() != sentence
    assert clock.tick(0.2) == 5000


def test_in_the_last_minutes_each_second_counts(view, monkeypatch):
    clock = Clock(view, monkeypatch)
    clock.tick(0)
    ends = view.result.analyzed.lifetimes.ends
    clock.tick(ends - 200 - time.time())
    seen = set()
    for _ in range(5):
        assert clock.tick(1) == 1000
        seen.add(view.banner.sentence_label.text())
    assert len(seen) == 5


def test_a_window_that_is_shown_again_begins_with_every_second(view, monkeypatch):
    clock = Clock(view, monkeypatch)
    clock.tick(0)
    assert clock.tick(0.1) == 5000
    view.hide()
    view.show()
    assert view._timer.interval() == 1000


def test_another_answer_is_not_left_waiting_by_the_calm_of_the_one_before(demo, qtbot, view):
    view._timer.setInterval(5000)
    inspect(demo, qtbot, demo.demo.scenarios[1].token)
    assert view._timer.interval() == 1000


def test_the_time_now_is_told_in_minutes_and_in_full_where_it_is_asked_for(view):
    (label,) = (one.words for one in view.banner.timeline.labels if one.words.startswith("now"))
    assert label.count(":") == 1
    middle = view.banner.timeline.arrangement.get_x(MarkKind.NOW)
    assert view.banner.timeline.get_description_at(middle).count(":") >= 2
