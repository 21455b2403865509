"""Searches the shown page on a worker thread and steps through the matches."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.theme.translation import translate
from inspector_app.session.interruption import check_interruption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.desktop.answer.find_field import FindField
    from inspector_app.desktop.answer.find_target import FindTarget, Match

MAX_MATCHES: Final = 10_000
"""Limit of stored matches: nobody steps through more; the field says that there are more."""

_SLICE_SECONDS: Final = 0.1
"""Seconds that one slice runs before it reports its matches and lets other jobs go first."""

_ROWS_PER_YIELD: Final = 8
"""Rows between two yields to the UI thread: Python runs one thread at a time."""

_YIELD_SECONDS: Final = 0.00005
"""Seconds per yield: with none, Python would most often go on with the search."""

_PAINT_DELAY_SECONDS: Final = 0.05
"""Seconds that the search waits after a match was selected, while the rows are painted."""


class Finder(QObject):
    """Runs one search at a time and selects its first match as soon as it is known."""

    def __init__(
        self, field: FindField, target: FindTarget, background: BackgroundExecutor
    ) -> None:
        super().__init__(field)
        self._field = field
        self._target = target
        self._background = background
        self._query = ""
        self._job: Job[tuple[list[Match], bool]] | None = None
        self.matches: list[Match] = []
        self._current = -1
        field.search_requested.connect(self.search)
        field.next_requested.connect(partial(self.select_match, 1))
        field.previous_requested.connect(partial(self.select_match, -1))
        target.changed.connect(self._on_content_changed)

    @property
    def is_running(self) -> bool:
        """Whether rows are left to search."""
        return self._job is not None

    def search(self, text: str) -> None:
        """Search for this text; an empty one ends the search."""
        if self._job is not None:
            self._job.discard()
            self._job = None
        self._query, self.matches, self._current = text, [], -1
        if text:
            self._submit_slice(self._target.iter_matches(text))
        self._update_count()

    def set_target(self, target: FindTarget) -> None:
        """Search for the same text in another page from now on."""
        if target is not self._target:
            self._target.changed.disconnect(self._on_content_changed)
            self._target = target
            target.changed.connect(self._on_content_changed)
            self.search(self._query)

    def _on_content_changed(self) -> None:
        """Search for the same text in another answer."""
        self.search(self._query)

    def _submit_slice(self, rows: Iterator[Match | None], delay: float = 0.0) -> None:
        room = MAX_MATCHES - len(self.matches)
        self._job = self._background.submit(
            Lane.FILES,
            partial(_search_slice, rows, room, delay),
            partial(self._on_slice_searched, rows),
        )

    def _on_slice_searched(
        self, rows: Iterator[Match | None], found: tuple[list[Match], bool]
    ) -> None:
        ways, is_over = found
        self._job = None
        self.matches += ways
        pause = 0.0
        if self._current < 0 and self.matches:
            self.select_match(1)
            pause = _PAINT_DELAY_SECONDS
        if not is_over:
            self._submit_slice(rows, pause)
        self._update_count()

    def select_match(self, step: int) -> None:
        """Select the next match, or with -1 the one before."""
        if self.matches:
            self._current = (self._current + step) % len(self.matches)
            self._target.select(self.matches[self._current])
            self._update_count()

    def _update_count(self) -> None:
        self._field.show_count(self._format_count())

    def _format_count(self) -> str:
        count = len(self.matches)
        if not self._query:
            return ""
        if not count:
            return translate("searching…") if self.is_running else translate("not found")
        number = self._current + 1
        if self.is_running:
            return translate("{number} of {count}…", number=number, count=count)
        if count >= MAX_MATCHES:
            return translate("{number} of {count} or more", number=number, count=count)
        return translate("{number} of {count}", number=number, count=count)


def _search_slice(
    rows: Iterator[Match | None], limit: int, delay: float
) -> tuple[list[Match], bool]:
    """The row paths of the next matches, and whether the search is complete."""
    ways: list[Match] = []
    time.sleep(delay)
    until = time.monotonic() + _SLICE_SECONDS
    for number, way in enumerate(rows):
        if way is not None:
            ways.append(way)
            if len(ways) == limit:
                return ways, True
        if number % _ROWS_PER_YIELD == 0:
            check_interruption()  # another text is searched by now
            time.sleep(_YIELD_SECONDS)
            if time.monotonic() > until:
                return ways, False
    return ways, True
