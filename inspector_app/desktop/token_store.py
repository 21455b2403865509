"""Asynchronous access to the vault: stores, finds and deletes tokens off the UI thread."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.inspection.connection_secrets import ConnectionSecrets
    from inspector_app.session.token import Token
    from inspector_app.session.translatable_text import Text
    from inspector_app.settings.environment import Environment
    from inspector_app.vault.vault import StorageKind, StoreResult

Problem: TypeAlias = VaultError


@dataclass(frozen=True, slots=True)
class TokenLocation:
    """Where the token of an environment is stored; ``storage`` is None where none is.

    ``reason`` says why it is not in a keyring, or why that cannot be determined. ``fingerprint``
    is the stored token's.
    """

    storage: Text | None = None
    reason: Text | None = None
    fingerprint: str = ""


NOT_STORED = TokenLocation()


class TokenStore(QObject):
    """Stores, finds and deletes tokens asynchronously; reports results by signal.

    ``location_changed`` carries the environment's id and its ``TokenLocation``, ``failed`` a
    ``VaultError``, whose message can be shown. ``deleted`` carries the environment's id when its
    token is gone from where it was stored. ``unlocked`` is emitted when the keyring's own
    prompt was answered or cancelled; ``secrets_stored_in_memory`` when the keyring did not accept
    a connection's secrets. ``prompt_changed`` carries whether the keyring asks the person
    something, and waits for an answer before it stores or deletes.
    """

    location_changed = Signal(str, object)
    failed = Signal(object)
    deleted = Signal(str)
    secrets_stored_in_memory = Signal()
    unlocked = Signal()
    prompt_changed = Signal(bool)

    def __init__(
        self,
        vault_provider: VaultProvider,
        background: BackgroundExecutor,
        parent: QObject | None = None,
    ) -> None:
        from inspector_app.gateway.cancellation import Cancellation

        super().__init__(parent)
        self._vault_provider = vault_provider
        self._background = background
        self._memory_locations: dict[str, TokenLocation] = {}
        self._find_job: Job[TokenLocation | Problem] | None = None
        self._prompt_cancellation = Cancellation()
        vault_provider.on_prompt = self._emit_prompt_changed

    def is_kept_in_memory(self, environment_id: str) -> bool:
        """Whether this environment's tokens are kept in memory alone: the keyring is not asked."""
        return self._vault_provider.is_kept_in_memory(environment_id)

    def find_token(self, environment: Environment) -> None:
        """Find out whether a token is stored for this environment."""
        if self._find_job is not None:
            self._find_job.discard()

        def find_location() -> TokenLocation | Problem:
            try:
                return self._fetch_location(environment)
            except VaultError as problem:
                return problem

        def on_found(location: TokenLocation | Problem) -> None:
            self._emit_location(environment.id, location)

        self._find_job = self._background.submit(Lane.KEYRING, find_location, on_found)

    def store_token(
        self, environment: Environment, host: str, token: Token, until: float | None = None
    ) -> None:
        """Store the token for this environment and host, until then at the longest."""
        from inspector_app.vault.vault import StorageKind

        def on_stored(keeping: StoreResult) -> None:
            location = TokenLocation(keeping.storage_name, keeping.reason, token.fingerprint)
            if keeping.storage is StorageKind.MEMORY:
                self._memory_locations[environment.id] = location
            else:
                self._memory_locations.pop(environment.id, None)
            self._emit_location(environment.id, location)

        self._background.submit(
            Lane.KEYRING,
            lambda: self._vault_provider.get_vault(environment.id).store_token(
                environment.id, host, token, until
            ),
            on_stored,
        )

    def delete_token(
        self,
        environment: Environment,
        fingerprint: str = "",
        copies_of: Iterable[Environment] | None = None,
    ) -> None:
        """Delete the environment's token from keyring and memory; it is not stored any more.

        Args:
            environment: The one whose token is deleted.
            fingerprint: Only a token that has it is deleted: another one stays.
            copies_of: The same token is deleted too where it is kept for these environments or
                for one that is gone. None leaves all others as they are.
        """
        self.cancel_prompt()
        names = None if copies_of is None else [one.id for one in copies_of]

        def delete_from_vault() -> TokenLocation | Problem:
            try:
                if fingerprint:
                    location = self._fetch_location(environment)
                    if location.fingerprint not in {fingerprint, ""}:
                        return location
                if names is None:
                    self._vault_provider.get_vault(environment.id).delete_token(environment.id)
                else:
                    self._vault_provider.delete_everywhere(environment.id, fingerprint, names)
            except VaultError as problem:
                return problem
            return NOT_STORED

        def on_deleted(location: TokenLocation | Problem) -> None:
            if location is NOT_STORED:
                self._memory_locations.pop(environment.id, None)
                self.deleted.emit(environment.id)
            self._emit_location(environment.id, location)

        self._background.submit(Lane.KEYRING, delete_from_vault, on_deleted)

    def store_secrets(self, environment: Environment, secrets: ConnectionSecrets) -> None:
        """Store the newly entered secrets of the environment's connection."""
        from inspector_app.inspection import connection_secrets
        from inspector_app.vault.vault import StorageKind

        def store_in_vault() -> StorageKind | Problem:
            try:
                return connection_secrets.store(
                    self._vault_provider.get_vault(environment.id), environment, secrets
                )
            except VaultError as problem:
                return problem

        def on_stored(answer: StorageKind | Problem) -> None:
            if isinstance(answer, VaultError):
                self.failed.emit(answer)
            elif answer is StorageKind.MEMORY:
                self.secrets_stored_in_memory.emit()

        self._background.submit(Lane.KEYRING, store_in_vault, on_stored)

    def delete_secrets(self, environment: Environment) -> None:
        """Delete the secrets of the environment's connection from keyring and memory."""
        from inspector_app.inspection import connection_secrets

        def delete_from_vault() -> Problem | None:
            try:
                vault = self._vault_provider.get_vault(environment.id)
                connection_secrets.delete(vault, environment)
            except VaultError as problem:
                return problem
            return None

        def on_deleted(problem: Problem | None) -> None:
            if problem is not None:
                self.failed.emit(problem)

        self._background.submit(Lane.KEYRING, delete_from_vault, on_deleted)

    def use_memory_only(self, environments: tuple[Environment, ...]) -> None:
        """Stop using the keyring, and delete these environments' tokens from it."""
        from inspector_app.inspection import connection_secrets

        self._vault_provider.memory_only = True

        def delete_from_keyring() -> Problem | None:
            try:
                for environment in self._vault_provider.filter_keyring_users(environments):
                    self._vault_provider.get_keyring_vault().delete_token(environment.id)
                    connection_secrets.delete(self._vault_provider.get_keyring_vault(), environment)
            except VaultError as problem:
                return problem
            return None

        def on_deleted(problem: Problem | None) -> None:
            if problem is not None:
                self.failed.emit(problem)

        self._background.submit(Lane.KEYRING, delete_from_keyring, on_deleted)

    def use_keyring(self) -> None:
        """Store tokens in the keyring from now on."""
        self._vault_provider.memory_only = False

    def clear_memory(self) -> None:
        """Clear the tokens that are in memory only.

        At once, in a lane that waits for no keyring call; and again after the queued keyring
        calls, which may fall back to memory.
        """
        self._memory_locations.clear()
        for lane in (Lane.REQUEST, Lane.KEYRING):
            self._background.submit(lane, self._vault_provider.clear_memory, lambda _: None)

    def unlock_keyring(self) -> None:
        """Show the system's prompt for the keyring's password; it has no timeout."""
        from inspector_app.gateway.cancellation import Cancellation

        self._prompt_cancellation = cancellation = Cancellation()

        def run_prompt() -> Problem | None:
            try:
                self._vault_provider.get_vault().unlock(cancellation)
            except VaultError as problem:
                return problem
            return None

        def on_prompt_finished(problem: Problem | None) -> None:
            self.unlocked.emit()
            if problem is not None and not cancellation.is_cancelled:
                self.failed.emit(problem)

        self._background.submit(Lane.PROMPT, run_prompt, on_prompt_finished)

    def cancel_unlocking(self) -> None:
        """Dismiss the system's prompt."""
        self._prompt_cancellation.cancel()

    def cancel_prompt(self) -> None:
        """Take back what the keyring asks before it stores or deletes; that is then not done."""
        self._vault_provider.cancel_prompt()

    def get_prompt_text(self) -> Text:
        """Get what the user is told while the keyring asks them something."""
        return self._vault_provider.get_prompt_text()

    def _emit_prompt_changed(self, is_open: bool) -> None:  # noqa: FBT001  # the signal's signature
        """Emit the signal, on a worker thread; the app may have closed, and this be gone."""
        with suppress(RuntimeError):
            self.prompt_changed.emit(is_open)

    def _fetch_location(self, environment: Environment) -> TokenLocation:
        """Look up where the environment's token is stored, and which it is; blocks.

        Raises:
            VaultError: if the keyring cannot say.
        """
        from inspector_app.gateway import address

        vault = self._vault_provider.get_vault(environment.id)
        try:
            host = address.parse_address(environment.address).host
        except address.AddressError:
            return NOT_STORED  # reported when the user starts an inspection
        token = vault.fetch_token(environment.id, host)
        if token is None:
            return NOT_STORED
        location = self._memory_locations.get(environment.id, TokenLocation(vault.storage_name))
        return replace(location, fingerprint=token.fingerprint)

    def _emit_location(self, environment_id: str, location: TokenLocation | Problem) -> None:
        if isinstance(location, VaultError):
            self.location_changed.emit(environment_id, TokenLocation(reason=location.description))
            self.failed.emit(location)
        else:
            self.location_changed.emit(environment_id, location)
