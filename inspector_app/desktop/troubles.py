"""Shows error messages of the services below the token field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector_app.desktop.look.words import one_after_another, say, shown
from inspector_app.vault.problem import VaultErrorKind, VaultOperation

if TYPE_CHECKING:
    from inspector_app.desktop.environments.demo_host import DemoHost
    from inspector_app.desktop.guards.token_keeper import TokenKeeper
    from inspector_app.desktop.inspector import Inspector
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.window import Window
    from inspector_app.session.wording import Text
    from inspector_app.vault.problem import VaultError


class Troubles(QObject):
    """Connects to the error signals that need no decision by the user."""

    def __init__(
        self,
        window: Window,
        inspector: Inspector,
        keeper: TokenKeeper,
        preferences: Preferences,
        demo: DemoHost,
    ) -> None:
        super().__init__(window)
        self._window = window
        inspector.cancelled.connect(self._cancelled)
        inspector.broke.connect(self._broke)
        keeper.trouble.connect(self._keyring_trouble)
        keeper.secrets_in_memory.connect(self._secrets_in_memory)
        preferences.not_saved.connect(self._settings_not_saved)
        demo.failed.connect(self._demo_failed)

    def _cancelled(self, seconds: float) -> None:
        self._window.show_note(
            say("Cancelled after {seconds} s. Nothing was changed.", seconds=f"{seconds:.1f}")
        )

    def _broke(self) -> None:
        self._window.show_problem(
            say("Something in this app went wrong. Nothing was lost: try once more.")
        )

    def _keyring_trouble(self, problem: VaultError) -> None:
        if problem.kind is VaultErrorKind.LOCKED and problem.operation is VaultOperation.FETCH:
            return  # shown in a bar above the answer, beside the button that unlocks it
        told = map(shown, (problem.description, problem.next_step))
        self._window.show_note(one_after_another(told))

    def _secrets_in_memory(self) -> None:
        self._window.show_note(
            say("The keyring did not take the connection's secrets: they are kept for this run.")
        )

    def _settings_not_saved(self, words: Text) -> None:
        self._window.show_note(say("The settings were not saved. {why}", why=words))

    def _demo_failed(self) -> None:
        self._window.show_problem(
            say("The demo could not start: no free port on this computer. Try again later.")
        )
