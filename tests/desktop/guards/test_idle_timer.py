"""The window notices that nobody is there, by the wall clock, and says so once."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow

from inspector_app.desktop.guards.idle_timer import IdleTimer
from tests.desktop.at_work import run_out


class Now:
    seconds = 1_000_000.0


@pytest.fixture
def now(monkeypatch):
    monkeypatch.setattr("inspector_app.desktop.guards.idle_timer.time.time", lambda: Now.seconds)
    Now.seconds = 1_000_000.0
    return Now


@pytest.fixture
def idle(qapp, now):
    made = IdleTimer()
    yield made
    made.stop()


def count(idle):
    told = []
    idle.timeout.connect(lambda: told.append(1))
    return told


@pytest.mark.parametrize("minutes", [1, 4, 60])
def test_it_is_due_once_when_the_time_is_over(idle, now, minutes):
    """A6."""
    told = count(idle)
    idle.set_timeout(minutes)
    now.seconds += minutes * 60 - 1
    run_out(idle._timer)
    assert told == []
    now.seconds += 1
    run_out(idle._timer)
    assert told == [1]
    assert not idle._timer.isActive()


def test_never_is_never(idle, now):
    told = count(idle)
    idle.set_timeout(4)
    idle.set_timeout(None)
    now.seconds += 10**9
    assert not idle._timer.isActive()
    idle._timer.start()  # as if its time had been over already
    run_out(idle._timer)
    assert told == []


@pytest.mark.parametrize("kind", ["key", "mouse"])
def test_a_touch_begins_anew(idle, now, kind):
    told = count(idle)
    window = QWindow()
    idle._on_focus_window_changed(window)
    idle.set_timeout(4)
    now.seconds += 239
    event = (
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
        if kind == "key"
        else QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(),
            QPointF(),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert not idle.eventFilter(window, event)
    now.seconds += 239
    run_out(idle._timer)
    assert told == []
    now.seconds += 1
    run_out(idle._timer)
    assert told == [1]


def test_a_clock_that_was_set_back_starts_the_time_anew(idle, now):
    told = count(idle)
    idle.set_timeout(4)
    now.seconds -= 3600
    run_out(idle._timer)
    now.seconds += 240
    run_out(idle._timer)
    assert told == [1]


@pytest.fixture
def asking(qapp, now):
    """A timer whose system answers what the test says, when it says it."""
    asked = []
    made = IdleTimer(lambda passed, tell: asked.append((passed, tell)))
    made.set_timeout(4)
    yield made, asked
    made.stop()


def test_somebody_who_works_in_another_program_is_there(asking, now):
    idle, asked = asking
    told = count(idle)
    now.seconds += 240
    run_out(idle._timer)
    ((passed, tell),) = asked
    assert passed == 240
    tell(30.0)
    assert told == []
    now.seconds += 209
    run_out(idle._timer)
    assert len(asked) == 1
    now.seconds += 1
    run_out(idle._timer)
    asked[-1][1](240.0)
    assert told == [1]


@pytest.mark.parametrize("seconds", [None, 240.0, 10**6])
def test_a_computer_that_is_idle_or_does_not_tell_is_locked(asking, now, seconds):
    """A6."""
    idle, asked = asking
    told = count(idle)
    now.seconds += 240
    run_out(idle._timer)
    asked[0][1](seconds)
    assert told == [1]


def wait_in_vain(idle, now):
    """Ask the system when the time is over, and get no answer within an interval."""
    told = count(idle)
    now.seconds += 240
    run_out(idle._timer)
    run_out(idle._timer)
    assert told == [1]
    return told


def test_a_system_that_does_not_answer_is_not_waited_for(asking, now):
    """A6."""
    idle, asked = asking
    told = wait_in_vain(idle, now)
    asked[0][1](3.0)  # too late
    assert told == [1]


def test_an_answer_after_an_input_changes_nothing(asking, now):
    idle, asked = asking
    told = count(idle)
    now.seconds += 240
    run_out(idle._timer)
    idle.record_activity()
    run_out(idle._timer)
    asked[0][1](999.0)
    assert told == []


def test_a_window_that_nobody_sees_is_left_alone_until_the_time_is_over(idle, now):
    """A6."""
    told = count(idle)
    idle.set_timeout(4)
    now.seconds += 100
    idle.set_seen(False)
    assert idle._timer.interval() == 140_000
    assert idle._timer.timerType() is Qt.TimerType.PreciseTimer  # others are late by a twentieth
    now.seconds += 140
    run_out(idle._timer)
    assert told == [1]
    assert not idle._timer.isActive()


def test_a_window_that_is_shown_again_after_the_computer_slept_is_locked_at_once(idle, now):
    """A6: no timer went on meanwhile."""
    told = count(idle)
    idle.set_timeout(4)
    idle.set_seen(False)
    now.seconds += 8 * 3600
    idle.set_seen(True)
    assert told == [1]


def test_a_window_that_is_shown_again_in_time_is_looked_at_as_before(idle, now):
    told = count(idle)
    idle.set_timeout(4)
    idle.set_seen(False)
    now.seconds += 10
    idle.set_seen(True)
    assert told == []
    assert idle._timer.isActive()
    assert idle._timer.interval() < 500


def test_a_system_that_does_not_answer_is_not_waited_for_behind_the_scenes_either(asking, now):
    """A6."""
    idle, asked = asking
    told = count(idle)
    idle.set_seen(False)
    now.seconds += 240
    run_out(idle._timer)
    assert len(asked) == 1
    assert idle._timer.interval() < 500
    run_out(idle._timer)
    assert told == [1]


def test_behind_the_scenes_it_waits_for_what_the_system_leaves(asking, now):
    idle, asked = asking
    idle.set_seen(False)
    now.seconds += 240
    run_out(idle._timer)
    asked[0][1](30.0)
    assert idle._timer.interval() == 210_000


EVERY_EVENT = [one for one in QEvent.Type if one.value < QEvent.Type.User.value]
TOUCHES = {"KeyPress", "MouseButtonPress", "MouseMove", "Wheel", "TouchBegin"}


def test_a_touch_is_what_a_person_does_and_nothing_else(idle, now):
    """A6: a window that is painted or moved by a program is not touched."""
    told = count(idle)
    window = QWindow()
    for kind in EVERY_EVENT:
        idle.set_timeout(4)
        now.seconds += 240
        idle.eventFilter(window, QEvent(kind))
        run_out(idle._timer)
        assert (told == []) is (kind.name in TOUCHES), kind
        told.clear()


def test_only_a_window_that_comes_into_focus_counts_as_a_touch(qapp, idle, now):
    told = count(idle)
    idle.set_timeout(4)
    now.seconds += 239
    idle._on_focus_window_changed(None)
    now.seconds += 1
    run_out(idle._timer)
    assert told == [1]
    window = QWindow()
    idle.record_activity()
    now.seconds += 239
    qapp.focusWindowChanged.emit(window)
    now.seconds += 239
    run_out(idle._timer)
    assert told == [1]
    QGuiApplication.sendEvent(window, QEvent(QEvent.Type.Wheel))
    now.seconds += 239
    run_out(idle._timer)
    assert told == [1]


def test_it_is_looked_at_more_than_twice_a_second_until_it_is_stopped(idle, now):
    """A6: locking a second late is late enough."""
    told = count(idle)
    assert not idle._timer.isActive()
    idle.record_activity()
    assert not idle._timer.isActive()
    idle.set_timeout(4)
    assert idle._timer.isActive()
    assert idle._timer.interval() == 400
    idle.stop()
    assert not idle._timer.isActive()
    now.seconds += 10**6
    idle.record_activity()
    idle.set_seen(True)
    assert not idle._timer.isActive()
    idle._timer.start()  # as if its time had been over already
    run_out(idle._timer)
    assert told == []


def test_what_is_set_anew_begins_anew(asking, now):
    idle, asked = asking
    told = count(idle)
    now.seconds += 240
    run_out(idle._timer)
    idle.set_timeout(1)
    asked[0][1](None)  # of the time before
    assert told == []
    now.seconds += 60
    run_out(idle._timer)
    assert [passed for passed, _ in asked] == [240, 60]
    idle.set_timeout(None)
    asked[1][1](60.0)
    assert told == []


def test_a_system_that_counts_backwards_is_taken_for_one_that_was_just_touched(asking, now):
    idle, asked = asking
    now.seconds += 240
    run_out(idle._timer)
    asked[0][1](-5.0)
    assert idle._last_activity == now.seconds


def test_each_time_that_is_over_is_asked_about_anew(asking, now):
    """A6: neither a question of before nor its answer decides."""
    idle, asked = asking
    told = count(idle)
    for number in (1, 2, 3):
        now.seconds += 240
        run_out(idle._timer)
        assert len(asked) == number
        assert idle._is_asking
        asked[-1][1](10.0)
        assert not idle._is_asking
        now.seconds += 230 - 240
    assert told == []
    idle.record_activity()
    now.seconds += 240
    run_out(idle._timer)
    asked[-1][1](240.0)
    assert told == [1]
    asked[-1][1](240.0)
    assert told == [1], "an answer counts once"
    idle.record_activity()
    now.seconds += 240
    run_out(idle._timer)
    assert len(asked) == 5, "it is asked, and not taken for a question without an answer"


def test_after_a_system_that_did_not_answer_the_next_time_is_asked_about_as_well(asking, now):
    """A6: else a person at work in another program would find the window locked."""
    idle, asked = asking
    told = wait_in_vain(idle, now)
    idle.record_activity()
    now.seconds += 240
    run_out(idle._timer)
    assert (len(asked), told) == (2, [1])
    asked[-1][1](5.0)
    assert told == [1]
