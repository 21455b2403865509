"""Lets workers give way while the window works, which then has the interpreter to itself."""

from __future__ import annotations

import threading
import time
from typing import Final, Self

_MAX_WAIT: Final = 0.1
"""Seconds that a worker gives way in one turn: a dialog that waits for its person is one too."""


class WindowTurn:
    """A stretch of work of the window, such as showing an answer, as a context.

    Beside a worker that is busy in Python the window waits at each of its calls from Qt; beside one
    that reads a large answer it would take three times as long for its own.
    """

    def __init__(self) -> None:
        self._ended = threading.Event()
        self._ended.set()
        self._until = 0.0

    def __enter__(self) -> Self:
        self._until = time.monotonic() + _MAX_WAIT
        self._ended.clear()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()

    @property
    def is_on(self) -> bool:
        """Whether the window works."""
        return not self._ended.is_set()

    def give_way(self) -> None:
        """Wait on a worker until the turn has ended, if there is one."""
        if self.is_on:
            self._ended.wait(max(0.0, self._until - time.monotonic()))
