"""Qt model over environments, each of whose rows is made when it comes into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QStandardItemModel

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.environment_square import create_square_icon, get_letter
from inspector_app.desktop.widgets.plain_text import to_plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QIcon

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.settings.environment import Environment

_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
"""Of a row: others are dropped between rows alone."""

AnyIndex = QModelIndex | QPersistentModelIndex


class EnvironmentModel(QStandardItemModel):
    """Name and address of each; the one in use is in bold.

    Its rows are those of a table without items: Qt asks for their number ten thousand times where
    it places as many, and Python would answer each.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(0, 2, parent)
        self._theme = theme
        self._current_id: str | None = None
        self._icons: dict[tuple[str, str], QIcon] = {}
        self.environments: Sequence[Environment] = ()

    def set_environments(self, environments: Sequence[Environment], current_id: str | None) -> None:
        """Have these and no others in the rows."""
        self.environments, self._current_id = environments, current_id
        self._icons.clear()  # the colours may be others
        self.setRowCount(len(environments))
        if environments:
            last = self.index(len(environments) - 1, 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @qt_override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    @qt_override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own signature
        row, column = index.row(), index.column()
        if not 0 <= row < len(self.environments):
            return None
        environment = self.environments[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return to_plain_text(environment.address if column else environment.name)
        if role == Qt.ItemDataRole.SizeHintRole and column:
            # The height is the row's; the width of the last column is what is left over.
            return QSize(0, self._theme.spacing.to_pixels(28))
        return None if column else self._describe_name(environment, role)

    def _describe_name(self, environment: Environment, role: int) -> Any:  # noqa: ANN401  # Qt's own signature
        is_current = environment.id == self._current_id
        match role:
            case Qt.ItemDataRole.DecorationRole:
                return self._get_icon(environment)
            case Qt.ItemDataRole.FontRole if is_current:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.AccessibleTextRole:
                return _describe_row(environment, is_current=is_current)
            case _:
                return None

    def _get_icon(self, environment: Environment) -> QIcon:
        key = get_letter(environment.name), environment.tier.value
        if key not in self._icons:
            self._icons[key] = create_square_icon(environment, self._theme.colours)
        return self._icons[key]


def _describe_row(environment: Environment, *, is_current: bool) -> str:
    """A row in one text, for a screen reader."""
    name, gateway = to_plain_text(environment.name), to_plain_text(environment.address)
    if is_current:
        return translate("{name}, in use, {address}", name=name, address=gateway)
    return translate("{name}, {address}", name=name, address=gateway)
