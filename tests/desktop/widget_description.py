"""What a widget is, how it is set up and what is connected to it, as one line of text."""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAction, QIcon, QImage, QShortcut, QValidator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTreeView,
    QWidget,
)

from inspector_app.desktop.theme.icons import Icons
from inspector_app.desktop.widgets.button import Button
from inspector_app.system import resources

ATTRIBUTES = (
    Qt.WidgetAttribute.WA_DeleteOnClose,
    Qt.WidgetAttribute.WA_TransparentForMouseEvents,
    Qt.WidgetAttribute.WA_StyledBackground,
    Qt.WidgetAttribute.WA_OpaquePaintEvent,
    Qt.WidgetAttribute.WA_Hover,
    Qt.WidgetAttribute.WA_SetLayoutDirection,
    Qt.WidgetAttribute.WA_SetFont,
    Qt.WidgetAttribute.WA_ShowWithoutActivating,
    Qt.WidgetAttribute.WA_AlwaysShowToolTips,
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
    QHeaderView: "stretchLastSection sectionsMovable sectionsClickable isSortIndicatorShown "
    "highlightSections defaultAlignment",
    QPlainTextEdit: "isReadOnly lineWrapMode textInteractionFlags tabChangesFocus "
    "isUndoRedoEnabled maximumBlockCount centerOnScroll",
    QFrame: "frameShape lineWidth",
    QSplitter: "orientation childrenCollapsible opaqueResize",
    QDialog: "isSizeGripEnabled",
    QWidget: "focusPolicy isHidden acceptDrops contextMenuPolicy hasMouseTracking "
    "windowModality autoFillBackground",
    QAction: "isCheckable isChecked isSeparator menuRole shortcutContext "
    "isShortcutVisibleInContextMenu isIconVisibleInMenu",
    QTimer: "isSingleShot interval timerType",
}
USUAL = (
    Qt.ContextMenuPolicy.DefaultContextMenu,
    Qt.TextFormat.AutoText,
    Qt.ShortcutContext.WindowShortcut,
    Qt.TimerType.CoarseTimer,
    QAction.MenuRole.TextHeuristicRole,
)
USUAL_FLAGS = {"isIconVisibleInMenu", "isShortcutVisibleInContextMenu"}
"""On unless something is wrong; told of where they are off."""

TEXTS = ("text", "toolTip", "accessibleName", "accessibleDescription", "placeholderText",
         "windowTitle", "statusTip", "toPlainText")  # fmt: skip
NO_LIMIT = 16_777_215
"""QWIDGETSIZE_MAX: the maximum size of a widget that has none."""

FLUSH_MARGIN = 1
"""Pixels beside the words of a link that begins where the lines above it begin."""

QTS_OWN_SIGNALS = {"destroyed", "objectNameChanged"}


def describe(widget: QWidget) -> str:
    """A widget's kind, which texts it has, and all that differs from a new one of Qt's."""
    said = [type(widget).__name__, *describe_flags(widget)]
    said += [one.name for one in ATTRIBUTES if widget.testAttribute(one)]
    for name in widget.dynamicPropertyNames():
        words = bytes(name.data()).decode()
        if not words.startswith(("_", "unscaled")):
            said.append(f"{words}={widget.property(words)}")
    said += [] if widget.isEnabled() else ["off"]
    said += ["flush"] if isinstance(widget, Button) and widget._margin == FLUSH_MARGIN else []
    said += describe_size(widget)
    said += describe_look(widget)
    if widget.cursor().shape() is not Qt.CursorShape.ArrowCursor:
        said.append(widget.cursor().shape().name)
    if isinstance(widget, QLabel) and widget.buddy() is not None:
        said.append(f"of {type(widget.buddy()).__name__}")
    if widget.focusProxy() is not None:
        said.append(f"keys to {type(widget.focusProxy()).__name__}")
    keys = [one.toString() for action in widget.actions() for one in action.shortcuts()]
    said += [f"keys {' '.join(keys)}"] if keys else []
    interface: Any = QAccessible.queryAccessibleInterface(widget)
    said += [f"as {interface.role().name}"] if interface is not None else []
    return " ".join((*said, *describe_connections(widget)))


def describe_other(thing: QObject) -> str:
    """The same of an action, a timer or a validator: what a widget keeps beside other widgets."""
    said = [type(thing).__name__, *describe_flags(thing)]
    if isinstance(thing, QAction):
        said += [one.toString() for one in thing.shortcuts()]
        said += [] if thing.isEnabled() else ["off"]
        said += [] if thing.isVisible() else ["unseen"]
    if isinstance(thing, QShortcut):
        said += [thing.key().toString(), thing.context().name]
    return " ".join((*said, *describe_connections(thing)))


def is_told_of(thing: QObject) -> bool:
    """Whether an object that is no widget has a line of its own."""
    return isinstance(thing, QAction | QShortcut | QTimer | QValidator)


def describe_flags(thing: QObject) -> list[str]:
    """Which texts it has, whether an icon, and each flag that is not as usual."""
    said = [name for name in TEXTS if ask(thing, name)]
    icon = ask(thing, "icon")
    said += [f"icon={name_icon(icon)}"] if isinstance(icon, QIcon) and not icon.isNull() else []
    for kind, names in FLAGS.items():
        if isinstance(thing, kind):
            said += filter(None, (show(name, ask(thing, name)) for name in names.split()))
    return said


def name_icon(icon: QIcon) -> str:
    """The name of an icon of ours, by its shape; of what is drawn otherwise nothing is known."""
    return list_shapes().get(draw_shape(icon), "another")


@functools.cache
def list_shapes() -> dict[bytes, str]:
    """The names of all icons by their shapes."""
    icons = Icons()
    names = [name.removesuffix(".svg") for name in resources.list_names("icons")]
    known = [name for name in names if f"{name}.svg" in resources.list_names("icons")]
    return {draw_shape(icons.get_icon(name, "#000000", 16)): name for name in known}


def draw_shape(icon: QIcon) -> bytes:
    """Where an icon covers what is below it, at its smallest."""
    picture = icon.pixmap(QSize(16, 16), 1.0).toImage()
    shape = picture.convertToFormat(QImage.Format.Format_Alpha8)  # which owns what is read of it
    return bytes(shape.constBits())


def describe_size(widget: QWidget) -> list[str]:
    """How a widget's size follows from its content, and on which sides it is limited."""
    policy = widget.sizePolicy()
    said = [f"{policy.horizontalPolicy().name}/{policy.verticalPolicy().name}"]
    if policy.horizontalStretch() or policy.verticalStretch():
        said.append(f"stretch {policy.horizontalStretch()}/{policy.verticalStretch()}")
    said += ["keeps its room"] if policy.retainSizeWhenHidden() else []
    limits = (
        ("w>", widget.minimumWidth() > 0),
        ("h>", widget.minimumHeight() > 0),
        ("w<", widget.maximumWidth() < NO_LIMIT),
        ("h<", widget.maximumHeight() < NO_LIMIT),
    )
    return said + [name for name, is_set in limits if is_set]


def describe_look(widget: QWidget) -> list[str]:
    """Letters other than the usual ones, a picture, and room kept beside a text."""
    font, usual = widget.font(), QApplication.font()
    share = font.pointSizeF() / usual.pointSizeF()
    looks = (
        (f"letters {share:.2f}", round(share, 2) != 1),
        (f"weight {font.weight()}", font.weight() != usual.weight()),
        ("picture", isinstance(widget, QLabel) and not widget.pixmap().isNull()),
    )
    said = [words for words, is_so in looks if is_so]
    if isinstance(widget, QLineEdit):
        margins = widget.textMargins()
        sides = {"left": margins.left(), "right": margins.right()}
        said += [f"room {side}" for side, room in sides.items() if room > 0]
    return said


def describe_connections(thing: QObject) -> list[str]:
    """How many receivers each signal of an object has, where it has any."""
    kind: Any = type(thing)
    said = []
    for name, signature in list_signals(kind):
        count = thing.receivers(f"2{signature}")
        said += [f"{name}:{count}"] if count else []
    return said


@functools.cache
def list_signals(kind: Any) -> list[tuple[str, str]]:
    """The signals of a kind of object, with the arguments of each that has most of them.

    Not asked of its ``QMetaObject``: that of a class of ours is made anew as slots are connected.
    """
    found = {}
    for name in sorted(set(dir(kind)) - QTS_OWN_SIGNALS):
        signal = getattr(kind, name, None)
        if isinstance(signal, Signal):
            found[name] = max(str(signal).split("; "), key=len)
    return list(found.items())


def ask(thing: QObject, name: str) -> Any:
    """What an object says of itself; a class of ours may have an attribute of Qt's name."""
    value = getattr(thing, name, None)
    return value() if callable(value) else value


def show(name: str, value: Any) -> str:
    """A flag that is on, or the name of a value; nothing for what is off."""
    if name in USUAL_FLAGS:
        return "" if value else f"{name}=False"
    if isinstance(value, bool):
        return name if value else ""
    number = getattr(value, "value", value)
    return "" if number == 0 or value in USUAL else f"{name}={getattr(value, 'name', value)}"
