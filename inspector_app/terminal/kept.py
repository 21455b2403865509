"""What the window has kept for this person: environments, the choice of keyring, the time zone."""

from __future__ import annotations

import sys
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from inspector_app.session.wording import tr
from inspector_app.system import local_zone, machine_environments
from inspector_app.system import settings as settings_file
from inspector_app.system.paths import directories
from inspector_app.terminal.not_done import NotDone

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.session.wording import Text
    from inspector_app.system.environment import Environment
    from inspector_app.vault.backends import Backend, MemoryOnly
    from inspector_app.vault.vault import Vault


class Kept:
    """Read when it is first asked for; a keyring above all, which may take its time."""

    @cached_property
    def settings(self) -> settings_file.Settings:
        """The settings; where they cannot be used, the defaults, and the person is told."""
        settings, notice = settings_file.load(directories().settings_file)
        if notice is not None:
            sys.stderr.write(f"{notice}\n")
        return settings

    @cached_property
    def environments(self) -> tuple[Environment, ...]:
        """An administrator's and the person's own; where a file is not usable, that is told."""
        machine, notice = machine_environments.load(directories().machine_files)
        if notice is not None:
            sys.stderr.write(f"{notice}\n")
        machine = machine_environments.with_accepted(machine, self.settings.machine)
        return (*machine, *self.settings.environments)

    @property
    def zone(self) -> tzinfo:
        """In which times are told."""
        return local_zone.zone(self.settings.zone)

    @cached_property
    def label_key(self) -> bytes:
        """By which reports call the same person by the same label, in window and console alike."""
        from inspector_app.system.installation_key import installation_key

        return installation_key(directories().state)

    @cached_property
    def _backend(self) -> Backend | MemoryOnly:
        from inspector_app.vault.backends import CHOSEN, open_backend

        return CHOSEN if self.settings.safety.memory_only else open_backend()

    @cached_property
    def _vault(self) -> Vault:
        from inspector_app.vault.vault import Vault

        return Vault(self._backend)

    def vault(self) -> Vault:
        """Where tokens are kept; blocks, for some seconds at most."""
        return self._vault

    def no_keyring(self) -> Text | None:
        """Why there is no keyring to look into, a sentence; None where there is one. Blocks too."""
        from inspector_app.vault.backends import MemoryOnly

        return self._backend.reason if isinstance(self._backend, MemoryOnly) else None

    def environment(self, name: str) -> Environment:
        """The environment of this name, in whatever case.

        Raises:
            NotDone: if there is none.
        """
        wanted = _folded(name)
        for one in self.environments:
            if _folded(one.name) == wanted:
                return one
        raise NotDone(
            tr("There is no environment of that name."),
            tr("“enos-session environments list” names them."),
        )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()
