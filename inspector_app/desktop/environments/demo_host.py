"""Starts the embedded gateway when it is wanted and offers its invented sessions."""

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
    """``ready`` brings the demo's environment; ``failed`` that this computer has no loopback.

    ``is_starting`` as long as it is not there yet, but on its way or certain to be started.
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
        """The sessions on offer; none before it is wanted."""
        return self._gateway.scenarios if self._gateway else ()

    def start(self) -> None:
        """Start listening, off the UI thread; does nothing when it was started before."""
        from inspector_app.demo.demo_gateway import DemoGateway  # brings a server along

        if self._gateway is None:
            self._gateway = DemoGateway()
            self.is_starting = True
            self._background.submit(
                Lane.FILES, self._gateway.start, self._listening, self._not_listening
            )

    def stop(self) -> None:
        """Close the port; returns when its threads have ended. No start may be under way."""
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
    """Lets a person choose an invented session; ``picked`` brings it."""

    picked = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Look.CHOICE, parent=parent)
        self.setMenu(QMenu(self))

    def offer(self, scenarios: tuple[Scenario, ...]) -> None:
        """Offer these sessions, the first one chosen."""
        self.menu().clear()
        group = QActionGroup(self.menu())
        for part, those in groupby(scenarios, lambda scenario: scenario.part):
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
        """Choose this session, as the menu does."""
        self._name(scenario)
        self.picked.emit(scenario)

    def _name(self, scenario: Scenario) -> None:
        self.setText(menu_text(shown(scenario.title)))
        self.setAccessibleName(say("Invented session: {title}", title=scenario.title))
        explain(self, shown(scenario.description))
