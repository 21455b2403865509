"""The dialog *Kept tokens*: every item of this app in the keyring, each can be forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.dialog_buttons import ACTION, REJECT, create_button_box
from inspector_app.desktop.widgets.isolating_delegate import IsolatingDelegate
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.plain_text import to_plain_text
from inspector_app.desktop.widgets.row_choice import choose_row
from inspector_app.inspection.connection_secrets import SecretKind, split_account
from inspector_app.session.time_format import format_absolute
from inspector_app.session.translatable_text import tr
from inspector_app.vault.kept_items import MAX_ITEMS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.vault.kept_items import KeptItem

_ENVIRONMENT_COLUMN: Final = 0
_HOST_COLUMN: Final = 2
_ROW_HEIGHT: Final = 26
_PADDING: Final = 12
"""Pixels at 100 % behind the words of a column, which else touch the next one or the edge."""

_NAME_ROLE: Final = Qt.ItemDataRole.UserRole
_KINDS: Final = {
    SecretKind.TOKEN: tr("Token"),
    SecretKind.SECRET_KEY: tr("SecretKey"),
    SecretKind.PROXY_PASSWORD: tr("Proxy password"),
    SecretKind.CERTIFICATE_PASSWORD: tr("Certificate password"),
}


class _PaddedDelegate(IsolatingDelegate):
    """Asks for room behind the words."""

    def __init__(self, padding: int, parent: QTreeWidget) -> None:
        super().__init__(parent)
        self._padding = padding

    @qt_override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + self._padding, size.height())


class KeptTokensDialog(QDialog):
    """``forget_requested`` carries the names of the chosen items, as a tuple."""

    forget_requested = Signal(object)
    unlock_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        environment_names: Mapping[str, str],
        zone: tzinfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = theme.spacing.to_pixels
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Kept tokens"))
        self.resize(px(860), px(380))
        self._environment_names = environment_names
        self._zone = zone
        self._row_height = px(_ROW_HEIGHT)
        self.list = QTreeWidget()
        self.list.setItemDelegate(_PaddedDelegate(px(_PADDING), self.list))
        self.list.setAccessibleName(translate("Kept tokens"))
        self.list.setIndentation(px(14))  # rows begin where the first heading does
        self.list.setItemsExpandable(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHeaderLabels(
            [
                translate("Environment"),
                translate("What"),
                translate("Kept for"),
                translate("Fingerprint"),
                translate("Kept since"),
            ]
        )
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        for column in (_ENVIRONMENT_COLUMN, _HOST_COLUMN):  # which have texts of any length
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.list.itemSelectionChanged.connect(self._update_buttons)
        self.note = PlainLabel()
        self.note.setProperty("look", "soft")
        self.unlock_button = Button(theme, ButtonVariant.TALL, translate("Unlock…"))
        self.unlock_button.clicked.connect(self.unlock_requested)
        self.unlock_button.hide()
        self.forget_button = Button(theme, ButtonVariant.TALL, translate("Forget"))
        self.forget_button.clicked.connect(self._forget)
        close = Button(theme, ButtonVariant.TALL, translate("Close"))
        close.clicked.connect(self.reject)
        buttons = create_button_box(
            (self.forget_button, ACTION), (self.unlock_button, ACTION), (close, REJECT)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[px(16)] * 4)
        layout.setSpacing(px(12))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        layout.addWidget(buttons)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._forget)
        self._update_buttons()
        self.list.setFocus()

    def show_items(self, items: Sequence[KeptItem]) -> None:
        """Show these and no others."""
        self.list.clear()
        self.list.addTopLevelItems([self._create_row(item) for item in items[:MAX_ITEMS]])
        if items:
            choose_row(self.list, self.list.model().index(0, 0))
        if len(items) > MAX_ITEMS:
            more = translate(
                "More are kept than these {count}: forget some to see them.", count=MAX_ITEMS
            )
            self.show_note(more)
        elif items:
            self.show_note(translate("“Forget” deletes what is chosen, from keyring and memory."))
        else:
            self.show_note(translate("Nothing is kept."))

    def show_note(self, text: str, *, can_unlock: bool = False) -> None:
        """Show a sentence below the list, and the button that unlocks where that helps."""
        self.note.setText(text)
        self.unlock_button.setVisible(can_unlock)

    def _create_row(self, item: KeptItem) -> QTreeWidgetItem:
        environment_id, kind = split_account(item.name)
        name = self._environment_names.get(environment_id)
        is_token = kind is SecretKind.TOKEN
        cells = (
            translate("(gone)") if name is None else name,
            render_text(_KINDS[kind]),
            item.host or translate("(locked or damaged)"),
            item.fingerprint if is_token else "",  # a password is too short for one
            translate("this run only") if item.is_in_memory else self._format_date(item),
        )
        row = QTreeWidgetItem([to_plain_text(cell) for cell in cells])
        row.setData(0, _NAME_ROLE, item.name)
        # The height is the row's; the width of this column is what the others leave.
        row.setSizeHint(_ENVIRONMENT_COLUMN, QSize(0, self._row_height))
        return row

    def _format_date(self, item: KeptItem) -> str:
        if item.changed_at is None:
            return ""
        return render_text(format_absolute(item.changed_at, self._zone))

    def _update_buttons(self) -> None:
        self.forget_button.setEnabled(bool(self.list.selectedItems()))

    def _forget(self) -> None:
        names = tuple(str(row.data(0, _NAME_ROLE)) for row in self.list.selectedItems())
        if names:
            self.forget_requested.emit(names)
