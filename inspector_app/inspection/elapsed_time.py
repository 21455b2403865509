"""The time since something began, whatever is done to the clock meanwhile."""

from __future__ import annotations

import time


class ElapsedTime:
    """Counts from when it is made."""

    def __init__(self) -> None:
        self._wall, self._steady = time.time(), time.monotonic()

    def get_seconds(self) -> float:
        """Seconds by the clock that counted more of them.

        The wall clock goes on while this computer sleeps, and may be set back; the steady one stops
        on Linux and macOS while it sleeps.
        """
        return max(time.time() - self._wall, time.monotonic() - self._steady)
