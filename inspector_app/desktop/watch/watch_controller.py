"""Controller of a watch in the window: its question, its bar, its news and its end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inspector_app.desktop.answer.answer_owner import describe_owner, identify_owner
from inspector_app.desktop.theme.translation import join_sentences, render_text, translate
from inspector_app.desktop.watch.notifier import Notifier
from inspector_app.desktop.watch.watch_runner import WatchRunner
from inspector_app.desktop.widgets.notice_bar import NoticeBar
from inspector_app.session.time_format import format_duration

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.inspection_runner import InspectionRunner
    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.inspection.watch import WatchPlan, WatchStep
    from inspector_app.session.translatable_text import Text
    from inspector_app.settings.environment import Environment

_TICK_MS: Final = 1000


@dataclass(frozen=True, slots=True)
class WatchParts:
    """The parts of the app that a watch works with."""

    window: MainWindow
    theme: Theme
    background: BackgroundExecutor
    vault_provider: VaultProvider
    inspector: InspectionRunner
    confirm: Callable[[Environment, Callable[[], object]], None]


class WatchController(QObject):
    """``changed`` carries an answer that differs from the one before, and what changed in it."""

    changed = Signal(object, object)

    def __init__(self, parts: WatchParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._news = ""
        self._fingerprint = ""
        self.runner = WatchRunner(parts.vault_provider, parts.background, self._is_inspecting, self)
        self.notifier = Notifier(parts.window, parts.background)
        self.bar = NoticeBar(parts.theme)
        self.bar.dismiss_button.hide()
        parts.window.insert_widget(self.bar)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._show_bar)
        self.runner.stepped.connect(self._on_stepped)
        self.runner.ended.connect(self._on_ended)

    def open_dialog(self) -> None:
        """Ask how the session that is shown is to be watched; or say why it cannot be."""
        from inspector_app.inspection.masked_result import unmask_result
        from inspector_app.session.diagnosis.verdict_model import FindingCode

        result = self._parts.window.result_view.result
        if result is None or result.token is None or not result.has_answer:
            self._parts.window.show_note(
                translate("Inspect a session first: a watch goes on from its answer.")
            )
            return
        now = result.analyzed.taken_at
        observed = next(
            (
                one.sentence
                for one in result.judge(now).findings
                if one.code is FindingCode.OBSERVER_EFFECT
            ),
            None,
        )
        from inspector_app.desktop.watch.watch_dialog import WatchDialog

        dialog = WatchDialog(
            self._parts.theme, describe_owner(result, now), observed, self._parts.window
        )
        dialog.chosen.connect(partial(self._ask_and_start, unmask_result(result)))
        dialog.open()

    @Slot()
    def stop(self) -> None:
        """End the watch, and let go of its token and answers."""
        self.runner.stop()
        self._timer.stop()
        self.notifier.close()
        self.bar.hide()
        self._news = self._fingerprint = ""

    def _ask_and_start(self, result: InspectionResult, plan: WatchPlan) -> None:
        """Start; where the environment wants a question before calls, once it was answered."""
        self._parts.confirm(result.environment, partial(self._start, result, plan))

    def _start(self, result: InspectionResult, plan: WatchPlan) -> None:
        self.stop()
        self._fingerprint = identify_owner(result).fingerprint
        self.runner.start(plan, result)
        self._timer.start()
        self._show_bar()

    def _is_inspecting(self) -> bool:
        inspector = self._parts.inspector
        return inspector.is_running or inspector.companions.is_running

    def _on_stepped(self, result: InspectionResult, step: WatchStep) -> None:
        view = self._parts.window.result_view
        shown = view.result
        if step.news:
            self._news = join_sentences(map(render_text, step.news))
            if shown is not None and shown.token == result.token:
                view.show_result(result)
            self.changed.emit(result, step)
            self._notify(self._news)
        elif shown is not None and shown.token == result.token:
            self._refresh_answer(shown, result)
        self._show_bar()

    def _refresh_answer(self, shown: InspectionResult, result: InspectionResult) -> None:
        """Show the newer answer in the place of one that says the same; masked ones are not."""
        from inspector_app.inspection.masked_result import MaskedResult

        if not isinstance(shown, MaskedResult):
            self._parts.window.result_view.replace_result(shown, result)

    def _notify(self, news: str) -> None:
        if not self._parts.window.isActiveWindow():
            self.notifier.notify(translate("The watched session: {news}", news=news))

    def _on_ended(self, reason: Text) -> None:
        self._timer.stop()
        words = translate("The watch of {fingerprint} is over.", fingerprint=self._fingerprint)
        said = join_sentences((words, render_text(reason), self._news))
        self.bar.show_notice(said, translate("OK"), self.stop)
        self._notify(render_text(reason))

    @Slot()
    def _show_bar(self) -> None:
        if not self.runner.is_running:
            return
        left = self.runner.seconds_left
        when = (
            translate("Next inspection in {span}.", span=render_text(format_duration(left + 1)))
            if left
            else translate("Asking…")
        )
        which = translate("Watching {fingerprint}.", fingerprint=self._fingerprint)
        said = join_sentences((which, self._news or translate("Nothing has changed yet."), when))
        if self.bar.isVisible():
            self.bar.message_label.setText(said)
        else:
            self.bar.show_notice(said, translate("Stop watching"), self.stop)
