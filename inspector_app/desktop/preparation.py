"""Makes, soon after the start, what the first answer would wait for."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PAUSE_MS: Final = 20


class Preparation(QObject):
    """Runs the parts one by one, with pauses between them in which the window is responsive."""

    def __init__(self, parts: Iterable[Callable[[], None]], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = deque(parts)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._run_next)

    def start(self) -> None:
        """Begin with the first part, after a pause."""
        self._timer.start()

    def stop(self) -> None:
        """Run no more, because the window is closing."""
        self._timer.stop()

    @Slot()
    def _run_next(self) -> None:
        if self._parts:
            self._parts.popleft()()
        if not self._parts:
            self._timer.stop()
