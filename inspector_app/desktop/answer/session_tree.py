"""Tree view of an outline: three columns, expanded groups, extended selection."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from inspector_app.desktop.answer.outline_model import FIELD, MEANING, VALUE, OutlineModel
from inspector_app.desktop.export.copy_menu import ABOUT_A_ROW, copy_menu, fill, fitting
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from inspector_app.desktop.actions import Actions, Do
    from inspector_app.desktop.answer.outline_model import AnyIndex
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.session.moment import TimeContext
    from inspector_app.session.path import Path
    from inspector_app.session.telling.outline import Node
    from inspector_app.session.telling.outline_search import RowPath

_OPEN_UP_TO: Final = 50
"""Maximum number of children of a group that is expanded from the start."""
_MOST_OF_WIDTH: Final[Mapping[int, float]] = MappingProxyType({FIELD: 0.34, VALUE: 0.44})
"""Maximum fraction of the width for columns with long names and values."""


class RowCell(QStyledItemDelegate):
    """Item delegate with one row height for any content."""

    def __init__(self, height: int, parent: QTreeView) -> None:
        super().__init__(parent)
        self._height = height

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._height)


class SessionTree(QTreeView):
    """Shows an outline; ``selected`` carries the current node, or None."""

    selected = Signal(object)
    shares: ClassVar[Mapping[int, float]] = MappingProxyType({FIELD: 0.26, VALUE: 0.28})

    def __init__(
        self,
        appearance: Appearance,
        actions: Actions,
        view: TimeContext,
        offered: tuple[Do, ...] = ABOUT_A_ROW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._offered = offered
        self._is_sizing = self._sized_by_hand = False
        self._px = appearance.rhythm.px
        self.outline_model = OutlineModel(appearance, view, self)
        self.setModel(self.outline_model)
        self.setItemDelegate(RowCell(self._px(26), self))
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(self._px(18))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(say("The answer"))
        header = self.header()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(self._px(80))
        header.sectionResized.connect(self._column_resized)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_menu)
        actions.live_in(self, offered)

    def show_outline(self, root: Node, view: TimeContext) -> None:
        """Show another outline with its groups expanded."""
        self.outline_model.show(root, view)
        for row in range(self.outline_model.rowCount()):
            group = self.outline_model.index(row, 0)
            if self.outline_model.rowCount(group) <= _OPEN_UP_TO:
                self.expand(group)
        self.scrollToTop()
        self._share_width()
        self.selected.emit(None)

    def chosen(self) -> Node | None:
        """The node of the current row: of several selected ones, the last."""
        index = self.currentIndex()
        return self.outline_model.node(index) if index.isValid() else None

    def all_chosen(self) -> tuple[Node, ...]:
        """The nodes of all selected rows, from top to bottom."""
        rows = self.selectionModel().selectedRows(FIELD)
        return tuple(
            self.outline_model.node(index) for index in sorted(rows, key=self.outline_model.way)
        )

    def go_to(self, path: Path) -> None:
        """Select the row with that path and scroll to it."""
        index = self.outline_model.index_of(path)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.setFocus()

    def show_row(self, way: RowPath) -> None:
        """Select the row with these row numbers and scroll to it; the focus stays."""
        index = self.outline_model.index_at(way)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Asterisk:
            # Qt would expand everything below: 100,000 rows at once block the window for seconds.
            self.expand(self.currentIndex())
            return
        super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selected.emit(self.chosen())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Resize each column to its ratio, or more for long content, up to its maximum."""
        if self._sized_by_hand:
            return
        self._is_sizing = True
        width = self.viewport().width()
        for column, share in self.shares.items():
            wanted = self.sizeHintForColumn(column)  # of the visible rows
            room = round(width * _MOST_OF_WIDTH[column])
            self.setColumnWidth(column, max(round(width * share), min(wanted, room)))
        self._is_sizing = False

    def _column_resized(self, column: int) -> None:
        """Keep the widths that the user set; the last column takes the remaining width."""
        if column != MEANING and not self._is_sizing:
            self._sized_by_hand = True

    def _offer_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if not index.isValid():
            return
        menu = copy_menu(self)
        fill(menu, fitting(self.all_chosen(), self._offered), self._actions.__getitem__)
        menu.popup(self.viewport().mapToGlobal(where))
