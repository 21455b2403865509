"""Menu button that shows the current environment and lets the user choose another."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup

from inspector_app.desktop.actions import ActionCollection, ActionId
from inspector_app.desktop.preferences import EnvironmentOrigin
from inspector_app.desktop.theme.tier_colours import get_tier_colours
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.environment_square import create_square_icon
from inspector_app.desktop.widgets.plain_text import set_tooltip, to_menu_text
from inspector_app.desktop.widgets.style_property import set_style_property
from inspector_app.settings.environment_tier import EnvironmentTier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.desktop.environments.environment_switcher import EnvironmentSwitcher
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.desktop.widgets.menu import Menu
    from inspector_app.settings.environment import Environment

_MAX_NAME_LENGTH = 24
"""Characters of a name shown on the button; the menu and the tooltip show all of it."""

_MAX_MENU_LENGTH = 60
"""Environments in one menu: 18,000 took 15 s to open, and nobody scrolls through them."""


class EnvironmentButton(Button):
    """``chosen`` carries the environment that the user picked.

    ``switcher_closed``: the pop-up in which one is found by typing is gone.
    """

    chosen = Signal(object)
    switcher_closed = Signal()

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        actions: ActionCollection,
    ) -> None:
        super().__init__(theme, ButtonVariant.TALL_DROP_DOWN)
        self._preferences = preferences
        self._actions = actions
        self.setMinimumWidth(theme.spacing.to_pixels(150))
        self._submenus: list[Menu] = []
        self._switcher: EnvironmentSwitcher | None = None
        preferences.changed.connect(self._update_label)
        theme.changed.connect(self._update_label)
        self._update_label()

    def add_menu(self) -> None:
        """Create the menu; to be called once, before somebody can open it."""
        from inspector_app.desktop.widgets.menu import Menu

        self._menu = Menu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.setMenu(self._menu)

    def open_switcher(self) -> None:
        """Have an environment found by typing; where there is none, one is added."""
        from inspector_app.desktop.environments.environment_switcher import EnvironmentSwitcher

        if not self._preferences.environments:
            self._actions[ActionId.ADD_ENVIRONMENT].trigger()
            return
        if self._switcher is None:
            self._switcher = EnvironmentSwitcher(self._theme, self._preferences, self)
            self._switcher.closed.connect(self.switcher_closed)
            self._switcher.chosen.connect(self.chosen)
        self._switcher.open_below(self)

    def _update_label(self) -> None:
        current = self._preferences.current
        name = current.name if current else translate("No environment")
        short = name if len(name) <= _MAX_NAME_LENGTH else name[: _MAX_NAME_LENGTH - 1] + "…"
        self.setText(to_menu_text(short))
        is_set = current is not None and self._is_managed(current)
        self._show_tier(current)
        full_name = translate("{name} (set by your administrator)", name=name) if is_set else name
        self.setAccessibleName(translate("Environment: {name}", name=full_name))
        set_tooltip(
            self, translate("{name}: choose another environment, or add one", name=full_name)
        )

    def _show_tier(self, current: Environment | None) -> None:
        """Show the environment's square; production's button is filled, and has a shield."""
        is_production = current is not None and current.tier is EnvironmentTier.PRODUCTION
        if current is None:
            self.setIcon(self._theme.get_icon("globe"))
        elif is_production:
            self.setIcon(self._theme.get_icon("shield", self._get_text_colour(current)))
        else:
            self.setIcon(create_square_icon(current, self._theme.colours))
        tier = EnvironmentTier.PRODUCTION.value if is_production else ""
        set_style_property(self, "tier", tier)

    def _get_text_colour(self, current: Environment | None = None) -> str:
        current = current or self._preferences.current
        if current is not None and current.tier is EnvironmentTier.PRODUCTION:
            return get_tier_colours(self._theme.colours, current.tier).text
        return super()._get_text_colour()

    def _get_chevron_colour(self) -> str:
        colours = self._theme.colours
        return self._get_text_colour() if self.property("tier") else colours.muted

    def _fill_menu(self) -> None:
        for submenu in self._submenus:  # clear() removes their entries, and leaves them alive
            submenu.deleteLater()
        self._menu.clear()
        current = self._preferences.current
        environments = self._preferences.environments
        if len(environments) <= _MAX_MENU_LENGTH:
            self._submenus = []
            self._add_environments(self._menu, environments)
        else:
            size = math.isqrt(len(environments) - 1) + 1  # as many submenus as entries in each
            self._submenus = [
                self._add_submenu(environments[start : start + size])
                for start in range(0, len(environments), size)
            ]
        self._menu.addSeparator()
        self._menu.addAction(self._actions.get_menu_entry(ActionId.ADD_ENVIRONMENT))
        if self._preferences.own_current is not None:
            for do in (
                ActionId.EDIT_ENVIRONMENT,
                ActionId.DUPLICATE_ENVIRONMENT,
                ActionId.DELETE_ENVIRONMENT,
            ):
                self._menu.addAction(self._actions.get_menu_entry(do))
        elif current is not None and self._is_managed(current):
            self._add_managed_actions()
        self._menu.addAction(self._actions.get_menu_entry(ActionId.LIST_ENVIRONMENTS))
        if self._preferences.demo is None:
            self._menu.addSeparator()
            self._menu.addAction(self._actions.get_menu_entry(ActionId.TRY_DEMO))

    def _add_submenu(self, environments: Sequence[Environment]) -> Menu:
        """Add a submenu of these environments, which is filled when it is opened."""
        from inspector_app.desktop.widgets.menu import Menu

        first, last = (to_menu_text(one.name) for one in (environments[0], environments[-1]))
        submenu = Menu(self._menu, translate("{first} to {last}", first=first, last=last))

        def fill() -> None:
            submenu.clear()
            self._add_environments(submenu, environments)

        submenu.aboutToShow.connect(fill)
        self._menu.addMenu(submenu)
        return submenu

    def _add_environments(self, menu: Menu, environments: Sequence[Environment]) -> None:
        for earlier in menu.findChildren(QActionGroup):
            earlier.deleteLater()
        group = QActionGroup(menu)
        current = self._preferences.current
        for environment in environments:
            name = to_menu_text(environment.name)
            if self._is_managed(environment):
                name = translate("{name} (set by your administrator)", name=name)
            # After a tabulator is the column of the keys: here it has the address.
            entry = QAction(f"{name}\t{to_menu_text(environment.address)}", menu)
            entry.setIcon(create_square_icon(environment, self._theme.colours))
            entry.setIconVisibleInMenu(True)
            entry.setCheckable(True)
            is_current = current is not None and environment.id == current.id
            entry.setChecked(is_current)  # which the square hides where both have one place
            font = entry.font()
            font.setBold(is_current)
            entry.setFont(font)
            entry.triggered.connect(partial(self._on_environment_chosen, environment.id))
            group.addAction(entry)
            menu.addAction(entry)

    def _is_managed(self, environment: Environment) -> bool:
        return self._preferences.get_origin(environment) is EnvironmentOrigin.MACHINE

    def _add_managed_actions(self) -> None:
        """Add the view and the disabled delete action of an administrator's environment."""
        edit = self._actions.get_menu_entry(ActionId.EDIT_ENVIRONMENT)
        variant = QAction(edit.icon(), translate("Look at this environment…"), self._menu)
        variant.triggered.connect(edit.trigger)
        self._menu.addAction(variant)
        delete = self._actions.get_menu_entry(ActionId.DELETE_ENVIRONMENT)
        words = translate("Set by your administrator: cannot be changed or deleted")
        kept = QAction(delete.icon(), words, self._menu)
        kept.setEnabled(False)
        self._menu.addAction(kept)

    def _on_environment_chosen(self, environment_id: str, _checked: object = None) -> None:
        for environment in self._preferences.environments:
            if environment.id == environment_id:
                self.chosen.emit(environment)
