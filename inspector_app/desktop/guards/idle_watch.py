"""Notices that nobody has touched the window for a while."""

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
"""Milliseconds between two looks: with what locking takes, less than a second passes."""


class IdleWatch(QObject):
    """``due`` comes once when the time is over, and not again before the next touch.

    The time is the wall clock's: it goes on while the computer sleeps.
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
        """Wait as long as this from the last touch; None for never."""
        self._seconds = None if minutes is None else minutes * 60.0
        self._tick.stop()
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = time.time()
        if self._seconds is not None and not self._tick.isActive():
            self._tick.start()

    def stop(self) -> None:
        """The app is closing."""
        self._seconds = None
        self._tick.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        """Whichever window of the app is in use: input arrives at windows, not at widgets."""
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
