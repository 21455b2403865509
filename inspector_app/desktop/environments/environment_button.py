"""Menu button that shows the current environment and lets the user choose another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from inspector_app.desktop.actions import ActionCollection, ActionId
from inspector_app.desktop.preferences import EnvironmentOrigin
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.plain_text import set_tooltip, to_menu_text

if TYPE_CHECKING:
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.settings.environment import Environment

_MAX_NAME_LENGTH = 24
"""Characters of a name shown on the button; the menu and the tooltip show all of it."""


class EnvironmentButton(Button):
    """``chosen`` carries the environment that the user picked."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        actions: ActionCollection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, ButtonVariant.TALL_DROP_DOWN, parent=parent)
        self._preferences = preferences
        self._actions = actions
        self.setMinimumWidth(theme.spacing.to_pixels(150))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.setMenu(self._menu)
        preferences.changed.connect(self._update_label)
        theme.changed.connect(self._update_label)
        self._update_label()

    def _update_label(self) -> None:
        current = self._preferences.current
        name = current.name if current else translate("No environment")
        short = name if len(name) <= _MAX_NAME_LENGTH else name[: _MAX_NAME_LENGTH - 1] + "…"
        self.setText(to_menu_text(short))
        colours = self._theme.colours
        is_set = current is not None and self._is_managed(current)
        picture = "shield" if is_set else "globe"
        self.setIcon(self._theme.get_icon(picture, colours.link if current else colours.muted))
        full_name = translate("{name} (set by your administrator)", name=name) if is_set else name
        self.setAccessibleName(translate("Environment: {name}", name=full_name))
        set_tooltip(
            self, translate("{name}: choose another environment, or add one", name=full_name)
        )

    def _fill_menu(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        current = self._preferences.current
        for environment in self._preferences.environments:
            name = to_menu_text(environment.name)
            if self._is_managed(environment):
                name = translate("{name} (set by your administrator)", name=name)
            entry = QAction(name, self._menu)
            entry.setCheckable(True)
            entry.setChecked(current is not None and environment.id == current.id)
            entry.triggered.connect(partial(self._on_environment_chosen, environment.id))
            group.addAction(entry)
            self._menu.addAction(entry)
        self._menu.addSeparator()
        self._menu.addAction(self._actions[ActionId.ADD_ENVIRONMENT])
        if self._preferences.own_current is not None:
            for do in (ActionId.EDIT_ENVIRONMENT, ActionId.DELETE_ENVIRONMENT):
                self._menu.addAction(self._actions[do])
        elif current is not None and self._is_managed(current):
            self._add_managed_actions()
        if self._preferences.demo is None:
            self._menu.addSeparator()
            self._menu.addAction(self._actions[ActionId.TRY_DEMO])

    def _is_managed(self, environment: Environment) -> bool:
        return self._preferences.get_origin(environment) is EnvironmentOrigin.MACHINE

    def _add_managed_actions(self) -> None:
        """Add the view and the disabled delete action of an administrator's environment."""
        edit = self._actions[ActionId.EDIT_ENVIRONMENT]
        variant = QAction(edit.icon(), translate("Look at this environment…"), self._menu)
        variant.triggered.connect(edit.trigger)
        self._menu.addAction(variant)
        delete = self._actions[ActionId.DELETE_ENVIRONMENT]
        words = translate("Set by your administrator: cannot be changed or deleted")
        kept = QAction(delete.icon(), words, self._menu)
        kept.setEnabled(False)
        self._menu.addAction(kept)

    def _on_environment_chosen(self, environment_id: str, _checked: object = None) -> None:
        for environment in self._preferences.environments:
            if environment.id == environment_id:
                self.chosen.emit(environment)
