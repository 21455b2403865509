"""The main part of the window: what to do first, or the verdict and its evidence."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from inspector_app.desktop.actions import Actions, Do
from inspector_app.desktop.quiet_page import QuietPage
from inspector_app.desktop.session_tree import SessionTree
from inspector_app.desktop.verdict_banner import VerdictBanner
from inspector_app.desktop.words import say
from inspector_app.session.outline import Viewpoint

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from inspector_app.desktop.appearance import Appearance
    from inspector_app.desktop.order import Inspected

_SECOND: Final = 1000


class ResultView(QWidget):
    """Shows one outcome, tells its times anew every second, and keeps the last real answer."""

    shown_anew = Signal()

    def __init__(
        self,
        appearance: Appearance,
        actions: Actions,
        zone: Callable[[], tzinfo],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._zone = zone
        self._actions = actions
        self.outcome: Inspected | None = None
        self._last_answer: Inspected | None = None

        self.banner = VerdictBanner(appearance, (actions[Do.COPY_REPORT], actions[Do.EXPORT]))
        self.tree = SessionTree(appearance, actions, Viewpoint(0.0, zone()))
        self.empty = QuietPage(
            appearance,
            "scan-search",
            (actions[Do.LAST_ANSWER], actions[Do.TRY_DEMO], actions[Do.ADD_ENVIRONMENT]),
        )
        self.empty.title.setText(say("Why can’t this user work?"))
        self.empty.hint.setText(say("Paste the session token that the user sent and press Enter."))
        self.no_answer = QuietPage(appearance, "unplug", (actions[Do.LAST_ANSWER],))
        self.no_answer.title.setText(say("There is no answer to show"))
        self.no_answer.hint.setText(say("Your token is still in the field above."))

        self._pages = QStackedLayout()
        for page in (self.empty, self.tree, self.no_answer):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.rhythm.px(12))
        layout.addWidget(self.banner)
        layout.addLayout(self._pages, 1)
        self.banner.evidence_wanted.connect(self.tree.go_to)

        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self.tell_times)
        self.clear()

    def show_outcome(self, outcome: Inspected) -> None:
        """Show what came of an inspection."""
        if self.outcome is not None and self.outcome.has_answer:
            self._last_answer = self.outcome
        self.outcome = outcome
        self.banner.show_verdict(outcome.judged(time.time()))
        self._show_life(outcome)
        self.banner.show()
        if outcome.has_answer:
            self.tree.show_outline(outcome.outline, self._viewpoint(outcome))
            self._pages.setCurrentWidget(self.tree)
            self._tick.start()
        else:
            self._tick.stop()
            self.no_answer.hint.setVisible(not outcome.came_from_vault)
            self._pages.setCurrentWidget(self.no_answer)
        self._settle()

    def clear(self) -> None:
        """Back to the first page; the answer stays within reach."""
        if self.outcome is not None and self.outcome.has_answer:
            self._last_answer = self.outcome
        self.outcome = None
        self._tick.stop()
        self.banner.hide()
        self._pages.setCurrentWidget(self.empty)
        self._settle()

    def forget(self) -> None:
        """Let go of every answer: each holds its credential."""
        self.outcome = None
        self.clear()
        self._last_answer = None
        self._settle()

    def show_last_answer(self) -> None:
        """Bring back the answer before the present page."""
        if self._last_answer is not None:
            self.show_outcome(self._last_answer)

    def tell_times(self) -> None:
        """Tell every time from now, and judge again: a session can end before one's eyes."""
        if self.outcome is None or not self.outcome.has_answer:
            return
        self.banner.show_verdict(self.outcome.judged(time.time()))
        self._show_life(self.outcome)
        self.tree.outline_model.look_from(self._viewpoint(self.outcome))

    def stop(self) -> None:
        """No more ticking; the window is closing."""
        self._tick.stop()

    def _viewpoint(self, outcome: Inspected) -> Viewpoint:
        return Viewpoint(outcome.examination.clock.gateway_now(time.time()), self._zone())

    def _show_life(self, outcome: Inspected) -> None:
        lifetimes = outcome.examination.lifetimes
        if lifetimes is None:
            self.banner.picture.hide()
        else:
            self.banner.picture.show_life(lifetimes, self._viewpoint(outcome))

    def _settle(self) -> None:
        offers_last = self._last_answer is not None and self._last_answer is not self.outcome
        self._actions[Do.LAST_ANSWER].setVisible(offers_last)
        self._actions[Do.EXPORT].setEnabled(self.outcome is not None and self.outcome.has_answer)
        self._actions[Do.COPY_REPORT].setEnabled(self.outcome is not None)
        self.shown_anew.emit()
