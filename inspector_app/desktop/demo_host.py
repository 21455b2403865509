"""Starts the embedded gateway when it is wanted and offers its invented sessions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.desktop.background import Background, Lane
from inspector_app.desktop.button import Button, Look
from inspector_app.desktop.plain import explain, menu_text
from inspector_app.desktop.words import say, shown
from inspector_app.system.settings import Environment

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inspector_app.demo.scenarios import Scenario
    from inspector_app.desktop.appearance import Appearance

ENVIRONMENT_ID: Final = "demo"


class DemoHost(QObject):
    """``ready`` brings the demo's environment; ``failed`` that this computer has no loopback."""

    ready = Signal(object)
    failed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._gateway: DemoGateway | None = None

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The sessions on offer; none before it is ready."""
        return self._gateway.scenarios if self._gateway else ()

    def start(self) -> None:
        """Start listening, off the UI thread."""

        def listen() -> DemoGateway:
            gateway = DemoGateway()
            gateway.start()
            return gateway

        if self._gateway is None:
            self._background.submit(Lane.FILES, listen, self._listening, self.failed.emit)

    def stop(self) -> None:
        """Close the port; returns when its threads have ended."""
        if self._gateway is not None:
            self._gateway.stop()
            self._gateway = None

    def _listening(self, gateway: DemoGateway) -> None:
        self._gateway = gateway
        self.ready.emit(Environment(ENVIRONMENT_ID, say("Demo"), gateway.origin))


class ScenarioButton(Button):
    """Lets a person choose an invented session; ``picked`` brings it."""

    picked = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Look.CHOICE, parent=parent)
        self.setMenu(QMenu(self))

    def offer(self, scenarios: tuple[Scenario, ...]) -> None:
        """Offer these sessions, the first one chosen."""
        self.menu().clear()
        group = QActionGroup(self.menu())
        for scenario in scenarios:
            entry = QAction(menu_text(shown(scenario.title)), self.menu())
            entry.setCheckable(True)
            entry.triggered.connect(partial(self.pick, scenario))
            group.addAction(entry)
            self.menu().addAction(entry)
        group.actions()[0].setChecked(True)
        self._name(scenarios[0])

    def pick(self, scenario: Scenario, _checked: object = None) -> None:
        """Choose this session, as the menu does."""
        self._name(scenario)
        self.picked.emit(scenario)

    def _name(self, scenario: Scenario) -> None:
        self.setText(menu_text(shown(scenario.title)))
        self.setAccessibleName(say("Invented session: {title}", title=scenario.title))
        explain(self, shown(scenario.description))
