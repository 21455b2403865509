"""Qt list model over the entries of the history that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from inspector_app.desktop.history.entry_texts import describe_entry, describe_entry_at_length
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.plain_text import to_tooltip_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from inspector_app.history.entry import HistoryEntry

AnyIndex = QModelIndex | QPersistentModelIndex


class HistoryModel(QStringListModel):
    """The entries, newest first; on a shared screen by their labels alone.

    Its rows are those of a list of empty texts: Qt asks for their number ten thousand times where
    it places as many, which takes 60 ms if Python answers.
    """

    def __init__(self, get_zone: Callable[[], tzinfo], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[HistoryEntry, ...] = ()
        self._rows: dict[int, int] = {}
        self.is_shared = False
        self._get_zone = get_zone

    def set_entries(self, entries: tuple[HistoryEntry, ...], *, is_shared: bool) -> None:
        """Show these entries."""
        self.entries = entries
        self._rows = {one.number: row for row, one in enumerate(entries)}
        self.is_shared = is_shared
        self.setStringList([""] * len(entries))

    def find_row(self, number: int) -> int | None:
        """The row of an entry; None where it is not shown."""
        return self._rows.get(number)

    def get_entry(self, index: AnyIndex) -> HistoryEntry | None:
        """The entry of a row; None for an invalid index."""
        row = index.row()
        return self.entries[row] if 0 <= row < len(self.entries) else None

    @qt_override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own signature
        entry = self.get_entry(index)
        if entry is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return describe_entry(entry, is_shared=self.is_shared)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = describe_entry_at_length(entry, self._get_zone(), is_shared=self.is_shared)
            return to_tooltip_text(words)
        return None
