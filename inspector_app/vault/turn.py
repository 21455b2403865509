"""Takes turns at the keyring: one call at a time, and none waits while a person is asked."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from inspector_app.vault.errors import VaultError, VaultErrorKind, VaultOperation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.vault.prompts import Prompts


class KeyringTurn:
    """A lock that gives up after ``timeout`` seconds, or at once where the keyring asks something.

    Attributes:
        is_unlocking: whether the turn is that of unlocking, which takes as long as a person does.
    """

    def __init__(self, prompts: Prompts, timeout: float) -> None:
        self.is_unlocking = False
        self._prompts = prompts
        self._timeout = timeout
        self._lock = threading.Lock()

    @contextmanager
    def take(self, operation: VaultOperation) -> Iterator[None]:
        """Speak to the keyring alone while the block lasts.

        Raises:
            VaultError: if it is asking the person something, or does not answer others either.
        """
        self._acquire(operation)
        self.is_unlocking = operation is VaultOperation.UNLOCK
        try:
            yield
        finally:
            self.is_unlocking = False
            self._lock.release()
            self._prompts.notify()

    def _acquire(self, operation: VaultOperation) -> None:
        is_taken = False

        def stop_waiting() -> bool:
            nonlocal is_taken
            is_asking = self._prompts.is_open or self.is_unlocking
            is_taken = not is_asking and self._lock.acquire(blocking=False)
            return is_taken or is_asking

        if not self._prompts.wait(stop_waiting, self._timeout):
            raise VaultError(VaultErrorKind.TIMED_OUT, operation)
        if not is_taken:
            kind = VaultErrorKind.LOCKED if self.is_unlocking else VaultErrorKind.WAITING
            raise VaultError(kind, operation)
