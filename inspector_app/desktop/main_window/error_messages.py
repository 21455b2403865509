"""Shows error messages of the services below the token field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector_app.desktop.theme.translation import join_sentences, render_text, translate

if TYPE_CHECKING:
    from inspector_app.desktop.environments.demo_host import DemoHost
    from inspector_app.desktop.inspection_runner import InspectionRunner
    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.token_store import TokenStore
    from inspector_app.session.translatable_text import Text
    from inspector_app.vault.errors import VaultError


class ErrorMessages(QObject):
    """Connects to the error signals that need no decision by the user."""

    def __init__(
        self,
        window: MainWindow,
        runner: InspectionRunner,
        token_store: TokenStore,
        preferences: Preferences,
        demo: DemoHost,
    ) -> None:
        super().__init__(window)
        self._window = window
        runner.cancelled.connect(self._on_cancelled)
        runner.error_occurred.connect(self._on_error_occurred)
        token_store.failed.connect(self._on_keyring_problem)
        token_store.secrets_stored_in_memory.connect(self._on_secrets_in_memory)
        preferences.not_saved.connect(self._on_settings_not_saved)
        demo.failed.connect(self._on_demo_failed)

    def _on_cancelled(self, seconds: float) -> None:
        self._window.show_note(
            translate("Cancelled after {seconds} s. Nothing was changed.", seconds=f"{seconds:.1f}")
        )

    def _on_error_occurred(self) -> None:
        self._window.show_problem(
            translate("Something in this app went wrong. Nothing was lost: try once more.")
        )

    def _on_keyring_problem(self, problem: VaultError) -> None:
        from inspector_app.vault.errors import VaultErrorKind, VaultOperation, is_to_be_asked_again

        if problem.kind is VaultErrorKind.LOCKED and problem.operation is VaultOperation.FETCH:
            return  # shown in a bar above the answer, beside the button that unlocks it
        if is_to_be_asked_again(problem):
            return  # likewise, beside the button that tries again
        texts = map(render_text, (problem.description, problem.next_step))
        self._window.show_note(join_sentences(texts))

    def _on_secrets_in_memory(self) -> None:
        self._window.show_note(
            translate(
                "The keyring did not take the connection's secrets: they are kept for this run."
            )
        )

    def _on_settings_not_saved(self, reason: Text) -> None:
        self._window.show_note(translate("The settings were not saved. {why}", why=reason))

    def _on_demo_failed(self) -> None:
        self._window.show_problem(
            translate("The demo could not start: no free port on this computer. Try again later.")
        )
