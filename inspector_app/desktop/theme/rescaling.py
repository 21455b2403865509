"""Gives widgets that exist already the fonts and distances of another size of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QHeaderView, QLayout, QTreeView

from inspector_app.desktop.theme.font_sizes import list_font_sizes, restore_font_sizes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication, QWidget

_NO_LIMIT: Final = 16_777_215
"""QWIDGETSIZE_MAX: the maximum size of a widget that has none."""


@dataclass(frozen=True, slots=True)
class Rescaling:
    """From one scale of distances to another; the size of a font changes by ``font_factor``."""

    before: float
    after: float
    font_factor: float


def set_font(
    application: QApplication,
    font: QFont,
    rescaling: Rescaling,
    apply_style_sheet: Callable[[], None],
) -> None:
    """Set the application's font, and rescale every widget.

    Widgets set their distances once, when they are made, and some have a font of their own, which
    does not follow the application's. The sizes of windows stay: they are the user's.

    The style sheet of the new size comes in between: what it sets replaces the distances.
    """
    sizes = list_font_sizes()
    application.setFont(font)
    for widget in sizes:
        if not widget.isWindow():
            _rescale_limits(widget, rescaling)
        layout = widget.layout()
        if layout is not None:
            _rescale_layout(layout, rescaling)
        if isinstance(widget, QTreeView):
            _rescale_tree(widget, rescaling)
    apply_style_sheet()
    restore_font_sizes(sizes, rescaling.font_factor)


def _rescale_limits(widget: QWidget, rescaling: Rescaling) -> None:
    least, most = widget.minimumSize(), widget.maximumSize()
    width, height, max_width, max_height = _scale_all(
        widget,
        "limits",
        (least.width(), least.height(), most.width(), most.height()),
        rescaling,
    )
    widget.setMaximumSize(max_width, max_height)
    widget.setMinimumSize(width, height)


def _rescale_layout(layout: QLayout, rescaling: Rescaling) -> None:
    """Rescale a layout and those in it, but not the ones of the widgets in it."""
    margins = layout.contentsMargins()
    edges = margins.left(), margins.top(), margins.right(), margins.bottom()
    left, top, right, bottom = _scale_all(layout, "margins", edges, rescaling)
    layout.setContentsMargins(left, top, right, bottom)
    if isinstance(layout, QGridLayout):
        gaps = layout.horizontalSpacing(), layout.verticalSpacing()
        across, down = _scale_all(layout, "gaps", gaps, rescaling)
        layout.setHorizontalSpacing(across)
        layout.setVerticalSpacing(down)
    else:
        (gap,) = _scale_all(layout, "gaps", (layout.spacing(),), rescaling)
        layout.setSpacing(gap)
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner = None if item is None else item.layout()
        spacer = None if item is None else item.spacerItem()
        if inner is not None:
            _rescale_layout(inner, rescaling)
        elif spacer is not None:
            policy, size = spacer.sizePolicy(), spacer.sizeHint()
            name = f"spacer {number}"
            room = (size.width(), size.height())
            width, height = _scale_all(layout, name, room, rescaling)
            spacer.changeSize(width, height, policy.horizontalPolicy(), policy.verticalPolicy())
    layout.invalidate()


def _rescale_tree(tree: QTreeView, rescaling: Rescaling) -> None:
    header: QHeaderView = tree.header()
    distances = tree.indentation(), header.minimumSectionSize(), tree.iconSize().width()
    indentation, section, icon = _scale_all(tree, "tree", distances, rescaling)
    tree.setIndentation(indentation)
    tree.setIconSize(QSize(icon, icon))
    header.setMinimumSectionSize(section)


def _scale_all(
    owner: QObject, name: str, current: Iterable[int], rescaling: Rescaling
) -> tuple[int, ...]:
    """Scale distances, from what they were before they were rounded the last time.

    So that a way through all sizes and back ends where it began. What was set since counts anew.
    """
    property_name = f"unscaled {name}"
    current = tuple(current)
    known = owner.property(property_name)
    if known is None or tuple(known[0]) != current:
        exact = [one / rescaling.before for one in current]
    else:
        exact = known[1]
    scaled = tuple(
        old if old < 0 or old >= _NO_LIMIT else round(one * rescaling.after)
        for old, one in zip(current, exact, strict=True)
    )
    owner.setProperty(property_name, [list(scaled), list(exact)])
    return scaled
