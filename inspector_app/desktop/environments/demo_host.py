"""Starts the embedded demo gateway on demand and offers its scenarios."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.plain_text import set_tooltip, to_menu_text
from inspector_app.settings.environment import Environment
from inspector_app.settings.environment_tier import EnvironmentTier

if TYPE_CHECKING:
    from inspector_app.demo.demo_gateway import DemoGateway
    from inspector_app.demo.scenario import Scenario
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.desktop.widgets.menu import Menu

DEMO_ENVIRONMENT_ID: Final = "demo"


class DemoHost(QObject):
    """``ready`` carries the demo's environment; ``failed``: no loopback port could be opened.

    ``is_starting`` from the decision to start the demo until it is ready or has failed.
    """

    ready = Signal(object)
    failed = Signal()

    def __init__(self, background: BackgroundExecutor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._gateway: DemoGateway | None = None
        self.is_starting = False

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The available scenarios; none before the start."""
        return self._gateway.scenarios if self._gateway else ()

    def start(self) -> None:
        """Start listening, off the UI thread; does nothing if already started."""
        from inspector_app.demo.demo_gateway import DemoGateway  # imports http.server

        if self._gateway is None:
            self._gateway = DemoGateway()
            self.is_starting = True
            self._background.submit(
                Lane.FILES, self._gateway.start, self._on_started, self._on_start_failed
            )

    def stop(self) -> None:
        """Close the port; returns when its threads have ended. No start may be running."""
        if self._gateway is not None:
            self._gateway.stop()
            self._gateway = None

    def _on_started(self, _started: None) -> None:
        self.is_starting = False
        if self._gateway is not None:
            self.ready.emit(
                Environment(
                    DEMO_ENVIRONMENT_ID,
                    translate("Demo"),
                    self._gateway.origin,
                    chosen_tier=EnvironmentTier.DEMO,
                )
            )

    def _on_start_failed(self) -> None:
        self.is_starting = False
        self._gateway = None
        self.failed.emit()


class ScenarioButton(Button):
    """Menu button to choose a demo scenario; ``picked`` carries it."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, ButtonVariant.DROP_DOWN)
        self._menu: Menu | None = None

    def set_scenarios(self, scenarios: tuple[Scenario, ...]) -> None:
        """Fill the menu with these scenarios, the first one checked."""
        from inspector_app.desktop.widgets.menu import Menu

        if self._menu is None:
            self._menu = Menu(self)
            self.setMenu(self._menu)
        self._menu.clear()
        group = QActionGroup(self._menu)
        for part, those in groupby(scenarios, lambda scenario: scenario.group):
            menu = self._menu.add_submenu(to_menu_text(render_text(part.value)))
            for scenario in those:
                entry = QAction(to_menu_text(render_text(scenario.title)), menu)
                entry.setCheckable(True)
                entry.triggered.connect(partial(self.pick_scenario, scenario))
                group.addAction(entry)
                menu.addAction(entry)
        group.actions()[0].setChecked(True)
        self._show_scenario(scenarios[0])

    def pick_scenario(self, scenario: Scenario, _checked: object = None) -> None:
        """Select this scenario, as the menu does."""
        self._show_scenario(scenario)
        self.picked.emit(scenario)

    def _show_scenario(self, scenario: Scenario) -> None:
        self.setText(to_menu_text(render_text(scenario.title)))
        self.setAccessibleName(translate("Invented session: {title}", title=scenario.title))
        set_tooltip(self, render_text(scenario.description))
