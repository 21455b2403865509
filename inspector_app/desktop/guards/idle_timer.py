"""Timer that fires when nobody has touched the computer for a given time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from inspector_app.desktop.qt_override import qt_override

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from PySide6.QtGui import QWindow

    AskSystem: TypeAlias = Callable[[float, Callable[[float | None], None]], None]

_ACTIVITY_EVENTS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_POLL_INTERVAL_MS: Final = 400
"""Polling interval: twice it, with the time that locking takes, stays below a second.

It is kept up while somebody may see the window: the time goes on while the computer sleeps, and no
timer does. A window that nobody can see is looked at when the time is over, and as it is shown.
"""


class IdleTimer(QObject):
    """``timeout`` is emitted once, and not again before the next user input.

    It measures wall clock time, which goes on while the computer sleeps. Idle is the computer where
    the system tells it: it is asked once this app has had no input for the time. It may be that the
    person works in another program meanwhile. Where it tells nothing, or not within an interval,
    this app's own input counts.
    """

    timeout = Signal()

    def __init__(self, ask_system: AskSystem | None = None, parent: QObject | None = None) -> None:
        """``ask_system`` is given this app's idle seconds, and what to call with the system's."""
        super().__init__(parent)
        self._ask_system = ask_system
        self._is_asking = False
        self._is_seen = True
        self._timeout_seconds: float | None = None
        self._last_activity: float
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_INTERVAL_MS)
        # The usual ones may be late by a twentieth: twelve seconds of four minutes.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._check_elapsed)
        QGuiApplication.instance().focusWindowChanged.connect(self._on_focus_window_changed)  # type: ignore[union-attr]  # there is one

    def set_timeout(self, minutes: int | None) -> None:
        """Set the idle time after the last user input; None for never."""
        self._timeout_seconds = None if minutes is None else minutes * 60.0
        self._timer.stop()
        self._is_asking = False
        self.record_activity()

    def record_activity(self) -> None:
        """Record user input: the idle time starts anew."""
        self._last_activity = time.time()
        if self._timeout_seconds is not None and not self._timer.isActive():
            self._schedule()

    def set_seen(self, is_seen: bool) -> None:  # noqa: FBT001  # a signal's receiver
        """Say whether anybody can see the window; without that, nothing is checked in between."""
        self._is_seen = is_seen
        if self._timer.isActive():
            self._check_elapsed()

    def stop(self) -> None:
        """Stop the timer; called when the app closes."""
        self._timeout_seconds = None
        self._timer.stop()

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY_EVENTS:
            self.record_activity()
        return super().eventFilter(watched, event)

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        """Filter the events of the window in focus: input arrives at windows, not at widgets."""
        if window is not None:
            window.installEventFilter(self)  # once more does no harm: Qt keeps one
            self.record_activity()

    def _check_elapsed(self) -> None:
        if self._timeout_seconds is None:
            return
        passed = time.time() - self._last_activity
        if passed < 0:  # the clock was set back
            self.record_activity()
        elif passed < self._timeout_seconds:
            self._is_asking = False  # what was asked is answered by an input
        elif self._ask_system is None or self._is_asking:
            self._expire()
        else:
            self._is_asking = True
            self._ask_system(passed, self._on_idle_time_received)
        if self._timer.isActive():
            self._schedule()

    def _on_idle_time_received(self, seconds: float | None) -> None:
        """Take in for how long the computer has been idle; None where the system does not tell."""
        if not self._is_asking or self._timeout_seconds is None:
            return
        self._is_asking = False
        if seconds is None or seconds >= self._timeout_seconds:
            self._expire()
        else:
            self._last_activity = time.time() - max(0.0, seconds)
            self._schedule()

    def _schedule(self) -> None:
        """Check again after an interval, or where nobody sees it, when the time is over."""
        if self._timeout_seconds is None:
            return
        left = 0.0
        if not (self._is_seen or self._is_asking):
            left = self._last_activity + self._timeout_seconds - time.time()
        self._timer.start(max(_POLL_INTERVAL_MS, round(1000 * left)))

    def _expire(self) -> None:
        self._is_asking = False
        self._timer.stop()
        self.timeout.emit()
