"""The menu behind the three dots: what is rare, and how the window looks and tells times."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from inspector_app.desktop.actions import Actions, Do
from inspector_app.desktop.words import say
from inspector_app.system.settings import Appearance as Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.appearance import Appearance
    from inspector_app.desktop.preferences import Preferences


class MainMenu(QMenu):
    """Built once; its choices go straight into the preferences."""

    def __init__(
        self,
        appearance: Appearance,
        preferences: Preferences,
        actions: Actions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._preferences = preferences
        for do in (Do.COPY_REPORT, Do.EXPORT):
            self.addAction(actions[do])
        self.addSeparator()
        settings = preferences.settings
        looks = self.addMenu(say("Appearance"))
        self._choices(
            looks,
            {
                say("As the system"): Choice.SYSTEM,
                say("Light"): Choice.LIGHT,
                say("Dark"): Choice.DARK,
            },
            settings.appearance,
            self._look,
        )
        zones = self.addMenu(say("Times in"))
        self._choices(
            zones,
            {say("This computer’s time zone"): None, say("UTC"): "UTC"},
            settings.zone,
            self._tell_times_in,
        )
        self.addSeparator()
        for do in (Do.TRY_DEMO, Do.HELP, Do.QUIT):
            self.addAction(actions[do])

    def _choices(
        self,
        menu: QMenu,
        choices: dict[str, Choice] | dict[str, str | None],
        current: object,
        choose: Callable[[object], None],
    ) -> None:
        group = QActionGroup(menu)
        for words, value in choices.items():
            entry = QAction(words, menu)
            entry.setCheckable(True)
            entry.setChecked(value == current)
            entry.triggered.connect(partial(_chosen, choose, value))
            group.addAction(entry)
            menu.addAction(entry)

    def _look(self, choice: object) -> None:
        if isinstance(choice, Choice):
            self._appearance.choose(choice)
            self._preferences.change(replace(self._preferences.settings, appearance=choice))

    def _tell_times_in(self, zone: object) -> None:
        name = zone if isinstance(zone, str) else None
        self._preferences.change(replace(self._preferences.settings, zone=name))


def _chosen(choose: Callable[[object], None], value: object, _checked: object = None) -> None:
    choose(value)
