"""Rows of environments, each with its square, name and address, for lists of thousands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.environment_square import create_square_icon, get_letter
from inspector_app.desktop.widgets.plain_text import to_plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.settings.environment import Environment

ADDRESS_ROLE = Qt.ItemDataRole.UserRole
ENVIRONMENT_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class EnvironmentListModel(QAbstractListModel):
    """Holds the environments that are shown; ``current_id`` is in bold."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._environments: tuple[Environment, ...] = ()
        self._current_id: str | None = None
        self._icons: dict[tuple[str, str], QIcon] = {}
        theme.changed.connect(self._icons.clear)

    def show_environments(
        self, environments: Sequence[Environment], current_id: str | None
    ) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._environments = tuple(environments)
        self._current_id = current_id
        self.endResetModel()

    def find_row(self, environment_id: str | None) -> int:
        """The row of an environment; 0 where it is not among them."""
        rows = (row for row, one in enumerate(self._environments) if one.id == environment_id)
        return next(rows, 0)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._environments)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own signature
        environment = self._environments[index.row()]
        readers: dict[int, Callable[[Environment], object]] = {
            Qt.ItemDataRole.DisplayRole: self._get_name,
            Qt.ItemDataRole.DecorationRole: self._get_icon,
            Qt.ItemDataRole.FontRole: self._get_font,
            Qt.ItemDataRole.AccessibleTextRole: self._describe,
            ADDRESS_ROLE: lambda one: to_plain_text(one.address),
            ENVIRONMENT_ROLE: lambda one: one,
        }
        read = readers.get(role)
        return None if read is None else read(environment)

    def _get_name(self, environment: Environment) -> str:
        return to_plain_text(environment.name)

    def _get_font(self, environment: Environment) -> QFont:
        font = QFont()
        font.setBold(environment.id == self._current_id)
        return font

    def _describe(self, environment: Environment) -> str:
        return describe_environment(environment, is_current=environment.id == self._current_id)

    def _get_icon(self, environment: Environment) -> QIcon:
        key = get_letter(environment.name), environment.tier.value
        if key not in self._icons:
            self._icons[key] = create_square_icon(environment, self._theme.colours)
        return self._icons[key]


def describe_environment(environment: Environment, *, is_current: bool) -> str:
    """A row in one text, for a screen reader."""
    name, gateway = to_plain_text(environment.name), to_plain_text(environment.address)
    if is_current:
        return translate("{name}, in use, {address}", name=name, address=gateway)
    return translate("{name}, {address}", name=name, address=gateway)


class EnvironmentDelegate(QStyledItemDelegate):
    """Paints the address beside the name, in a column of its own."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del index
        return QSize(0, max(option.fontMetrics.height(), 16) + self._theme.spacing.to_pixels(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        px, colours = self._theme.spacing.to_pixels, self._theme.colours
        self.initStyleOption(option, index)
        name, icon = option.text, QIcon(option.icon)
        option.text, option.icon = "", QIcon()
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        inside = QRect(option.rect).adjusted(px(8), 0, -px(8), 0)
        side = px(16)
        box = QRect(inside.left(), inside.center().y() - side // 2, side, side)
        left = inside.left() + side + px(8)
        column = (inside.right() - left) * 2 // 5
        first = QRect(left, inside.top(), column - px(8), inside.height())
        second = QRect(left + column, inside.top(), inside.right() - left - column, inside.height())
        for target in (box, first, second):
            target.moveLeft(
                style.visualRect(option.direction, inside, target).left()
            )  # mirrored where the language is
        icon.paint(painter, box)
        text = QColor(colours.on_accent if is_selected else colours.text)
        soft = QColor(colours.on_accent if is_selected else colours.muted)
        _draw_line(painter, option.font, text, first, name)
        _draw_line(painter, QFont(option.widget.font()), soft, second, index.data(ADDRESS_ROLE))


def _draw_line(painter: QPainter, font: QFont, colour: QColor, box: QRect, text: str) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    line = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, line)
