"""The room that a window has on its screen, its own frame left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QWidget

_FRAME: Final = QSize(16, 40)
"""Logical pixels of a window's frame and title, which are not known before it is shown."""


def compute_room(window: QWidget) -> QSize:
    """The largest size that a window may have, in logical pixels."""
    return window.screen().availableSize() - _FRAME


def compute_height(layout: QLayout, width: int) -> int:
    """The height that a layout needs at that width, whether anything in it wraps or not."""
    needed = layout.totalHeightForWidth(width)
    return needed if needed >= 0 else layout.totalSizeHint().height()


def limit_size(window: QWidget, wanted: QSize) -> QSize:
    """The wanted size, or as much of it as fits the screen."""
    return wanted.boundedTo(compute_room(window))


def keep_on_screen(window: QWidget) -> None:
    """Move a window that has grown beyond the edge of its screen back into it."""
    available, frame = window.screen().availableGeometry(), window.frameGeometry()
    left = max(available.left(), min(frame.left(), available.right() + 1 - frame.width()))
    top = max(available.top(), min(frame.top(), available.bottom() + 1 - frame.height()))
    if (left, top) != (frame.left(), frame.top()):
        window.move(left, top)
