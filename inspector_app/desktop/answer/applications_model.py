"""Qt item model over the applications of the portal: five columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from inspector_app.desktop.answer.outline_model import (
    FIELD_COLUMN,
    MEANING_COLUMN,
    VALUE_COLUMN,
    AnyIndex,
    OutlineModel,
)
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.severity_icon import get_severity_entry_icon
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.plain_text import to_plain_text
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from inspector_app.session.presentation.outline import Node

TYPE_COLUMN: Final = 2
SWITCH_COLUMN: Final = 3
ACCESS_COLUMN: Final = 4


class ApplicationsModel(OutlineModel):
    """Columns Application, Identifier, Type, Switched on, and Access of this user."""

    column_count = 5

    @qt_override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  # Qt's own signature
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                translate("Application"),
                translate("Identifier"),
                translate("Type"),
                translate("Switched on"),
                translate("Access of this user"),
            )[section]
        return None

    @qt_override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own signature
        from inspector_app.session.presentation.application_outline import ApplicationNode

        if role == Qt.ItemDataRole.DecorationRole and index.column() == ACCESS_COLUMN:
            node = self.get_node(index)
            is_answer = isinstance(node, ApplicationNode) and node.severity is not Severity.PLAIN
            return get_severity_entry_icon(self._theme, node.severity) if is_answer else None
        return super().data(index, role)

    def _get_cell_text(self, node: Node, column: int) -> str:
        from inspector_app.session.presentation.application_outline import ApplicationNode

        if column in {FIELD_COLUMN, VALUE_COLUMN}:
            return super()._get_cell_text(node, column)
        if column == ACCESS_COLUMN:
            return super()._get_cell_text(node, MEANING_COLUMN)
        if not isinstance(node, ApplicationNode):
            return ""
        label = node.type_label if column == TYPE_COLUMN else node.switch_label
        return to_plain_text(render_text(label))

    def _get_colour(self, node: Node, column: int) -> QColor | None:
        if column != ACCESS_COLUMN:
            return None
        return QColor(self._theme.colours.get_severity_colour(node.severity))
