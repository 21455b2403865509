"""The vault: stores, fetches and deletes one token per environment, in a keyring or in memory.

Every method but ``cancel_prompt`` and ``listen_to_prompts`` blocks and belongs on a worker thread;
the keyring has three seconds for each, not counting what it asks the person; macOS, which does not
say that it asks, has as long as somebody listens. When it fails, the
token is kept in memory for this run and the person is notified: it never goes to a file, and no
failure is silent.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from inspector_app.session.translatable_text import tr
from inspector_app.vault import chunked_store
from inspector_app.vault.backends import Backend, MemoryOnly
from inspector_app.vault.call_timeout import KEYRING_TIMEOUT, TimeoutRunner
from inspector_app.vault.errors import (
    VaultError,
    VaultErrorKind,
    VaultOperation,
    classify_error,
    explain_memory_fallback,
)
from inspector_app.vault.kept_items import (
    MAX_ITEMS,
    KeptItem,
    StoredName,
    describe_record,
    list_whole,
    read_items,
)
from inspector_app.vault.prompts import Prompts
from inspector_app.vault.record import (
    MAX_RECORD_LENGTH,
    TokenRecord,
    parse_record,
    serialize_record,
)
from inspector_app.vault.turn import KeyringTurn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inspector_app.session.token import Token
    from inspector_app.session.translatable_text import Text
    from inspector_app.vault.call_timeout import Cancellable
    from inspector_app.vault.chunked_store import SecretStore

ResultT = TypeVar("ResultT")

_ITEMS_AT_ONCE: Final = 100
"""Items that are read in one call: what a busy keyring reads in a part of the time that it has."""

_MEMORY_NAME = tr("memory, for this run only")


class StorageKind(Enum):
    """Where a token has been stored."""

    KEYRING = auto()
    MEMORY = auto()


@dataclass(frozen=True, slots=True)
class StoreResult:
    """The result of storing a token.

    Attributes:
        storage: the keyring, or memory for this run.
        storage_name: the same for people, for a "token kept in: …" line.
        reason: why it is in memory only, one sentence; None when it is in the keyring.
    """

    storage: StorageKind
    storage_name: Text
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
        timeout: float = KEYRING_TIMEOUT,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._backend = backend
        self._clock = clock
        self._prompts = Prompts() if isinstance(backend, MemoryOnly) else backend.prompts
        self._runner = TimeoutRunner(timeout, self._prompts)
        self._turn = KeyringTurn(self._prompts, timeout)
        self._memory: dict[str, TokenRecord] = {}

    @property
    def storage_name(self) -> Text:
        """Name of the storage that is used as long as the keyring works, for people."""
        return _MEMORY_NAME if isinstance(self._backend, MemoryOnly) else self._backend.display_name

    @property
    def prompt_text(self) -> Text:
        """What a person is told while the keyring asks them something."""
        return self._prompts.question

    def has_token(self, environment_id: str, host: str) -> bool:
        """Whether ``fetch_token`` would return a token.

        Raises:
            VaultError: as ``fetch_token`` does.
        """
        return self.fetch_token(environment_id, host) is not None

    def fetch_token(self, environment_id: str, host: str) -> Token | None:
        """The token stored for this environment, if it was stored for this very host.

        An expired one is deleted instead.

        Raises:
            VaultError: if the keyring cannot say. A token in memory is found all the same.
        """
        record = self._memory.get(environment_id)
        if record is None or record.host != host:
            record = self._fetch_from_keyring(environment_id)
        if (
            record is not None
            and record.expires_at is not None
            and record.expires_at <= self._clock()
        ):
            self.delete_token(environment_id)
            return None
        return record.token if record is not None and record.host == host else None

    def store_token(
        self, environment_id: str, host: str, token: Token, expires_at: float | None = None
    ) -> StoreResult:
        """Store the token for this environment and host, replacing an earlier one; never raises.

        From ``expires_at``, in epoch seconds of this computer, it is deleted instead of returned.

        In memory for this run when the keyring does not take it. A token that the keyring took
        too late, or does not give back, is deleted from it again.
        """
        record = TokenRecord(host, token, expires_at)
        reason = self._store_in_keyring(environment_id, serialize_record(record))
        if reason is None:
            self._memory.pop(environment_id, None)
            return StoreResult(StorageKind.KEYRING, self.storage_name)
        self._memory[environment_id] = record
        return StoreResult(StorageKind.MEMORY, _MEMORY_NAME, reason)

    def delete_token(self, environment_id: str) -> None:
        """Delete the token of this environment everywhere; nothing to delete is no error.

        The keyring is read again after deleting. The copy in memory goes in any case.

        Raises:
            VaultError: if the keyring still has the token or cannot say.
        """
        self._memory.pop(environment_id, None)
        if isinstance(self._backend, MemoryOnly):
            return
        store, max_length = _get_asking_store(self._backend), self._backend.max_length
        self._run_in_keyring(
            VaultOperation.DELETE,
            lambda: chunked_store.delete_secret(store, environment_id, max_length),
        )

    def list_items(self, known_names: Iterable[str]) -> tuple[KeptItem, ...]:
        """What is kept for this app, whatever it was kept for; never asks the person.

        Where the keyring cannot list its items, or has more than it lists, those of ``known_names``
        are looked for.

        Raises:
            VaultError: if the keyring cannot say.
        """
        in_memory = [
            describe_record(name, record, is_in_memory=True)
            for name, record in sorted(self._memory.copy().items())
        ]
        if isinstance(self._backend, MemoryOnly):
            return tuple(in_memory)
        store, list_names = self._backend.store, self._backend.list_names
        known = [StoredName(name) for name in known_names]

        def list_all() -> list[StoredName]:
            found = known if list_names is None else [*list_names()]
            listed = list_whole(found)
            if len(found) <= MAX_ITEMS:
                return listed
            return list({one.name: one for one in (*known, *listed)}.values())

        names = self._run_in_keyring(VaultOperation.FETCH, list_all)
        kept: list[KeptItem] = []
        for start in range(0, len(names), _ITEMS_AT_ONCE):
            read = partial(read_items, store, names[start : start + _ITEMS_AT_ONCE])
            kept += self._run_in_keyring(VaultOperation.FETCH, read)
        return (*kept, *in_memory)

    def clear_memory(self) -> None:
        """Drop every token from memory; what is in the keyring stays there."""
        self._memory.clear()

    def cancel_prompt(self) -> None:
        """Take the keyring's open question away; the call that asks ends as if it was declined."""
        self._prompts.cancel()

    def listen_to_prompts(self, listener: Callable[[bool], None]) -> None:
        """Have ``listener`` called, on a worker thread, when the keyring begins and ends to ask.

        The prompt of ``unlock`` is not reported: its caller knows of it.
        """
        self._prompts.listen(lambda is_open: None if self._turn.is_unlocking else listener(is_open))

    def unlock(self, cancellation: Cancellable) -> None:
        """Ask the person to unlock the keyring, and wait as long as they take or until cancelled.

        To be offered after a ``VaultError`` with ``VaultErrorKind.LOCKED``. The other methods go on
        answering meanwhile. Does nothing where the system asks by itself.

        Raises:
            VaultError: if it is locked still.
        """
        if isinstance(self._backend, MemoryOnly) or self._backend.unlock is None:
            return
        kind = None
        with self._turn.take(VaultOperation.UNLOCK):
            try:
                self._backend.unlock(cancellation)
            except Exception as error:  # noqa: BLE001 - any library's, mapped; its text goes nowhere
                kind = classify_error(error)
        if kind is not None:
            raise VaultError(kind, VaultOperation.UNLOCK)

    def _fetch_from_keyring(self, environment_id: str) -> TokenRecord | None:
        if isinstance(self._backend, MemoryOnly):
            return None
        store = self._backend.store

        def fetch_record() -> TokenRecord | None:
            text = chunked_store.read_secret(store, environment_id)
            return None if text is None else parse_record(text)

        return self._run_in_keyring(VaultOperation.FETCH, fetch_record)

    def _store_in_keyring(self, environment_id: str, text: str) -> Text | None:
        """None when it is there, else why it is not."""
        if isinstance(self._backend, MemoryOnly):
            return self._backend.reason
        if len(text) > MAX_RECORD_LENGTH:
            return explain_memory_fallback(VaultErrorKind.TOO_LONG)
        store, max_length = _get_asking_store(self._backend), self._backend.max_length
        prepare_erasure = self._prompts.allow

        def delete_secret() -> None:
            chunked_store.delete_secret(store, environment_id, max_length)

        def write_secret() -> None:
            chunked_store.write_secret(store, environment_id, text, max_length, prepare_erasure)

        try:
            self._run_in_keyring(VaultOperation.STORE, write_secret, undo=delete_secret)
        except VaultError as problem:
            return explain_memory_fallback(problem.kind)
        return None

    def _run_in_keyring(
        self,
        operation: VaultOperation,
        work: Callable[[], ResultT],
        *,
        undo: Callable[[], object] = lambda: None,
    ) -> ResultT:
        with self._turn.take(operation):
            try:
                return self._runner.run(work, undo=undo)
            except BaseException as error:  # noqa: BLE001 - any library's, mapped; see below
                kind = classify_error(error)
        # Outside of the handler, so that the caught error, which may hold the token, is released.
        raise VaultError(kind, operation)


def _get_asking_store(backend: Backend) -> SecretStore:
    return backend.asking_store or backend.store
