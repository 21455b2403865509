"""The row of a tree that the keys are on: filled where it is selected, framed where it is not.

Qt's own mark, `setAllColumnsShowFocus`, lightens a selected row below the words' contrast, and is
hardly seen on another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPen

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

    from inspector_app.desktop.theme.theme import Theme


def draw_row_focus(
    view: QTreeView,
    theme: Theme,
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
) -> None:
    """Frame a row that has been painted, if it is the current one of the view with the keys."""
    if not view.hasFocus():
        return
    current = view.currentIndex()
    is_current = index.row() == current.row() and index.parent() == current.parent()
    if not is_current or view.selectionModel().isSelected(current):
        return
    painter.save()
    painter.setPen(QPen(QColor(theme.colours.focus), 2))
    painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
    painter.restore()
