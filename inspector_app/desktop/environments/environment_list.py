"""Rows of environments in a list: square, name and address of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.environment_square import create_square_icon, get_letter
from inspector_app.desktop.widgets.plain_text import to_plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QIcon

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.settings.environment import Environment

ENVIRONMENT_ROLE = Qt.ItemDataRole.UserRole


class EnvironmentList(QTreeWidget):
    """Shows environments in two columns; the one in use is in bold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setAccessibleName(translate("Environments"))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)

    def show_environments(
        self, environments: Iterable[Environment], current_id: str | None
    ) -> None:
        """Show these and no others."""
        icons: dict[tuple[str, str], QIcon] = {}
        rows = []
        for one in environments:
            key = get_letter(one.name), one.tier.value
            if key not in icons:
                icons[key] = create_square_icon(one, self._theme.colours)
            row = _create_row(one, icons[key], is_current=one.id == current_id)
            # The height is the row's; the width of the last column is what is left over.
            row.setSizeHint(1, QSize(0, self._theme.spacing.to_pixels(28)))
            rows.append(row)
        self.clear()
        self.addTopLevelItems(rows)

    def choose(self, environment_id: str | None) -> None:
        """Make an environment the chosen one; the first where it is not among them."""
        model = self.model()
        ids = [model.index(row, 0).data(ENVIRONMENT_ROLE).id for row in range(model.rowCount())]
        row = ids.index(environment_id) if environment_id in ids else 0
        self.setCurrentIndex(model.index(row, 0))

    def get_current(self) -> Environment | None:
        """The environment in whose row the keys are."""
        row = self.currentItem()
        return None if row is None else row.data(0, ENVIRONMENT_ROLE)

    def get_current_row(self) -> int:
        """The number of that row; -1 where there is none."""
        return self.currentIndex().row()

    def list_chosen(self) -> list[Environment]:
        """The chosen ones, in the order in which they stand."""
        rows = sorted(self.selectedItems(), key=self.indexOfTopLevelItem)
        return [row.data(0, ENVIRONMENT_ROLE) for row in rows]


def _create_row(environment: Environment, icon: QIcon, *, is_current: bool) -> QTreeWidgetItem:
    name, gateway = to_plain_text(environment.name), to_plain_text(environment.address)
    row = QTreeWidgetItem([name, gateway])
    row.setIcon(0, icon)
    row.setData(0, ENVIRONMENT_ROLE, environment)
    row.setData(
        0,
        Qt.ItemDataRole.AccessibleTextRole,
        describe_environment(environment, is_current=is_current),
    )
    if is_current:
        font = row.font(0)
        font.setBold(True)
        row.setFont(0, font)
    return row


def describe_environment(environment: Environment, *, is_current: bool) -> str:
    """A row in one text, for a screen reader."""
    name, gateway = to_plain_text(environment.name), to_plain_text(environment.address)
    if is_current:
        return translate("{name}, in use, {address}", name=name, address=gateway)
    return translate("{name}, {address}", name=name, address=gateway)
