"""Timer that fires when the app has had no user input for a given time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_TICK: Final = 500
"""Polling interval: together with the time that locking takes, it stays below a second."""


class IdleWatch(QObject):
    """``timeout`` is emitted once, and not again before the next user input.

    It measures wall clock time, which goes on while the computer sleeps.
    """

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seconds: float | None = None
        self._touched = time.time()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self._look)
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]  # there is one

    def wait(self, minutes: int | None) -> None:
        """Set the idle time after the last user input; None for never."""
        self._seconds = None if minutes is None else minutes * 60.0
        self._tick.stop()
        self.touch()

    def touch(self) -> None:
        """Record user input: the idle time starts anew."""
        self._touched = time.time()
        if self._seconds is not None and not self._tick.isActive():
            self._tick.start()

    def stop(self) -> None:
        """Stop the timer; called when the app closes."""
        self._seconds = None
        self._tick.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        """Filter the events of the window in focus: input arrives at windows, not at widgets."""
        if window is not None:
            window.installEventFilter(self)  # once more does no harm: Qt keeps one
            self.touch()

    def _look(self) -> None:
        if self._seconds is None:
            self._tick.stop()
            return
        passed = time.time() - self._touched
        if passed < 0:  # the clock was set back
            self.touch()
        elif passed >= self._seconds:
            self._tick.stop()
            self.due.emit()
