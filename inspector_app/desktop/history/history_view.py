"""The list of the history: keys step through it, typing filters, Space marks one to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from inspector_app.desktop.history.entry_delegate import EntryDelegate
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.menu_place import find_menu_place

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent

    from inspector_app.desktop.history.history_model import HistoryModel
    from inspector_app.desktop.theme.theme import Theme

_BATCH_SIZE = 200
"""Rows that are laid out in one go: ten thousand would hold the window up."""


class HistoryView(QListView):
    """``chosen`` carries the number of the entry to show, as soon as its row is the current one.

    ``entered``: Enter was pressed, the shown answer is wanted; ``marked`` carries the number of the
    entry to compare with; ``typed`` a text for the filter; ``menu_requested`` an entry's number and
    the place on the screen.
    """

    chosen = Signal(int)
    entered = Signal()
    marked = Signal(int)
    typed = Signal(str)
    menu_requested = Signal(int, object)

    def __init__(self, theme: Theme, model: HistoryModel) -> None:
        super().__init__()
        self._history_model = model
        self._is_updating = False
        self.delegate = EntryDelegate(theme, model, self)
        self.setProperty("look", "history")
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH_SIZE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("History"))

    def set_compact(self, *, is_compact: bool) -> None:
        """Show icons alone, none of them cut at the top, or two lines for each entry."""
        self.delegate.is_compact = is_compact
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if is_compact
            else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self.setVerticalScrollMode(
            QAbstractItemView.ScrollMode.ScrollPerItem
            if is_compact
            else QAbstractItemView.ScrollMode.ScrollPerPixel
        )
        self.scheduleDelayedItemsLayout()

    def show_current(self, number: int | None) -> None:
        """Make an entry's row the current one, without choosing it."""
        before, self.delegate.shown_number = self.delegate.shown_number, number
        row = None if number is None else self._history_model.find_row(number)
        self._is_updating = True
        selection = self.selectionModel()
        if row is None:
            selection.clear()
            if before is not None:
                self.scrollToTop()  # where whatever comes next is
        else:
            index = self._history_model.index(row)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self._is_updating = False
        for changed in {before, number}:
            self._update_row(changed)

    def _update_row(self, number: int | None) -> None:
        """Paint an entry's row anew: to paint all of them takes longer than to show an answer."""
        row = None if number is None else self._history_model.find_row(number)
        if row is not None:
            self.update(self._history_model.index(row))

    @qt_override
    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]  # Qt hands over the values
        super().currentChanged(current, previous)
        entry = self._history_model.get_entry(current)
        if entry is not None and not self._is_updating:
            self.chosen.emit(entry.number)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self._history_model.get_entry(self.currentIndex())
        is_plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and is_plain:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Space and entry is not None:
            self.marked.emit(entry.number)
        elif is_plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @qt_override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        found = find_menu_place(self, event)
        entry = None if found is None else self._history_model.get_entry(found[0])
        if found is not None and entry is not None:
            self.menu_requested.emit(entry.number, self.viewport().mapToGlobal(found[1]))
