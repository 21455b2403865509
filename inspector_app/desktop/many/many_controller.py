"""Controller of a queue in the window: what it is made of, its panel, and its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from inspector_app.desktop.actions import ACTION_SPECS, ActionId
from inspector_app.desktop.many.kept_answers import KeptAnswers
from inspector_app.desktop.many.many_export import ManyExport
from inspector_app.desktop.many.many_opener import ManyOpener
from inspector_app.desktop.many.many_panel import ManyPanel
from inspector_app.desktop.many.many_progress import ManyProgress, QueueState
from inspector_app.desktop.many.many_rows import EntryState
from inspector_app.desktop.many.many_runner import (
    AnswerUpdate,
    AskingUpdate,
    HeldUpdate,
    ManyRunner,
    PauseUpdate,
    QueueUpdate,
)
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from pathlib import Path

    from inspector_app.desktop.many.many_parts import ManyParts
    from inspector_app.inspection.many_entries import QueueEntry
    from inspector_app.settings.environment import Environment

_TICK_MS: Final = 1000


class ManyController(QObject):
    """``answered`` carries each answer of a queue, ``opened`` one that a person wants to see.

    ``status_message`` carries a line for the status bar.
    """

    answered = Signal(object)
    opened = Signal(object)
    status_message = Signal(str)

    def __init__(self, parts: ManyParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._environment: Environment | None = None
        self._progress: ManyProgress | None = None
        self._answers = KeptAnswers()
        self._opened_number = 0
        self.runner = ManyRunner(
            parts.vault_provider, parts.background, parts.state_directory, parts.add_secrets, self
        )
        self.opener = ManyOpener(
            parts.window, parts.preferences, parts.background, parts.add_secrets, self
        )
        self.panel = ManyPanel(parts.theme, parts.background)
        self.export = ManyExport(self.panel, parts.background, parts.clipboard)
        self.back_bar = NoticeBar(parts.theme)
        self.back_bar.dismiss_button.hide()
        parts.window.add_page(self.panel, self.hide_panel)
        parts.window.insert_widget(self.back_bar)
        (back,) = ACTION_SPECS[ActionId.HISTORY_BACK].keys
        self._back_key = QShortcut(QKeySequence(back), parts.window)
        self._set_back_key(is_on=False)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._connect()

    @property
    def is_open(self) -> bool:
        """Whether there is a queue, also one that is over or not shown."""
        return self._progress is not None

    def inspect_pasted(self) -> None:
        """Inspect every token of the text in the token field."""
        self._inspect_all(self._parts.window.token_field.get_raw_text())

    def open_file_dialog(self) -> None:
        """Ask for a file, and inspect every token in it."""
        self.opener.open_file_dialog(self._inspect_all)

    def _inspect_all(self, source: str | Path) -> None:
        if self.runner.is_running:
            self._parts.window.show_problem(
                translate("A queue is running. Let it end, or cancel it first.")
            )
            self.show_panel()
        else:
            self.opener.read_tokens(source)

    def start(self, environment: Environment, entries: tuple[QueueEntry, ...], name: str) -> None:
        """Begin with these entries, in the place of a queue before; ``name`` is that of exports.

        Where the environment wants a question before calls, once it was answered.
        """
        self._parts.confirm(environment, partial(self._start, environment, entries, name))

    def _start(self, environment: Environment, entries: tuple[QueueEntry, ...], name: str) -> None:
        self.discard()
        self._parts.window.token_field.clear_text()  # its tokens are the queue's now
        self._environment = environment
        where = translate(
            "In “{name}”, {address}.", name=environment.name, address=environment.address
        )
        self._progress = ManyProgress(len(entries), where)
        self.export.name = name
        self.panel.table.many_model.set_entries(entries, self._parts.preferences.zone)
        self._run(entries)
        self.show_panel()
        self.panel.card.pause_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run(self, entries: tuple[QueueEntry, ...]) -> None:
        if self._progress is None or self._environment is None:
            return
        self._progress.state, self._progress.reason = QueueState.RUNNING, None
        self.panel.card.show_running(is_paused=False)
        self.runner.start(
            self._environment, entries, self._parts.preferences.zone, self.panel.card.at_once
        )
        self._timer.start()
        self._show_progress()

    # --- the panel

    def show_panel(self) -> None:
        """Show the table of the queue in the place of the answer."""
        if self._progress is None:
            return
        self.back_bar.hide()
        self._set_back_key(is_on=False)
        self.panel.show()
        self.panel.table.select_number(self._opened_number or 1)
        self.panel.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_panel(self) -> None:
        """Make room for an answer; a bar leads back to the queue."""
        if self._progress is None or self.panel.isHidden():
            return
        self.panel.hide()
        self._parts.window.result_view.show()
        self._show_back_bar()

    def toggle_pause(self) -> None:
        """Pause the queue, or let it go on."""
        if self._progress is None or not self.runner.is_running:
            return
        is_paused = self._progress.state is QueueState.RUNNING
        if is_paused:
            self.runner.pause()
        else:
            self.runner.go_on()
        self._progress.state = QueueState.PAUSED if is_paused else QueueState.RUNNING
        self._progress.reason = None
        self.panel.card.show_running(is_paused=is_paused)
        self._show_progress()

    def ask_to_cancel(self) -> None:
        """Ask whether the queue is to end before its time."""
        self.panel.question_bar.show_notice(
            translate("Cancel the queue? The answers that came stay in the table."),
            translate("Cancel the queue"),
            self.runner.cancel,
        )
        self.panel.question_bar.action_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Put the queue away, with its tokens and answers."""
        self.discard()
        self._parts.window.result_view.show()
        self._parts.window.token_field.setFocus()

    @Slot(bool)
    def set_shared(self, is_shared: bool) -> None:  # noqa: FBT001  # the signal's signature
        """Say whether others see the screen: then labels stand for persons and organizations."""
        self.export.is_shared = is_shared
        self.export.discard_pending()
        self.panel.save_bar.discard_export()
        self.panel.table.many_model.set_shared(is_shared=is_shared)

    @Slot()
    def discard(self) -> None:
        """End the queue, and let go of its tokens, answers and rows."""
        self.opener.discard_pending()
        self.runner.discard()
        self._timer.stop()
        self._answers.discard()
        self.export.discard_pending()
        self._progress = self._environment = None
        self._opened_number = 0
        self.panel.discard()
        self.back_bar.hide()
        self._set_back_key(is_on=False)

    # --- what the queue tells

    def _on_updated(self, updates: tuple[QueueUpdate, ...]) -> None:
        if self._progress is None:
            return
        model = self.panel.table.many_model
        for update in updates:
            match update:
                case AskingUpdate():
                    model.set_state(update.number, EntryState.ASKING)
                case AnswerUpdate():
                    number = update.shown.place.number
                    model.set_answer(update.shown, update.redacted)
                    if update.result is not None:
                        self._answers.add(number, update.result)
                    self._progress.count_answer()
                case PauseUpdate():
                    self._progress.pause_until = update.until
                    model.release_asking()
                case HeldUpdate():
                    self._progress.state, self._progress.reason = QueueState.PAUSED, update.reason
                    self.panel.card.show_running(is_paused=True)
        model.refresh()
        self._show_progress()

    def _on_ended(self) -> None:
        if self._progress is None:
            return
        self._timer.stop()
        self._progress.state = QueueState.OVER
        self.panel.question_bar.hide()
        self.panel.table.many_model.release_asking()
        self.panel.table.many_model.refresh()
        had_focus = any(
            one.hasFocus() for one in (self.panel.card.pause_button, self.panel.card.cancel_button)
        )
        self.panel.card.show_over(len(self.runner.pending))
        if had_focus and self.panel.isVisible():
            self.panel.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_progress()

    def _ask_rest(self) -> None:
        self._run(self.runner.pending)

    @Slot()
    def _show_progress(self) -> None:
        progress = self._progress
        if progress is None:
            return
        model, card = self.panel.table.many_model, self.panel.card
        counts = model.count_groups()
        asking = sum(row.state is EntryState.ASKING for row in model.rows)
        card.show_progress(progress.describe_title(), progress.done, progress.total)
        card.detail_label.setText(progress.describe_detail(card.at_once))
        card.strip.show_counts(counts, asking)
        self.panel.chips.show_counts(counts)
        if self.back_bar.isVisible():
            self._show_back_bar()

    def _set_back_key(self, *, is_on: bool) -> None:
        """Let the key that leads back lead to the table, and not to the answer before."""
        self._back_key.setEnabled(is_on)
        self._parts.window.action_collection[ActionId.HISTORY_BACK].setEnabled(not is_on)

    def _show_back_bar(self) -> None:
        if self._progress is None:
            return
        self._set_back_key(is_on=True)
        words = translate("The queue: {progress}.", progress=self._progress.describe_title())
        if self.back_bar.isVisible():
            self.back_bar.message_label.setText(words)
        else:
            self.back_bar.show_notice(words, translate("Back to the queue"), self.show_panel)

    def _open_answer(self, number: int) -> None:
        result = self._answers.find(number)
        if result is None:
            self.status_message.emit(translate("There is no answer to open for this row."))
            return
        self._opened_number = number
        self.hide_panel()
        self._parts.window.result_view.show_result(result)
        self.opened.emit(result)
        self._parts.window.result_view.tree_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        panel, card, runner = self.panel, self.panel.card, self.runner
        self.opener.read.connect(self.start)
        panel.escaped.connect(self.toggle_pause)
        panel.table.opened.connect(self._open_answer)
        card.pause_toggled.connect(self.toggle_pause)
        card.cancel_requested.connect(self.ask_to_cancel)
        card.rest_requested.connect(self._ask_rest)
        card.closed.connect(self.close_panel)
        card.at_once_changed.connect(runner.set_at_once)
        card.at_once_changed.connect(self._show_progress)
        runner.updated.connect(self._on_updated)
        runner.answered.connect(self.answered)
        runner.ended.connect(self._on_ended)
        self.export.status_message.connect(self.status_message)
        self._back_key.activated.connect(self.show_panel)
        self._timer.timeout.connect(self._show_progress)
