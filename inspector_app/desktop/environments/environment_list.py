"""Rows of environments in a list: square, name and address of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.environment_square import create_square_icon, get_letter
from inspector_app.desktop.widgets.plain_text import to_plain_text
from inspector_app.desktop.widgets.row_choice import choose_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QDropEvent, QIcon

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.settings.environment import Environment


class EnvironmentList(QTreeWidget):
    """Shows environments in two columns; the one in use is in bold.

    ``shown_count`` is their number. Where ``allow_moving`` was called, rows can be dragged:
    ``moved`` carries the environment and the place among the others to which it was dropped.
    """

    moved = Signal(object, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.shown_count = 0
        self._environments: list[Environment] = []
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setAccessibleName(translate("Environments"))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)

    def allow_moving(self) -> None:
        """Let a row be dragged to another place; who owns the order moves it."""
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(True)

    @qt_override
    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where to; the rows stay as they are until the order is another one."""
        chosen, before = self.list_chosen(), self.get_current_row()
        place = self._find_place(event)
        # Of a move, Qt would take the row out of the list by itself.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if len(chosen) == 1:
            self.moved.emit(chosen[0], place - 1 if place > before else place)

    def _find_place(self, event: QDropEvent) -> int:
        """The number of the row above which it was dropped, ``shown_count`` below the last."""
        row = self.indexAt(event.position().toPoint())
        if not row.isValid():
            return self.shown_count
        is_below = event.position().y() > self.visualRect(row).center().y()
        return min(row.row() + is_below, self.shown_count)

    def show_environments(
        self, environments: Iterable[Environment], current_id: str | None
    ) -> None:
        """Show these and no others; rows are filled anew, and hidden where there are too many."""
        self.clearSelection()
        self._environments = list(environments)
        self.shown_count = len(self._environments)
        icons: dict[tuple[str, str], QIcon] = {}
        for number, one in enumerate(self._environments):
            key = get_letter(one.name), one.tier.value
            if key not in icons:
                icons[key] = create_square_icon(one, self._theme.colours)
            self._fill_row(self._get_row(number), one, icons[key], current_id)
        for number in range(self.shown_count, self.topLevelItemCount()):
            self._get_row(number).setHidden(True)

    def choose(self, environment_id: str | None) -> None:
        """Make an environment the chosen one; the first where it is not among them."""
        ids = [one.id for one in self._environments]
        if ids:
            chosen = ids.index(environment_id) if environment_id in ids else 0
            choose_row(self, self.indexFromItem(self._get_row(chosen)))

    def get_current(self) -> Environment | None:
        """The environment in whose row the keys are."""
        row = self.get_current_row()
        return self._environments[row] if 0 <= row < self.shown_count else None

    def get_current_row(self) -> int:
        """The number of that row; -1 where there is none."""
        return self.currentIndex().row()

    def list_chosen(self) -> list[Environment]:
        """The chosen ones, in the order in which they stand."""
        rows = sorted(map(self.indexOfTopLevelItem, self.selectedItems()))
        return [self._environments[row] for row in rows if row < self.shown_count]

    def _get_row(self, number: int) -> QTreeWidgetItem:
        row = self.topLevelItem(number)
        if row is None:
            row = QTreeWidgetItem()
            row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)  # between rows alone
            # The height is the row's; the width of the last column is what is left over.
            row.setSizeHint(1, QSize(0, self._theme.spacing.to_pixels(28)))
            self.addTopLevelItem(row)
        return row

    def _fill_row(
        self, row: QTreeWidgetItem, environment: Environment, icon: QIcon, current_id: str | None
    ) -> None:
        is_current = environment.id == current_id
        row.setText(0, to_plain_text(environment.name))
        row.setText(1, to_plain_text(environment.address))
        row.setIcon(0, icon)
        spoken = describe_environment(environment, is_current=is_current)
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        font = self.font()
        font.setBold(is_current)
        row.setFont(0, font)
        row.setHidden(False)


def describe_environment(environment: Environment, *, is_current: bool) -> str:
    """A row in one text, for a screen reader."""
    name, gateway = to_plain_text(environment.name), to_plain_text(environment.address)
    if is_current:
        return translate("{name}, in use, {address}", name=name, address=gateway)
    return translate("{name}, {address}", name=name, address=gateway)
