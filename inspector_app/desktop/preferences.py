"""Holds the current settings and saves each change in the background."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.settings import settings_file, user_settings
from inspector_app.settings.machine_environments import (
    apply_accepted_forms,
    is_machine_environment,
    with_accepted_form,
)
from inspector_app.settings.merge import adopt_settings
from inspector_app.settings.policies import NO_POLICIES, Policies
from inspector_app.system.atomic_file import WriteError
from inspector_app.system.paths import create_private_folder

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path

    from inspector_app.session.authorization_scheme import AuthorizationScheme
    from inspector_app.session.translatable_text import Text
    from inspector_app.settings.environment import Environment
    from inspector_app.settings.user_settings import Settings

_READING_DELAY_MS: Final = 100
"""Milliseconds after which a changed file is read: one write is several changes of its folder."""


def _save_settings(path: Path, base: Settings, changed: Settings) -> Settings | Text:
    try:
        return settings_file.update(path, base, changed)
    except WriteError as problem:
        return problem.message


def _ensure_folder(folder: Path) -> None:
    """Create it, as what is not there cannot be watched; where that fails nothing is written."""
    with suppress(OSError):
        create_private_folder(folder)


class EnvironmentOrigin(Enum):
    """Who defined an environment: the user, the administrator or the demo."""

    OWN = auto()
    MACHINE = auto()
    DEMO = auto()


class Preferences(QObject):
    """The current settings. ``demo`` is an environment that exists for this run only.

    ``machine`` are the environments that an administrator set: they are read-only here, and so is
    what ``policies`` force.
    ``current_changed``: another window changed or deleted the environment in use.
    """

    changed = Signal()
    current_changed = Signal()
    not_saved = Signal(object)

    def __init__(
        self,
        settings: Settings,
        path: Path,
        background: BackgroundExecutor,
        parent: QObject | None = None,
        machine: tuple[Environment, ...] = (),
        policies: Policies = NO_POLICIES,
    ) -> None:
        super().__init__(parent)
        self.policies = policies
        # Forced values are in all that is compared and in none that is written: the person's own
        # stay in the file, for the day on which nothing is forced any more.
        self.settings = policies.force(settings)
        self._machine = machine
        self.demo: Environment | None = None
        self._is_demo_selected = False
        self._path = path
        self._background = background
        self._saved = self.settings  # of which the file has what this window did
        self._watcher = QFileSystemWatcher(self)
        self._reading_timer = QTimer(self, singleShot=True, interval=_READING_DELAY_MS)
        self._reading_timer.timeout.connect(self._read_file)
        self._watcher.directoryChanged.connect(self._reading_timer.start)

    @property
    def environments(self) -> tuple[Environment, ...]:
        """All environments: the administrator's, the user's own, the demo's."""
        return (*self.machine, *self._own, *((self.demo,) if self.demo else ()))

    @property
    def _own(self) -> tuple[Environment, ...]:
        only_machine = self.policies.has_machine_environments_only
        return () if only_machine else self.settings.environments

    @property
    def machine(self) -> tuple[Environment, ...]:
        """The administrator's environments, each with the last accepted authorization form."""
        return apply_accepted_forms(self._machine, self.settings.machine)

    @property
    def current(self) -> Environment | None:
        """The environment in use."""
        if self._is_demo_selected:
            return self.demo
        usable = replace(self.settings, environments=self._own)
        return user_settings.find_current_environment(usable, self.machine)

    @property
    def own_current(self) -> Environment | None:
        """The environment in use, if it is one of the user's own."""
        current = self.current
        return current if current and self.get_origin(current) is EnvironmentOrigin.OWN else None

    def get_origin(self, environment: Environment) -> EnvironmentOrigin:
        """Who defined this environment."""
        if self.demo is not None and environment.id == self.demo.id:
            return EnvironmentOrigin.DEMO
        return (
            EnvironmentOrigin.MACHINE
            if is_machine_environment(environment.id)
            else EnvironmentOrigin.OWN
        )

    @property
    def zone(self) -> tzinfo:
        """The zone to write times in; this computer's own where none was chosen or it is gone."""
        from inspector_app.system import local_zone  # no time is shown at first

        return local_zone.get_zone(self.settings.zone)

    def update_settings(self, settings: Settings) -> None:
        """Replace the settings and save them."""
        base, self._saved, self.settings = self._saved, settings, settings
        self._background.submit(
            Lane.FILES,
            partial(_save_settings, self._path, base, settings),
            partial(self._on_saved, base, settings),
        )
        self.changed.emit()

    def watch_file(self) -> None:
        """Hear from now on what other windows write."""
        work = partial(_ensure_folder, self._path.parent)
        self._background.submit(Lane.FILES, work, self._on_folder_ready)

    def _on_folder_ready(self, _result: None) -> None:
        self._watcher.addPath(str(self._path.parent))
        self._read_file()  # it may have changed since the start

    def select_environment(self, environment: Environment) -> None:
        """Make an environment the one in use."""
        origin = self.get_origin(environment)
        self._is_demo_selected = origin is EnvironmentOrigin.DEMO
        match origin:
            case EnvironmentOrigin.DEMO:
                self.changed.emit()
            case EnvironmentOrigin.MACHINE:
                self._select_machine_environment(environment.id)
            case EnvironmentOrigin.OWN:
                self.settings = user_settings.with_environment(self.settings, environment)
                self._select_machine_environment(None)

    def _select_machine_environment(self, environment_id: str | None) -> None:
        chosen = replace(self.settings.machine, current_id=environment_id)
        self.update_settings(replace(self.settings, machine=chosen))

    def save_window_geometry(self, geometry: str) -> None:
        """Save the window's geometry."""
        if geometry != self.settings.window_geometry:
            self.update_settings(replace(self.settings, window_geometry=geometry))

    def save_accepted_form(self, environment: Environment, form: AuthorizationScheme) -> None:
        """Save the authorization form that the environment's gateway accepted."""
        if is_machine_environment(environment.id):
            machine = with_accepted_form(self.settings.machine, environment.id, form)
            if machine != self.settings.machine:
                self.update_settings(replace(self.settings, machine=machine))
            return
        kept = tuple(
            replace(one, connection=replace(one.connection, accepted=form))
            if one.id == environment.id
            else one
            for one in self.settings.environments
        )
        if kept != self.settings.environments:
            self.update_settings(replace(self.settings, environments=kept))

    def move_environment(self, environment: Environment, position: int) -> None:
        """Move one of the user's own environments among them, to this position from 0 on."""
        moved = user_settings.move_environment(self.settings, environment.id, position)
        if moved != self.settings:
            self.update_settings(moved)

    def add_environments(self, added: tuple[Environment, ...]) -> None:
        """Add environments; the one in use stays so."""
        if added:
            self.update_settings(user_settings.add_environments(self.settings, added))

    def remove_environment(self, environment: Environment) -> None:
        """Remove an environment; its neighbour becomes the one in use."""
        self.update_settings(user_settings.without_environment(self.settings, environment.id))

    def add_demo_environment(self, environment: Environment) -> None:
        """Add the demo's environment and make it the one in use; it is never saved."""
        self.demo = environment
        self.select_environment(environment)

    def _on_saved(self, base: Settings, written: Settings, result: Settings | Text) -> None:
        if isinstance(result, user_settings.Settings):
            self._adopt(written, result)
        else:
            self._saved = base  # the next change brings this one along
            self.not_saved.emit(result)

    def _read_file(self) -> None:
        """Read what another window may have written; what this one wrote is in it by then."""
        self._background.submit(
            Lane.FILES,
            partial(settings_file.read, self._path),
            partial(self._on_read, self._saved),
        )

    def _on_read(self, known: Settings, theirs: Settings | None) -> None:
        if theirs is not None:
            self._adopt(known, theirs)

    def _adopt(self, known: Settings, theirs: Settings) -> None:
        """Take over what another window changed since the file held ``known``."""
        theirs = self.policies.force(theirs)
        before, current = self.settings, self.current
        self.settings = adopt_settings(known, before, theirs)
        # Mostly the same, and of thousands of environments each merging takes a while.
        is_saved = self._saved is before
        self._saved = self.settings if is_saved else adopt_settings(known, self._saved, theirs)
        if self.settings == before:
            return
        self.changed.emit()
        if _get_target(self.current) != _get_target(current):
            self.current_changed.emit()


def _get_target(environment: Environment | None) -> tuple[str, str] | None:
    """What an answer is about: it is another one's when this changes."""
    return None if environment is None else (environment.id, environment.address)
