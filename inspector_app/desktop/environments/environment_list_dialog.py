"""The dialog *Environments*: their order, duplicates, import and export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from inspector_app.desktop.environments.environment_list import EnvironmentList
from inspector_app.desktop.environments.environment_transfer import EnvironmentTransfer
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.announcement import announce
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.plain_text import set_tooltip
from inspector_app.desktop.widgets.screen_room import limit_size
from inspector_app.settings.policies import NOT_ALLOWED_TEXT

if TYPE_CHECKING:
    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.settings.environment import Environment

_WIDTH: Final = 720
_HEIGHT: Final = 440


class EnvironmentListDialog(QDialog):
    """Shows the user's own environments; a change is saved at once.

    ``add_requested`` asks for another; ``edit_requested``, ``duplicate_requested`` and
    ``delete_requested`` carry one of them. The dialog has closed by then.
    """

    add_requested = Signal()
    edit_requested = Signal(object)
    duplicate_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        background: BackgroundExecutor,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Environments"))
        px = theme.spacing.to_pixels
        self.resize(limit_size(self, QSize(px(_WIDTH), px(_HEIGHT))))
        self.transfer = EnvironmentTransfer(preferences, background, self)
        self.transfer.message.connect(self.show_note)
        self.list = EnvironmentList(theme)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().selectionChanged.connect(self._update_buttons)
        self.list.doubleClicked.connect(self._edit)
        self.list.allow_moving()
        self.list.moved.connect(self._move_to)
        self.note = PlainLabel(
            translate("“Export” writes what is chosen, Ctrl+A chooses all; secrets stay here.")
        )
        self.note.setProperty("look", "soft")
        self._create_buttons()
        self._build_layout()
        self._add_shortcuts()
        preferences.changed.connect(self._show_environments)
        self._show_environments()

    def open_on_current(self) -> None:
        """Open with the environment in use chosen."""
        current = self._preferences.own_current
        self.list.choose(None if current is None else current.id)
        self.list.setFocus()
        self.open()

    @Slot(str)
    def show_note(self, text: str) -> None:
        """Show a sentence below the list, and have it spoken."""
        self.note.setText(text)
        announce(self, text)

    def _create_buttons(self) -> None:
        def create(text: str, tooltip: str = "") -> Button:
            button = Button(self._theme, ButtonVariant.TALL, text)
            if tooltip:
                set_tooltip(button, tooltip)
            return button

        self.add_button = create(translate("Add…"))
        if self._preferences.policies.has_machine_environments_only:
            self.add_button.setEnabled(False)
            set_tooltip(self.add_button, render_text(NOT_ALLOWED_TEXT))
        self.up_button = create(translate("Up"), translate("Move up (Alt+Up)"))
        self.down_button = create(translate("Down"), translate("Move down (Alt+Down)"))
        self.edit_button = create(translate("Edit…"))
        self.duplicate_button = create(translate("Duplicate…"))
        self.delete_button = create(translate("Delete…"))
        self.import_button = create(translate("Import…"))
        self.export_button = create(translate("Export…"))
        self.close_button = create(translate("Close"))
        self.add_button.clicked.connect(self._add)
        self.up_button.clicked.connect(self._move_up)
        self.down_button.clicked.connect(self._move_down)
        self.edit_button.clicked.connect(self._edit)
        self.duplicate_button.clicked.connect(self._duplicate)
        self.delete_button.clicked.connect(self._delete)
        self.import_button.clicked.connect(self.transfer.open_import_dialog)
        self.export_button.clicked.connect(self._export)
        self.close_button.clicked.connect(self.reject)

    def _build_layout(self) -> None:
        px = self._theme.spacing.to_pixels
        side = QVBoxLayout()
        side.setSpacing(px(8))
        for button in (
            *(self.add_button, self.edit_button, self.duplicate_button, self.delete_button),
            *(self.up_button, self.down_button),
        ):
            side.addWidget(button)
        side.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(px(12))
        beside.addWidget(self.list, 1)
        beside.addLayout(side)
        below = QHBoxLayout()
        below.setSpacing(px(8))
        below.addWidget(self.import_button)
        below.addWidget(self.export_button)
        below.addStretch(1)
        below.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[px(16)] * 4)
        layout.setSpacing(px(12))
        layout.addLayout(beside, 1)
        layout.addWidget(self.note)
        layout.addLayout(below)

    def _add_shortcuts(self) -> None:
        for keys, slot in (
            (QKeySequence("Alt+Up"), self._move_up),
            (QKeySequence("Alt+Down"), self._move_down),
            (QKeySequence("Return"), self._edit),
            (QKeySequence("Enter"), self._edit),
            (QKeySequence(QKeySequence.StandardKey.Delete), self._delete),
        ):
            shortcut = QShortcut(keys, self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    @Slot()
    def _show_environments(self) -> None:
        chosen = self.list.list_chosen()
        current = self._preferences.own_current
        self.list.show_environments(
            self._preferences.settings.environments, None if current is None else current.id
        )
        self.list.choose(chosen[0].id if chosen else None)
        self._update_buttons()

    def _find_only_chosen(self) -> Environment | None:
        chosen = self.list.list_chosen()
        return chosen[0] if len(chosen) == 1 else None

    @Slot()
    def _update_buttons(self) -> None:
        chosen = self.list.list_chosen()
        row = self.list.get_current_row()
        is_one = len(chosen) == 1
        self.up_button.setEnabled(is_one and row > 0)
        self.down_button.setEnabled(is_one and row < self.list.shown_count - 1)
        for button in (self.edit_button, self.duplicate_button, self.delete_button):
            button.setEnabled(is_one)
        self.export_button.setEnabled(bool(chosen))

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        chosen = self._find_only_chosen()
        if chosen is not None:
            self._move_to(chosen, self.list.get_current_row() + step)

    @Slot(object, int)
    def _move_to(self, environment: Environment, position: int) -> None:
        self._preferences.move_environment(environment, position)
        self.list.choose(environment.id)

    @Slot()
    def _add(self) -> None:
        self.accept()
        self.add_requested.emit()

    @Slot()
    def _edit(self) -> None:
        self._close_with(self.edit_requested)

    @Slot()
    def _duplicate(self) -> None:
        self._close_with(self.duplicate_requested)

    @Slot()
    def _delete(self) -> None:
        self._close_with(self.delete_requested)

    def _close_with(self, signal: SignalInstance) -> None:
        chosen = self._find_only_chosen()
        if chosen is not None:
            self.accept()
            signal.emit(chosen)

    @Slot()
    def _export(self) -> None:
        self.transfer.open_export_dialog(self.list.list_chosen())
