"""Knows where each environment's token is kept, and asks the vault off the UI thread."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.background import Background, Job, Lane
from inspector_app.gateway import address
from inspector_app.vault.problem import VaultProblem
from inspector_app.vault.vault import Keeping, KeptIn, Vault

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.token import Token
    from inspector_app.session.wording import Text
    from inspector_app.system.settings import Environment
    from inspector_app.vault.backends import Backend, MemoryOnly

Trouble: TypeAlias = VaultProblem


class VaultDoor:
    """Opens the vault when a worker first needs it; looking for a keyring takes time."""

    def __init__(self, open_backend: Callable[[], Backend | MemoryOnly]) -> None:
        self._open_backend = open_backend
        self._turn = threading.Lock()
        self._vault: Vault | None = None

    def vault(self) -> Vault:
        """The one vault of this run; blocks, so never on the UI thread."""
        with self._turn:
            if self._vault is None:
                self._vault = Vault(self._open_backend())
            return self._vault


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the token of an environment is; ``place`` is None where none is kept."""

    place: Text | None = None
    reason: Text | None = None


NOWHERE = Whereabouts()


class TokenKeeper(QObject):
    """Remembers, finds and forgets; says what came of it by signal.

    ``changed`` brings the environment's id and its ``Whereabouts``, ``trouble`` a
    ``VaultProblem``, whose words are fit to be shown.
    """

    changed = Signal(str, object)
    trouble = Signal(object)

    def __init__(
        self, door: VaultDoor, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._door = door
        self._background = background
        self._in_memory: dict[str, Whereabouts] = {}
        self._looking: Job[Whereabouts | Trouble] | None = None

    def look(self, environment: Environment) -> None:
        """Find out whether a token is kept for this environment."""
        if self._looking is not None:
            self._looking.drop()

        def find() -> Whereabouts | Trouble:
            try:
                host = address.parse(environment.address).host
                vault = self._door.vault()
                if vault.holds(environment.id, host):
                    return self._in_memory.get(environment.id, Whereabouts(vault.place))
            except address.AddressProblem:
                pass  # said when the person inspects
            except VaultProblem as problem:
                return problem
            return NOWHERE

        def found(answer: Whereabouts | Trouble) -> None:
            self._tell(environment.id, answer)

        self._looking = self._background.submit(Lane.KEYRING, find, found)

    def remember(self, environment: Environment, host: str, token: Token) -> None:
        """Keep the token for this environment and host."""

        def kept(keeping: Keeping) -> None:
            whereabouts = Whereabouts(keeping.place, keeping.reason)
            if keeping.kept_in is KeptIn.MEMORY:
                self._in_memory[environment.id] = whereabouts
            else:
                self._in_memory.pop(environment.id, None)
            self._tell(environment.id, whereabouts)

        self._background.submit(
            Lane.KEYRING, lambda: self._door.vault().remember(environment.id, host, token), kept
        )

    def forget(self, environment: Environment) -> None:
        """Delete the environment's token wherever it is."""

        def erase() -> Whereabouts | Trouble:
            try:
                self._door.vault().forget(environment.id)
            except VaultProblem as problem:
                return problem
            return NOWHERE

        def erased(answer: Whereabouts | Trouble) -> None:
            self._in_memory.pop(environment.id, None)
            self._tell(environment.id, answer)

        self._background.submit(Lane.KEYRING, erase, erased)

    def _tell(self, environment_id: str, answer: Whereabouts | Trouble) -> None:
        if isinstance(answer, VaultProblem):
            self.changed.emit(environment_id, NOWHERE)
            self.trouble.emit(answer)
        else:
            self.changed.emit(environment_id, answer)
