"""What widgets there are and how each is set up, in widget_trees.json: no words, and no pixels.

After a change, ``QT_QPA_PLATFORM=offscreen python -m tests.desktop.widget_tree`` writes it anew;
what then differs is what the change has done to the window and its dialogs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QBoxLayout,
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QSplitter,
    QTreeView,
    QWidget,
)

TREES_FILE = Path(__file__).with_name("widget_trees.json")
WRITING = "WIDGET_TREES_WRITTEN_TO"
"""The variable that has the test write the file instead of reading it."""

ATTRIBUTES = (
    Qt.WidgetAttribute.WA_DeleteOnClose,
    Qt.WidgetAttribute.WA_TransparentForMouseEvents,
    Qt.WidgetAttribute.WA_StyledBackground,
    Qt.WidgetAttribute.WA_OpaquePaintEvent,
    Qt.WidgetAttribute.WA_Hover,
)
FLAGS = {
    QAbstractButton: "isCheckable isChecked autoRepeat autoExclusive",
    QPushButton: "isDefault autoDefault isFlat",
    QLabel: "wordWrap textInteractionFlags alignment textFormat openExternalLinks",
    QLineEdit: "isReadOnly maxLength echoMode alignment isClearButtonEnabled inputMethodHints "
    "dragEnabled hasFrame",
    QAbstractScrollArea: "horizontalScrollBarPolicy verticalScrollBarPolicy sizeAdjustPolicy",
    QAbstractItemView: "selectionMode selectionBehavior editTriggers dragDropMode dragEnabled "
    "alternatingRowColors textElideMode verticalScrollMode horizontalScrollMode tabKeyNavigation",
    QTreeView: "rootIsDecorated uniformRowHeights isHeaderHidden itemsExpandable wordWrap "
    "allColumnsShowFocus isAnimated expandsOnDoubleClick",
    QFrame: "frameShape lineWidth",
    QSplitter: "orientation childrenCollapsible opaqueResize",
    QDialog: "isSizeGripEnabled",
    QWidget: "focusPolicy isHidden acceptDrops contextMenuPolicy hasMouseTracking "
    "windowModality autoFillBackground",
}
USUAL = (Qt.ContextMenuPolicy.DefaultContextMenu, Qt.TextFormat.AutoText)
TEXTS = ("text", "toolTip", "accessibleName", "accessibleDescription", "placeholderText")


def describe_tree(widget: QWidget, depth: int = 0) -> list[str]:
    """A line for a widget and for each below it, windows of their own left out."""
    lines = [f"{' ' * depth}{describe(widget)}"]
    if widget.layout() is not None:
        lines += [f"{' ' * depth} :{line}" for line in describe_layout(widget.layout())]
    for child in widget.children():
        is_qts_own = isinstance(child, QScrollBar) or child.objectName().startswith("qt_")
        if isinstance(child, QWidget) and not child.isWindow() and not is_qts_own:
            lines += describe_tree(child, depth + 1)
    return lines


def describe(widget: QWidget) -> str:
    """A widget's kind, which texts it has, and all that differs from a new one of Qt's."""
    said = [type(widget).__name__]
    said += [name for name in TEXTS if ask(widget, name)]
    for kind, names in FLAGS.items():
        if isinstance(widget, kind):
            said += filter(None, (show(name, ask(widget, name)) for name in names.split()))
    said += [one.name for one in ATTRIBUTES if widget.testAttribute(one)]
    for name in widget.dynamicPropertyNames():
        words = bytes(name.data()).decode()
        if not words.startswith("_"):
            said.append(f"{words}={widget.property(words)}")
    said += [] if widget.isEnabled() else ["off"]
    policy = widget.sizePolicy()
    said.append(f"{policy.horizontalPolicy().name}/{policy.verticalPolicy().name}")
    if policy.horizontalStretch() or policy.verticalStretch():
        said.append(f"stretch {policy.horizontalStretch()}/{policy.verticalStretch()}")
    if widget.cursor().shape() is not Qt.CursorShape.ArrowCursor:
        said.append(widget.cursor().shape().name)
    if isinstance(widget, QLabel) and widget.buddy() is not None:
        said.append(f"of {type(widget.buddy()).__name__}")
    if widget.focusProxy() is not None:
        said.append(f"keys to {type(widget.focusProxy()).__name__}")
    keys = [one.toString() for action in widget.actions() for one in action.shortcuts()]
    said += [f"keys {' '.join(keys)}"] if keys else []
    return " ".join(said)


def ask(widget: QWidget, name: str) -> Any:
    """What a widget says of itself; a class of ours may have an attribute of Qt's name."""
    value = getattr(widget, name, None)
    return value() if callable(value) else value


def show(name: str, value: Any) -> str:
    """A flag that is on, or the name of a value; nothing for what is off."""
    if isinstance(value, bool):
        return name if value else ""
    number = getattr(value, "value", value)
    return "" if number == 0 or value in USUAL else f"{name}={getattr(value, 'name', value)}"


def describe_layout(layout: Any) -> list[str]:
    """The items of a layout in their order, with their place, stretch and alignment."""
    lines = [type(layout).__name__]
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


def check_trees(trees: dict[str, list[str]]) -> None:
    """Compare with what is pinned; where the variable says so, write it instead."""
    if path := os.environ.get(WRITING):
        text = json.dumps(trees, ensure_ascii=False, indent=2)
        Path(path).write_text(text + "\n", encoding="utf-8")
    pinned = json.loads(TREES_FILE.read_text(encoding="utf-8"))
    assert trees.keys() == pinned.keys()
    for name, lines in trees.items():
        assert lines == pinned[name], name


def main() -> int:
    """Have the test write all that is pinned anew."""
    file, test = "tests/desktop/test_every_control.py", "has_its_row"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", file, "-k", test]
    environment = os.environ | {WRITING: str(TREES_FILE)}
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
