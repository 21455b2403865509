"""The main menu: rarely used actions, theme, language and time zone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from inspector_app.desktop.actions import Actions, Do
from inspector_app.desktop.look.language import NATIVE_NAMES
from inspector_app.desktop.look.plain import menu_text
from inspector_app.desktop.look.words import say
from inspector_app.desktop.zone_dialog import ZoneDialog
from inspector_app.system.settings import Language
from inspector_app.system.settings import ThemeMode as Choice

if TYPE_CHECKING:
    from inspector_app.desktop.background import Background
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.desktop.preferences import Preferences

_UTC: Final = "UTC"


class MainMenu(QMenu):
    """Created once; a choice is written to the preferences at once."""

    said = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        preferences: Preferences,
        actions: Actions,
        background: Background,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._preferences = preferences
        self._background = background
        self._window = parent
        self.addAction(actions[Do.COPY_REPORT])
        self._offer_reports(self.addMenu(say("Copy report as")), actions)
        self.addAction(actions[Do.EXPORT])
        self.addAction(actions[Do.OPEN])
        self.addSeparator()
        self._offer_looks(self.addMenu(say("Appearance")))
        self._offer_languages(self.addMenu(say("Language")))
        self._other_zone = QAction(self)
        self._zones: dict[str | None, QAction] = {}
        self._offer_zones(self.addMenu(say("Times in")))
        self.addSeparator()
        for do in (Do.LOCK, Do.SCREEN_SHARE, Do.SAFETY):
            self.addAction(actions[do])
        self.addSeparator()
        for do in (Do.TRY_DEMO, Do.HELP, Do.QUIT):
            self.addAction(actions[do])

    def _offer_reports(self, menu: QMenu, actions: Actions) -> None:
        for do in (Do.COPY_MARKDOWN, Do.COPY_JIRA):
            menu.addAction(actions[do])
        self.aboutToShow.connect(
            lambda: menu.menuAction().setEnabled(actions[Do.COPY_REPORT].isEnabled())
        )

    def _offer_looks(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for words, choice in (
            (say("As the system"), Choice.SYSTEM),
            (say("Light"), Choice.LIGHT),
            (say("Dark"), Choice.DARK),
        ):
            entry = _entry(words, menu, group)
            entry.setChecked(choice is self._preferences.settings.theme_mode)
            entry.triggered.connect(partial(self._look, choice))

    def _offer_languages(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for words, language in (
            (say("As the system"), Language.SYSTEM),
            *((name, language) for language, name in NATIVE_NAMES.items()),
        ):
            entry = _entry(words, menu, group)
            entry.setChecked(language is self._preferences.settings.language)
            entry.triggered.connect(partial(self._speak, language))

    def _offer_zones(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for words, zone in ((say("This computer’s time zone"), None), (_UTC, _UTC)):
            self._zones[zone] = _entry(words, menu, group)
            self._zones[zone].triggered.connect(partial(self._tell_times_in, zone))
        self._other_zone = _entry("", menu, group)
        self._other_zone.triggered.connect(self._ask_for_zone)
        self._preferences.changed.connect(self._mark_zone)
        self._mark_zone()

    def _look(self, choice: Choice, _checked: object = None) -> None:
        self._appearance.choose(choice)
        self._preferences.change(replace(self._preferences.settings, theme_mode=choice))

    def _speak(self, language: Language, _checked: object = None) -> None:
        self._preferences.change(replace(self._preferences.settings, language=language))
        name = NATIVE_NAMES.get(language)
        self.said.emit(
            say("From the next start on, this app speaks the system’s language.")
            if name is None
            else say("From the next start on, this app speaks {language}.", language=name)
        )

    def _tell_times_in(self, zone: str | None, _checked: object = None) -> None:
        self._preferences.change(replace(self._preferences.settings, zone=zone))

    def _ask_for_zone(self, _checked: object = None) -> None:
        self._mark_zone()  # the current zone stays checked until another is chosen
        dialog = ZoneDialog(
            self._background,
            self._appearance,
            self._preferences.settings.zone or "",
            self._window,
        )
        dialog.chosen.connect(self._tell_times_in)
        dialog.open()

    def _mark_zone(self) -> None:
        """Check the current zone's action; the last one names a zone that has none of its own."""
        zone = self._preferences.settings.zone
        in_use = self._zones.get(zone, self._other_zone)
        in_use.setChecked(True)
        self._other_zone.setText(
            say("Another zone… ({zone})", zone=menu_text(zone))
            if zone is not None and in_use is self._other_zone
            else say("Another zone…")
        )


def _entry(words: str, menu: QMenu, group: QActionGroup) -> QAction:
    entry = QAction(words, menu)
    entry.setCheckable(True)
    group.addAction(entry)
    menu.addAction(entry)
    return entry
