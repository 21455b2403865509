"""What a part of the window is made of, shows and paints, in lines that can be pinned.

It is shown in a theme in which distances do not depend on the computer's letters, and in which each
icon is known by name and colour. After a change that was meant, the tests that call
``check_parts`` write what is from then on as it should be: ``PARTS_ARE_WRITTEN=1 pytest FILE``.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QBrush, QColor, QFont, QIcon, QPainter, QPen, QPicture, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QListView,
    QMenu,
    QProgressBar,
    QStackedWidget,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.desktop.theme.theme import LARGEST_USUAL_ICON, Theme
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.widget_description import TEXTS, ask, describe, show
from tests.desktop.widget_tree import describe_layout
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned

WRITING = "PARTS_ARE_WRITTEN"
IS_PINNED = pytest.mark.skipif(sys.platform != "linux", reason="other systems have other widgets")

SETTINGS = {
    QAbstractItemView: "iconSize",
    QListView: "layoutMode batchSize uniformItemSizes",
    QProgressBar: "isTextVisible minimum maximum",
    QStackedWidget: "currentIndex",
    QHeaderView: "defaultAlignment highlightSections sectionsMovable stretchLastSection "
    "sectionsClickable isSortIndicatorShown sortIndicatorSection sortIndicatorOrder textElideMode",
}
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.ForegroundRole,
    Qt.ItemDataRole.BackgroundRole,
    Qt.ItemDataRole.FontRole,
    Qt.ItemDataRole.UserRole + 1,
)
SCALE = 1.5
USUAL_WIDTH = 16777215
"""Pixels: the largest that Qt has, and so no limit."""


class KnownIcon(QIcon):
    """An icon that says what it is, and tells the painting that is recorded."""

    def __init__(self, icon: QIcon, words: str) -> None:
        super().__init__(icon)
        self.words = words

    def paint(self, painter: QPainter, rect: Any, *more: Any) -> None:
        if isinstance(painter, RecordingPainter):
            painter.lines.append(f"icon {self.words} {write(rect)}")
        super().paint(painter, rect, *more)


class KnownTheme(Theme):
    """A theme in which each icon is known, and no distance is what Qt takes by itself."""

    def __init__(self, application: QApplication, mode: ThemeMode = ThemeMode.LIGHT) -> None:
        self.known: list[KnownIcon] = []
        super().__init__(application, mode)
        self.spacing.scale = SCALE
        self._apply_style_sheet()

    def get_icon(
        self, name: str, colour: str | None = None, side: int = LARGEST_USUAL_ICON
    ) -> QIcon:
        return self._know(super().get_icon(name, colour, side), f"{name} {colour or ''}")

    def get_entry_icon(self, name: str, colour: str | None = None) -> QIcon:
        return self._know(super().get_entry_icon(name, colour), f"entry {name} {colour or ''}")

    def get_main_icon(self, name: str) -> QIcon:
        return self._know(super().get_main_icon(name), f"main {name}")

    def _know(self, icon: QIcon, words: str) -> QIcon:
        self.known.append(KnownIcon(icon, words.strip()))
        return self.known[-1]

    def name_icon(self, icon: QIcon) -> str:
        """The name of an icon that was asked for; nothing for one without a picture."""
        said = {one.words for one in self.known if one.cacheKey() == icon.cacheKey()}
        return "" if icon.isNull() else " or ".join(sorted(said)) or "some icon"

    def name_picture(self, label: QLabel) -> str:
        """The name of the icon that a label shows; nothing for one without a picture."""
        shown = label.pixmap()
        if shown.isNull():
            return ""
        size = shown.deviceIndependentSize().toSize()
        image = shown.toImage()
        said = {one.words for one in self.known if one.pixmap(size).toImage() == image}
        return " or ".join(sorted(said)) or "some picture"


def check_parts(parts: dict[str, list[str]], file: Any) -> None:
    """Compare with what is pinned, or write it."""
    found = pin_lines(parts.items())
    if os.environ.get(WRITING):
        write_pinned(found, file)
    assert_pinned(found, file)


def describe_part(theme: KnownTheme, widget: QWidget, depth: int = 0) -> list[str]:
    """A line for a widget, each timer of it, its layout, and all below it."""
    start = " " * depth
    lines = [f"{start}{describe(widget)} {describe_look(theme, widget)}".rstrip()]
    lines += [
        f"{start} timer {one.interval()} {one.isSingleShot()} {one.isActive()}"
        for one in widget.children()
        if isinstance(one, QTimer)
    ]
    layout = widget.layout()
    if layout is not None:
        lines.append(f"{start} {write_margins(layout)}")
        lines += [f"{start} :{line}" for line in describe_layout(layout)]
    for child in list_children(widget):
        lines += describe_part(theme, child, depth + 1)
    return lines


def list_children(widget: QWidget) -> list[QWidget]:
    """The widgets in it, and what a scroll area scrolls; no windows, and no others of Qt's own."""
    found: list[QWidget] = []
    for child in widget.children():
        if child.objectName() == "qt_scrollarea_viewport" and isinstance(child, QWidget):
            found += list_children(child)
        elif isinstance(child, QWidget) and not child.objectName().startswith("qt_"):
            found += [] if child.isWindow() else [child]
    return found


def describe_look(theme: KnownTheme, widget: QWidget) -> str:
    """Its words, its picture, its limits and its letters."""
    said = [f"{name}={tell(theme, ask(widget, name))}" for name in TEXTS if ask(widget, name)]
    for kind, names in SETTINGS.items():
        if isinstance(widget, kind):
            values = ((name, getattr(widget, name)()) for name in names.split())
            said += filter(None, (show(name, plain(value)) for name, value in values))
    if isinstance(widget, QAbstractButton) and (icon := theme.name_icon(widget.icon())):
        said.append(f"icon={icon} {write(widget.iconSize())}")
    if isinstance(widget, QLabel) and (picture := theme.name_picture(widget)):
        said.append(f"picture={picture}")
    for name in ("minimumWidth", "minimumHeight", "maximumWidth", "maximumHeight"):
        limit = getattr(widget, name)()
        said += [f"{name}={limit}"] if limit not in {0, USUAL_WIDTH} else []
    font, usual = widget.font(), QApplication.font()
    if (font.weight(), font.pointSizeF()) != (usual.weight(), usual.pointSizeF()):
        said.append(f"letters {font.weight()} {measure_letters(font)}")
    return " ".join(said)


def plain(value: Any) -> Any:
    return write(value) if isinstance(value, QSize) else value


def write_margins(layout: Any) -> str:
    """The room around and between what is in a layout, and in the layouts in it."""
    margins = layout.contentsMargins()
    sides = [margins.left(), margins.top(), margins.right(), margins.bottom()]
    below = [layout.itemAt(index).layout() for index in range(layout.count())]
    inner = [write_margins(one) for one in below if one is not None]
    return " ".join((f"[{sides} {layout.spacing()}]", *inner))


def describe_model(theme: KnownTheme, model: Any, parent: Any = None, depth: int = 0) -> list[str]:
    """A line for each cell of a model: all that it says in any role."""
    above = QModelIndex() if parent is None else parent
    lines = []
    count = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
    if parent is None:
        heads = [model.headerData(one, Qt.Orientation.Horizontal) for one in range(count)]
        beside = [model.headerData(one, Qt.Orientation.Vertical) for one in range(count)]
        lines.append(f"{model.rowCount(above)} rows, {heads} {beside}")
    for row in range(model.rowCount(above)):
        for column in range(count):
            index = model.index(row, column, above)
            said = [f"{role}={tell(theme, index.data(role))}" for role in ROLES]
            kept = " ".join(one for one in said if not one.endswith("=None"))
            lines.append(f"{' ' * depth}{row},{column} {kept} {index.flags().value}")
        below = model.index(row, 0, above)
        if not isinstance(model, QAbstractListModel | QAbstractTableModel):
            lines += describe_model(theme, model, below, depth + 1)
    return lines


def tell(theme: KnownTheme, value: Any) -> str:
    """What is shown; where a tooltip's lines end is a matter of the computer's letters."""
    if isinstance(value, QIcon):
        return theme.name_icon(value)
    return write(value.replace(" <br>", " ") if isinstance(value, str) else value)


class FixedMetrics:
    """The measures of letters that are all as wide: so no font of the computer has a part in it."""

    WIDTH = 7

    def horizontalAdvance(self, text: str) -> int:  # noqa: N802  # Qt's name
        return self.WIDTH * len(text)

    def averageCharWidth(self) -> int:  # noqa: N802  # Qt's name
        return self.WIDTH

    def lineSpacing(self) -> int:  # noqa: N802  # Qt's name
        return 2 * self.WIDTH

    def elidedText(self, text: str, mode: Qt.TextElideMode, width: int) -> str:  # noqa: N802  # Qt's name
        room = max(0, width // self.WIDTH)
        return text if len(text) <= room else f"{text[: room - 1]}…{mode.name}"


class RecordingPainter(QPainter):
    """Paints, and writes down what it is told by name and values."""

    lines: ClassVar[list[str]] = []

    def fontMetrics(self) -> Any:  # noqa: N802  # Qt's name
        return FixedMetrics()

    def boundingRect(self, rect: Any, text: str, *_more: Any) -> Any:  # type: ignore[override]  # noqa: N802
        lines = -(-FixedMetrics.WIDTH * len(text) // max(1, int(rect.width())))
        return QRectF(rect.left(), rect.top(), rect.width(), lines * 2 * FixedMetrics.WIDTH)


def _record(name: str) -> Any:
    paint = getattr(QPainter, name)

    def record(self: RecordingPainter, *values: Any) -> Any:
        self.lines.append(f"{name} {' '.join(map(write, values))}".rstrip())
        return paint(self, *values)

    return record


for _name in (
    "drawEllipse", "drawImage", "drawLine", "drawPixmap", "drawPolygon", "drawRect",
    "drawRoundedRect", "drawText", "fillRect", "restore", "save", "scale", "setBrush", "setFont",
    "setPen", "setRenderHint", "translate", "setOpacity", "drawPolyline", "drawPath", "rotate",
    "fillPath", "setRenderHints",
):  # fmt: skip
    setattr(RecordingPainter, _name, _record(_name))


FORMS: dict[Any, Any] = {
    (QRect, QRectF): lambda one: f"({one.x():g} {one.y():g} {one.width():g} {one.height():g})",
    QSize: lambda one: f"{one.width()}x{one.height()}",
    QPointF: lambda one: f"({one.x():g} {one.y():g})",
    QColor: lambda one: one.name(QColor.NameFormat.HexArgb),
    QPen: lambda one: f"pen({write(one.color())} {one.widthF():g} {one.style().name})",
    QBrush: lambda one: f"brush({write(one.color())} {one.style().name})",
    QFont: lambda one: f"font({one.weight()} {measure_letters(one)} {one.pixelSize()})",
    QPolygonF: lambda one: " ".join(write(point) for point in one.toList()),
    (str, int, float, bool, type(None)): repr,
}
"""How a value of each kind is written; of any other its name, or its type."""


def write(value: Any) -> str:
    """A value of Qt's as text."""
    for kind, form in FORMS.items():
        if isinstance(value, kind):
            return str(form(value))
    return getattr(value, "name", None) or type(value).__name__


def measure_letters(font: QFont) -> str:
    """How large they are, as a share of the usual ones."""
    return f"{font.pointSizeF() / QApplication.font().pointSizeF():.3f}"


@contextmanager
def recorded_painting():
    """A painter that writes down what is painted by it, and the lines."""
    picture = QPicture()
    painter = RecordingPainter(picture)
    RecordingPainter.lines = []
    yield painter, RecordingPainter.lines
    painter.end()


def record_painting(monkeypatch: Any, module: Any, widget: QWidget) -> list[str]:
    """What a widget that makes its own painter tells it."""
    with monkeypatch.context() as patched:
        patched.setattr(module, "QPainter", RecordingPainter)
        RecordingPainter.lines = []
        widget.grab()
    return RecordingPainter.lines


def build_option(
    rect: QRect,
    state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> QStyleOptionViewItem:
    """The option of a row that is painted there."""
    option = QStyleOptionViewItem()
    option.rect, option.state, option.direction = rect, state, direction
    return option


def list_emitted(part: Any, signals: tuple[str, ...], buttons: dict[str, Any]) -> list[str]:
    """What a part tells when each of its buttons is pressed."""
    lines: list[str] = []
    for name in signals:
        getattr(part, name).connect(
            lambda *values, name=name: lines.append(f" {name} {' '.join(map(write, values))}")
        )
    for words, button in buttons.items():
        lines.append(words)
        button.click()
    return lines


def list_menu(theme: KnownTheme, menu: QMenu) -> list[str]:
    """The entries of a menu and of those below it."""
    lines = []
    for one in menu.actions():
        words = "-" if one.isSeparator() else one.text()
        flags = (one.isCheckable(), one.isChecked(), one.isEnabled())
        lines.append(f"{words} {theme.name_icon(one.icon())} {flags}")
        if isinstance(below := one.menu(), QMenu):
            lines += [f" {line}" for line in list_menu(theme, below)]
    return lines
