"""Chooses a row of a list in which several can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QAbstractItemView


def choose_row(view: QAbstractItemView, index: QModelIndex) -> None:
    """Make this row the current one, and the only one that is chosen.

    ``setCurrentIndex`` looks at the keys that are held meanwhile: with Ctrl, as in a shortcut that
    opens a dialog or goes to the next match, it would add the row to the others or take it away.
    """
    flag = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
