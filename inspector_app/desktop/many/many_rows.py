"""The rows of a queue in the window: what is known of each, and which are shown in what order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final

from inspector_app.report.many_groups import RowGroup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.report.many_rows import QueueRow
    from inspector_app.session.translatable_text import Text

NUMBER_COLUMN: Final = 0
VERDICT_COLUMN: Final = 1
USER_COLUMN: Final = 2
ORGANIZATION_COLUMN: Final = 3
ENDS_COLUMN: Final = 4
TOKEN_COLUMN: Final = 5
PLACE_COLUMN: Final = 6
COLUMN_COUNT: Final = 7

_LAST: Final = "\U0010ffff"
"""Is sorted behind every name: those that are missing come last."""

GROUP_ORDER: Final = (*RowGroup, None)
"""The groups as they are listed; None are the rows without an answer."""


class EntryState(Enum):
    """Where an entry of the queue stands."""

    WAITING = auto()
    ASKING = auto()
    DONE = auto()


@dataclass(slots=True, eq=False)
class TableRow:
    """An entry in the table: no token of it, and its rows once there is an answer.

    ``words`` is the sentence of its verdict. ``search_text`` is what the filter looks at, in lower
    case; ``shared_search_text`` where others see the screen.
    """

    number: int
    fingerprint: str
    place: Text
    line: int | None
    state: EntryState = EntryState.WAITING
    shown: QueueRow | None = None
    redacted: QueueRow | None = None
    group: RowGroup | None = None
    words: str = ""
    search_text: str = ""
    shared_search_text: str = ""

    def get_answer(self, *, is_shared: bool) -> QueueRow | None:
        """The row with personal data, or where others see the screen, without."""
        return self.redacted if is_shared else self.shown


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows are shown: those of a group, or those that wait, and that have these words."""

    group: RowGroup | None = None
    words: str = ""
    is_pending_only: bool = False

    def accepts(self, row: TableRow, *, is_shared: bool) -> bool:
        """Whether a row is shown."""
        if self.is_pending_only and row.group is not None:
            return False
        looked_at = row.shared_search_text if is_shared else row.search_text
        return self.group in {None, row.group} and self.words in looked_at


@dataclass(frozen=True, slots=True)
class RowOrder:
    """By which column rows are sorted, and which way; rows that are equal, by their number."""

    column: int = NUMBER_COLUMN
    is_descending: bool = False


def select_rows(
    rows: Iterable[TableRow], chosen: RowFilter, order: RowOrder, *, is_shared: bool
) -> list[TableRow]:
    """The rows that are shown, in their order; ``rows`` are in that of their numbers."""
    selected = [row for row in rows if chosen.accepts(row, is_shared=is_shared)]
    if order.column == NUMBER_COLUMN:
        return selected[::-1] if order.is_descending else selected
    selected.sort(
        key=lambda row: _get_sort_key(row, order.column, row.get_answer(is_shared=is_shared)),
        reverse=order.is_descending,
    )
    return selected


def _get_sort_key(row: TableRow, column: int, answer: QueueRow | None) -> Any:  # noqa: ANN401  # of one type in each column
    key: Any
    match column:
        case 1:
            key = (GROUP_ORDER.index(row.group), row.words)
        case 2 | 3:
            name = ""
            if answer is not None:
                name = answer.user if column == USER_COLUMN else answer.organization
            key = name.casefold() or _LAST
        case 4:
            ends = None if answer is None else answer.ends
            key = (ends is None, ends or 0.0)
        case 5:
            key = row.fingerprint or _LAST
        case _:
            key = (row.line is None, row.line or 0)
    return key
