"""Qt item model over the outline: rows by number in constant time, created lazily."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QBrush, QColor, QFont

from inspector_app.desktop.look.plain import escaped, plain
from inspector_app.desktop.look.words import say, shown
from inspector_app.session.severity import Severity
from inspector_app.session.telling.outline import Node, NodeKind
from inspector_app.session.wording import Text

if TYPE_CHECKING:
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.session.moment import TimeContext
    from inspector_app.session.path import Path
    from inspector_app.session.telling.outline_search import RowPath

AnyIndex = QModelIndex | QPersistentModelIndex

FIELD: Final = 0
VALUE: Final = 1
MEANING: Final = 2
_COLUMNS: Final = 3
_FITS_A_CELL: Final = 32
"""Characters above which the tooltip repeats a cell, because it may be elided."""

_NOWHERE: Final = QModelIndex()


class _Row:
    """A node with its parent and row number; caches the child items that were requested."""

    __slots__ = ("children", "node", "number", "parent")

    def __init__(self, node: Node, number: int, parent: _Row | None) -> None:
        self.node = node
        self.number = number
        self.parent = parent
        self.children: dict[int, _Row] = {}

    def child(self, number: int) -> _Row:
        row = self.children.get(number)
        if row is None:
            row = _Row(self.node.get_child(number), number, self)
            self.children[number] = row
        return row


class OutlineModel(QAbstractItemModel):
    """Columns Field, Value and Meaning over an immutable tree of nodes."""

    def __init__(
        self, appearance: Appearance, view: TimeContext, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._root = _Row(Node(label=""), 0, None)
        self._appearance = appearance
        self.view = view
        appearance.changed.connect(self._recolour)

    def show(self, root: Node, view: TimeContext) -> None:
        """Show another outline, with times relative to ``time_context``."""
        self.beginResetModel()
        self._root = _Row(root, 0, None)
        self.view = view
        self.endResetModel()

    def look_from(self, view: TimeContext) -> None:
        """Render the same instants relative to another time or time zone."""
        self.view = view
        self._meanings_changed(self._root)

    def node(self, index: AnyIndex) -> Node:
        """The node of a row; the root node for an invalid index."""
        return self._row(index).node

    def meaning(self, node: Node) -> str:
        """The meaning of the node, rendered in the model's time context."""
        return shown(node.format_meaning(self.view))

    @property
    def root(self) -> Node:
        """The root of the outline that is shown."""
        return self._root.node

    def way(self, index: AnyIndex) -> RowPath:
        """The row numbers from the root to a row; they sort in display order."""
        row, way = self._row(index), []
        while row.parent is not None:
            way.append(row.number)
            row = row.parent
        return tuple(reversed(way))

    def index_at(self, way: RowPath) -> QModelIndex:
        """The index with these row numbers from the root."""
        index = QModelIndex()
        for row in way:
            index = self.index(row, 0, index)
        return index

    def index_of(self, path: Path) -> QModelIndex:
        """The index of the node with that path; an invalid one if there is none."""
        return self._find(self._root, path) or QModelIndex()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        if parent.column() > 0:
            return 0
        return self._row(parent).node.child_count

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        del parent
        return _COLUMNS

    def index(self, row: int, column: int, parent: AnyIndex = _NOWHERE) -> QModelIndex:
        # Written out, because hasIndex() would call Python twice more for each of 1,000 rows.
        above = self._row(parent)
        if not (0 <= row < above.node.child_count and 0 <= column < _COLUMNS):
            return QModelIndex()
        return self.createIndex(row, column, above.child(row))

    def hasChildren(self, parent: AnyIndex = _NOWHERE) -> bool:
        return self.rowCount(parent) > 0

    # QObject.parent() shares the name; of a model, only the item's parent is ever requested.
    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]
        above = self._row(index).parent
        if above is None or above.parent is None:
            return QModelIndex()
        return self.createIndex(above.number, 0, above)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  # Qt's own signature
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (say("Field"), say("Value"), say("Meaning"))[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own signature
        node, column = self._row(index).node, index.column()
        answer: Any = None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                answer = self._words(node, column)
            case Qt.ItemDataRole.DecorationRole if column == FIELD and node.icon:
                answer = self._appearance.icon(node.icon)
            case Qt.ItemDataRole.FontRole if column == FIELD and node.kind is NodeKind.GROUP:
                answer = _bold()
            case Qt.ItemDataRole.ToolTipRole:
                answer = self._tooltip(node, column)
            case Qt.ItemDataRole.ForegroundRole:
                answer = self._brush(node, column)
        return answer

    def _tooltip(self, node: Node, column: int) -> str | None:
        """The full text of a cell that may be elided; a field's source in the documentation."""
        if column == FIELD:
            return escaped(shown(node.source)) or None
        words = self._words(node, column)
        return escaped(words) if len(words) > _FITS_A_CELL else None

    @Slot()
    def _recolour(self) -> None:
        self.layoutChanged.emit()

    def _words(self, node: Node, column: int) -> str:
        match column:
            case 0:
                label = node.label
                return plain(shown(label) if isinstance(label, Text) else label)
            case 1:
                return plain(node.value)
            case _:
                return plain(self.meaning(node))

    def _brush(self, node: Node, column: int) -> QBrush | None:
        if column == MEANING:
            return QBrush(QColor(self._appearance.colours.of(node.severity)))
        if column == VALUE and node.kind is NodeKind.NULL:
            return QBrush(QColor(self._appearance.colours.of(Severity.PLAIN)))
        return None

    def _row(self, index: AnyIndex) -> _Row:
        if not index.isValid():
            return self._root
        row: _Row = index.internalPointer()
        return row

    def _meanings_changed(self, above: _Row) -> None:
        """Emit ``dataChanged`` for cached rows: only they can show an outdated time."""
        if not above.children:
            return
        first, last = min(above.children), max(above.children)
        self.dataChanged.emit(
            self.createIndex(first, MEANING, above.children[first]),
            self.createIndex(last, MEANING, above.children[last]),
            [Qt.ItemDataRole.DisplayRole],
        )
        for row in list(above.children.values()):
            self._meanings_changed(row)

    def _find(self, above: _Row, path: Path) -> QModelIndex | None:
        for number in range(above.node.child_count):
            row = above.child(number)
            own = row.node.path
            if own == path and row.node.kind is not NodeKind.RANGE:
                return self.createIndex(number, 0, row)
            is_above = own is None or path[: len(own)] == own
            if is_above and row.node.child_count:
                found = self._find(row, path)
                if found is not None:
                    return found
        return None


def _bold() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font
