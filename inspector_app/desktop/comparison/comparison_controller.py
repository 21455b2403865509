"""Compares two answers of the history in place of the answer, and closes it again."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.page_switch import Page
from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.session.time_format import TimeContext
from inspector_app.session.translatable_text import Text
from inspector_app.system import heap
from inspector_app.system.installation_key import load_installation_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inspector_app.desktop.clipboard import Clipboard
    from inspector_app.desktop.comparison.comparison_delivery import ComparisonDelivery
    from inspector_app.desktop.comparison.comparison_page import ComparisonPage
    from inspector_app.desktop.history.history_controller import HistoryController
    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.history.entry import HistoryEntry
    from inspector_app.inspection.compared_results import ComparedResults
    from inspector_app.session.comparison.comparison_model import Side


class ComparisonController(QObject):
    """Creates its page with the first comparison. ``_progressed`` crosses threads."""

    _progressed = Signal(int)
    kept_asked = Signal(object, object)
    """A side, and the environment whose kept token is to be inspected for it."""

    closed = Signal()
    compared = Signal()
    """A comparison is shown: it may be large."""

    def __init__(
        self,
        window: MainWindow,
        history: HistoryController,
        theme: Theme,
        preferences: Preferences,
        background: BackgroundExecutor,
        clipboard: Clipboard,
        state_directory: Path,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._history = history
        self._theme = theme
        self._preferences = preferences
        self._background = background
        self._clipboard = clipboard
        self._state_directory = state_directory
        self._numbers: dict[Side, int] = {}
        self._is_shared = False
        self._job: Job[ComparedResults | Text] | None = None
        self.page: ComparisonPage | None = None
        self._delivery: ComparisonDelivery | None = None
        self._progressed.connect(self._on_progressed)
        history.compare_requested.connect(self.compare)
        window.action_collection.connect_all(
            {
                ActionId.COMPARE: self.compare_with_last,
                ActionId.SWAP_SIDES: self.swap,
                ActionId.CANCEL: self.close,
                ActionId.FIND: self._focus_find_field,
                ActionId.FIND_NEXT: partial(self._step_match, 1),
                ActionId.FIND_PREVIOUS: partial(self._step_match, -1),
                ActionId.SHOW_TREE: partial(self._show_page, Page.TREE),
                ActionId.SHOW_JSON: partial(self._show_page, Page.JSON),
            }
        )

    @property
    def is_open(self) -> bool:
        """Whether a comparison stands in the place of the answer."""
        return bool(self._numbers)

    def compare_with_last(self) -> None:
        """Compare the shown answer with the one before it in the history."""
        entries = self._history.store.history.entries
        shown = self._history.shown_number
        others = [one.number for one in entries if one.number != shown]
        if self._history.is_locked:
            return
        if self._window.result_view.isHidden() and not self.is_open:
            self._window.show_note(
                translate("Open an answer first: the one that is shown is compared.")
            )
            return
        if shown is None or not others:
            self._window.show_note(
                translate("Two answers can be compared: inspect or open another one first.")
            )
            return
        before = [number for number in others if number < shown]
        self.compare(shown, before[0] if before else others[-1])

    def compare(self, a: int, b: int) -> None:
        """Compare two entries by their numbers."""
        from inspector_app.session.comparison.comparison_model import Side

        self._numbers = {Side.A: a, Side.B: b}
        self._start()

    @Slot(object, int)
    def choose(self, side: Side, number: int) -> None:
        """Compare another entry, in the place of one side."""
        if self._numbers:
            self._numbers[side] = number
            self._start()

    def swap(self) -> None:
        """Exchange the two sides."""
        from inspector_app.session.comparison.comparison_model import Side

        if self._numbers:
            self.compare(self._numbers[Side.B], self._numbers[Side.A])

    def close(self, _what: object = None) -> None:
        """Show the answer again; what is being compared is discarded."""
        if not self._numbers or self.page is None:
            return
        self._cancel()
        self._numbers = {}
        self.closed.emit()
        self._discard_comparison(self.page)
        for button in self.page.side_buttons.values():
            button.clear()
        self.page.hide()
        self.page.fields.find_field.clear()  # it may be a name
        self._window.token_row.show()
        self._window.result_view.setVisible(not self._history.is_locked)
        self._history.show_sides({})
        if not self._history.is_locked:
            self._window.result_view.answer_pages.tree_view.setFocus()

    def on_shared(self, is_shared: bool) -> None:  # noqa: FBT001  # a signal's receiver
        """Compare again, with labels in place of names or without them."""
        self._is_shared = is_shared
        if self._delivery is not None:
            self._delivery.is_shared = is_shared
        if self._numbers:
            self._start()

    def discard_pending(self) -> None:
        """Drop what is being compared or copied, and close: the window is locked or closing."""
        if self._delivery is not None:
            self._delivery.discard_pending()
        self.close()

    # --- inside

    def _start(self) -> None:
        from inspector_app.session.comparison.comparison_model import Side

        entries = self._get_entries()
        if entries is None:
            self.close()
            return
        page = self._ensure_page()
        self._cancel()
        self._discard_comparison(page)
        page.show_running()
        for side, entry in zip(Side, entries, strict=True):
            page.side_buttons[side].show_entry(entry, is_shared=self._is_shared)
        self._window.token_row.hide()
        page.show()
        page.side_buttons[Side.B].setFocus()
        letters = {number: side.value for side, number in self._numbers.items()}
        self._history.show_sides(letters)
        self._job = self._background.submit(
            Lane.FILES,
            partial(
                _compare_entries,
                entries,
                self._state_directory,
                self._progressed.emit,
                is_shared=self._is_shared,
            ),
            self._on_compared,
            partial(self._on_failed),
        )

    def _discard_comparison(self, page: ComparisonPage) -> None:
        dropped = page.discard_comparison()
        if dropped:
            self._background.submit(Lane.FILES, partial(heap.release, dropped))

    def _focus_find_field(self) -> None:
        if self.page is not None and self.page.isVisible():
            self.page.fields.focus_find_field()

    def _show_page(self, page: Page) -> None:
        if self.page is not None and self.page.isVisible():
            self.page.fields.show_page(page)

    def _step_match(self, step: int) -> None:
        if self.page is not None and self.page.isVisible():
            self.page.fields.step_match(step)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.discard()
        self._job = None

    def _get_entries(self) -> tuple[HistoryEntry, HistoryEntry] | None:
        from inspector_app.session.comparison.comparison_model import Side

        history = self._history.store.history
        a, b = (history.find_entry(self._numbers[side]) for side in Side)
        return None if a is None or b is None else (a, b)

    def _on_compared(self, compared: ComparedResults | Text) -> None:
        self._job = None
        if self.page is None:
            return
        if isinstance(compared, Text):
            self.page.show_problem(render_text(compared))
        else:
            view = TimeContext(time.time(), self._preferences.zone)
            self.page.show_comparison(compared, view)
            self.compared.emit()

    def _on_failed(self) -> None:
        self._job = None
        if self.page is not None:
            self.page.show_problem(translate("Something in this app went wrong."))

    @Slot(int)
    def _on_progressed(self, fields: int) -> None:
        if self.page is not None and self._job is not None:
            self.page.show_progress(fields)

    def _ensure_page(self) -> ComparisonPage:
        if self.page is not None:
            return self.page
        from inspector_app.desktop.comparison.comparison_delivery import ComparisonDelivery
        from inspector_app.desktop.comparison.comparison_page import ComparisonPage

        self.page = page = ComparisonPage(
            self._theme, self._history.store, self._preferences, self._background, self._window
        )
        page.hide()
        self._window.add_page(page, self.close)
        page.chosen.connect(self.choose)
        page.kept_chosen.connect(self.kept_asked)
        page.swapped.connect(self.swap)
        page.closed.connect(self.close)
        page.cancelled.connect(self.close)
        self._delivery = ComparisonDelivery(
            page,
            self._theme,
            self._background,
            self._clipboard,
            self._state_directory,
            self._get_entries,
            lambda: self._preferences.zone,
        )
        self._delivery.is_shared = self._is_shared
        self._delivery.status_message.connect(self._window.status_bar.show_message)
        return page


def _compare_entries(
    entries: tuple[HistoryEntry, HistoryEntry],
    state_directory: Path,
    report_progress: Callable[[int], None],
    *,
    is_shared: bool,
) -> ComparedResults | Text:
    from inspector_app.inspection.compared_results import compare_results
    from inspector_app.inspection.history_entries import open_entry
    from inspector_app.report.saved_answers.models import UnreadableFileError

    try:
        a, b = (open_entry(one) for one in entries)
    except UnreadableFileError as problem:
        return problem.message
    key = load_installation_key(state_directory)
    return compare_results(a, b, key, is_shared=is_shared, report_progress=report_progress)
