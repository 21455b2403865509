"""Shows what is kept for this app, and forgets what the person chooses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.theme.translation import join_sentences, render_text, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.environments.kept_tokens_dialog import KeptTokensDialog
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.desktop.token_store import TokenStore
    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.vault.errors import VaultError
    from inspector_app.vault.kept_items import KeptItem


class KeptTokens(QObject):
    """``find_token`` is called when something was forgotten: the window may show it as kept."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        token_store: TokenStore,
        vault_provider: VaultProvider,
        background: BackgroundExecutor,
        find_token: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._preferences = preferences
        self._token_store = token_store
        self._vault_provider = vault_provider
        self._background = background
        self._find_token = find_token
        self._window = window
        self._dialog: KeptTokensDialog | None = None
        token_store.prompt_changed.connect(self._on_prompt_changed)
        token_store.unlocked.connect(self._load)

    def open_dialog(self) -> None:
        """Open the dialog, and list what is kept."""
        # Lazy import: the first paint does not need it.
        from inspector_app.desktop.environments.kept_tokens_dialog import KeptTokensDialog

        names = {one.id: one.name for one in self._preferences.environments}
        self._dialog = dialog = KeptTokensDialog(
            self._theme, names, self._preferences.zone, self._window
        )
        dialog.forget_requested.connect(self._forget)
        dialog.unlock_requested.connect(self._token_store.unlock_keyring)
        dialog.finished.connect(self._on_closed)
        dialog.open()
        self._load()

    def _load(self) -> None:
        from inspector_app.inspection.connection_secrets import list_accounts

        dialog = self._dialog
        if dialog is not None and isValid(dialog):
            dialog.show_note(translate("Reading the keyring…"))
            names = [
                name
                for one in self._preferences.environments
                for name in (one.id, *list_accounts(one))
            ]
            self._background.submit(Lane.KEYRING, partial(self._list, names), self._on_listed)

    def _list(self, names: list[str]) -> tuple[KeptItem, ...] | VaultError:
        from inspector_app.vault.errors import VaultError

        try:
            return tuple(
                item
                for vault in self._vault_provider.list_vaults()
                for item in vault.list_items(names)
            )
        except VaultError as problem:
            return problem

    def _on_listed(self, items: tuple[KeptItem, ...] | VaultError) -> None:
        from inspector_app.vault.errors import VaultError

        dialog = self._dialog
        if dialog is None or not isValid(dialog):
            return
        if isinstance(items, VaultError):
            self._show_problem(dialog, items)
        else:
            dialog.show_items(items)

    def _forget(self, names: tuple[str, ...]) -> None:
        self._token_store.cancel_prompt()
        self._background.submit(Lane.KEYRING, partial(self._delete, names), self._on_forgotten)

    def _delete(self, names: tuple[str, ...]) -> VaultError | None:
        from inspector_app.vault.errors import VaultError

        try:
            for name in names:
                for vault in self._vault_provider.list_vaults():
                    vault.delete_token(name)
        except VaultError as problem:
            return problem
        return None

    def _on_forgotten(self, problem: VaultError | None) -> None:
        self._find_token()
        dialog = self._dialog
        if dialog is None or not isValid(dialog):
            return
        if problem is None:
            self._load()
        else:
            self._show_problem(dialog, problem)

    def _show_problem(self, dialog: KeptTokensDialog, problem: VaultError) -> None:
        from inspector_app.vault.errors import VaultErrorKind, VaultOperation

        texts = [render_text(problem.description), render_text(problem.next_step)]
        if problem.kind is VaultErrorKind.TIMED_OUT and problem.operation is VaultOperation.FETCH:
            texts[1] = translate("Nothing was changed: open this list again.")
        dialog.show_note(join_sentences(texts), can_unlock=problem.kind is VaultErrorKind.LOCKED)

    def _on_prompt_changed(self, is_open: bool) -> None:  # noqa: FBT001  # the signal's signature
        if is_open and self._dialog is not None and isValid(self._dialog):
            self._dialog.show_note(
                translate("Waiting for the keyring: it asks whether this app may use an entry.")
            )

    def _on_closed(self) -> None:
        self._dialog = None
        self._token_store.cancel_unlocking()
        self._token_store.cancel_prompt()
