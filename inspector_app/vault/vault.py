"""The vault: stores, fetches and deletes one token per environment, in a keyring or in memory.

Every method blocks and belongs on a worker thread; the keyring has three seconds for each. When
it fails, the token is kept in memory for this run and the person is notified: it never goes to a
file, and no failure is silent.
"""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeVar

from inspector_app.session.wording import tr
from inspector_app.vault import parts
from inspector_app.vault.backends import Backend, MemoryOnly
from inspector_app.vault.bounded import BOUND, Lane
from inspector_app.vault.problem import (
    Difficulty,
    NotAsWritten,
    Task,
    VaultProblem,
    difficulty_of,
    kept_for_this_run,
)
from inspector_app.vault.record import LONGEST_TEXT, Record, as_text, from_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.token import Token
    from inspector_app.session.wording import Text
    from inspector_app.vault.backends import Cancellable

Answer = TypeVar("Answer")

_IN_MEMORY = tr("memory, for this run only")


class KeptIn(Enum):
    """Where a token has been stored."""

    KEYRING = auto()
    MEMORY = auto()


@dataclass(frozen=True, slots=True)
class Keeping:
    """The result of storing a token.

    Attributes:
        storage: the keyring, or memory for this run.
        storage_name: the same for people, for a "token kept in: …" line.
        reason: why it is in memory only, one sentence; None when it is in the keyring.
    """

    kept_in: KeptIn
    place: Text
    reason: Text | None = None


class Vault:
    """One token per environment, bound to the gateway host it was stored for.

    ``host`` may be any spelling of the gateway, as long as it is the same one each time. Safe to
    use from several threads; calls take turns.
    """

    def __init__(
        self,
        backend: Backend | MemoryOnly,
        *,
        bound: float = BOUND,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._backend = backend
        self._clock = clock
        self._lane = Lane(bound)
        self._memory: dict[str, Record] = {}
        self._turn = threading.Lock()

    @property
    def place(self) -> Text:
        """Name of the storage that is used as long as the keyring works, for people."""
        return _IN_MEMORY if isinstance(self._backend, MemoryOnly) else self._backend.place

    def holds(self, environment_id: str, host: str) -> bool:
        """Whether ``fetch_token`` would return a token.

        Raises:
            VaultError: as ``fetch_token`` does.
        """
        return self.recall(environment_id, host) is not None

    def recall(self, environment_id: str, host: str) -> Token | None:
        """The token stored for this environment, if it was stored for this very host.

        An expired one is deleted instead.

        Raises:
            VaultError: if the keyring cannot say. A token in memory is found all the same.
        """
        with self._turn:
            record = self._memory.get(environment_id)
            if record is None or record.host != host:
                record = self._in_keyring(environment_id)
        if record is not None and record.until is not None and record.until <= self._clock():
            self.forget(environment_id)
            return None
        return record.token if record is not None and record.host == host else None

    def remember(
        self, environment_id: str, host: str, token: Token, until: float | None = None
    ) -> Keeping:
        """Store the token for this environment and host, replacing an earlier one; never raises.

        From ``expires_at``, in epoch seconds of this computer, it is deleted instead of returned.

        In memory for this run when the keyring does not take it. A token that the keyring took
        too late is deleted from it again.
        """
        record = Record(host, token, until)
        with self._turn:
            reason = self._put_in_keyring(environment_id, as_text(record))
            if reason is None:
                self._memory.pop(environment_id, None)
                return Keeping(KeptIn.KEYRING, self.place)
            self._memory[environment_id] = record
            return Keeping(KeptIn.MEMORY, _IN_MEMORY, reason)

    def forget(self, environment_id: str) -> None:
        """Delete the token of this environment everywhere; nothing to delete is no error.

        The keyring is read again after deleting. The copy in memory goes in any case.

        Raises:
            VaultError: if the keyring still has the token or cannot say.
        """
        with self._turn:
            self._memory.pop(environment_id, None)
            if isinstance(self._backend, MemoryOnly):
                return
            store, room = self._backend.store, self._backend.room
            self._asked(Task.FORGETTING, lambda: parts.erase(store, environment_id, room))

    def let_go(self) -> None:
        """Drop every token from memory; what is in the keyring stays there."""
        with self._turn:
            self._memory.clear()

    def unlock(self, cancellation: Cancellable) -> None:
        """Ask the person to unlock the keyring, and wait as long as they take or until cancelled.

        To be offered after a ``VaultError`` with ``VaultErrorKind.LOCKED``. The other methods go on
        answering meanwhile. Does nothing where the system asks by itself.

        Raises:
            VaultError: if it is locked still.
        """
        if isinstance(self._backend, MemoryOnly) or self._backend.unlock is None:
            return
        difficulty = None
        try:
            self._backend.unlock(cancellation)
        except Exception as error:  # noqa: BLE001 - any library's, mapped; its text goes nowhere
            difficulty = difficulty_of(error)
        if difficulty is not None:
            raise VaultProblem(difficulty, Task.UNLOCKING)

    def _in_keyring(self, environment_id: str) -> Record | None:
        if isinstance(self._backend, MemoryOnly):
            return None
        store = self._backend.store

        def find() -> Record | None:
            text = parts.read(store, environment_id)
            return None if text is None else from_text(text)

        return self._asked(Task.READING, find)

    def _put_in_keyring(self, environment_id: str, text: str) -> Text | None:
        """None when it is there, else why it is not."""
        if isinstance(self._backend, MemoryOnly):
            return self._backend.reason
        if len(text) > LONGEST_TEXT:
            return kept_for_this_run(Difficulty.TOO_LONG)
        store, room = self._backend.store, self._backend.room

        def erase() -> None:
            parts.erase(store, environment_id, room)

        def keep() -> None:
            try:
                parts.write(store, environment_id, text, room)
            except NotAsWritten:
                with contextlib.suppress(Exception):
                    erase()
                raise

        try:
            self._asked(Task.KEEPING, keep, take_back=erase)
        except VaultProblem as problem:
            return kept_for_this_run(problem.difficulty)
        return None

    def _asked(
        self,
        task: Task,
        work: Callable[[], Answer],
        *,
        take_back: Callable[[], object] = lambda: None,
    ) -> Answer:
        try:
            return self._lane.run(work, take_back=take_back)
        except BaseException as error:  # noqa: BLE001 - any library's, mapped; see below
            difficulty = difficulty_of(error)
        # Outside of the handler, so that the caught error, which may hold the token, is released.
        raise VaultProblem(difficulty, task)
