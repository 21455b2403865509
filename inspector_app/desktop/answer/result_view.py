"""Central widget of the window: the empty state, or a result with its verdict."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from inspector_app.desktop.actions import Actions, Do
from inspector_app.desktop.answer.answer_pages import AnswerPages
from inspector_app.desktop.answer.saved_mark import SavedMark
from inspector_app.desktop.answer.verdict_banner import VerdictBanner
from inspector_app.desktop.look.quiet_page import QuietPage
from inspector_app.desktop.look.scrolling import Scrolling
from inspector_app.desktop.look.words import say
from inspector_app.session.moment import TimeContext

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from inspector_app.desktop.answer.session_tree import SessionTree
    from inspector_app.desktop.background import Background
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.inspecting.order import InspectionResult
    from inspector_app.system.settings import Environment

_SECOND: Final = 1000


class ResultView(QWidget):
    """Shows one result, refreshes its times every second, and stores the last real answer."""

    shown_anew = Signal()

    def __init__(
        self,
        appearance: Appearance,
        actions: Actions,
        background: Background,
        zone: Callable[[], tzinfo],
        environment: Callable[[], Environment | None],
        parent: QWidget | None = None,
    ) -> None:
        """``get_zone`` and ``get_environment`` return the ones that are selected at the time."""
        super().__init__(parent)
        self.zone = zone
        self._environment = environment
        self._actions = actions
        self.outcome: InspectionResult | None = None
        self._last_answer: InspectionResult | None = None

        self.banner = VerdictBanner(appearance, (actions[Do.COPY_REPORT], actions[Do.EXPORT]))
        self.answer = AnswerPages(appearance, actions, background, TimeContext(0.0, zone()))
        self.tree = self.answer.tree
        self.empty = QuietPage(
            appearance,
            "scan-search",
            (actions[Do.LAST_ANSWER], actions[Do.TRY_DEMO], actions[Do.ADD_ENVIRONMENT]),
        )
        self.empty.title.setText(say("Why can’t this user work?"))
        self.empty.hint.setText(say("Paste the session token that the user sent and press Enter."))

        self._pages = QStackedLayout()
        for page in (self.empty, self.answer):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.rhythm.px(12))
        self._sentence = Scrolling(self.banner, appearance.rhythm.px(96))
        self._mark = SavedMark(appearance)
        layout.addWidget(self._mark)
        layout.addWidget(self._sentence)
        layout.addLayout(self._pages, 1)
        self.banner.evidence_wanted.connect(self.answer.go_to)
        self.expected_organization = ""
        self.answer.expected.textChanged.connect(self._expect)

        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND)
        self._tick.timeout.connect(self.tell_times)
        self.clear()

    @property
    def rows(self) -> SessionTree:
        """The tree view that is on screen: the answer's, or the request's."""
        return self.answer.rows

    @property
    def answers(self) -> tuple[InspectionResult, ...]:
        """All stored results: the last answer where there is one, then the current result."""
        return tuple(one for one in (self._last_answer, self.outcome) if one is not None)

    def show_outcome(self, outcome: InspectionResult) -> None:
        """Show the result of an inspection."""
        if self.outcome is not None and self.outcome.has_answer:
            self._last_answer = self.outcome
        self.outcome = outcome
        self._judge(outcome)
        self._tell_mark(outcome)
        self._sentence.show()
        self.answer.show_outcome(outcome, self._viewpoint(outcome))
        self._pages.setCurrentWidget(self.answer)
        if outcome.saved is None:
            self._tick.start()
        else:
            self._tick.stop()  # a saved answer has a fixed time
        self._settle()

    def clear(self) -> None:
        """Show the empty state; the last answer can still be restored."""
        if self.outcome is not None and self.outcome.has_answer:
            self._last_answer = self.outcome
        self.outcome = None
        self._tick.stop()
        self._sentence.hide()
        self._mark.hide()
        self._pages.setCurrentWidget(self.empty)
        self._settle()

    def forget(self) -> None:
        """Drop every result, because each holds its credential."""
        self.outcome = None
        self.clear()
        self.answer.forget()
        self._last_answer = None
        self._settle()

    def show_last_answer(self) -> None:
        """Show the previous answer again."""
        if self._last_answer is not None:
            self.show_outcome(self._last_answer)

    def _expect(self, organization: str) -> None:
        """Judge by another expected organization; stored here so that any thread may read it."""
        self.expected_organization = organization.strip()
        self.tell_times()

    def tell_times(self) -> None:
        """Update all relative times and judge again: a session can end while it is shown."""
        if self.outcome is not None:
            self._judge(self.outcome)
            self._tell_mark(self.outcome)
            self.answer.look_from(self._viewpoint(self.outcome))

    def stop(self) -> None:
        """Stop all timers, because the window is closing."""
        self._tick.stop()
        self.answer.stop()

    def _judge(self, outcome: InspectionResult) -> None:
        verdict = outcome.judge(time.time(), self.expected_organization)
        if self._is_from_elsewhere(outcome):
            verdict = replace(verdict, action=None)  # it would apply to the new one
        self.banner.show_verdict(verdict)
        self._show_life(outcome)

    def _is_from_elsewhere(self, outcome: InspectionResult) -> bool:
        """Whether the answer is from another environment than the next inspection's."""
        now, then = self._environment(), outcome.environment
        is_here = now is not None and (now.id, now.address) == (then.id, then.address)
        return outcome.saved is None and not is_here

    def _tell_mark(self, outcome: InspectionResult) -> None:
        if outcome.saved is not None:
            self._mark.tell_saved(outcome.saved, self.zone())
        elif self._is_from_elsewhere(outcome):
            self._mark.tell_origin(outcome)
        else:
            self._mark.hide()

    def _viewpoint(self, outcome: InspectionResult) -> TimeContext:
        now = outcome.get_reference_time(time.time())
        at = outcome.analyzed.clock.to_gateway_time(now)
        return TimeContext(at, self.zone(), is_live=outcome.saved is None)

    def _show_life(self, outcome: InspectionResult) -> None:
        lifetimes = outcome.analyzed.lifetimes
        if lifetimes is None:
            self.banner.picture.hide()
        else:
            self.banner.picture.show_life(
                lifetimes, self._viewpoint(outcome), outcome.supported_expiry
            )

    def _settle(self) -> None:
        offers_last = self._last_answer is not None and self._last_answer is not self.outcome
        self._actions[Do.LAST_ANSWER].setVisible(offers_last)
        for do in (Do.EXPORT, Do.COPY_REPORT, Do.COPY_MARKDOWN, Do.COPY_JIRA):
            self._actions[do].setEnabled(self.outcome is not None)
        self.shown_anew.emit()
