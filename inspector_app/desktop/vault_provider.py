"""Opens the process-wide vault when a worker first needs it."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inspector_app.session.translatable_text import Text
    from inspector_app.settings.environment import Environment
    from inspector_app.vault.backends import Backend, MemoryOnly
    from inspector_app.vault.vault import Vault


class VaultProvider:
    """Opens the vault when a worker first needs it; detecting a keyring takes time.

    While ``memory_only``, tokens are stored in memory and the keyring is not used. ``on_prompt`` is
    called, on a worker thread, when the keyring begins and ends to ask the person something.
    """

    def __init__(
        self,
        open_backend: Callable[[], Backend | MemoryOnly],
        memory_only_ids: frozenset[str] = frozenset(),
    ) -> None:
        """Open nothing yet.

        Args:
            open_backend: finds the keyring; blocks.
            memory_only_ids: the environments whose tokens never go to a keyring: invented ones
                are nothing that its password should be asked for.
        """
        self._open_backend = open_backend
        self._memory_only_ids = memory_only_ids
        self._lock = threading.Lock()
        self._vault: Vault | None = None
        self._memory_vault: Vault | None = None
        self.memory_only = False
        self.on_prompt: Callable[[bool], None] = lambda _is_open: None

    def get_vault(self, environment_id: str = "") -> Vault:
        """Get the vault in use for an environment; blocks, so never on the UI thread."""
        if self.is_kept_in_memory(environment_id):
            return self._get_memory_vault()
        return self.get_keyring_vault()

    def get_keyring_vault(self) -> Vault:
        """Get the process-wide vault that uses the keyring; blocks."""
        from inspector_app.vault.vault import Vault

        with self._lock:
            if self._vault is None:
                self._vault = Vault(self._open_backend())
                self._vault.listen_to_prompts(self.on_prompt)
            return self._vault

    def is_kept_in_memory(self, environment_id: str) -> bool:
        """Whether this environment's tokens are kept in memory alone, and no keyring is asked."""
        return self.memory_only or environment_id in self._memory_only_ids

    def delete_everywhere(
        self, environment_id: str, fingerprint: str, known_ids: Iterable[str]
    ) -> None:
        """Delete an environment's token, and the same token wherever else it is kept; blocks.

        Where no keyring is used for the environment, of memory alone. ``fingerprint`` is the
        token's, where it is known; ``known_ids`` are the environments whose tokens a keyring is
        asked for that cannot list what it has.

        Raises:
            VaultError: if the keyring still has the token or cannot say.
        """
        from inspector_app.vault.errors import VaultError

        is_in_memory = self.is_kept_in_memory(environment_id)
        vaults = (self._get_memory_vault(),) if is_in_memory else self.list_vaults()
        ids = [environment_id, *known_ids]
        same = {fingerprint} - {""}
        for vault in vaults:
            with suppress(VaultError):  # one that is locked can say more once it has been asked
                items = vault.list_items(ids)
                same |= {one.fingerprint for one in items if one.name == environment_id} - {""}
        self.get_vault(environment_id).delete_token(environment_id)
        for vault in vaults:
            for item in vault.list_items(ids) if same else ():
                if item.fingerprint in same:
                    vault.delete_token(item.name)

    def filter_keyring_users(self, environments: Iterable[Environment]) -> list[Environment]:
        """Those of the environments whose tokens may be in a keyring."""
        return [one for one in environments if one.id not in self._memory_only_ids]

    def list_vaults(self) -> tuple[Vault, ...]:
        """Get all vaults that may hold something, whichever is in use; blocks."""
        return self.get_keyring_vault(), self._get_memory_vault()

    def cancel_prompt(self) -> None:
        """Take the keyring's open question away; does not block."""
        if self._vault is not None:
            self._vault.cancel_prompt()

    def get_prompt_text(self) -> Text:
        """Get what a person is told while the keyring, in use by then, asks them; does not block.

        Raises:
            RuntimeError: if there was no use of it, and so no question.
        """
        if self._vault is None:
            raise RuntimeError("nobody can have been asked: the keyring is not in use yet")
        return self._vault.prompt_text

    def clear_memory(self) -> None:
        """Clear every token from memory."""
        for vault in (self._memory_vault, self._vault):
            if vault is not None:
                vault.clear_memory()

    def _get_memory_vault(self) -> Vault:
        from inspector_app.vault.backends import MEMORY_ONLY_BY_CHOICE
        from inspector_app.vault.vault import Vault

        with self._lock:
            if self._memory_vault is None:
                self._memory_vault = Vault(MEMORY_ONLY_BY_CHOICE)
            return self._memory_vault
