"""Locks the window: hides the result and clears every secret until the user unlocks it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QToolTip

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
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
    from inspector_app.inspection.run_inspection import InspectionResult

_OFF_WHILE_LOCKED: Final = (
    ActionId.HISTORY,
    ActionId.HISTORY_BACK,
    ActionId.HISTORY_FORWARD,
    ActionId.COMPARE,
)
"""What needs an answer, and would do nothing in silence."""

_MAX_KEPT: Final = 2
"""Answers that come back: the shown one and the one before."""

_MAX_HOLD_MS: Final = 500
"""Milliseconds for which an answer may be held, while its credential is taken out."""


class WindowLock(QObject):
    """``is_locked`` until the window is unlocked, or the next inspection starts.

    ``clear_secrets`` is called on locking, for secrets held elsewhere. What comes back are the
    answers without their credential. Where there are none, ``resume`` is called when the user
    unlocks. ``toggled`` carries whether it is locked now.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        inspector: InspectionRunner,
        background: BackgroundExecutor,
        clear_secrets: Callable[[], None],
        resume: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self.is_locked = False
        self._window = window
        self._inspector = inspector
        self._background = background
        self._turned_off: list[QAction] = []
        self._kept: tuple[InspectionResult, ...] = ()
        self._is_page_empty = True
        self._job: Job[tuple[InspectionResult, ...]] | None = None
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setInterval(_MAX_HOLD_MS)
        self._deadline.timeout.connect(self._discard_job)
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
        self._keep_answers()
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
        self._set_actions_enabled(is_enabled=False)
        self.toggled.emit(True)  # noqa: FBT003  # the signal's signature
        window.token_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def discard_answers(self) -> None:
        """Drop what would come back after unlocking."""
        self._discard_job()
        self._kept = ()

    def _keep_answers(self) -> None:
        """Take the credential out of what is shown; what takes too long is not kept."""
        view = self._window.result_view
        shown = (*self._kept, *view.results)[-_MAX_KEPT:]
        if not view.results:
            return  # locked again: what is kept stays
        self.discard_answers()
        self._is_page_empty = view.result is None
        self._job = self._background.submit(
            Lane.FILES, partial(_lock_results, shown), self._on_answers_locked
        )
        self._deadline.start()

    def _on_answers_locked(self, results: tuple[InspectionResult, ...]) -> None:
        self._discard_job()
        self._kept = results
        if not self.is_locked:
            self._show_answers()

    def _discard_job(self) -> None:
        self._deadline.stop()
        if self._job is not None:
            self._job.discard()
        self._job = None

    def _show_answers(self) -> None:
        kept, self._kept = self._kept, ()
        view = self._window.result_view
        if view.result is not None:
            return  # a newer one is there already
        view.show_results(kept)
        if kept and self._is_page_empty:
            view.show_empty_page()

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
        gone = translate("Nothing of the session is shown, and its credential is not held.")
        how = (
            translate("Paste a token to go on.")
            if location.storage is None
            else translate("Press Enter to inspect the kept token again.")
        )
        self.page.hint_label.setText(join_sentences((gone, how)))

    def unlock(self) -> None:
        """Show the window again, with its answers but without their credential."""
        has_answers = bool(self._kept) or self._job is not None
        self.show_window()
        if has_answers:
            self._window.token_field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._resume()

    def _set_actions_enabled(self, *, is_enabled: bool) -> None:
        """Turn them off, and on again those that were on: a queue has turned one off by itself."""
        actions = [self._window.action_collection[one] for one in _OFF_WHILE_LOCKED]
        if not is_enabled:
            self._turned_off = [one for one in actions if one.isEnabled()]
        for one in self._turned_off:
            one.setEnabled(is_enabled)

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
            self._set_actions_enabled(is_enabled=True)
            self.toggled.emit(False)  # noqa: FBT003  # the signal's signature
            self._show_answers()


def _lock_results(results: tuple[InspectionResult, ...]) -> tuple[InspectionResult, ...]:
    from inspector_app.inspection.locked_result import lock_result

    return tuple(lock_result(one) for one in results)
