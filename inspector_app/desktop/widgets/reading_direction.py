"""Side and direction of painted text, for languages that are read from either side.

A painter goes by the text it draws, which says nothing of the side that the window begins at.
``QStyle`` could place and align, too, but takes a twentieth of a bare window's start to load.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication

_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"


_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | _MIDDLE


def align_leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """To the side where a line begins, in the middle of the height."""
    return _RIGHT if _is_mirrored(direction) else _LEFT


def align_trailing(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """To the side where a line ends, in the middle of the height."""
    return _LEFT if _is_mirrored(direction) else _RIGHT


def place_within(direction: Qt.LayoutDirection, outer: QRect, place: QRect) -> QRect:
    """A place that is counted from where lines begin, as it is on the screen; both in pixels."""
    if not _is_mirrored(direction):
        return place
    return place.translated(outer.left() + outer.right() - place.left() - place.right(), 0)


def _is_mirrored(direction: Qt.LayoutDirection) -> bool:
    return direction is Qt.LayoutDirection.RightToLeft


def isolate_direction(text: str) -> str:
    """A text to be painted, which keeps its own direction in a window of the other one.

    Its first letter decides. Else a time would be turned round, "15:11:20 2026-11-26", and an
    ellipsis stand before the words. Unchanged where the window is read from left to right.
    """
    if not text or not QGuiApplication.isRightToLeft():
        return text
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
