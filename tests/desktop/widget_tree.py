"""What widgets there are and how each is set up, in widget_trees.json: no words, and as pixels only
the room between them, whatever the size of the letters.

After a change, ``QT_QPA_PLATFORM=offscreen python -m tests.desktop.widget_tree`` writes it anew;
what then differs is what the change has done to the window and its dialogs.
"""

from __future__ import annotations

import difflib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QBoxLayout,
    QFormLayout,
    QGridLayout,
    QHeaderView,
    QMenu,
    QScrollArea,
    QScrollBar,
    QTreeView,
    QWidget,
)

from inspector_app.desktop.theme.spacing import compute_scale
from tests.desktop.widget_description import describe, describe_other, is_told_of

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

TREES_FILE = Path(__file__).with_name("widget_trees.json")
MAX_COLUMNS = 6
WRITING = "WIDGET_TREES_WRITTEN_TO"
"""The variable that has the test write the file instead of reading it."""


def describe_tree(widget: QWidget, depth: int = 0) -> list[str]:
    """A line for a widget and for each below it, windows of their own left out."""
    lines = [f"{' ' * depth}{describe(widget)}"]
    if widget.layout() is not None:
        lines += [f"{' ' * depth} :{line}" for line in describe_layout(widget.layout())]
        lines.append(f"{' ' * depth} :room {describe_room(widget.layout())}")
    lines += [f"{' ' * depth} +{line}" for line in describe_parts(widget)]
    for child in list_children(widget):
        lines += describe_tree(child, depth + 1)
    return lines


def list_children(widget: QWidget) -> list[QWidget]:
    """The widgets in a widget: those of an area that scrolls stand in a viewport of Qt's own."""
    found = [one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow()]
    ours = [
        one
        for one in found
        if not isinstance(one, QScrollBar) and not one.objectName().startswith("qt_")
    ]
    scrolled = widget.widget() if isinstance(widget, QScrollArea) else None
    return ours if scrolled is None else [*ours, scrolled]


def describe_parts(widget: QWidget) -> list[str]:
    """What belongs to a widget and is none: its actions, timers, model, delegate and the like."""
    lines = [describe_other(one) for one in widget.children() if is_told_of(one)]
    if isinstance(widget, QAbstractItemView):
        lines += [
            f"{name} {type(part).__name__}"
            for name, part in (("model", widget.model()), ("delegate", widget.itemDelegate()))
        ]
        own: list[tuple[int, Any]] = [
            (one, widget.itemDelegateForColumn(one)) for one in range(MAX_COLUMNS)
        ]
        lines += [f"column {one} {type(part).__name__}" for one, part in own if part is not None]
    if isinstance(widget, QTreeView):
        is_set = widget.indentation() > 0, widget.iconSize().width() > 0
        lines.append(f"tree {is_set} {widget.header().minimumSectionSize() > 0}")
    if isinstance(widget, QHeaderView):
        modes = [widget.sectionResizeMode(number).name for number in range(widget.count())]
        lines.append(f"sections {' '.join(modes)}")
    if isinstance(widget, QAbstractScrollArea) and not widget.viewport().autoFillBackground():
        lines.append("seen through")
    if isinstance(widget, QAbstractScrollArea) and widget.viewport().layout() is not None:
        lines += describe_layout(widget.viewport().layout())
    return lines


def describe_layout(layout: Any) -> list[str]:
    """The items of a layout in their order, with their place, stretch and alignment."""
    lines = [" ".join((type(layout).__name__, *describe_stretches(layout)))]
    for index in range(layout.count()):
        item = layout.itemAt(index)
        what = item.widget() or item.layout() or item.spacerItem()
        said = [type(what).__name__]
        if isinstance(layout, QGridLayout):
            said.append(str(layout.getItemPosition(index)))
        if isinstance(layout, QBoxLayout) and layout.stretch(index):
            said.append(f"stretch {layout.stretch(index)}")
        if item.alignment():
            said.append(item.alignment().name or str(item.alignment().value))
        lines.append(f" {' '.join(said)}")
        if item.layout() is not None:
            lines += [f"  {line}" for line in describe_layout(item.layout())]
    return lines


def describe_room(layout: Any) -> str:
    """The margins and gaps of a layout and of those in it, in pixels for letters of usual size."""
    margins = layout.contentsMargins()
    has_two = isinstance(layout, QGridLayout | QFormLayout)
    gaps = [layout.horizontalSpacing(), layout.verticalSpacing()] if has_two else [layout.spacing()]
    sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
    scale = compute_scale(QApplication.font())
    found = [" ".join(str(round(one / scale)) for one in (*sides, *gaps))]
    inner = (layout.itemAt(index).layout() for index in range(layout.count()))
    return " ".join([*found, *(f"({describe_room(one)})" for one in inner if one is not None)])


def describe_stretches(layout: Any) -> list[str]:
    """Which columns and rows of a grid take more room than the others."""
    if not isinstance(layout, QGridLayout):
        return []
    columns = [(f"column {one}", layout.columnStretch(one)) for one in range(layout.columnCount())]
    rows = [(f"row {one}", layout.rowStretch(one)) for one in range(layout.rowCount())]
    return [f"{name} stretch {share}" for name, share in (*columns, *rows) if share]


def describe_objects(thing: QObject, depth: int = 0) -> list[str]:
    """A line for each object of the app's own in a tree of objects that is no widget."""
    lines = []
    for child in thing.children():
        if not isinstance(child, QWidget):
            is_ours = type(child).__module__.startswith("inspector_app.")
            lines += (
                [f"{' ' * depth}{describe_other(child)}"] if is_ours or is_told_of(child) else []
            )
            lines += describe_objects(child, depth + 1)
    return lines


def describe_menu(menu: QMenu, depth: int = 0) -> list[str]:
    """A line for each entry of a menu that is about to be shown, and for those of menus in it."""
    menu.aboutToShow.emit()
    lines = []
    for action in menu.actions():
        lines.append(f"{' ' * depth}{describe_other(action)}")
        inner: Any = action.menu()
        lines += describe_menu(inner, depth + 1) if inner is not None else []
    return lines


def describe_change(before: list[str], after: list[str]) -> list[str]:
    """The lines that are gone, each with a minus before it, and those that are new."""
    compared = list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]
    return [line for line in compared if not line.startswith("@@")]


def check_trees(group: str, trees: dict[str, list[str]]) -> None:
    """Compare with what is pinned; where the variable says so, write it instead."""
    pinned = json.loads(TREES_FILE.read_text(encoding="utf-8"))
    if path := os.environ.get(WRITING):
        pinned[group] = trees
        text = json.dumps(dict(sorted(pinned.items())), ensure_ascii=False, indent=2)
        Path(path).write_text(text + "\n", encoding="utf-8")
    assert trees.keys() == pinned[group].keys()
    for name, lines in trees.items():
        assert lines == pinned[group][name], name


def main() -> int:
    """Have the tests write all that is pinned anew."""
    names = ("every_control", "widget_trees", "parts_alone")
    files = [f"tests/desktop/test_{name}.py" for name in names]
    wanted = "has_its_row or reviewed or is_set_up"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", *files, "-k", wanted]
    environment = os.environ | {WRITING: str(TREES_FILE)}
    TREES_FILE.write_text("{}\n", encoding="utf-8")
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
