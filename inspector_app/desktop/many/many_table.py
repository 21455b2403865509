"""The table of a queue: sorted by its headings or by keys, copied row by row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
)

from inspector_app.desktop.answer.outline_view import RowDelegate
from inspector_app.desktop.many.many_cells import list_headers
from inspector_app.desktop.many.many_model import AnyIndex, ManyModel
from inspector_app.desktop.many.many_rows import (
    NUMBER_COLUMN,
    ORGANIZATION_COLUMN,
    USER_COLUMN,
    VERDICT_COLUMN,
    EntryState,
)
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.enter_key import is_plain_enter
from inspector_app.desktop.widgets.menu import create_context_menu
from inspector_app.desktop.widgets.menu_place import find_menu_place
from inspector_app.desktop.widgets.plain_text import to_menu_text
from inspector_app.desktop.widgets.row_choice import choose_row
from inspector_app.desktop.widgets.row_focus import draw_row_focus
from inspector_app.desktop.widgets.sort_header import SortHeader

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent

    from inspector_app.desktop.theme.theme import Theme

_WIDTHS: Final = (48, 280, 124, 152, 112, 80, 108)
"""Pixels at 100 %, or what the heading needs: all of them in the smallest window."""

_FLEXIBLE: Final = (VERDICT_COLUMN, USER_COLUMN, ORGANIZATION_COLUMN)
"""Columns that give up width where there is too little, down to half of it."""


class _ManyDelegate(RowDelegate):
    """Icons of a selected row are as light as its words."""

    @qt_override
    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected and index.column() == VERDICT_COLUMN and isinstance(model, ManyModel):
            option.icon = model.get_selected_icon(index)


class ManyTable(QTreeView):
    """``opened`` carries the number of a row with an answer; ``copy_requested`` some numbers."""

    opened = Signal(int)
    copy_requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.spacing.to_pixels
        self.many_model = ManyModel(theme, self)
        self.setModel(self.many_model)
        self.setItemDelegate(_ManyDelegate(theme.spacing, self))
        self.setAccessibleName(translate("The tokens of the queue"))
        self.setIndentation(px(14))
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setItemsExpandable(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self._sort_header = SortHeader(theme, self)
        self.setHeader(header)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setStretchLastSection(True)
        header.setResizeContentsPrecision(0)  # what is in sight: a thousand rows take 0.1 s
        self.setSortingEnabled(True)
        self.sortByColumn(NUMBER_COLUMN, Qt.SortOrder.AscendingOrder)
        self._spacing = theme.spacing
        self._is_fitting = self._is_sized_by_user = False
        header.sectionResized.connect(self._on_section_resized)
        self.doubleClicked.connect(self._open_current)
        self.many_model.modelReset.connect(self._fit_columns)
        self._kept_number = 0
        self.many_model.modelAboutToBeReset.connect(self._keep_current)
        self.many_model.modelReset.connect(self._restore_current)

    @qt_override
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().drawRow(painter, options, index)
        draw_row_focus(self, self._theme, painter, options, index)

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give each column its width, and all of them no more than there is."""
        if self._is_sized_by_user:
            return
        widths = [self._measure_column(column) for column in range(len(_WIDTHS))]
        missing = sum(widths) - self.viewport().width()
        flexible = sum(widths[column] for column in _FLEXIBLE)
        share = min(0.5, max(0.0, missing / flexible))
        self._is_fitting = True
        for column, width in enumerate(widths):
            given = share if column in _FLEXIBLE else 0.0
            self.setColumnWidth(column, int(width * (1 - given)))
        self._is_fitting = False

    def _measure_column(self, column: int) -> int:
        """The usual width, or what the heading needs, and what is seen in a column of numbers."""
        usual = self._spacing.to_pixels(_WIDTHS[column])
        seen = 0 if column in _FLEXIBLE else self.sizeHintForColumn(column)
        return max(usual, self._sort_header.measure_section(column), seen)

    def _on_section_resized(self, column: int) -> None:
        """Keep the widths that the user set; the last column takes what is left."""
        if not self._is_fitting and column < len(_WIDTHS) - 1:
            self._is_sized_by_user = True

    def select_number(self, number: int) -> None:
        """Select the row of that number, and scroll to it."""
        index = self.many_model.find_index(number)
        if index.isValid():
            choose_row(self, index)
            self.scrollTo(index)

    def get_selected_numbers(self) -> frozenset[int]:
        """The numbers of the selected rows."""
        rows = (self.many_model.get_row_at(one) for one in self.selectionModel().selectedRows())
        return frozenset(row.number for row in rows if row is not None)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the answer of a row, the key that copies copies the chosen ones."""
        if is_plain_enter(event):
            self._open_current()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(self.get_selected_numbers())
        else:
            super().keyPressEvent(event)

    def _keep_current(self) -> None:
        row = self.many_model.get_row_at(self.currentIndex())
        self._kept_number = self._kept_number if row is None else row.number

    def _restore_current(self) -> None:
        """Choose the row again that was chosen before rows came or went, if it is shown."""
        self.select_number(self._kept_number)

    def _open_current(self, _index: object = None) -> None:
        row = self.many_model.get_row_at(self.currentIndex())
        if row is not None and row.state is EntryState.DONE:
            self.opened.emit(row.number)

    @qt_override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        found = find_menu_place(self, event)
        if found is not None:
            self._show_menu(found[1])

    def _show_menu(self, place: QPoint) -> None:
        menu = create_context_menu(self)
        row = self.many_model.get_row_at(self.currentIndex())
        opening = QAction(translate("Open the answer"), menu)
        opening.setEnabled(row is not None and row.state is EntryState.DONE)
        opening.triggered.connect(self._open_current)
        copying = QAction(translate("Copy these rows"), menu)
        copying.triggered.connect(lambda: self.copy_requested.emit(self.get_selected_numbers()))
        menu.addActions([opening, copying])
        sorting = menu.add_submenu(translate("Sort by"))
        for column, words in enumerate(list_headers()):
            entry = QAction(to_menu_text(words), sorting)
            entry.triggered.connect(partial(self._sort_by, column))
            sorting.addAction(entry)
        menu.open_at(self.viewport().mapToGlobal(place))

    def _sort_by(self, column: int, _checked: object = None) -> None:
        """By this column; where it is that already, the other way round."""
        header = self.header()
        is_ascending = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        is_again = header.sortIndicatorSection() == column and is_ascending
        order = Qt.SortOrder.DescendingOrder if is_again else Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, order)
