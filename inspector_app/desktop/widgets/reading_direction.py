"""Alignment of painted text, for languages of either direction; places are `QStyle.visualRect`'s.

A painter goes by the text it draws, which says nothing of the side that the window begins at.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle


def align_leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """To the side where a line begins, in the middle of the height."""
    return _align(direction, Qt.AlignmentFlag.AlignLeft)


def align_trailing(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """To the side where a line ends, in the middle of the height."""
    return _align(direction, Qt.AlignmentFlag.AlignRight)


def _align(direction: Qt.LayoutDirection, side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return QStyle.visualAlignment(direction, side) | middle
