"""Menu button that shows the current environment and lets the user choose another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from inspector_app.desktop.actions import Actions, Do
from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.plain import explain, menu_text
from inspector_app.desktop.look.words import say
from inspector_app.desktop.preferences import Origin

if TYPE_CHECKING:
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.system.environment import Environment

_LONGEST_NAME = 24
"""Characters of a name shown on the button; the menu and the tooltip show all of it."""


class EnvironmentButton(Button):
    """``chosen`` carries the environment that the user picked."""

    chosen = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        preferences: Preferences,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, Look.TALL_CHOICE, parent=parent)
        self._preferences = preferences
        self._actions = actions
        self.setMinimumWidth(appearance.rhythm.px(150))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        preferences.changed.connect(self._follow)
        appearance.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        current = self._preferences.current
        name = current.name if current else say("No environment")
        short = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
        self.setText(menu_text(short))
        colours = self._appearance.colours
        is_set = current is not None and self._is_set(current)
        picture = "shield" if is_set else "globe"
        self.setIcon(self._appearance.icon(picture, colours.link if current else colours.soft))
        told = say("{name} (set by your administrator)", name=name) if is_set else name
        self.setAccessibleName(say("Environment: {name}", name=told))
        explain(self, say("{name}: choose another environment, or add one", name=told))

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        current = self._preferences.current
        for environment in self._preferences.environments:
            name = menu_text(environment.name)
            if self._is_set(environment):
                name = say("{name} (set by your administrator)", name=name)
            entry = QAction(name, self._menu)
            entry.setCheckable(True)
            entry.setChecked(current is not None and environment.id == current.id)
            entry.triggered.connect(partial(self._choose, environment.id))
            group.addAction(entry)
            self._menu.addAction(entry)
        self._menu.addSeparator()
        self._menu.addAction(self._actions[Do.ADD_ENVIRONMENT])
        if self._preferences.own_current is not None:
            for do in (Do.EDIT_ENVIRONMENT, Do.DELETE_ENVIRONMENT):
                self._menu.addAction(self._actions[do])
        elif current is not None and self._is_set(current):
            self._offer_look()
        if self._preferences.demo is None:
            self._menu.addSeparator()
            self._menu.addAction(self._actions[Do.TRY_DEMO])

    def _is_set(self, environment: Environment) -> bool:
        return self._preferences.origin(environment) is Origin.MACHINE

    def _offer_look(self) -> None:
        """Add the view and the disabled delete action of an administrator's environment."""
        edit = self._actions[Do.EDIT_ENVIRONMENT]
        look = QAction(edit.icon(), say("Look at this environment…"), self._menu)
        look.triggered.connect(edit.trigger)
        self._menu.addAction(look)
        delete = self._actions[Do.DELETE_ENVIRONMENT]
        words = say("Set by your administrator: cannot be changed or deleted")
        kept = QAction(delete.icon(), words, self._menu)
        kept.setEnabled(False)
        self._menu.addAction(kept)

    def _choose(self, environment_id: str, _checked: object = None) -> None:
        for environment in self._preferences.environments:
            if environment.id == environment_id:
                self.chosen.emit(environment)
