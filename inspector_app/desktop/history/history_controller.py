"""Connects the history with the window: what is answered is kept, what is chosen is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Signal

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from inspector_app.desktop.history.history_menu import HistoryButton
    from inspector_app.desktop.history.history_pane import HistoryPane
    from inspector_app.desktop.history.history_store import HistoryStore
    from inspector_app.desktop.history.recall_strip import RecallStrip
    from inspector_app.desktop.inspection_runner import InspectionRunner
    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.history.entry import HistoryEntry
    from inspector_app.inspection.recalled_result import RecalledResult
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.settings.environment import Environment

_SHOWN_OR_HIDDEN: Final = frozenset({QEvent.Type.ShowToParent, QEvent.Type.HideToParent})
_MIN_WIDTH: Final = 1040
"""Pixels at 100 % from which the window has room for the pane; a narrower one has a menu."""


class HistoryController(QObject):
    """Creates pane, menu and strip soon after the start, to be shown with the first answer.

    ``recalling`` carries a result of the history just before it is shown while the token field asks
    for nothing else; ``compare_requested`` the numbers of two entries.
    """

    recalling = Signal(object)
    compare_requested = Signal(int, int)

    def __init__(
        self,
        window: MainWindow,
        store: HistoryStore,
        theme: Theme,
        preferences: Preferences,
        runner: InspectionRunner,
        background: BackgroundExecutor,
        select_environment: Callable[[Environment], None],
    ) -> None:
        """``select_environment`` makes an environment the one in which is inspected next."""
        super().__init__(window)
        self._window = window
        self.store = store
        self._theme = theme
        self._preferences = preferences
        self._runner = runner
        self._background = background
        self._select_environment = select_environment
        self._job: Job[RecalledResult | Text] | None = None
        self.shown_number: int | None = None
        self._letters: dict[int, str] = {}
        self._is_open = False
        self._is_wanted = False
        self._is_shared = False
        self.is_locked = False
        self.pane: HistoryPane | None = None
        self._button: HistoryButton | None = None
        self._strip: RecallStrip | None = None
        runner.answered.connect(self._on_answered)
        runner.companions.answered.connect(store.replace_result)
        store.added.connect(self._on_added)
        store.tokens_changed.connect(self._update_shown)
        window.result_view.refreshed.connect(self._update_shown)
        theme.changed.connect(self._update_layout)  # larger texts leave less room
        window.installEventFilter(self)
        window.result_view.installEventFilter(self)
        window.action_collection.connect_all(
            {
                ActionId.HISTORY: self.toggle,
                ActionId.HISTORY_BACK: partial(self.step, 1),
                ActionId.HISTORY_FORWARD: partial(self.step, -1),
            }
        )

    # --- what other parts tell

    def on_opened(self, result: InspectionResult) -> None:
        """Keep an answer that was opened from a file."""
        from inspector_app.history.entry import Origin

        self.store.add_result(result, Origin.OPENED)

    def on_locked(self, is_locked: bool) -> None:  # noqa: FBT001  # a signal's receiver
        """Hide the history while the window is locked; its entries stay."""
        self.is_locked = is_locked
        if self.pane is not None and self._button is not None:
            self.pane.set_locked(is_locked)
            self._button.clear_menu()
        self._update_layout()

    def on_shared(self, is_shared: bool) -> None:  # noqa: FBT001  # a signal's receiver
        """Show labels in place of names while the screen is shared."""
        self._is_shared = is_shared
        if self.pane is not None:
            self.pane.set_shared(is_shared)
        if self._button is not None:
            self._button.is_shared = is_shared

    def show_sides(self, letters: dict[int, str]) -> None:
        """Mark the sides of a comparison by their letters; none where it is closed."""
        self._letters = letters
        if self.pane is not None:
            self.pane.set_letters(letters)
        self._update_shown()

    def forget_secrets(self) -> None:
        """Drop whatever still has a credential: tokens, and answers not in the history yet."""
        self._cancel_recall()
        self.store.discard_pending()
        self.store.forget_tokens()

    def stop(self) -> None:
        """Stop all timers, because the window is closing."""
        self._cancel_recall()
        self.store.discard_pending()
        if self.pane is not None:
            self.pane.stop()
        if self._strip is not None:
            self._strip.stop()

    # --- what the person does

    def toggle(self) -> None:
        """Open the pane with the focus on the shown entry, or fold it; the menu where it is one."""
        if self.is_locked:
            return
        self._is_wanted = True
        self._ensure_widgets()
        if self._is_narrow() and self._button is not None:
            self._button.open_menu()
            return
        self._is_open = not self._is_open
        self._update_layout()
        if self.pane is not None and self._is_open:
            self.pane.view.setFocus()
        else:
            self._window.token_field.setFocus()

    def step(self, by: int) -> None:
        """Show the entry that many further back; where none is shown, the latest."""
        entries = self.store.history.entries
        rows = {one.number: row for row, one in enumerate(entries)}
        shown = None if self.shown_number is None else rows.get(self.shown_number)
        row = 0 if shown is None else shown + by
        if not self.is_locked and 0 <= row < len(entries):
            self.show_entry(entries[row].number)

    def show_entry(self, number: int) -> None:
        """Show an answer of the history as it was."""
        entry = self.store.history.find_entry(number)
        if entry is None:
            return
        self._cancel_recall()
        if number == self.shown_number:
            self._window.answer_place.show_answer()  # which another page may hide
            return
        self._job = self._background.submit(
            Lane.FILES, partial(_open_entry, entry), partial(self._on_opened, entry)
        )

    def inspect_again(self) -> bool:
        """Ask again about the shown entry with the token in memory; False where that cannot be."""
        from inspector_app.gateway.pasted.found_token import FoundToken
        from inspector_app.inspection.run_inspection import InspectionRequest

        entry = self._get_recalled_entry()
        token = None if entry is None else self.store.find_token(entry)
        environment = None if entry is None else self._find_environment(entry)
        if token is None or environment is None or self._runner.is_running:
            return False
        if environment != self._preferences.current:
            self._select_environment(environment)
        self._runner.start(InspectionRequest(environment, None, found=FoundToken(token)))
        return True

    # --- inside

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._window:
            self._update_layout()
        elif watched is self._window.result_view and event.type() in _SHOWN_OR_HIDDEN:
            self._update_shown()  # its strip is about the answer below it
        return super().eventFilter(watched, event)

    def _on_answered(self, result: InspectionResult) -> None:
        self.store.add_result(result)

    def prepare(self) -> None:
        """Make the widgets, which stay hidden until there is an answer: the first has no gap."""
        self._ensure_widgets()

    def _on_added(self, _number: int) -> None:
        self._is_wanted = True
        self._ensure_widgets()
        self._update_shown()
        self._update_layout()

    def _on_opened(self, entry: HistoryEntry, result: RecalledResult | Text) -> None:
        self._job = None
        if isinstance(result, Text):
            self._window.show_note(render_text(result))
            return
        self._runner.cancel()
        field, view = self._window.token_field, self._window.result_view
        is_asked_for = bool(field.get_raw_text()) and (view.is_stale or view.result is None)
        if not is_asked_for:
            self.recalling.emit(result)
            field.clear_text()  # what is in it is the text of another answer
        view.show_result(result)
        self._window.answer_place.show_answer()
        self._window.show_note("")
        self.shown_number = entry.number

    def _cancel_recall(self) -> None:
        if self._job is not None:
            self._job.discard()
        self._job = None

    def _get_recalled_entry(self) -> HistoryEntry | None:
        """The entry of the shown answer, where that is one of the history."""
        shown = self._window.result_view.result
        if shown is None:  # as at the start, when nothing of an inspection is imported
            return None
        from inspector_app.inspection.recalled_result import find_recalled

        recalled = find_recalled(shown)
        if recalled is None:
            return None
        return self.store.history.find_entry(recalled.number)

    def _find_environment(self, entry: HistoryEntry) -> Environment | None:
        """The environment of an entry, where it still has the address that was asked."""
        known = self._preferences.environments
        asked = (entry.environment.id, entry.environment.address)
        return next((one for one in known if (one.id, one.address) == asked), None)

    def _update_shown(self) -> None:
        """Mark the entry of the shown answer, and say how old one of the history is."""
        entry = self._get_recalled_entry()
        self.shown_number = self._find_shown_number() if entry is None else entry.number
        is_hidden = self._window.result_view.isHidden()
        if self.pane is not None and self._button is not None:
            seen = None if is_hidden and not self._letters else self.shown_number
            self.pane.show_current(seen)
            self._button.shown_number = seen
        if self._strip is None:
            return
        if entry is None or self._letters or is_hidden:
            self._strip.put_away()
        else:
            can_ask = self.store.find_token(entry) is not None
            self._strip.show_entry(
                entry,
                self._preferences.zone,
                has_token=can_ask and self._find_environment(entry) is not None,
            )

    def _find_shown_number(self) -> int | None:
        """The number of the entry that is being made of the shown answer, if any is."""
        shown = self._window.result_view.result
        if shown is None:
            return None
        from inspector_app.inspection.masked_result import unmask_result

        return self.store.find_number(unmask_result(shown))

    def _is_narrow(self) -> bool:
        return self._window.width() < self._theme.spacing.to_pixels(_MIN_WIDTH)

    def _update_layout(self) -> None:
        """Show the pane, the menu's button or neither, by the width there is."""
        if self.pane is None or self._button is None:
            return
        is_narrow = self._is_narrow()
        if self.pane.is_open is not self._is_open:
            self.pane.set_open(is_open=self._is_open)
        is_shown = self._is_wanted and not self.is_locked
        self.pane.setVisible(is_shown and not is_narrow)
        self._button.setVisible(is_shown and is_narrow)

    def _ensure_widgets(self) -> None:
        if self.pane is not None:
            return
        from inspector_app.desktop.history.history_menu import HistoryButton
        from inspector_app.desktop.history.history_pane import HistoryPane
        from inspector_app.desktop.history.recall_strip import RecallStrip

        window = self._window
        self.pane = HistoryPane(
            self._theme,
            window.action_collection,
            self.store,
            lambda: self._preferences.zone,
            window,
        )
        self.pane.set_shared(self._is_shared)
        self.pane.toggled.connect(self.toggle)
        self.pane.clear_button.clicked.connect(self.store.clear)
        self.pane.view.chosen.connect(self.show_entry)
        self.pane.view.entered.connect(self._focus_answer)
        self.pane.view.marked.connect(self._compare_with_shown)
        self.pane.view.menu_requested.connect(self._open_menu)
        self._button = HistoryButton(self._theme, self.store, window)
        self._button.is_shared = self._is_shared
        self._button.chosen.connect(self.show_entry)
        self._strip = RecallStrip(self._theme, window)
        self._strip.again_button.clicked.connect(self.inspect_again)
        window.add_side_widgets(self.pane, self._button)
        window.insert_widget(self._strip)
        self._update_layout()

    def _focus_answer(self) -> None:
        from inspector_app.desktop.widgets.reading_order import list_tab_stops

        stops = list_tab_stops(self._window.result_view)
        if stops:
            stops[0].setFocus()

    def _compare_with_shown(self, number: int) -> None:
        if self.shown_number is not None and self.shown_number != number:
            self.compare_requested.emit(self.shown_number, number)

    def _ask_note(self, number: int, note: str) -> None:
        from inspector_app.desktop.history.note_dialog import NoteDialog

        dialog = NoteDialog(self._theme, note, self._window)
        dialog.written.connect(partial(self.store.set_note, number))
        dialog.open()

    def _open_menu(self, number: int, place: QPoint) -> None:
        from inspector_app.desktop.history import history_menu

        entry = self.store.history.find_entry(number)
        if entry is None or self.pane is None:
            return
        actions: dict[str, Callable[[], object]] = {}
        if not self._is_shared:
            actions[translate("Note…")] = partial(self._ask_note, number, entry.note)
        if self.shown_number not in {None, number} and not self._window.result_view.isHidden():
            actions[translate("Compare with the shown answer")] = partial(
                self._compare_with_shown, number
            )
        actions[translate("Remove from the history")] = partial(self.store.remove_entry, number)
        history_menu.open_entry_menu(self.pane, place, actions)


def _open_entry(entry: HistoryEntry) -> RecalledResult | Text:
    from inspector_app.inspection.history_entries import open_entry
    from inspector_app.report.saved_answers.models import UnreadableFileError

    try:
        return open_entry(entry)
    except UnreadableFileError as problem:
        return problem.message
