"""The window notices that nobody is there, by the wall clock, and says so once."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow

from inspector_app.desktop.guards.idle_timer import IdleTimer


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
    idle._timer.timeout.emit()
    assert told == []
    now.seconds += 1
    idle._timer.timeout.emit()
    assert told == [1]
    assert not idle._timer.isActive()


def test_never_is_never(idle, now):
    told = count(idle)
    idle.set_timeout(None)
    now.seconds += 10**9
    idle._timer.timeout.emit()
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
    idle._timer.timeout.emit()
    assert told == []
    now.seconds += 1
    idle._timer.timeout.emit()
    assert told == [1]


def test_a_clock_that_was_set_back_starts_the_time_anew(idle, now):
    told = count(idle)
    idle.set_timeout(4)
    now.seconds -= 3600
    idle._timer.timeout.emit()
    now.seconds += 240
    idle._timer.timeout.emit()
    assert told == [1]
