"""Rows of environments in a list: square, name and address of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from inspector_app.desktop.environments.environment_model import EnvironmentModel
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.row_choice import choose_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QDropEvent

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.settings.environment import Environment

_MEASURED: Final = 100
"""Rows by which the columns are as wide as they are: of ten thousand all took 0.1 s."""


class EnvironmentList(QTreeView):
    """Shows environments in two columns; the one in use is in bold.

    Where ``allow_moving`` was called, rows can be dragged:
    ``moved`` carries the environment and the place among the others to which it was dropped.
    """

    moved = Signal(object, int)

    @property
    def shown_count(self) -> int:
        """How many there are."""
        return len(self._model.environments)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = EnvironmentModel(theme, self)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setAccessibleName(translate("Environments"))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setResizeContentsPrecision(_MEASURED)
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
        """Show these and no others, none of them chosen."""
        self.clearSelection()
        self._model.set_environments(tuple(environments), current_id)

    def choose(self, environment_id: str | None) -> None:
        """Make an environment the chosen one; the first where it is not among them."""
        ids = [one.id for one in self._model.environments]
        if ids:
            chosen = ids.index(environment_id) if environment_id in ids else 0
            choose_row(self, self._model.index(chosen, 0))

    def get_current(self) -> Environment | None:
        """The environment in whose row the keys are."""
        row = self.get_current_row()
        return self._model.environments[row] if 0 <= row < self.shown_count else None

    def get_current_row(self) -> int:
        """The number of that row; -1 where there is none."""
        return self.currentIndex().row()

    def list_chosen(self) -> list[Environment]:
        """The chosen ones, in the order in which they stand."""
        ranges = self.selectionModel().selection().toList()
        spans = sorted((one.top(), one.bottom()) for one in ranges)
        return [
            self._model.environments[row] for top, last in spans for row in range(top, last + 1)
        ]
