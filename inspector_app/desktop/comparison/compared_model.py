"""Qt item model over a compared tree: the field, both values, and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import join_facts, render_text, translate
from inspector_app.desktop.widgets.plain_text import to_plain_text, to_tooltip_text
from inspector_app.session.comparison.compared_tree import ComparedNode
from inspector_app.session.comparison.value_pairs import Difference
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.path import Path
    from inspector_app.session.presentation.outline import Node
    from inspector_app.session.presentation.outline_search import RowPath
    from inspector_app.session.time_format import TimeContext

AnyIndex = QModelIndex | QPersistentModelIndex

FIELD_COLUMN: Final = 0
A_COLUMN: Final = 1
B_COLUMN: Final = 2
MEANING_COLUMN: Final = 3
CHANGED_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""Whether a cell is tinted: the value of B, where it is another one than that of A."""

_COLUMN_COUNT: Final = 4
_MAX_CELL_LENGTH: Final = 24
_INVALID_INDEX: Final = QModelIndex()
_EMPTY: Final = ComparedNode("", Difference.SAME)


class _Item:
    """A node with its parent and row; caches the children and rows that were asked for."""

    __slots__ = ("children", "node", "number", "parent", "rows")

    def __init__(self, node: ComparedNode, number: int, parent: _Item | None) -> None:
        self.node = node
        self.number = number
        self.parent = parent
        self.children: dict[int, _Item] = {}
        self.rows: tuple[Node | None, Node | None] | None = None

    def get_rows(self) -> tuple[Node | None, Node | None]:
        if self.rows is None:
            self.rows = (self.node.a, self.node.b)
        return self.rows

    def get_child(self, number: int) -> _Item:
        row = self.children.get(number)
        if row is None:
            row = self.children[number] = _Item(self.node.get_child(number), number, self)
        return row

    def release(self) -> None:
        children, self.children = self.children, {}
        for child in children.values():
            child.release()


class ComparedModel(QAbstractItemModel):
    """Columns Field, A, B and Meaning over an immutable tree."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._root = _Item(_EMPTY, 0, None)
        self._view: TimeContext | None = None

    def set_tree(self, root: ComparedNode, view: TimeContext | None) -> None:
        """Show another tree, with times relative to ``view``."""
        self.beginResetModel()
        before, self._root = self._root, _Item(root, 0, None)
        self._view = view
        self.endResetModel()
        before.release()

    def clear(self) -> None:
        """Show nothing: what was shown may name a person."""
        self.set_tree(_EMPTY, None)

    @property
    def root(self) -> ComparedNode:
        """The root of the tree that is shown."""
        return self._root.node

    @property
    def time_context(self) -> TimeContext | None:
        """By what times are shown; None where no tree is."""
        return self._view

    def get_index_at(self, row_path: RowPath) -> QModelIndex:
        """The index with these row numbers from the root."""
        index = QModelIndex()
        for row in row_path:
            index = self.index(row, 0, index)
        return index

    def get_node(self, index: AnyIndex) -> ComparedNode:
        """The node of a row; the root for an invalid index."""
        return self._get_item(index).node

    def find_index(self, path: Path) -> QModelIndex:
        """The index of the row with that path on either side; an invalid one if there is none."""
        return self._find_below(self._root, path) or QModelIndex()

    @qt_override
    def rowCount(self, parent: AnyIndex = _INVALID_INDEX) -> int:
        return 0 if parent.column() > 0 else self._get_item(parent).node.child_count

    @qt_override
    def columnCount(self, parent: AnyIndex = _INVALID_INDEX) -> int:
        del parent
        return _COLUMN_COUNT

    @qt_override
    def hasChildren(self, parent: AnyIndex = _INVALID_INDEX) -> bool:
        return self.rowCount(parent) > 0

    @qt_override
    def index(self, row: int, column: int, parent: AnyIndex = _INVALID_INDEX) -> QModelIndex:
        above = self._get_item(parent)
        if not (0 <= row < above.node.child_count and 0 <= column < _COLUMN_COUNT):
            return QModelIndex()
        return self.createIndex(row, column, above.get_child(row))

    @qt_override
    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]  # QObject's too
        above = self._get_item(index).parent
        if above is None or above.parent is None:
            return QModelIndex()
        return self.createIndex(above.number, 0, above)

    @qt_override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  # Qt's own signature
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (translate("Field"), "A", "B", translate("Meaning"))[section]
        return None

    @qt_override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own signature
        item, column = self._get_item(index), index.column()
        node = item.node
        answer: Any = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                answer = self._get_cell(item, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                answer = self._get_spoken(item, column)
            case Qt.ItemDataRole.ToolTipRole:
                words = self._get_cell(item, column)
                answer = to_tooltip_text(words) if len(words) > _MAX_CELL_LENGTH else None
            case Qt.ItemDataRole.DecorationRole if column == FIELD_COLUMN and node.icon:
                answer = self._theme.get_entry_icon(node.icon)
            case Qt.ItemDataRole.FontRole if column == FIELD_COLUMN and node.is_group:
                answer = QFont()
                answer.setWeight(QFont.Weight.DemiBold)
            case _ if role == CHANGED_ROLE:
                is_leaf = not node.child_count and not node.is_group
                answer = column == B_COLUMN and is_leaf and node.difference is Difference.CHANGED
            case _:
                pass  # the view takes its own default
        return answer

    def _get_cell(self, item: _Item, column: int) -> str:
        node = item.node
        match column:
            case 0:
                label = node.label
                return to_plain_text(render_text(label) if isinstance(label, Text) else label)
            case 1 if node.caption.template:
                return render_text(node.caption)
            case 1 | 2:
                return _get_value(item.get_rows()[column - 1], node)
            case _:
                return self._describe(item)

    def _describe(self, item: _Item) -> str:
        """What the values mean: both where they mean two things."""
        if self._view is None or item.node.is_group:
            return ""
        view = self._view
        meanings = [
            render_text(one.format_meaning(view)) for one in item.get_rows() if one is not None
        ]
        different = list(dict.fromkeys(one for one in meanings if one))
        if len(different) > 1:
            return to_plain_text(translate("{a} and {b}", a=different[0], b=different[1]))
        return to_plain_text(different[0]) if different else ""

    def _get_spoken(self, item: _Item, column: int) -> str:
        """A cell as it is spoken: the first one tells the whole row."""
        if column != FIELD_COLUMN:
            return self._get_cell(item, column)
        field = self._get_cell(item, FIELD_COLUMN)
        if item.node.is_group:
            return join_facts((field, self._get_cell(item, A_COLUMN)))
        is_changed = item.node.difference is Difference.CHANGED
        parts = (
            field,
            translate("changed") if is_changed else "",
            translate("A: {value}", value=self._get_cell(item, A_COLUMN)),
            translate("B: {value}", value=self._get_cell(item, B_COLUMN)),
            self._get_cell(item, MEANING_COLUMN),
        )
        return join_facts(parts)

    def _get_item(self, index: AnyIndex) -> _Item:
        if not index.isValid():
            return self._root
        item: _Item = index.internalPointer()
        return item

    def _find_below(self, parent: _Item, path: Path) -> QModelIndex | None:
        for number in range(parent.node.child_count):
            row = parent.get_child(number)
            own = {one.path for one in row.get_rows() if one is not None}
            if path in own:
                return self.createIndex(number, 0, row)
            is_above = row.node.is_group or any(
                one is not None and path[: len(one)] == one for one in own
            )
            if is_above:
                found = self._find_below(row, path)
                if found is not None:
                    return found
        return None


def _get_value(value: Node | None, node: ComparedNode) -> str:
    if value is None:
        return "" if node.is_group or node.child_count else "–"
    return to_plain_text(value.render_value(render_text))
