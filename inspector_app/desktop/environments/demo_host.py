"""Starts the embedded demo gateway on demand and offers its scenarios."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from inspector_app.desktop.background import Background, Lane
from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.plain import explain, menu_text
from inspector_app.desktop.look.words import say, shown
from inspector_app.system.settings import Environment

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inspector_app.demo.demo_gateway import DemoGateway
    from inspector_app.demo.scenario import Scenario
    from inspector_app.desktop.look.appearance import Appearance

ENVIRONMENT_ID: Final = "demo"


class DemoHost(QObject):
    """``ready`` carries the demo's environment; ``failed``: no loopback port could be opened.

    ``is_starting`` from the decision to start the demo until it is ready or has failed.
    """

    ready = Signal(object)
    failed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
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
                Lane.FILES, self._gateway.start, self._listening, self._not_listening
            )

    def stop(self) -> None:
        """Close the port; returns when its threads have ended. No start may be running."""
        if self._gateway is not None:
            self._gateway.stop()
            self._gateway = None

    def _listening(self, _started: None) -> None:
        self.is_starting = False
        if self._gateway is not None:
            self.ready.emit(Environment(ENVIRONMENT_ID, say("Demo"), self._gateway.origin))

    def _not_listening(self) -> None:
        self.is_starting = False
        self._gateway = None
        self.failed.emit()


class ScenarioButton(Button):
    """Menu button to choose a demo scenario; ``picked`` carries it."""

    picked = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Look.CHOICE, parent=parent)
        self.setMenu(QMenu(self))

    def offer(self, scenarios: tuple[Scenario, ...]) -> None:
        """Fill the menu with these scenarios, the first one checked."""
        self.menu().clear()
        group = QActionGroup(self.menu())
        for part, those in groupby(scenarios, lambda scenario: scenario.group):
            menu = self.menu().addMenu(menu_text(shown(part.value)))
            for scenario in those:
                entry = QAction(menu_text(shown(scenario.title)), menu)
                entry.setCheckable(True)
                entry.triggered.connect(partial(self.pick, scenario))
                group.addAction(entry)
                menu.addAction(entry)
        group.actions()[0].setChecked(True)
        self._name(scenarios[0])

    def pick(self, scenario: Scenario, _checked: object = None) -> None:
        """Select this scenario, as the menu does."""
        self._name(scenario)
        self.picked.emit(scenario)

    def _name(self, scenario: Scenario) -> None:
        self.setText(menu_text(shown(scenario.title)))
        self.setAccessibleName(say("Invented session: {title}", title=scenario.title))
        explain(self, shown(scenario.description))
