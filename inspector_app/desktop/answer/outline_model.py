"""Qt item model over the outline: rows by number in constant time, created lazily."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QColor, QFont

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import join_facts, render_text, translate
from inspector_app.desktop.widgets.plain_text import to_plain_text, to_tooltip_text
from inspector_app.session.presentation.outline import NodeKind
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.path import Path
    from inspector_app.session.presentation.outline import Node
    from inspector_app.session.presentation.outline_search import RowPath
    from inspector_app.session.time_format import TimeContext

AnyIndex = QModelIndex | QPersistentModelIndex

FIELD_COLUMN: Final = 0
VALUE_COLUMN: Final = 1
MEANING_COLUMN: Final = 2
_BOLD_KINDS: Final = frozenset({NodeKind.GROUP, NodeKind.UNSET})
_MAX_CELL_LENGTH: Final = 32
"""Characters above which the tooltip repeats a cell, because it may be elided."""

_INVALID_INDEX: Final = QModelIndex()


class _TreeItem:
    """A node with its parent and row number; caches the child items that were requested.

    ``meaning`` is what was shown of it last, None where nobody has looked yet.
    """

    __slots__ = ("children", "meaning", "node", "number", "parent")

    def __init__(self, node: Node, number: int, parent: _TreeItem | None) -> None:
        self.node = node
        self.number = number
        self.parent = parent
        self.children: dict[int, _TreeItem] = {}
        self.meaning: str | None = None

    def get_child(self, number: int) -> _TreeItem:
        row = self.children.get(number)
        if row is None:
            row = _TreeItem(self.node.get_child(number), number, self)
            self.children[number] = row
        return row

    def release(self) -> None:
        """Let go of all cached items, which refer to their parents: the answer is in the cycle."""
        children, self.children = self.children, {}
        for child in children.values():
            child.release()


class OutlineModel(QAbstractItemModel):
    """Columns Field, Value and Meaning over an immutable tree of nodes."""

    column_count: ClassVar[int] = 3

    def __init__(
        self, theme: Theme, time_context: TimeContext, parent: QObject | None = None
    ) -> None:
        from inspector_app.session.presentation.outline import Node

        super().__init__(parent)
        self._root_item = _TreeItem(Node(label=""), 0, None)
        self._theme = theme
        self.time_context = time_context
        theme.changed.connect(self._update_colours)

    def set_outline(self, root: Node, time_context: TimeContext) -> None:
        """Show another outline, with times relative to ``time_context``."""
        self.beginResetModel()
        earlier, self._root_item = self._root_item, _TreeItem(root, 0, None)
        self.time_context = time_context
        self.endResetModel()
        earlier.release()  # no index refers to it any more

    def set_time_context(self, time_context: TimeContext) -> bool:
        """Render the same instants relative to another time or zone; whether one reads otherwise.

        Rows that nobody has looked at are not asked.
        """
        self.time_context = time_context
        return self._notify_meanings_changed(self._root_item)

    def get_node(self, index: AnyIndex) -> Node:
        """The node of a row; the root node for an invalid index."""
        return self._get_item(index).node

    def render_meaning(self, node: Node) -> str:
        """The meaning of the node, rendered in the model's time context."""
        return render_text(node.format_meaning(self.time_context))

    @property
    def root(self) -> Node:
        """The root of the outline that is shown."""
        return self._root_item.node

    def get_row_path(self, index: AnyIndex) -> RowPath:
        """The row numbers from the root to a row; they sort in display order."""
        row, way = self._get_item(index), []
        while row.parent is not None:
            way.append(row.number)
            row = row.parent
        return tuple(reversed(way))

    def get_index_at(self, row_path: RowPath) -> QModelIndex:
        """The index with these row numbers from the root."""
        index = QModelIndex()
        for row in row_path:
            index = self.index(row, 0, index)
        return index

    def find_index(self, path: Path) -> QModelIndex:
        """The index of the node with that path; an invalid one if there is none."""
        return self._find_index_below(self._root_item, path) or QModelIndex()

    @qt_override
    def rowCount(self, parent: AnyIndex = _INVALID_INDEX) -> int:
        if parent.column() > 0:
            return 0
        return self._get_item(parent).node.child_count

    @qt_override
    def columnCount(self, parent: AnyIndex = _INVALID_INDEX) -> int:
        del parent
        return self.column_count

    @qt_override
    def index(self, row: int, column: int, parent: AnyIndex = _INVALID_INDEX) -> QModelIndex:
        # Written out, because hasIndex() would call Python twice more for each of 1,000 rows.
        above = self._get_item(parent)
        if not (0 <= row < above.node.child_count and 0 <= column < self.column_count):
            return QModelIndex()
        return self.createIndex(row, column, above.get_child(row))

    @qt_override
    def hasChildren(self, parent: AnyIndex = _INVALID_INDEX) -> bool:
        return self.rowCount(parent) > 0

    # QObject.parent() shares the name; of a model, only the item's parent is ever requested.
    @qt_override
    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]
        above = self._get_item(index).parent
        if above is None or above.parent is None:
            return QModelIndex()
        return self.createIndex(above.number, 0, above)

    @qt_override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  # Qt's own signature
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (translate("Field"), translate("Value"), translate("Meaning"))[section]
        return None

    @qt_override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own signature
        item, column = self._get_item(index), index.column()
        node = item.node
        answer: Any = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                answer = self._get_cell_text(node, column)
                if column == MEANING_COLUMN:
                    item.meaning = answer
            case Qt.ItemDataRole.AccessibleTextRole:
                answer = self._get_spoken_text(node, column)
            case Qt.ItemDataRole.DecorationRole if column == FIELD_COLUMN and node.icon:
                answer = self._theme.get_entry_icon(node.icon)
            case Qt.ItemDataRole.FontRole if column == FIELD_COLUMN and node.kind in _BOLD_KINDS:
                answer = _create_bold_font()
            case Qt.ItemDataRole.ToolTipRole:
                answer = self._get_tooltip(node, column)
            case Qt.ItemDataRole.ForegroundRole:
                answer = self._get_colour(node, column)
            case _:
                pass  # the view takes its own default
        return answer

    def _get_tooltip(self, node: Node, column: int) -> str | None:
        """The full text of a cell that may be elided; a field's source in the documentation."""
        if column == FIELD_COLUMN:
            return to_tooltip_text(render_text(node.source)) or None
        words = self._get_cell_text(node, column)
        return to_tooltip_text(words) if len(words) > _MAX_CELL_LENGTH else None

    @Slot()
    def _update_colours(self) -> None:
        self.layoutChanged.emit()

    def _get_spoken_text(self, node: Node, column: int) -> str:
        """A cell as it is spoken: the first one tells the whole row, since the keys stay in it."""
        if column != FIELD_COLUMN:
            return self._get_cell_text(node, column)
        return join_facts(self._get_cell_text(node, one) for one in range(self.column_count))

    def _get_cell_text(self, node: Node, column: int) -> str:
        match column:
            case 0:
                label = node.label
                return to_plain_text(render_text(label) if isinstance(label, Text) else label)
            case 1:
                return to_plain_text(node.render_value(render_text))
            case _:
                return to_plain_text(self.render_meaning(node))

    def _get_colour(self, node: Node, column: int) -> QColor | None:
        """The colour of a cell's text; none for the usual one.

        No brush: the first one has PySide make enumerations, for as long as painting an answer.
        """
        if column == MEANING_COLUMN:
            return QColor(self._theme.colours.get_severity_colour(node.severity))
        if column == VALUE_COLUMN and node.kind is NodeKind.NULL:
            return QColor(self._theme.colours.get_severity_colour(Severity.PLAIN))
        return None

    def _get_item(self, index: AnyIndex) -> _TreeItem:
        if not index.isValid():
            return self._root_item
        row: _TreeItem = index.internalPointer()
        return row

    def _notify_meanings_changed(self, parent: _TreeItem) -> bool:
        """Emit ``dataChanged`` for each row that shows an outdated time; whether any did.

        Rows that nobody has looked at show none.
        """
        has_changed = False
        for row in list(parent.children.values()):
            if row.meaning is not None:
                words = self._get_cell_text(row.node, MEANING_COLUMN)
                if words != row.meaning:
                    row.meaning, has_changed = words, True
                    cell = self.createIndex(row.number, MEANING_COLUMN, row)
                    self.dataChanged.emit(cell, cell, [Qt.ItemDataRole.DisplayRole])
            has_changed |= self._notify_meanings_changed(row)
        return has_changed

    def _find_index_below(self, parent: _TreeItem, path: Path) -> QModelIndex | None:
        from inspector_app.session.presentation.outline_lookup import list_candidate_rows

        for number in list_candidate_rows(parent.node, path):
            row = parent.get_child(number)
            own = row.node.path
            if own == path and row.node.kind is not NodeKind.RANGE:
                return self.createIndex(number, 0, row)
            is_above = own is None or path[: len(own)] == own
            if is_above:
                found = self._find_index_below(row, path)
                if found is not None:
                    return found
        return None


def _create_bold_font() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font
