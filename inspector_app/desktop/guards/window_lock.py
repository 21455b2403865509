"""Locks the window: hides the result and clears every secret until the user unlocks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QToolTip

from inspector_app.desktop.guards.token_keeper import NOWHERE
from inspector_app.desktop.look.plain import explain
from inspector_app.desktop.look.quiet_page import QuietPage
from inspector_app.desktop.look.words import one_after_another, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.guards.token_keeper import Whereabouts
    from inspector_app.desktop.inspector import Inspector
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.desktop.window import Window


class WindowLock(QObject):
    """``is_locked`` until the next inspection starts.

    ``clear_secrets`` is called on locking, for secrets held elsewhere; ``resume`` when the user
    unlocks, to show the answer again.
    """

    def __init__(
        self,
        window: Window,
        appearance: Appearance,
        inspector: Inspector,
        let_go: Callable[[], None],
        come_back: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self.is_locked = False
        self._window = window
        self._inspector = inspector
        self._let_go = let_go
        self._come_back = come_back
        self._appearance = appearance
        self._again = QAction(say("Unlock"), self)
        explain(self._again, self._again.text())
        self._again.triggered.connect(self.unlock)
        self.page = QuietPage(appearance, "lock", (self._again,))
        self.page.title.setText(say("Locked"))
        self.page.hide()
        window.insert(self.page)
        appearance.changed.connect(self._recolour)
        self._recolour()
        inspector.started.connect(self.show_window)
        window.token.edited.connect(self._typed)

    def lock(self) -> None:
        """Hide everything that came from a session, and clear every secret."""
        self._put_away_what_is_open()
        window = self._window
        self.is_locked = True
        self._inspector.cancel()
        window.token.forget()
        window.result.forget()
        window.result.banner.forget()
        window.result.answer.search.clear()
        window.result.answer.expected.clear()
        window.show_note("")
        window.show_exchange("")
        window.show_selection("")
        self._let_go()
        self.show_whereabouts(NOWHERE)
        window.result.hide()
        self.page.show()
        window.token.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away_what_is_open(self) -> None:
        """Close menus and dialogs: a dialog may hold a typed secret and grabs keyboard input."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        QToolTip.hideText()
        for dialog in reversed(self._window.findChildren(QDialog)):  # one may stand on another
            if dialog.isModal():
                dialog.reject()

    def show_whereabouts(self, token: Whereabouts) -> None:
        """Say how to unlock, once it is known whether a token is stored."""
        gone = say("Nothing of the session is shown or held here any more.")
        how = (
            say("Paste a token to go on.")
            if token.place is None
            else say("Press Enter to inspect the kept token again.")
        )
        self.page.hint.setText(one_after_another((gone, how)))

    def unlock(self) -> None:
        """Show the window again and, where a token is stored, its answer."""
        self.show_window()
        self._come_back()

    def _recolour(self) -> None:
        self._again.setIcon(self._appearance.icon("lock"))

    def _typed(self) -> None:
        if self._window.token.given():
            self.show_window()

    def show_window(self) -> None:
        """Hide the lock page without starting an inspection."""
        if self.is_locked:
            self.is_locked = False
            self.page.hide()
            self._window.result.show()
