"""Cooperative cancellation: a thread-safe flag with callbacks."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Cancellation:
    """Set once, from any thread; callbacks run in the thread that cancels and must be brief."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_cancelled = False
        self._callbacks: dict[object, Callable[[], None]] = {}

    @property
    def is_cancelled(self) -> bool:
        """Whether ``cancel`` was called."""
        return self._is_cancelled

    def cancel(self) -> None:
        """Runs all callbacks; a second call does nothing."""
        with self._lock:
            self._is_cancelled = True
            callbacks, self._callbacks = self._callbacks, {}
        for callback in callbacks.values():
            callback()

    def add_cancel_callback(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Calls back on cancel, at once if it already was; returns what removes the callback."""
        key = object()
        with self._lock:
            is_cancelled = self._is_cancelled
            if not is_cancelled:
                self._callbacks[key] = callback
        if is_cancelled:
            callback()

        def remove_callback() -> None:
            with self._lock:
                self._callbacks.pop(key, None)

        return remove_callback
