"""Holds the settings for the window's parts and has each change written, off the UI thread."""

from __future__ import annotations

import zoneinfo
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.background import Background, Lane
from inspector_app.desktop.local_zone import LocalZone
from inspector_app.system import settings as settings_file
from inspector_app.system.whole_file import WriteProblem

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path

    from inspector_app.session.exchange import AuthorizationForm
    from inspector_app.session.wording import Text
    from inspector_app.system.settings import Environment, Settings


def _written(path: Path, settings: Settings) -> Text | None:
    try:
        settings_file.save(path, settings)
    except WriteProblem as problem:
        return problem.words
    return None


class Preferences(QObject):
    """The settings in force. ``demo`` is an environment that is there for this run only."""

    changed = Signal()
    not_saved = Signal(object)

    def __init__(
        self,
        settings: Settings,
        path: Path,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.demo: Environment | None = None
        self._demo_chosen = False
        self._path = path
        self._background = background

    @property
    def environments(self) -> tuple[Environment, ...]:
        """All environments, the demo's last."""
        return self.settings.environments + ((self.demo,) if self.demo else ())

    @property
    def current(self) -> Environment | None:
        """The environment in use."""
        return self.demo if self._demo_chosen else self.settings.current

    @property
    def own_current(self) -> Environment | None:
        """The environment in use, if it is one of the person's own and not the demo's."""
        return None if self._demo_chosen else self.settings.current

    @property
    def zone(self) -> tzinfo:
        """The zone to write times in; this computer's own where none was chosen or it is gone."""
        if self.settings.zone is not None:
            try:
                return zoneinfo.ZoneInfo(self.settings.zone)
            except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
                pass
        return LocalZone()

    def change(self, settings: Settings) -> None:
        """Use these settings from now on and write them."""
        self.settings = settings
        self._background.submit(Lane.FILES, partial(_written, self._path, settings), self._saved)
        self.changed.emit()

    def choose(self, environment: Environment) -> None:
        """Make an environment the one in use."""
        self._demo_chosen = self.demo is not None and environment.id == self.demo.id
        if self._demo_chosen:
            self.changed.emit()
        else:
            self.change(settings_file.with_environment(self.settings, environment))

    def keep_place(self, geometry: str) -> None:
        """Remember where the window stood."""
        if geometry != self.settings.window_geometry:
            self.change(replace(self.settings, window_geometry=geometry))

    def keep_accepted(self, environment: Environment, form: AuthorizationForm) -> None:
        """Remember the form in which the environment's gateway took a token."""
        kept = tuple(
            replace(one, connection=replace(one.connection, accepted=form))
            if one.id == environment.id
            else one
            for one in self.settings.environments
        )
        if kept != self.settings.environments:
            self.change(replace(self.settings, environments=kept))

    def drop(self, environment: Environment) -> None:
        """Leave an environment out; its neighbour comes into use."""
        self.change(settings_file.without_environment(self.settings, environment.id))

    def host_demo(self, environment: Environment) -> None:
        """Offer the demo's environment and make it the one in use; it is never written."""
        self.demo = environment
        self.choose(environment)

    def _saved(self, problem: Text | None) -> None:
        if problem is not None:
            self.not_saved.emit(problem)
