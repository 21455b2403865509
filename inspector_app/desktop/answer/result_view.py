"""Central widget of the window: the empty state, or a result with its verdict."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from inspector_app.desktop.actions import ActionCollection, ActionId
from inspector_app.desktop.answer.answer_pages import AnswerPages
from inspector_app.desktop.answer.origin_bar import OriginBar
from inspector_app.desktop.answer.verdict_banner import VerdictBanner
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.auto_height_scroll_area import AutoHeightScrollArea
from inspector_app.desktop.widgets.empty_state import EmptyState
from inspector_app.session.time_format import TimeContext

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from inspector_app.desktop.answer.outline_view import OutlineView
    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.settings.environment import Environment

_TICK_MS: Final = 1000


class ResultView(QWidget):
    """Shows one result, refreshes its times every second, and stores the last real answer."""

    refreshed = Signal()

    def __init__(
        self,
        theme: Theme,
        actions: ActionCollection,
        background: BackgroundExecutor,
        get_zone: Callable[[], tzinfo],
        get_environment: Callable[[], Environment | None],
        parent: QWidget | None = None,
    ) -> None:
        """``get_zone`` and ``get_environment`` return the ones that are selected at the time."""
        super().__init__(parent)
        self.get_zone = get_zone
        self._get_environment = get_environment
        self._actions = actions
        self.result: InspectionResult | None = None
        self._last_answer: InspectionResult | None = None

        self.banner = VerdictBanner(
            theme, (actions[ActionId.COPY_REPORT], actions[ActionId.EXPORT])
        )
        self.answer_pages = AnswerPages(theme, actions, background, TimeContext(0.0, get_zone()))
        self.tree_view = self.answer_pages.tree_view
        self.empty_page = EmptyState(
            theme,
            "scan-search",
            (
                actions[ActionId.LAST_ANSWER],
                actions[ActionId.TRY_DEMO],
                actions[ActionId.ADD_ENVIRONMENT],
            ),
        )
        self.empty_page.title_label.setText(translate("Why can’t this user work?"))
        self.empty_page.hint_label.setText(
            translate("Paste the session token that the user sent and press Enter.")
        )

        self._stack = QStackedLayout()
        for page in (self.empty_page, self.answer_pages):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.spacing.to_pixels(12))
        self._banner_area = AutoHeightScrollArea(self.banner, theme.spacing.to_pixels(96))
        self._origin_bar = OriginBar(theme)
        layout.addWidget(self._origin_bar)
        layout.addWidget(self._banner_area)
        layout.addLayout(self._stack, 1)
        self.banner.evidence_requested.connect(self.answer_pages.select_path)
        self.expected_organization = ""
        self.answer_pages.organization_field.textChanged.connect(
            self._on_expected_organization_changed
        )

        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.refresh_times)
        self.show_empty_page()

    @property
    def current_tree_view(self) -> OutlineView:
        """The tree view that is on screen: the answer's, or the request's."""
        return self.answer_pages.current_tree_view

    @property
    def results(self) -> tuple[InspectionResult, ...]:
        """All stored results: the last answer where there is one, then the current result."""
        return tuple(one for one in (self._last_answer, self.result) if one is not None)

    def show_result(self, result: InspectionResult) -> None:
        """Show the result of an inspection."""
        if self.result is not None and self.result.has_answer:
            self._last_answer = self.result
        self.result = result
        self._show_verdict(result)
        self._update_origin_bar(result)
        self._banner_area.show()
        self.answer_pages.show_result(result, self._build_time_context(result))
        self._stack.setCurrentWidget(self.answer_pages)
        if result.saved is None:
            self._timer.start()
        else:
            self._timer.stop()  # a saved answer has a fixed time
        self._update_actions()

    def show_empty_page(self) -> None:
        """Show the empty state; the last answer can still be restored."""
        if self.result is not None and self.result.has_answer:
            self._last_answer = self.result
        self.result = None
        self._timer.stop()
        self._banner_area.hide()
        self._origin_bar.hide()
        self._stack.setCurrentWidget(self.empty_page)
        self._update_actions()

    def discard_results(self) -> None:
        """Drop every result, because each holds its credential."""
        self.result = None
        self.show_empty_page()
        self.answer_pages.discard_result()
        self._last_answer = None
        self._update_actions()

    def show_last_answer(self) -> None:
        """Show the previous answer again."""
        if self._last_answer is not None:
            self.show_result(self._last_answer)

    def _on_expected_organization_changed(self, organization: str) -> None:
        """Judge by another expected organization; stored here so that any thread may read it."""
        self.expected_organization = organization.strip()
        self.refresh_times()

    def refresh_times(self) -> None:
        """Update all relative times and judge again: a session can end while it is shown."""
        if self.result is not None:
            self._show_verdict(self.result)
            self._update_origin_bar(self.result)
            self.answer_pages.set_time_context(self._build_time_context(self.result))

    def stop_timers(self) -> None:
        """Stop all timers, because the window is closing."""
        self._timer.stop()
        self.answer_pages.stop_timers()

    def _show_verdict(self, result: InspectionResult) -> None:
        verdict = result.judge(time.time(), self.expected_organization)
        if self._is_from_other_environment(result):
            verdict = replace(verdict, action=None)  # it would apply to the new one
        self.banner.show_verdict(verdict)
        self._update_timeline(result)

    def _is_from_other_environment(self, result: InspectionResult) -> bool:
        """Whether the answer is from another environment than the next inspection's."""
        now, then = self._get_environment(), result.environment
        is_here = now is not None and (now.id, now.address) == (then.id, then.address)
        return result.saved is None and not is_here

    def _update_origin_bar(self, result: InspectionResult) -> None:
        if result.saved is not None:
            self._origin_bar.show_saved(result.saved, self.get_zone())
        elif self._is_from_other_environment(result):
            self._origin_bar.show_origin(result)
        else:
            self._origin_bar.hide()

    def _build_time_context(self, result: InspectionResult) -> TimeContext:
        now = result.get_reference_time(time.time())
        at = result.analyzed.clock.to_gateway_time(now)
        return TimeContext(at, self.get_zone(), is_live=result.saved is None)

    def _update_timeline(self, result: InspectionResult) -> None:
        lifetimes = result.analyzed.lifetimes
        if lifetimes is None:
            self.banner.timeline.hide()
        else:
            self.banner.timeline.show_timeline(
                lifetimes, self._build_time_context(result), result.supported_expiry
            )

    def _update_actions(self) -> None:
        offers_last = self._last_answer is not None and self._last_answer is not self.result
        self._actions[ActionId.LAST_ANSWER].setVisible(offers_last)
        for do in (
            ActionId.EXPORT,
            ActionId.COPY_REPORT,
            ActionId.COPY_MARKDOWN,
            ActionId.COPY_JIRA,
        ):
            self._actions[do].setEnabled(self.result is not None)
        self.refreshed.emit()
