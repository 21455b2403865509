"""Tree view of an outline: three columns, expanded groups, extended selection."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from inspector_app.desktop.answer.copy_menu import (
    ROW_ACTIONS,
    fill_copy_menu,
    filter_actions,
)
from inspector_app.desktop.answer.outline_model import (
    FIELD_COLUMN,
    VALUE_COLUMN,
    OutlineModel,
)
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.menu import create_context_menu
from inspector_app.desktop.widgets.menu_place import find_menu_place
from inspector_app.desktop.widgets.reading_direction import isolate_direction
from inspector_app.desktop.widgets.row_choice import choose_row
from inspector_app.desktop.widgets.row_focus import draw_row_focus
from inspector_app.desktop.widgets.tree_chevron import draw_chevron

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QItemSelection, QLocale
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent, QShowEvent

    from inspector_app.desktop.actions import ActionCollection, ActionId
    from inspector_app.desktop.answer.outline_model import AnyIndex
    from inspector_app.desktop.theme.spacing import Spacing
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.path import Path
    from inspector_app.session.presentation.outline import Node
    from inspector_app.session.presentation.outline_search import RowPath
    from inspector_app.session.time_format import TimeContext

_ROW_HEIGHT: Final = 24
_MAX_EXPANDED_CHILDREN: Final = 50
"""Maximum number of children of a group that is expanded from the start."""
_MAX_COLUMN_RATIOS: Final[Mapping[int, float]] = MappingProxyType(
    {FIELD_COLUMN: 0.34, VALUE_COLUMN: 0.44}
)
"""Maximum fraction of the width for columns with long names and values."""

_MEASURED: Final = 100
"""Rows by which a column is as wide as it is: each time, a thousand took 25 ms."""

_MAX_HEAD: Final = 1.5
"""How much wider than usual a column gets for the words of its head."""


class RowDelegate(QStyledItemDelegate):
    """Item delegate with one row height for any content, and a width that is cheap to ask for.

    Qt's own asks the model nine times for each cell, which is most of what a new answer costs.
    """

    def __init__(self, spacing: Spacing, parent: QTreeView) -> None:
        super().__init__(parent)
        self._spacing = spacing

    @qt_override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = option.widget
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
        metrics, width = view.fontMetrics(), 2 * margin + 1
        model = index.model()
        if index.column() == FIELD_COLUMN:
            font = model.data(index, Qt.ItemDataRole.FontRole)
            if font is not None:
                metrics = QFontMetrics(font)
            if model.data(index, Qt.ItemDataRole.DecorationRole) is not None:
                width += option.decorationSize.width() + 2 * margin
        width += metrics.horizontalAdvance(model.data(index, Qt.ItemDataRole.DisplayRole))
        return QSize(width, self._spacing.to_pixels(_ROW_HEIGHT))

    @qt_override
    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:  # noqa: ANN401  # Qt's own signature
        return isolate_direction(super().displayText(value, locale))


class OutlineView(QTreeView):
    """Shows an outline; ``selected`` carries the current node, or None."""

    selected = Signal(object)
    model_class: ClassVar[type[OutlineModel]] = OutlineModel
    column_ratios: ClassVar[Mapping[int, float]] = MappingProxyType(
        {FIELD_COLUMN: 0.26, VALUE_COLUMN: 0.28}
    )

    def __init__(
        self,
        theme: Theme,
        actions: ActionCollection,
        time_context: TimeContext,
        menu_action_ids: tuple[ActionId, ...] = ROW_ACTIONS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._menu_action_ids = menu_action_ids
        self._is_resizing_columns = self._is_sized_by_user = False
        self._theme = theme
        self._to_pixels = theme.spacing.to_pixels
        self.outline_model = self.model_class(theme, time_context, self)
        self.setModel(self.outline_model)
        follow_text_colour(self, theme)
        self.setItemDelegate(RowDelegate(theme.spacing, self))
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(self._to_pixels(18))
        self.setIconSize(QSize(self._to_pixels(16), self._to_pixels(16)))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(translate("The answer"))
        header = self.header()
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(self._to_pixels(80))
        header.setResizeContentsPrecision(_MEASURED)
        header.sectionResized.connect(self._on_column_resized)
        actions.attach_to(self, menu_action_ids)

    def show_outline(self, root: Node, time_context: TimeContext) -> None:
        """Show another outline with its groups expanded, but for those that begin folded."""
        self.outline_model.set_outline(root, time_context)
        for row in range(self.outline_model.rowCount()):
            group = self.outline_model.index(row, 0)
            is_folded = self.outline_model.get_node(group).is_folded
            if not is_folded and self.outline_model.rowCount(group) <= _MAX_EXPANDED_CHILDREN:
                self.expand(group)
        self.scrollToTop()
        if self.isVisible():  # else they are resized when it is shown
            self._resize_columns()
        self.selected.emit(None)

    def discard_outline(self) -> None:
        """Drop all that is shown, which may hold a credential."""
        from inspector_app.session.presentation.outline import Node

        self.show_outline(Node(""), self.outline_model.time_context)

    def get_current_node(self) -> Node | None:
        """The node of the current row: of several selected ones, the last."""
        index = self.currentIndex()
        return self.outline_model.get_node(index) if index.isValid() else None

    def get_selected_nodes(self) -> tuple[Node, ...]:
        """The nodes of all selected rows, from top to bottom."""
        rows = self.selectionModel().selectedRows(FIELD_COLUMN)
        return tuple(
            self.outline_model.get_node(index)
            for index in sorted(rows, key=self.outline_model.get_row_path)
        )

    def select_path(self, path: Path) -> None:
        """Select the row with that path and scroll to it."""
        index = self.outline_model.find_index(path)
        if index.isValid():
            choose_row(self, index)
            self.scrollTo(index)
            self.setFocus()

    def select_row(self, row_path: RowPath) -> None:
        """Select the row with these row numbers and scroll to it; the focus stays."""
        index = self.outline_model.get_index_at(row_path)
        if index.isValid():
            choose_row(self, index)
            self.scrollTo(index)

    @qt_override
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().drawRow(painter, options, index)
        draw_row_focus(self, self._theme, painter, options, index)

    @qt_override
    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        draw_chevron(self, self._theme, painter, rect, index)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Asterisk:
            # Qt would expand everything below: 100,000 rows at once block the window for seconds.
            self.expand(self.currentIndex())
            return
        super().keyPressEvent(event)

    @qt_override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selected.emit(self.get_current_node())

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._resize_columns()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._resize_columns()
        row = self.visualRect(self.currentIndex())
        if event.size().height() < row.bottom() <= event.oldSize().height():
            self.scrollTo(self.currentIndex())  # where the keys are stays in sight

    def _resize_columns(self) -> None:
        """Resize each column to its ratio, or more for long content, up to its maximum."""
        if self._is_sized_by_user:
            return
        self._is_resizing_columns = True
        width = self.viewport().width()
        for column, share in self.column_ratios.items():
            wanted = self.sizeHintForColumn(column)  # of the visible rows, and some around them
            room = round(width * _MAX_COLUMN_RATIOS.get(column, share))
            head = min(self.header().sectionSizeHint(column), round(width * share * _MAX_HEAD))
            self.setColumnWidth(column, max(round(width * share), min(wanted, room), head))
        self._is_resizing_columns = False

    def _on_column_resized(self, column: int) -> None:
        """Keep the widths that the user set; the last column takes the remaining width."""
        is_last = column == self.outline_model.column_count - 1
        if not is_last and not self._is_resizing_columns:
            self._is_sized_by_user = True

    @qt_override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row below the mouse, or by keyboard of the current one."""
        found = find_menu_place(self, event)
        if found is not None:
            self._show_context_menu(found[1])

    def _show_context_menu(self, position: QPoint) -> None:
        menu = create_context_menu(self)
        fill_copy_menu(
            menu,
            filter_actions(self.get_selected_nodes(), self._menu_action_ids),
            self._actions.get_menu_entry,
        )
        menu.open_at(self.viewport().mapToGlobal(position))
