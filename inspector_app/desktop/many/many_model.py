"""Qt item model over the rows of a queue; sorts and filters by itself, as Qt would ask by pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)

from inspector_app.desktop.many.many_cells import ManyCells, list_headers
from inspector_app.desktop.many.many_rows import (
    COLUMN_COUNT,
    GROUP_ORDER,
    VERDICT_COLUMN,
    EntryState,
    RowFilter,
    RowOrder,
    TableRow,
    select_rows,
)
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import render_text
from inspector_app.desktop.widgets.plain_text import to_tooltip_text
from inspector_app.report.many_groups import RowGroup, find_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import tzinfo

    from PySide6.QtGui import QIcon

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.many_entries import QueueEntry
    from inspector_app.report.many_rows import QueueRow

AnyIndex = QModelIndex | QPersistentModelIndex

_INVALID_INDEX: Final = QModelIndex()


class ManyModel(QAbstractTableModel):
    """Columns number, verdict, user, organization, end, fingerprint and place."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells = ManyCells(theme)
        self._rows: list[TableRow] = []
        self._visible: list[TableRow] = []
        self._changed: set[int] = set()
        self._by_number: dict[int, TableRow] = {}
        self._filter, self._order = RowFilter(), RowOrder()
        theme.changed.connect(self._refresh_all)

    @property
    def rows(self) -> Sequence[TableRow]:
        """All rows, by number."""
        return self._rows

    def set_entries(self, entries: Iterable[QueueEntry], zone: tzinfo) -> None:
        """Show these entries, none of which has an answer; ``zone`` is that of the ends."""
        self.beginResetModel()
        self._cells.zone = zone
        self._rows = [TableRow(one.number, one.fingerprint, one.place, one.line) for one in entries]
        for row in self._rows:
            # Its place in words is looked up when there is an answer: not for 10,000 rows at once.
            row.search_text = row.shared_search_text = f"{row.fingerprint} {row.line or ''}"
        self._by_number = {row.number: row for row in self._rows}
        self._filter = RowFilter()
        self._visible = self._select_rows()
        self.endResetModel()

    def discard(self) -> None:
        """Let go of every row."""
        self.beginResetModel()
        self._rows, self._visible, self._by_number = [], [], {}
        self._filter = RowFilter()
        self.endResetModel()

    def set_state(self, number: int, state: EntryState) -> None:
        """Say that an entry waits, or is asked about; ``refresh`` shows it."""
        row = self._by_number.get(number)
        if row is not None:
            row.state = state
            self._changed.add(number)

    def set_answer(self, shown: QueueRow, redacted: QueueRow) -> None:
        """Take the rows of an entry's answer; ``refresh`` shows them."""
        row = self._by_number.get(shown.place.number)
        if row is not None:
            row.state, row.shown, row.redacted = EntryState.DONE, shown, redacted
            row.group, row.words = find_group(shown), render_text(shown.sentence)
            row.search_text = self._cells.get_search_text(row, is_shared=False)
            row.shared_search_text = self._cells.get_search_text(row, is_shared=True)
            self._changed.add(row.number)

    def release_asking(self) -> None:
        """Entries that are asked about wait again: the queue is over."""
        for row in self._rows:
            if row.state is EntryState.ASKING:
                self.set_state(row.number, EntryState.WAITING)

    def count_groups(self) -> dict[RowGroup | None, int]:
        """How many rows each group has; those without an answer are under None."""
        counts: dict[RowGroup | None, int] = dict.fromkeys(GROUP_ORDER, 0)
        for row in self._rows:
            counts[row.group] += 1
        return counts

    def refresh(self) -> None:
        """Lay the rows out anew: sorted, filtered, with what they say by now."""
        chosen = self._select_rows()
        changed, self._changed = self._changed, set()
        if chosen == self._visible:
            self._announce_changes(changed)
            return
        if len(chosen) != len(self._visible):
            # Qt tells screen readers of a changed number of rows by a reset alone: they asked a
            # row that was gone, and the app ended.
            self.beginResetModel()
            self._visible = chosen
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        before = [
            (index, self._visible[index.row()].number) for index in self.persistentIndexList()
        ]
        self._visible = chosen
        places = {row.number: place for place, row in enumerate(chosen)}
        after = [
            self.index(places[number], index.column()) if number in places else QModelIndex()
            for index, number in before
        ]
        self.changePersistentIndexList([index for index, _ in before], after)
        self.layoutChanged.emit()

    def _announce_changes(self, numbers: set[int]) -> None:
        """Have the rows of these numbers drawn anew: most of a queue's are out of sight."""
        places = [place for place, row in enumerate(self._visible) if row.number in numbers]
        if places:
            last = self.index(places[-1], COLUMN_COUNT - 1)
            self.dataChanged.emit(self.index(places[0], 0), last)

    def set_filter(self, chosen: RowFilter) -> None:
        """Show the rows that a filter accepts."""
        self._filter = chosen
        self.refresh()

    def set_shared(self, *, is_shared: bool) -> None:
        """Say whether others see the screen: then labels stand for persons and organizations."""
        self._cells.is_shared = is_shared
        self._refresh_all()

    @qt_override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = RowOrder(column, order is Qt.SortOrder.DescendingOrder)
        self.refresh()

    def get_row_at(self, index: AnyIndex) -> TableRow | None:
        """The row that is shown there."""
        return self._visible[index.row()] if index.isValid() else None

    def get_selected_icon(self, index: AnyIndex) -> QIcon:
        """The icon of a row that is selected."""
        return self._cells.get_icon(self._visible[index.row()], is_selected=True)

    def find_index(self, number: int) -> QModelIndex:
        """Where the row of this number is shown; an invalid index where it is not."""
        for place, row in enumerate(self._visible):
            if row.number == number:
                return self.index(place, 0)
        return QModelIndex()

    def list_answers(self, numbers: frozenset[int] | None, *, is_personal: bool) -> list[QueueRow]:
        """The rows with an answer, as sorted and filtered, of these numbers, else all.

        With personal data only where ``is_personal``, and never where others see the screen.
        """
        is_redacted = self._cells.is_shared or not is_personal
        every = (
            row.get_answer(is_shared=is_redacted)
            for row in self._visible
            if numbers is None or row.number in numbers
        )
        return [row for row in every if row is not None]

    @qt_override
    def rowCount(self, parent: AnyIndex = _INVALID_INDEX) -> int:
        return 0 if parent.isValid() else len(self._visible)

    @qt_override
    def columnCount(self, parent: AnyIndex = _INVALID_INDEX) -> int:
        return 0 if parent.isValid() else COLUMN_COUNT

    @qt_override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  # Qt's own signature
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return list_headers()[section]
        return None

    @qt_override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own signature
        row, column, cells = self._visible[index.row()], index.column(), self._cells
        answer: Any = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                answer = cells.get_text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                answer = cells.get_spoken_text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                answer = to_tooltip_text(cells.get_text(row, column))
            case Qt.ItemDataRole.DecorationRole if column == VERDICT_COLUMN:
                answer = cells.get_icon(row)
            case Qt.ItemDataRole.ForegroundRole:
                answer = cells.get_colour(row, column)
            case Qt.ItemDataRole.BackgroundRole:
                answer = cells.get_background(row)
            case _:
                pass  # the view takes its own default
        return answer

    def _select_rows(self) -> list[TableRow]:
        return select_rows(self._rows, self._filter, self._order, is_shared=self._cells.is_shared)

    @Slot()
    def _refresh_all(self) -> None:
        """Each row may look another way."""
        self._changed = {row.number for row in self._rows}
        self.refresh()
