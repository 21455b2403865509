"""What is searched: the page that is shown, a tree or a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.desktop.theme.translation import render_text
from inspector_app.session.interruption import check_interruption

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import SignalInstance

    from inspector_app.desktop.answer.outline_view import OutlineView
    from inspector_app.desktop.widgets.chunked_text_view import ChunkedTextView
    from inspector_app.session.presentation.outline_search import OutlineSearch

Match: TypeAlias = tuple[int, ...]
"""A row's path, or where a match begins and ends in a text, in UTF-16 units as Qt counts."""


class FindTarget(QObject):
    """``changed``: there is another content, in which the same text is to be searched."""

    changed = Signal()

    def iter_matches(self, text: str) -> Iterator[Match | None]:
        """Iterate over all rows or lines, from top to bottom; None for one without a match."""
        raise NotImplementedError

    def select(self, match: Match) -> None:
        """Select a match and scroll to it; the focus stays."""
        raise NotImplementedError


class OutlineTarget(FindTarget):
    """The rows of a tree view."""

    def __init__(self, view: OutlineView) -> None:
        super().__init__(view)
        self._view = view
        self._search: OutlineSearch | None = None
        view.outline_model.modelReset.connect(self._on_reset)

    @Slot()
    def _on_reset(self) -> None:
        self._search = None  # it refers to the answer before
        self.changed.emit()

    def iter_matches(self, text: str) -> Iterator[Match | None]:
        from inspector_app.session.presentation.outline_search import OutlineSearch

        model = self._view.outline_model
        if self._search is None:
            self._search = OutlineSearch(model.root, render_text)
        return self._search.iter_matches(text, model.time_context)

    def select(self, match: Match) -> None:
        self._view.select_row(match)


class JsonTarget(FindTarget):
    """The text of a JSON view, the whole of it; ``page_shown``: it is another one."""

    def __init__(
        self, view: ChunkedTextView, get_text: Callable[[], str], page_shown: SignalInstance
    ) -> None:
        super().__init__(view)
        self._view = view
        self._get_text = get_text
        page_shown.connect(self.changed)

    def iter_matches(self, text: str) -> Iterator[Match | None]:
        return _search_lines(self._get_text(), text)

    def select(self, match: Match) -> None:
        self._view.select_range(*match)


def _search_lines(text: str, search_text: str) -> Iterator[Match | None]:
    """Yield each match, and None after each line, so that the caller can pause there."""
    wanted, offset = search_text.lower(), 0
    for line in text.split("\n"):
        check_interruption()
        folded = line.lower()
        if len(folded) != len(line):  # of a letter that is longer in lower case: as it is, then
            folded = line
        start = folded.find(wanted)
        while start >= 0:
            begin = offset + _count_units(line[:start])
            yield begin, begin + _count_units(line[start : start + len(wanted)])
            start = folded.find(wanted, start + len(wanted))
        yield None
        offset += _count_units(line) + 1


def _count_units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
