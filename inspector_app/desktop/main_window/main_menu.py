"""The main menu: rarely used actions, theme, language and time zone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup

from inspector_app.desktop.actions import ActionCollection, ActionId
from inspector_app.desktop.export.export_controller import REPORT_FORMATS, get_report_format
from inspector_app.desktop.main_window.time_zone_dialog import TimeZoneDialog
from inspector_app.desktop.theme.language import NATIVE_NAMES
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.menu import Menu
from inspector_app.desktop.widgets.plain_text import to_menu_text
from inspector_app.settings.policies import Policy
from inspector_app.settings.user_settings import Language, ThemeMode

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.report.formats.report_format import ReportFormat

_UTC: Final = "UTC"


class MainMenu(Menu):
    """Created once; a choice is written to the preferences at once."""

    status_message = Signal(str)

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        actions: ActionCollection,
        background: BackgroundExecutor,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._background = background
        self._window = parent
        self._shown_actions = actions
        self.aboutToShow.connect(self._draw_icons)
        self.addAction(actions[ActionId.ASK_MORE])
        self.addAction(actions[ActionId.SHOW_APPLICATIONS])
        self.addAction(actions[ActionId.WATCH])
        self.addAction(actions[ActionId.COPY_REPORT])
        self.addAction(actions[ActionId.COPY_REPLY])
        self._add_report_actions(self.add_submenu(translate("Copy report as")), actions)
        self.addAction(actions[ActionId.EXPORT])
        self.addAction(actions[ActionId.OPEN])
        self.addAction(actions[ActionId.INSPECT_FILE])
        for do in (ActionId.HISTORY, ActionId.COMPARE):
            self.addAction(actions[do])
        self.addSeparator()
        self._add_theme_actions(self.add_submenu(translate("Appearance")))
        sizes = self.add_submenu(translate("Text size"))
        for do in (ActionId.TEXT_LARGER, ActionId.TEXT_SMALLER, ActionId.TEXT_DEFAULT):
            sizes.addAction(actions[do])
        self._add_language_actions(self.add_submenu(translate("Language")))
        self._other_zone_action = QAction(self)
        self._zone_actions: dict[str | None, QAction] = {}
        self._add_time_zone_actions(self.add_submenu(translate("Time zone")))
        self.addSeparator()
        for do in (ActionId.LOCK, ActionId.SCREEN_SHARE, ActionId.KEPT_TOKENS, ActionId.SAFETY):
            self.addAction(actions[do])
        self.addSeparator()
        for do in (ActionId.TRY_DEMO, ActionId.HELP, ActionId.NEW_WINDOW, ActionId.QUIT):
            self.addAction(actions[do])

    @Slot()
    def _draw_icons(self) -> None:
        self._shown_actions.draw_icons(self)

    def _add_report_actions(self, menu: QMenu, actions: ActionCollection) -> None:
        for do in (ActionId.COPY_MARKDOWN, ActionId.COPY_JIRA):
            menu.addAction(actions[do])
        self._add_report_formats(self.add_submenu(translate("Form of a copied report")))
        self.aboutToShow.connect(
            lambda: menu.menuAction().setEnabled(actions[ActionId.COPY_REPORT].isEnabled())
        )

    def _add_report_formats(self, menu: Menu) -> None:
        """Let the user choose what *Copy report* and its keys copy."""
        group = QActionGroup(menu)
        preferred = get_report_format(self._preferences.settings.report_format)
        for choice in REPORT_FORMATS:
            entry = _add_checkable_action(render_text(choice.label), menu, group)
            entry.setChecked(choice is preferred)
            entry.triggered.connect(partial(self._set_report_format, choice))

    def _set_report_format(self, choice: ReportFormat, _checked: object = None) -> None:
        settings = self._preferences.settings
        self._preferences.update_settings(replace(settings, report_format=choice.value))

    def _add_theme_actions(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for words, choice in (
            (translate("As the system"), ThemeMode.SYSTEM),
            (translate("Light"), ThemeMode.LIGHT),
            (translate("Dark"), ThemeMode.DARK),
            (translate("High contrast"), ThemeMode.CONTRAST),
        ):
            entry = _add_checkable_action(words, menu, group)
            entry.setChecked(choice is self._preferences.settings.theme_mode)
            entry.triggered.connect(partial(self._set_theme_mode, choice))

    def _add_language_actions(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        if self._preferences.policies.is_forced(Policy.LANGUAGE):
            menu.setEnabled(False)
            menu.setTitle(translate("Language (set by your administrator)"))
        for words, language in (
            (translate("As the system"), Language.SYSTEM),
            *((name, language) for language, name in NATIVE_NAMES.items()),
        ):
            entry = _add_checkable_action(words, menu, group)
            entry.setChecked(language is self._preferences.settings.language)
            entry.triggered.connect(partial(self._set_language, language))

    def _add_time_zone_actions(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for words, zone in ((translate("This computer’s time zone"), None), (_UTC, _UTC)):
            self._zone_actions[zone] = _add_checkable_action(words, menu, group)
            self._zone_actions[zone].triggered.connect(partial(self._set_time_zone, zone))
        self._other_zone_action = _add_checkable_action("", menu, group)
        self._other_zone_action.triggered.connect(self._open_time_zone_dialog)
        self._preferences.changed.connect(self._update_time_zone_actions)
        self._update_time_zone_actions()

    def _set_theme_mode(self, mode: ThemeMode, _checked: object = None) -> None:
        self._theme.set_mode(mode)
        self._preferences.update_settings(replace(self._preferences.settings, theme_mode=mode))

    def _set_language(self, language: Language, _checked: object = None) -> None:
        self._preferences.update_settings(replace(self._preferences.settings, language=language))
        name = NATIVE_NAMES.get(language)
        self.status_message.emit(
            translate("From the next start on, this app speaks the system’s language.")
            if name is None
            else translate("From the next start on, this app speaks {language}.", language=name)
        )

    def _set_time_zone(self, zone: str | None, _checked: object = None) -> None:
        self._preferences.update_settings(replace(self._preferences.settings, zone=zone))

    def _open_time_zone_dialog(self, _checked: object = None) -> None:
        self._update_time_zone_actions()  # the current zone stays checked until another is chosen
        dialog = TimeZoneDialog(
            self._background,
            self._theme,
            self._preferences.settings.zone or "",
            self._window,
        )
        dialog.chosen.connect(self._set_time_zone)
        dialog.open()

    def _update_time_zone_actions(self) -> None:
        """Check the current zone's action; the last one names a zone that has none of its own."""
        zone = self._preferences.settings.zone
        in_use = self._zone_actions.get(zone, self._other_zone_action)
        in_use.setChecked(True)
        self._other_zone_action.setText(
            translate("Another zone… ({zone})", zone=to_menu_text(zone))
            if zone is not None and in_use is self._other_zone_action
            else translate("Another zone…")
        )


def _add_checkable_action(text: str, menu: QMenu, group: QActionGroup) -> QAction:
    entry = QAction(text, menu)
    entry.setCheckable(True)
    group.addAction(entry)
    menu.addAction(entry)
    return entry
