"""The stored configuration of the desktop app: settings, environments, keyring, time zone."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from inspector_app.session.translatable_text import tr
from inspector_app.settings import (
    machine_environments,
    policies,
    policy_sources,
    settings_file,
    user_settings,
)
from inspector_app.settings.environment import normalize_name
from inspector_app.system import local_zone
from inspector_app.system.paths import get_directories
from inspector_app.system.standard_streams import print_line
from inspector_app.terminal.exit_codes import CommandError

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.report.redaction import RedactionLevel
    from inspector_app.session.translatable_text import Text
    from inspector_app.settings.environment import Environment
    from inspector_app.vault.backends import Backend, MemoryOnly
    from inspector_app.vault.vault import Vault


def _announce(vault: Vault, *, is_open: bool) -> None:
    """Say that the keyring asks, which no other text would tell while the command waits."""
    if is_open:
        words = tr("{question} Answer it, or press Ctrl+C.", question=vault.prompt_text)
        print_line(sys.stderr, str(words))


class StoredConfig:
    """Reads each part on first access, above all the keyring, which may be slow."""

    @cached_property
    def settings(self) -> user_settings.Settings:
        """The settings; where they cannot be used, the defaults, with a notice on stderr."""
        settings, notice = settings_file.load(
            get_directories().settings_file, self.policies.apply_defaults(user_settings.Settings())
        )
        if notice is not None:
            print_line(sys.stderr, str(notice))
        return self.policies.force(settings)

    @cached_property
    def policies(self) -> policies.Policies:
        """What an administrator has set; an unusable file gets a notice."""
        found, notice = policy_sources.load_policies(get_directories())
        if notice is not None:
            print_line(sys.stderr, str(notice))
        return found

    @cached_property
    def environments(self) -> tuple[Environment, ...]:
        """The machine-wide ones and the user's own; an unusable file gets a notice."""
        directories = get_directories()
        machine, notice = machine_environments.load(
            directories.machine_files, directories.administrators
        )
        if notice is not None:
            print_line(sys.stderr, str(notice))
        machine = machine_environments.apply_accepted_forms(machine, self.settings.machine)
        own = () if self.policies.has_machine_environments_only else self.settings.environments
        return (*machine, *own)

    @property
    def zone(self) -> tzinfo:
        """The time zone in which times are formatted."""
        return local_zone.get_zone(self.settings.zone)

    @cached_property
    def label_key(self) -> bytes:
        """The key of pseudonyms in reports, the same in the window and the console app."""
        from inspector_app.system.installation_key import load_installation_key

        return load_installation_key(get_directories().state)

    @cached_property
    def _backend(self) -> Backend | MemoryOnly:
        from inspector_app.vault.backends import MEMORY_ONLY_BY_CHOICE, open_backend

        return MEMORY_ONLY_BY_CHOICE if self.settings.safety.memory_only else open_backend()

    @cached_property
    def _vault(self) -> Vault:
        from inspector_app.vault.vault import Vault

        vault = Vault(self._backend)
        if sys.stderr.isatty():  # somebody is there who can answer
            vault.listen_to_prompts(lambda is_open: _announce(vault, is_open=is_open))
        return vault

    def open_vault(self) -> Vault:
        """Return the vault with the stored tokens; blocks, for some seconds at most."""
        return self._vault

    def explain_missing_keyring(self) -> Text | None:
        """Return a sentence why there is no keyring; None where there is one. Blocks too."""
        from inspector_app.vault.backends import MemoryOnly

        return self._backend.reason if isinstance(self._backend, MemoryOnly) else None

    def check_gateway_option(self) -> None:
        """Check that a gateway may be named on the command line.

        Raises:
            CommandError: if an administrator does not allow it.
        """
        if self.policies.has_machine_environments_only:
            raise CommandError(
                policies.NOT_ALLOWED_TEXT,
                tr("Use --environment; “enos-session environments list” names them."),
            )

    def check_level(self, level: RedactionLevel) -> None:
        """Check that a result may be written at this level.

        Raises:
            CommandError: if an administrator does not allow it.
        """
        from inspector_app.report.redaction import RedactionLevel

        if self.policies.is_personal_data_removed and level is not RedactionLevel.PERSONAL:
            raise CommandError(policies.NOT_ALLOWED_TEXT, tr("Leave out “--level”."))

    def find_environment(self, name: str) -> Environment:
        """Find the environment of this name, ignoring case.

        Raises:
            CommandError: if there is none.
        """
        wanted = normalize_name(name)
        for one in self.environments:
            if normalize_name(one.name) == wanted:
                return one
        raise CommandError(
            tr("There is no environment of that name."),
            tr("“enos-session environments list” names them."),
        )
