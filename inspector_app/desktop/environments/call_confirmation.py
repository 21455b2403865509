"""Asks before each call to an environment whose user wants that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inspector_app.desktop.environments.host_mismatch_prompt import QuestionBar
from inspector_app.desktop.environments.production_marks import get_host
from inspector_app.desktop.theme.translation import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.settings.environment import Environment


class CallConfirmation(QObject):
    """``bar`` has the question, for the window to show; the keys go to its first button.

    A question is about one call: it goes away with what it was asked about.
    """

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._asked_about: Environment | None = None
        self.bar = QuestionBar(theme)
        preferences.changed.connect(self._on_preferences_changed)

    @property
    def is_open(self) -> bool:
        """Whether a question waits for an answer."""
        return not self.bar.isHidden()

    def confirm(self, environment: Environment, make_call: Callable[[], object]) -> None:
        """Make the call; where the environment wants it, once the user has agreed.

        Whatever the call would have sent is let go of with the question.
        """
        self.close()
        if not environment.must_confirm:
            make_call()
            return
        self._asked_about = environment
        self.bar.ask(
            translate(
                "Send the token to {name}, at {host}?",
                name=environment.name,
                host=get_host(environment.address),
            ),
            (translate("Send to {name}", name=environment.name), make_call),
            (translate("Do not send"), self.close),
        )
        self.bar.first_button.setFocus()

    @Slot()
    def close(self) -> None:
        """Take the question back; nothing is sent."""
        self._asked_about = None
        self.bar.withdraw()

    @Slot()
    def _on_preferences_changed(self) -> None:
        asked, current = self._asked_about, self._preferences.current
        if asked is not None and (
            current is None or (current.id, current.address) != (asked.id, asked.address)
        ):
            self.close()
