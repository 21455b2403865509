"""Makes every text larger or smaller, step by step, and remembers it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.actions import ActionCollection, ActionId
from inspector_app.desktop.theme.translation import translate
from inspector_app.settings.user_settings import DEFAULT_TEXT_SIZE, TEXT_SIZES

if TYPE_CHECKING:
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme


class TextSize(QObject):
    """Connects the three actions; ``status_message`` says which size it is now."""

    status_message = Signal(str)

    def __init__(
        self, theme: Theme, preferences: Preferences, actions: ActionCollection, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._actions = actions
        actions.connect_all(
            {
                ActionId.TEXT_LARGER: self._enlarge,
                ActionId.TEXT_SMALLER: self._reduce,
                ActionId.TEXT_DEFAULT: self._reset,
            }
        )
        self._update_actions()

    def _enlarge(self) -> None:
        self._set(next((one for one in TEXT_SIZES if one > self._theme.text_size), TEXT_SIZES[-1]))

    def _reduce(self) -> None:
        smaller = [one for one in TEXT_SIZES if one < self._theme.text_size]
        self._set(smaller[-1] if smaller else TEXT_SIZES[0])

    def _reset(self) -> None:
        self._set(DEFAULT_TEXT_SIZE)

    def _set(self, size: int) -> None:
        self._theme.set_text_size(size)
        self._preferences.update_settings(replace(self._preferences.settings, text_size=size))
        self._update_actions()
        self.status_message.emit(translate("Text size: {percent} %", percent=size))

    def _update_actions(self) -> None:
        size = self._theme.text_size
        self._actions[ActionId.TEXT_LARGER].setEnabled(size < TEXT_SIZES[-1])
        self._actions[ActionId.TEXT_SMALLER].setEnabled(size > TEXT_SIZES[0])
        self._actions[ActionId.TEXT_DEFAULT].setEnabled(size != DEFAULT_TEXT_SIZE)
