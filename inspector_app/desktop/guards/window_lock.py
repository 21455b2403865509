"""Locks the window: hides the result and clears every secret until the user unlocks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QToolTip

from inspector_app.desktop.theme.translation import join_sentences, translate
from inspector_app.desktop.token_store import NOT_STORED
from inspector_app.desktop.widgets.empty_state import EmptyState
from inspector_app.desktop.widgets.plain_text import set_tooltip

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.inspection_runner import InspectionRunner
    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.desktop.token_store import TokenLocation


class WindowLock(QObject):
    """``is_locked`` until the next inspection starts.

    ``clear_secrets`` is called on locking, for secrets held elsewhere; ``resume`` when the user
    unlocks, to show the answer again. ``toggled`` carries whether it is locked now.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        inspector: InspectionRunner,
        clear_secrets: Callable[[], None],
        resume: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self.is_locked = False
        self._window = window
        self._inspector = inspector
        self._clear_secrets = clear_secrets
        self._resume = resume
        self._theme = theme
        self._unlock_action = QAction(translate("Unlock"), self)
        set_tooltip(self._unlock_action, self._unlock_action.text())
        self._unlock_action.triggered.connect(self.unlock)
        self.page = EmptyState(theme, "lock", (self._unlock_action,))
        self.page.title_label.setText(translate("Locked"))
        self.page.hide()
        window.insert_widget(self.page)
        theme.changed.connect(self._update_icons)
        self._update_icons()
        inspector.started.connect(self.show_window)
        window.token_field.edited.connect(self._on_token_edited)

    def lock(self) -> None:
        """Hide everything that came from a session, and clear every secret."""
        self._close_popups_and_dialogs()
        window = self._window
        self.is_locked = True
        self._inspector.cancel()
        window.token_field.clear_text()
        window.result_view.discard_results()
        window.result_view.answer_pages.find_field.clear()
        window.result_view.answer_pages.organization_field.clear()
        window.show_note("")
        for notice in (window.forget_offer, window.export_notice):
            notice.hide()
        self._clear_secrets()
        self.show_token_location(NOT_STORED)
        window.result_view.hide()
        self.page.show()
        self.toggled.emit(True)  # noqa: FBT003  # the signal's signature
        window.token_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_popups_and_dialogs(self) -> None:
        """Close menus and dialogs: a dialog may hold a typed secret and grabs keyboard input."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        QToolTip.hideText()
        for dialog in reversed(self._window.findChildren(QDialog)):  # one may stand on another
            if dialog.isModal():
                dialog.reject()

    def show_token_location(self, location: TokenLocation) -> None:
        """Say how to unlock, once it is known whether a token is stored."""
        gone = translate("Nothing of the session is shown here, and no token is held.")
        how = (
            translate("Paste a token to go on.")
            if location.storage is None
            else translate("Press Enter to inspect the kept token again.")
        )
        self.page.hint_label.setText(join_sentences((gone, how)))

    def unlock(self) -> None:
        """Show the window again and, where a token is stored, its answer."""
        self.show_window()
        self._resume()

    def _update_icons(self) -> None:
        self._unlock_action.setIcon(self._theme.get_icon("lock"))

    def _on_token_edited(self) -> None:
        if self._window.token_field.get_raw_text():
            self.show_window()

    def show_window(self) -> None:
        """Hide the lock page without starting an inspection."""
        if self.is_locked:
            self.is_locked = False
            self.page.hide()
            self._window.result_view.show()
            self.toggled.emit(False)  # noqa: FBT003  # the signal's signature
