"""Where the menu of a row opens, asked for with the mouse or by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QContextMenuEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView


def find_menu_place(
    view: QAbstractItemView, event: QContextMenuEvent
) -> tuple[QModelIndex, QPoint] | None:
    """The row that is meant, and where in the viewport its menu begins; None where there is none.

    By keyboard that is the current row, which is scrolled to: Qt gives the middle of the view,
    where any row may be.
    """
    if event.reason() is not QContextMenuEvent.Reason.Keyboard:
        index = view.indexAt(event.pos())
        return (index, event.pos()) if index.isValid() else None
    index = view.currentIndex()
    if not index.isValid():
        return None
    view.scrollTo(index)
    row = view.visualRect(index)
    room = view.viewport().width()
    start = min(row.right() + 1, room) if view.isRightToLeft() else max(row.left(), 0)
    return index, QPoint(start, row.bottom())
