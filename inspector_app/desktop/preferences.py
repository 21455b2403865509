"""Holds the current settings and saves each change in the background."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.background import Background, Lane
from inspector_app.system import local_zone
from inspector_app.system import settings as settings_file
from inspector_app.system.machine_environments import (
    apply_accepted_forms,
    is_machine_environment,
    with_accepted_form,
)
from inspector_app.system.whole_file import WriteError

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path

    from inspector_app.session.exchange import AuthorizationScheme
    from inspector_app.session.wording import Text
    from inspector_app.system.settings import Environment, Settings


def _written(path: Path, settings: Settings) -> Text | None:
    try:
        settings_file.save(path, settings)
    except WriteError as problem:
        return problem.message
    return None


class Origin(Enum):
    """Who defined an environment: the user, the administrator or the demo."""

    OWN = auto()
    MACHINE = auto()
    DEMO = auto()


class Preferences(QObject):
    """The current settings. ``demo`` is an environment that exists for this run only.

    ``machine`` are the environments that an administrator set: they are read-only here.
    """

    changed = Signal()
    not_saved = Signal(object)

    def __init__(
        self,
        settings: Settings,
        path: Path,
        background: Background,
        parent: QObject | None = None,
        machine: tuple[Environment, ...] = (),
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._machine = machine
        self.demo: Environment | None = None
        self._demo_chosen = False
        self._path = path
        self._background = background

    @property
    def environments(self) -> tuple[Environment, ...]:
        """All environments: the administrator's, the user's own, the demo's."""
        return (*self.machine, *self.settings.environments, *((self.demo,) if self.demo else ()))

    @property
    def machine(self) -> tuple[Environment, ...]:
        """The administrator's environments, each with the last accepted authorization form."""
        return apply_accepted_forms(self._machine, self.settings.machine)

    @property
    def current(self) -> Environment | None:
        """The environment in use."""
        if self._demo_chosen:
            return self.demo
        return settings_file.find_current_environment(self.settings, self.machine)

    @property
    def own_current(self) -> Environment | None:
        """The environment in use, if it is one of the user's own."""
        current = self.current
        return current if current and self.origin(current) is Origin.OWN else None

    def origin(self, environment: Environment) -> Origin:
        """Who defined this environment."""
        if self.demo is not None and environment.id == self.demo.id:
            return Origin.DEMO
        return Origin.MACHINE if is_machine_environment(environment.id) else Origin.OWN

    @property
    def zone(self) -> tzinfo:
        """The zone to write times in; this computer's own where none was chosen or it is gone."""
        return local_zone.get_zone(self.settings.zone)

    def change(self, settings: Settings) -> None:
        """Replace the settings and save them."""
        self.settings = settings
        self._background.submit(Lane.FILES, partial(_written, self._path, settings), self._saved)
        self.changed.emit()

    def choose(self, environment: Environment) -> None:
        """Make an environment the one in use."""
        origin = self.origin(environment)
        self._demo_chosen = origin is Origin.DEMO
        match origin:
            case Origin.DEMO:
                self.changed.emit()
            case Origin.MACHINE:
                self._choose_of_machine(environment.id)
            case Origin.OWN:
                self.settings = settings_file.with_environment(self.settings, environment)
                self._choose_of_machine(None)

    def _choose_of_machine(self, environment_id: str | None) -> None:
        chosen = replace(self.settings.machine, current_id=environment_id)
        self.change(replace(self.settings, machine=chosen))

    def keep_place(self, geometry: str) -> None:
        """Save the window's geometry."""
        if geometry != self.settings.window_geometry:
            self.change(replace(self.settings, window_geometry=geometry))

    def keep_accepted(self, environment: Environment, form: AuthorizationScheme) -> None:
        """Save the authorization form that the environment's gateway accepted."""
        if is_machine_environment(environment.id):
            machine = with_accepted_form(self.settings.machine, environment.id, form)
            if machine != self.settings.machine:
                self.change(replace(self.settings, machine=machine))
            return
        kept = tuple(
            replace(one, connection=replace(one.connection, accepted=form))
            if one.id == environment.id
            else one
            for one in self.settings.environments
        )
        if kept != self.settings.environments:
            self.change(replace(self.settings, environments=kept))

    def drop(self, environment: Environment) -> None:
        """Remove an environment; its neighbour becomes the one in use."""
        self.change(settings_file.without_environment(self.settings, environment.id))

    def host_demo(self, environment: Environment) -> None:
        """Add the demo's environment and make it the one in use; it is never saved."""
        self.demo = environment
        self.choose(environment)

    def _saved(self, problem: Text | None) -> None:
        if problem is not None:
            self.not_saved.emit(problem)
