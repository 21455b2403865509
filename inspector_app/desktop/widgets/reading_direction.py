"""Side and direction of painted text, for languages that are read from either side.

Places are `QStyle.visualRect`'s. A painter goes by the text it draws, which says nothing of the
side that the window begins at.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle

_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"


def align_leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """To the side where a line begins, in the middle of the height."""
    return _align(direction, Qt.AlignmentFlag.AlignLeft)


def align_trailing(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """To the side where a line ends, in the middle of the height."""
    return _align(direction, Qt.AlignmentFlag.AlignRight)


def _align(direction: Qt.LayoutDirection, side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return QStyle.visualAlignment(direction, side) | middle


def isolate_direction(text: str) -> str:
    """A text to be painted, which keeps its own direction in a window of the other one.

    Its first letter decides. Else a time would be turned round, "15:11:20 2026-11-26", and an
    ellipsis stand before the words. Unchanged where the window is read from left to right.
    """
    if not text or not QGuiApplication.isRightToLeft():
        return text
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
