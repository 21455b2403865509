"""The order in which a window is read, for Tab: that of its layouts, whatever was created first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def list_tab_stops(root: QWidget) -> list[QWidget]:
    """The widgets below ``root`` that Tab can reach now, from the first to the last."""
    return [
        one
        for one in _iter_widgets(root)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def _iter_widgets(parent: QWidget) -> Iterator[QWidget]:
    layout = parent.layout()
    content = parent.widget() if isinstance(parent, QScrollArea) else None
    if content is not None:
        yield content
        yield from _iter_widgets(content)
    elif layout is not None:
        yield from _iter_layout(layout)


def _iter_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
            yield from _iter_widgets(widget)
        elif inner is not None:
            yield from _iter_layout(inner)
