"""Chevron of a tree's row that can be opened, the same in every tree of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QIcon

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QTreeView

    from inspector_app.desktop.theme.theme import Theme

_SIDE: Final = 16


def draw_chevron(
    view: QTreeView,
    theme: Theme,
    painter: QPainter,
    rect: QRect,
    index: QModelIndex | QPersistentModelIndex,
) -> None:
    """Draw it at the inner end of the indentation; Fusion's arrow stays dark when selected."""
    if not view.model().hasChildren(index):
        return
    is_mirrored, is_open = view.isRightToLeft(), view.isExpanded(index)
    side = min(theme.spacing.to_pixels(_SIDE), view.indentation())
    closed = "chevron-left" if is_mirrored else "chevron-right"
    left = rect.left() if is_mirrored else rect.right() + 1 - side
    place = QRect(left, rect.center().y() - side // 2, side, side)
    is_selected = view.selectionModel().isSelected(index)
    mode = QIcon.Mode.Selected if is_selected else QIcon.Mode.Normal
    theme.get_entry_icon("chevron-down" if is_open else closed).paint(painter, place, mode=mode)
