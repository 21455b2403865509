"""Pop-up in which an environment is found by typing, and chosen by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from inspector_app.desktop.environments.environment_list import EnvironmentList
from inspector_app.desktop.environments.environment_search import (
    SearchEntry,
    build_entry,
    find_environments,
)
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.announcement import announce
from inspector_app.desktop.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.settings.environment import Environment

_WIDTH: Final = 560
_MAX_ROWS: Final = 10
_MAX_SHOWN: Final = 100
"""Environments in the list at once: of more, some are found by typing."""

_LIST_KEYS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class EnvironmentSwitcher(QFrame):
    """``chosen`` carries an environment; ``closed`` follows in any case.

    The keys stay in the field: those that move, move the list.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._preferences = preferences
        self._entries: list[SearchEntry] = []
        self._spacing = theme.spacing
        px = theme.spacing.to_pixels
        self.setProperty("look", "popup")
        self.field = QLineEdit()
        self.field.setMaxLength(200)
        self.field.setPlaceholderText(translate("Type a name or an address"))
        self.field.setAccessibleName(translate("Find an environment"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list = EnvironmentList(theme)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._choose)
        nothing = translate("No environment has this in its name or address.")
        self.nothing_label = PlainLabel(nothing)
        self.nothing_label.setProperty("look", "soft")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[px(8)] * 4)
        layout.setSpacing(px(8))
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing_label)

    def open_below(self, anchor: QWidget) -> None:
        """Show all environments below a widget, the one in use chosen."""
        self._entries = [build_entry(one) for one in self._preferences.environments]
        self._search("")
        px = self._spacing.to_pixels
        rows = min(max(len(self._entries), 2), _MAX_ROWS)
        row_height = max(self.list.sizeHintForRow(0), px(28))
        around = self.sizeHint().height() - self.list.sizeHint().height()
        wanted = around + rows * row_height + 2 * self.list.frameWidth()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height()))
        screen = QGuiApplication.screenAt(corner) or self.screen()
        room = screen.availableGeometry()
        self.resize(min(px(_WIDTH), room.width()), min(wanted, room.bottom() - corner.y()))
        # Where one reads from right to left, the right edges are in line.
        left = corner.x() + (anchor.width() - self.width() if anchor.isRightToLeft() else 0)
        self.move(max(room.left(), min(left, room.right() - self.width())), corner.y())
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _LIST_KEYS:
                self.list.event(event)
                self._announce_row()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose()
                return True
        return super().eventFilter(watched, event)

    @qt_override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.field.setText("")  # what was typed is gone, from its history too
        self.closed.emit()

    @Slot(str)
    def _search(self, typed: str) -> None:
        current = self._preferences.current
        current_id = None if current is None else current.id
        found = find_environments(self._entries, typed)
        is_typed = bool(typed.strip())
        first = 0 if is_typed else _find_first(found, current_id)
        self.list.show_environments(found[first : first + _MAX_SHOWN], current_id)
        self.list.choose(None if is_typed else current_id)
        self.list.setVisible(bool(found))
        self.nothing_label.setVisible(not found)
        if self.isVisible():
            self._announce_row()

    def _announce_row(self) -> None:
        """Say the chosen row: the keys are in the field, and a reader with them."""
        text = self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        announce(self, text or self.nothing_label.text())

    @Slot()
    def _choose(self) -> None:
        environment = self.list.get_current()
        if environment is not None:
            self.hide()
            self.chosen.emit(environment)


def _find_first(environments: Sequence[Environment], current_id: str | None) -> int:
    """Where to begin, so that the environment in use is among those that are shown."""
    places = (place for place, one in enumerate(environments) if one.id == current_id)
    return max(0, next(places, 0) - _MAX_SHOWN // 2)
