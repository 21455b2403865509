"""Searches the shown outline on a worker thread and steps through the matches."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from inspector_app.desktop.background import Background, Job, Lane
from inspector_app.desktop.look.words import say, shown
from inspector_app.session.telling.outline_search import RowPath, search_outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.desktop.answer.find_field import FindField
    from inspector_app.desktop.answer.session_tree import SessionTree

MOST: Final = 10_000
"""Limit of stored matches: nobody steps through more; the field says that there are more."""

_SLICE: Final = 0.1
"""Seconds that one slice runs before it reports its matches and lets other jobs go first."""

_ROWS_AT_ONCE: Final = 8
"""Rows between two yields to the UI thread: Python runs one thread at a time."""

_BREATH: Final = 0.00005
"""Seconds per yield: with none, Python would most often go on with the search."""

_PAINTING: Final = 0.05
"""Seconds that the search waits after a match was selected, while the rows are painted."""


class Finder(QObject):
    """Runs one search at a time and selects its first match as soon as it is known."""

    def __init__(self, field: FindField, tree: SessionTree, background: Background) -> None:
        super().__init__(field)
        self._field = field
        self._tree = tree
        self._background = background
        self._sought = ""
        self._job: Job[tuple[list[RowPath], bool]] | None = None
        self.matches: list[RowPath] = []
        self._present = -1
        field.sought.connect(self.seek)
        field.next_wanted.connect(partial(self._step, 1))
        field.previous_wanted.connect(partial(self._step, -1))
        tree.outline_model.modelReset.connect(self._look_again)

    @property
    def is_running(self) -> bool:
        """Whether rows are left to search."""
        return self._job is not None

    def seek(self, text: str) -> None:
        """Search for this text; an empty one ends the search."""
        if self._job is not None:
            self._job.drop()
            self._job = None
        self._sought, self.matches, self._present = text, [], -1
        if text:
            model = self._tree.outline_model
            self._go_on(search_outline(model.root, text, model.view, shown))
        self._tell()

    def _look_again(self) -> None:
        """Search for the same text in another answer."""
        self.seek(self._sought)

    def _go_on(self, rows: Iterator[RowPath | None], pause: float = 0.0) -> None:
        room = MOST - len(self.matches)
        self._job = self._background.submit(
            Lane.FILES, partial(_slice, rows, room, pause), partial(self._found, rows)
        )

    def _found(self, rows: Iterator[RowPath | None], found: tuple[list[RowPath], bool]) -> None:
        ways, is_over = found
        self._job = None
        self.matches += ways
        pause = 0.0
        if self._present < 0 and self.matches:
            self._step(1)
            pause = _PAINTING
        if not is_over:
            self._go_on(rows, pause)
        self._tell()

    def _step(self, by: int) -> None:
        if self.matches:
            self._present = (self._present + by) % len(self.matches)
            self._tree.show_row(self.matches[self._present])
            self._tell()

    def _tell(self) -> None:
        self._field.show_count(self._words())

    def _words(self) -> str:
        count = len(self.matches)
        if not self._sought:
            return ""
        if not count:
            return say("searching…") if self.is_running else say("not found")
        number = self._present + 1
        if self.is_running:
            return say("{number} of {count}…", number=number, count=count)
        if count >= MOST:
            return say("{number} of {count} or more", number=number, count=count)
        return say("{number} of {count}", number=number, count=count)


def _slice(rows: Iterator[RowPath | None], room: int, pause: float) -> tuple[list[RowPath], bool]:
    """The row paths of the next matches, and whether the search is complete."""
    ways: list[RowPath] = []
    time.sleep(pause)
    until = time.monotonic() + _SLICE
    for number, way in enumerate(rows):
        if way is not None:
            ways.append(way)
            if len(ways) == room:
                return ways, True
        if number % _ROWS_AT_ONCE == 0:
            time.sleep(_BREATH)
            if time.monotonic() > until:
                return ways, False
    return ways, True
