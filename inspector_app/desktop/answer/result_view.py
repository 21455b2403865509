"""Central widget of the window: the empty state, or a result with its verdict."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from inspector_app.desktop.actions import ActionCollection, ActionId
from inspector_app.desktop.answer.answer_owner import (
    get_owner_name,
    identify_owner,
    name_report_actions,
)
from inspector_app.desktop.answer.answer_pages import AnswerPages
from inspector_app.desktop.answer.expected_organization_field import compare_organization
from inspector_app.desktop.answer.origin_bar import OriginBar
from inspector_app.desktop.answer.stale_frame import StaleFrame
from inspector_app.desktop.answer.stale_strip import LIVE, Staleness
from inspector_app.desktop.answer.verdict_banner import VerdictBanner
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.answer_theme import AnswerTheme
from inspector_app.desktop.theme.severity_icon import get_severity_icon
from inspector_app.desktop.widgets.announcement import announce
from inspector_app.desktop.widgets.auto_height_scroll_area import AutoHeightScrollArea
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from inspector_app.desktop.answer.outline_view import OutlineView
    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.settings.environment import Environment

_TICK_MS: Final = 1000
_CALM_TICK_MS: Final = 5000
"""While nothing that is shown has seconds: minutes change up to so much later."""
_MIN_OPEN_HEIGHT: Final = 590
"""Of this view, in pixels at 100 %: below it the steps fold, so that the tree keeps its rows."""

_MIN_PICTURE_HEIGHT: Final = 510
"""Below it the picture of the session's life is one line."""

_ROW_ICONS: Final = (
    "braces",
    "building-2",
    "chevron-down",
    "chevron-right",
    "circle-minus",
    "clock",
    "globe",
    "hourglass",
    "key-round",
    "message-square-warning",
    "user",
)
"""Those of the rows of most answers, and of the environment that gave them."""


class ResultView(StaleFrame):
    """Shows one result, refreshes its times every second, and stores the last real answer."""

    shown = Signal(object)
    """Carries a result that is shown from now on, masked and unlocked ones too."""

    refreshed = Signal()
    """Another result is shown, or none."""

    covered_changed = Signal()
    """Another page came into the place of the answer, or went from it."""

    staleness_changed = Signal()
    """What is shown became the answer to another text, or live again."""

    def __init__(
        self,
        theme: Theme,
        actions: ActionCollection,
        background: BackgroundExecutor,
        get_zone: Callable[[], tzinfo],
        get_environment: Callable[[], Environment | None],
        empty_page: QWidget,
        parent: QWidget,
    ) -> None:
        """``get_zone`` and ``get_environment`` return the ones that are selected at the time.

        ``empty_page`` is shown where there is no answer; it becomes a part of this.
        """
        super().__init__(theme, parent)
        self._theme = AnswerTheme(theme, self)
        self.get_zone = get_zone
        self._get_environment = get_environment
        self._actions = actions
        self.result: InspectionResult | None = None
        self._last_answer: InspectionResult | None = None
        self._staleness = LIVE
        self.assess_staleness: Callable[[InspectionResult], Staleness] = lambda _result: LIVE
        """Tells how a result would be shown, so that it is shown so from the start."""
        self._frozen_at: float | None = None
        self._has_room = True
        self.is_covered = False
        """Whether another page is in the place of the answer."""

        layout = self.content_layout
        self._origin_bar = OriginBar(theme)
        layout.addWidget(self._origin_bar)
        self.banner = VerdictBanner(
            self._theme,
            (actions[ActionId.COPY_REPORT], actions[ActionId.EXPORT]),
            actions[ActionId.ASK_MORE],
            actions[ActionId.COPY_REPLY],
        )
        # Large parts are here from the beginning: put here later, all in them is styled once more.
        self._banner_area = AutoHeightScrollArea(self.banner, theme.spacing, 48, self)
        layout.addWidget(self._banner_area)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)
        self.empty_page = empty_page
        self._stack.addWidget(self.empty_page)
        self.answer_pages = AnswerPages(
            self._theme, actions, background, TimeContext(0.0, get_zone()), self
        )
        self._stack.addWidget(self.answer_pages)
        self.tree_view = self.answer_pages.tree_view
        for page in (self.empty_page, self.answer_pages):
            # It takes what is left: the card is whole before the tree is higher than it must be.
            page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        # A stack is as high as its highest page: the hidden one shall take nothing from the card.
        self.empty_page.setMinimumHeight(theme.spacing.to_pixels(48))
        self.banner.evidence_requested.connect(self.answer_pages.select_path)
        self.ticket_note = ""
        """What the field in the card holds: any thread may read it here, for a report."""
        self.banner.note_field.textChanged.connect(self._on_note_changed)
        self.expected_organization = ""
        self._judged_organization = ""
        field = self.answer_pages.organization_field
        field.textChanged.connect(self._on_expected_organization_changed)
        field.settled.connect(self._judge_expected_organization)

        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self.show_empty_page()

    def prepare(self) -> None:
        """Style what is hidden until there is an answer: the first is shown without a gap."""
        for part in (self.banner, self.answer_pages):
            for widget in part.findChildren(QWidget):
                widget.ensurePolished()

    def draw_icons(self) -> None:
        """Draw the icons of an answer, which are kept from then on."""
        for severity in Severity:
            get_severity_icon(self._theme, severity)
        for name in _ROW_ICONS:
            self._theme.get_entry_icon(name)
        self._theme.get_main_icon("x")  # of the button that cancels

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
        from inspector_app.inspection.masked_result import unmask_result

        if self.result is not None and self.result.has_answer:
            self._last_answer = self.result
        shown = None if self.result is None else unmask_result(self.result)
        if shown is not unmask_result(result):
            self.banner.note_field.clear()
        self.result = result
        self._apply_staleness(self.assess_staleness(result))
        self.banner.reply_panel.reset()
        self._show_verdict(result)
        self._update_origin_bar(result)
        self._banner_area.show()
        self.answer_pages.show_result(result, self._build_time_context(result))
        self._stack.setCurrentWidget(self.answer_pages)
        announce(self.banner, self.banner.sentence_label.text())
        self._update_timer()
        self._update_actions()
        self.shown.emit(result)

    def show_results(self, results: tuple[InspectionResult, ...]) -> None:
        """Show the last of the results, as if those before it had been shown before."""
        for earlier in results[:-1]:
            self.result = earlier
            self.shown.emit(earlier)
        for last in results[-1:]:
            self.show_result(last)

    def replace_result(self, before: InspectionResult, result: InspectionResult) -> None:
        """Show the result in place of the one before, of which it knows more; nothing else changes.

        Does nothing where another one is shown by now.
        """
        from inspector_app.inspection.masked_result import unmask_result

        shown = None if self.result is None else unmask_result(self.result)
        if shown is not before:
            return
        self.result = result
        self._show_verdict(result)
        self.answer_pages.show_result(result, self._build_time_context(result))
        self._update_actions()
        self.shown.emit(result)

    def show_empty_page(self) -> None:
        """Show the empty state; the last answer can still be restored."""
        if self.result is not None and self.result.has_answer:
            self._last_answer = self.result
        self.result = None
        self._timer.stop()
        self._banner_area.hide()
        self._origin_bar.hide()
        self.stale_strip.discard_owner()
        self.banner.reply_panel.reset()
        self._stack.setCurrentWidget(self.empty_page)
        self._update_actions()

    def discard_results(self) -> None:
        """Drop every result, because each holds its credential."""
        self.result = None
        self.show_empty_page()
        self.banner.discard_verdict()
        self.answer_pages.discard_result()
        self._last_answer = None
        self._update_actions()

    def replace_results(self, results: tuple[InspectionResult, ...]) -> None:
        """Show these in place of all results that there are, of which nothing stays."""
        if not results:
            self.discard_results()
            return
        self.result = self._last_answer = None
        self.show_results(results)  # which empties each page first

    def show_last_answer(self) -> None:
        """Show the previous answer again."""
        if self._last_answer is not None:
            self.show_result(self._last_answer)

    def _on_note_changed(self, text: str) -> None:
        self.ticket_note = text.strip()

    def _on_expected_organization_changed(self, organization: str) -> None:
        """Store what is expected: any thread may read it here, for a report."""
        self.expected_organization = organization.strip()

    def _judge_expected_organization(self) -> None:
        """Judge by what is expected, once it is typed: half of an id matches nothing."""
        self._judged_organization = self.expected_organization
        self.refresh_times()

    def _update_timer(self) -> None:
        """Let the time go on while somebody may see it; a saved answer's stands still."""
        is_live = self.result is not None and self.result.saved is None
        if not (is_live and self.isVisible()):
            self._timer.stop()
        else:
            self._timer.start(_TICK_MS)  # of another answer too, whose end may be seconds away

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set_covered(is_covered=False)
        if self.result is not None and self.result.saved is None:
            self.refresh_times()
        self._update_timer()

    @qt_override
    def hideEvent(self, event: QHideEvent) -> None:
        """Also of a window that is minimised: then nothing here wakes the processor."""
        super().hideEvent(event)
        self._timer.stop()
        if not event.spontaneous():
            self._set_covered(is_covered=True)

    def refresh_times(self) -> bool:
        """Update all relative times and judge again: a session can end while it is shown.

        Returns:
            Whether the verdict or a row that was looked at says something else than before.
        """
        if self.result is None:
            return False
        is_other_verdict = self._show_verdict(self.result)
        self._update_origin_bar(self.result)
        has_other_rows = self.answer_pages.set_time_context(self._build_time_context(self.result))
        return is_other_verdict or has_other_rows

    @Slot()
    def _on_tick(self) -> None:
        """Go on as often as the words change: with every second only in the last minutes."""
        is_calm = not self.refresh_times() and not self._staleness.has_other_text
        self._timer.setInterval(_CALM_TICK_MS if is_calm else _TICK_MS)

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._theme.spacing.to_pixels
        has_picture_room = self.height() >= px(_MIN_PICTURE_HEIGHT)
        has_room = self.height() >= px(_MIN_OPEN_HEIGHT)
        self.banner.set_room(has_room=has_room, has_picture_room=has_picture_room)
        if has_room is not self._has_room:
            self._has_room = has_room
            self.answer_pages.set_room(has_room=has_room)
        self.content_layout.setSpacing(px(12 if has_picture_room else 8))

    def show_staleness(self, staleness: Staleness) -> None:
        """Mark what is shown as the answer to another text than the token field's, or as live."""
        if staleness == self._staleness:
            return
        is_judged_anew = staleness.has_other_text is not self._staleness.has_other_text
        self._apply_staleness(staleness)
        if is_judged_anew:
            self._update_report_actions()
            self.refresh_times()
        elif self.result is not None:
            self.stale_strip.show_owner(self.result, staleness, time.time())
        self.staleness_changed.emit()

    def _apply_staleness(self, staleness: Staleness) -> None:
        """Show it in colours and frame; the words of the verdict are left as they are."""
        before, self._staleness = self._staleness, staleness
        if staleness.has_other_text != before.has_other_text:
            self._frozen_at = time.time() if staleness.has_other_text else None
        if staleness.is_muted != before.is_muted:
            self._theme.set_muted(is_muted=staleness.is_muted)
        self.set_framed(is_framed=staleness.has_other_text)

    @property
    def is_stale(self) -> bool:
        """Whether what is shown is the answer to another text than the token field's."""
        return self.result is not None and self._staleness.has_other_text

    def get_stale_owner(self) -> str:
        """Whose answer stands there, where it is not that of the token field's text; else empty."""
        return get_owner_name(self.result) if self.result is not None and self.is_stale else ""

    def _update_report_actions(self) -> None:
        """Enable and name what is done with the answer: a stale one's reply is nobody's."""
        name_report_actions(self._actions, self.get_stale_owner())
        current = None if self._staleness.has_other_text else self.seen_result
        self._actions[ActionId.COPY_REPLY].setEnabled(current is not None)
        is_here = current is not None and not self._is_from_other_environment(current)
        self.answer_pages.questions.set_enabled(is_enabled=is_here)
        self._actions[ActionId.ASK_MORE].setEnabled(
            current is not None and is_here and self._can_ask_companions(current)
        )

    @staticmethod
    def _can_ask_companions(result: InspectionResult) -> bool:
        from inspector_app.inspection.companion_inspection import can_ask_companions

        return can_ask_companions(result)

    def _get_now(self) -> float:
        """The time to judge by: a stale answer stays at the moment at which it became so."""
        return time.time() if self._frozen_at is None else self._frozen_at

    def _show_verdict(self, result: InspectionResult) -> bool:
        """Judge again; whether the verdict is another one than before."""
        from inspector_app.session.diagnosis.application_conditions import list_conditions

        self.stale_strip.show_owner(result, self._staleness, time.time())
        verdict = result.judge(self._get_now(), self._judged_organization)
        self.answer_pages.organization_field.show_comparison(
            compare_organization(result, verdict, self._judged_organization)
        )
        if self._is_from_other_environment(result) or self._staleness.has_other_text:
            verdict = replace(verdict, action=None)  # it would apply to the new one
        if self._staleness.has_other_text:
            verdict = replace(verdict, reply=None)  # it would go to the new one's user
        is_another = self.banner.show_verdict(verdict)
        self.banner.head.show_identity(identify_owner(result))
        judged = result.build_judge_input(self._get_now(), self._judged_organization)
        self.banner.show_conditions(list_conditions(judged))
        self._update_timeline(result, verdict.severity)
        return is_another

    def _is_from_other_environment(self, result: InspectionResult) -> bool:
        """Whether the answer is from another environment than the next inspection's."""
        now, then = self._get_environment(), result.environment
        is_here = now is not None and (now.id, now.address) == (then.id, then.address)
        return result.saved is None and not is_here

    def _update_origin_bar(self, result: InspectionResult) -> None:
        from inspector_app.inspection.recalled_result import find_recalled

        if find_recalled(result) is not None:
            self._origin_bar.hide()  # the history says how old it is
        elif result.saved is not None:
            self._origin_bar.show_saved(result.saved, self.get_zone())
        elif self._is_from_other_environment(result):
            self._origin_bar.show_origin(result)
        else:
            self._origin_bar.hide()

    def _build_time_context(self, result: InspectionResult) -> TimeContext:
        now = result.get_reference_time(self._get_now())
        at = result.analyzed.clock.to_gateway_time(now)
        is_live = result.saved is None and self._frozen_at is None
        return TimeContext(at, self.get_zone(), is_live=is_live)

    def _update_timeline(self, result: InspectionResult, severity: Severity) -> None:
        lifetimes = result.analyzed.lifetimes
        if lifetimes is None:
            self.banner.timeline.hide()
        else:
            self.banner.timeline.show_timeline(
                lifetimes, self._build_time_context(result), result.supported_expiry, severity
            )

    @property
    def seen_result(self) -> InspectionResult | None:
        """The result, unless another page is in its place: nobody means what they do not see."""
        return None if self.is_covered else self.result

    def _set_covered(self, *, is_covered: bool) -> None:
        if is_covered is not self.is_covered:
            self.is_covered = is_covered
            self._enable_actions()
            self.covered_changed.emit()

    def _update_actions(self) -> None:
        offers_last = self._last_answer is not None and self._last_answer is not self.result
        self._actions[ActionId.LAST_ANSWER].setVisible(offers_last)
        self._enable_actions()
        self.refreshed.emit()

    def _enable_actions(self) -> None:
        for do in (
            ActionId.EXPORT,
            ActionId.COPY_REPORT,
            ActionId.COPY_MARKDOWN,
            ActionId.COPY_JIRA,
        ):
            self._actions[do].setEnabled(self.seen_result is not None)
        self._actions[ActionId.WATCH].setEnabled(not self.is_covered)  # without one it says so
        self._actions[ActionId.SHOW_APPLICATIONS].setEnabled(
            self.seen_result is not None and self.answer_pages.offers_applications
        )
        self._update_report_actions()
