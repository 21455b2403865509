"""Asynchronous access to the vault: stores, finds and deletes tokens off the UI thread."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.background import Background, Job, Lane
from inspector_app.gateway import address
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspecting import connection_secrets
from inspector_app.vault.backends import MEMORY_ONLY_BY_CHOICE
from inspector_app.vault.problem import VaultError
from inspector_app.vault.vault import StorageKind, StoreResult, Vault

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.inspecting.connection_secrets import ConnectionSecrets
    from inspector_app.session.token import Token
    from inspector_app.session.wording import Text
    from inspector_app.system.settings import Environment
    from inspector_app.vault.backends import Backend, MemoryOnly

Trouble: TypeAlias = VaultError


class VaultDoor:
    """Opens the vault when a worker first needs it; detecting a keyring takes time.

    While ``memory_only``, tokens are stored in memory and the keyring is not used.
    """

    def __init__(self, open_backend: Callable[[], Backend | MemoryOnly]) -> None:
        self._open_backend = open_backend
        self._turn = threading.Lock()
        self._vault: Vault | None = None
        self._in_memory = Vault(MEMORY_ONLY_BY_CHOICE)
        self.memory_only = False

    def vault(self) -> Vault:
        """Get the vault in use; blocks, so never on the UI thread."""
        return self._in_memory if self.memory_only else self.keyring()

    def keyring(self) -> Vault:
        """Get the process-wide vault that uses the keyring; blocks."""
        with self._turn:
            if self._vault is None:
                self._vault = Vault(self._open_backend())
            return self._vault

    def let_go(self) -> None:
        """Clear every token from memory; blocks while a call to the keyring is running."""
        self._in_memory.clear_memory()
        if self._vault is not None:
            self._vault.clear_memory()


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the token of an environment is stored; ``storage`` is None where none is.

    ``reason`` says why it is not in a keyring, or why that cannot be determined.
    """

    place: Text | None = None
    reason: Text | None = None


NOWHERE = Whereabouts()


class TokenKeeper(QObject):
    """Stores, finds and deletes tokens asynchronously; reports results by signal.

    ``location_changed`` carries the environment's id and its ``TokenLocation``, ``failed`` a
    ``VaultProblem``, whose message can be shown. ``unlocked`` is emitted when the keyring's own
    prompt was answered or cancelled; ``secrets_stored_in_memory`` when the keyring did not accept
    a connection's secrets.
    """

    changed = Signal(str, object)
    trouble = Signal(object)
    secrets_in_memory = Signal()
    unlocked = Signal()

    def __init__(
        self, door: VaultDoor, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._door = door
        self._background = background
        self._in_memory: dict[str, Whereabouts] = {}
        self._looking: Job[Whereabouts | Trouble] | None = None
        self._prompt = Cancellation()

    def look(self, environment: Environment) -> None:
        """Find out whether a token is stored for this environment."""
        if self._looking is not None:
            self._looking.drop()

        def find() -> Whereabouts | Trouble:
            try:
                host = address.parse_address(environment.address).host
                vault = self._door.vault()
                if vault.has_token(environment.id, host):
                    return self._in_memory.get(environment.id, Whereabouts(vault.storage_name))
            except address.AddressError:
                pass  # reported when the user starts an inspection
            except VaultError as problem:
                return problem
            return NOWHERE

        def found(answer: Whereabouts | Trouble) -> None:
            self._tell(environment.id, answer)

        self._looking = self._background.submit(Lane.KEYRING, find, found)

    def remember(
        self, environment: Environment, host: str, token: Token, until: float | None = None
    ) -> None:
        """Store the token for this environment and host, until then at the longest."""

        def kept(keeping: StoreResult) -> None:
            whereabouts = Whereabouts(keeping.storage_name, keeping.reason)
            if keeping.storage is StorageKind.MEMORY:
                self._in_memory[environment.id] = whereabouts
            else:
                self._in_memory.pop(environment.id, None)
            self._tell(environment.id, whereabouts)

        self._background.submit(
            Lane.KEYRING,
            lambda: self._door.vault().store_token(environment.id, host, token, until),
            kept,
        )

    def forget(self, environment: Environment) -> None:
        """Delete the environment's token from keyring and memory."""

        def erase() -> Whereabouts | Trouble:
            try:
                self._door.vault().delete_token(environment.id)
            except VaultError as problem:
                return problem
            return NOWHERE

        def erased(answer: Whereabouts | Trouble) -> None:
            self._in_memory.pop(environment.id, None)
            self._tell(environment.id, answer)

        self._background.submit(Lane.KEYRING, erase, erased)

    def keep_secrets(self, environment: Environment, typed: ConnectionSecrets) -> None:
        """Store the newly entered secrets of the environment's connection."""

        def keep() -> StorageKind | Trouble:
            try:
                return connection_secrets.store(self._door.vault(), environment, typed)
            except VaultError as problem:
                return problem

        def kept(answer: StorageKind | Trouble) -> None:
            if isinstance(answer, VaultError):
                self.trouble.emit(answer)
            elif answer is StorageKind.MEMORY:
                self.secrets_in_memory.emit()

        self._background.submit(Lane.KEYRING, keep, kept)

    def forget_secrets(self, environment: Environment) -> None:
        """Delete the secrets of the environment's connection from keyring and memory."""

        def erase() -> Trouble | None:
            try:
                connection_secrets.delete(self._door.vault(), environment)
            except VaultError as problem:
                return problem
            return None

        def erased(problem: Trouble | None) -> None:
            if problem is not None:
                self.trouble.emit(problem)

        self._background.submit(Lane.KEYRING, erase, erased)

    def use_memory_only(self, environments: tuple[Environment, ...]) -> None:
        """Stop using the keyring, and delete these environments' tokens from it."""
        self._door.memory_only = True

        def erase() -> Trouble | None:
            try:
                for environment in environments:
                    self._door.keyring().delete_token(environment.id)
                    connection_secrets.delete(self._door.keyring(), environment)
            except VaultError as problem:
                return problem
            return None

        def erased(problem: Trouble | None) -> None:
            if problem is not None:
                self.trouble.emit(problem)

        self._background.submit(Lane.KEYRING, erase, erased)

    def use_keyring(self) -> None:
        """Store tokens in the keyring from now on."""
        self._door.memory_only = False

    def let_go(self) -> None:
        """Clear the tokens that are in memory only.

        At once, in a lane that waits for no keyring call; and again after the queued keyring
        calls, which may fall back to memory.
        """
        self._in_memory.clear()
        for lane in (Lane.REQUEST, Lane.KEYRING):
            self._background.submit(lane, self._door.let_go, lambda _: None)

    def unlock(self) -> None:
        """Show the system's prompt for the keyring's password; it has no timeout."""
        self._prompt = cancellation = Cancellation()

        def ask() -> Trouble | None:
            try:
                self._door.vault().unlock(cancellation)
            except VaultError as problem:
                return problem
            return None

        def asked(problem: Trouble | None) -> None:
            self.unlocked.emit()
            if problem is not None and not cancellation.is_cancelled:
                self.trouble.emit(problem)

        self._background.submit(Lane.PROMPT, ask, asked)

    def cancel_unlocking(self) -> None:
        """Dismiss the system's prompt."""
        self._prompt.cancel()

    def _tell(self, environment_id: str, answer: Whereabouts | Trouble) -> None:
        if isinstance(answer, VaultError):
            self.changed.emit(environment_id, Whereabouts(reason=answer.description))
            self.trouble.emit(answer)
        else:
            self.changed.emit(environment_id, answer)
