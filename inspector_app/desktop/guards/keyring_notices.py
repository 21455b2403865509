"""Tells that the keyring is locked or asks something, with the button that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inspector_app.desktop.theme.translation import join_sentences, render_text, translate
from inspector_app.desktop.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.desktop.token_store import TokenStore
    from inspector_app.vault.errors import VaultError


class KeyringNotices(QObject):
    """Shows one bar; ``find_token`` looks for the token again once the keyring is unlocked."""

    def __init__(
        self,
        theme: Theme,
        token_store: TokenStore,
        find_token: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.bar = NoticeBar(theme)
        self._token_store = token_store
        self._find_token = find_token
        token_store.failed.connect(self._on_failed)
        token_store.unlocked.connect(self._on_unlocked)
        token_store.prompt_changed.connect(self._on_prompt_changed)

    def _on_failed(self, problem: VaultError) -> None:
        from inspector_app.vault.errors import VaultErrorKind, is_to_be_asked_again

        if problem.kind is VaultErrorKind.LOCKED:
            self.bar.show_notice(
                render_text(problem.description), translate("Unlock…"), self._unlock_keyring
            )
        elif is_to_be_asked_again(problem):
            words = map(render_text, (problem.description, problem.next_step))
            self.bar.show_notice(join_sentences(words), translate("Try again"), self._on_unlocked)

    def _unlock_keyring(self) -> None:
        self._token_store.unlock_keyring()
        self.bar.show_notice(
            translate("Waiting for the keyring: it asks for its password or your consent."),
            translate("Cancel"),
            self._token_store.cancel_unlocking,
        )

    def _on_unlocked(self) -> None:
        self.bar.hide()
        self._find_token()

    @Slot(bool)
    def _on_prompt_changed(self, is_open: bool) -> None:  # noqa: FBT001  # the signal's signature
        if not is_open:
            self.bar.hide()
            return
        self.bar.show_notice(
            render_text(self._token_store.get_prompt_text()),
            translate("Cancel"),
            self._token_store.cancel_prompt,
        )
