"""Timer that fires when the app has had no user input for a given time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

_ACTIVITY_EVENTS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_POLL_INTERVAL_MS: Final = 500
"""Polling interval: together with the time that locking takes, it stays below a second."""


class IdleTimer(QObject):
    """``timeout`` is emitted once, and not again before the next user input.

    It measures wall clock time, which goes on while the computer sleeps.
    """

    timeout = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeout_seconds: float | None = None
        self._last_activity = time.time()
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_INTERVAL_MS)
        self._timer.timeout.connect(self._check_elapsed)
        QGuiApplication.instance().focusWindowChanged.connect(self._on_focus_window_changed)  # type: ignore[union-attr]  # there is one

    def set_timeout(self, minutes: int | None) -> None:
        """Set the idle time after the last user input; None for never."""
        self._timeout_seconds = None if minutes is None else minutes * 60.0
        self._timer.stop()
        self.record_activity()

    def record_activity(self) -> None:
        """Record user input: the idle time starts anew."""
        self._last_activity = time.time()
        if self._timeout_seconds is not None and not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Stop the timer; called when the app closes."""
        self._timeout_seconds = None
        self._timer.stop()

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
            self._timer.stop()
            return
        passed = time.time() - self._last_activity
        if passed < 0:  # the clock was set back
            self.record_activity()
        elif passed >= self._timeout_seconds:
            self._timer.stop()
            self.timeout.emit()
