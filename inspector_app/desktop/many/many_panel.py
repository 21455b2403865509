"""The panel of a queue, in the place of the answer: card, filters, table and what leaves it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector_app.desktop.export.export_save_bar import ExportSaveBar
from inspector_app.desktop.many.group_chips import GroupChips
from inspector_app.desktop.many.many_card import ManyCard
from inspector_app.desktop.many.many_table import ManyTable
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.theme.theme import Theme

_FILTER_WIDTH: Final = 110
"""Pixels at 100 % that are left to the field in which rows are filtered."""


class ManyPanel(QWidget):
    """``escaped``: Esc was pressed in it; ``copy_requested`` and ``export_requested``: buttons."""

    escaped = Signal()
    copy_requested = Signal()
    export_requested = Signal()

    def __init__(self, theme: Theme, background: BackgroundExecutor) -> None:
        super().__init__()
        self._theme = theme
        px = theme.spacing.to_pixels
        self.card = ManyCard(theme)
        self.question_bar = NoticeBar(theme)
        self.chips = GroupChips(theme)
        self.filter_field = QLineEdit()
        self.filter_field.setProperty("look", "small")
        self.filter_field.setPlaceholderText(translate("Filter rows"))
        self.filter_field.setAccessibleName(translate("Filter rows"))
        self.filter_field.setClearButtonEnabled(True)
        self.copy_button = Button(theme, ButtonVariant.PLAIN, translate("Copy table"))
        self.copy_button.clicked.connect(self.copy_requested)
        self.export_button = Button(theme, ButtonVariant.PLAIN, translate("Export…"))
        self.export_button.setAccessibleName(translate("Export the table"))
        self.export_button.clicked.connect(self.export_requested)
        self.table = ManyTable(theme)
        self.save_bar = ExportSaveBar(theme, background)
        self.hint_label = PlainLabel()
        self.hint_label.setProperty("look", "soft")
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.chips)
        row.addWidget(self.filter_field, 1)
        row.addWidget(self.copy_button)
        row.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        for part in (self.card, self.question_bar):
            layout.addWidget(part)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.save_bar)
        layout.addWidget(self.hint_label)
        self.chips.chosen.connect(self._update_filter)
        self.filter_field.textChanged.connect(self._update_filter)
        theme.changed.connect(self._update_icons)
        self._update_icons()
        self.hint_label.setText(
            translate(
                "Each verdict is of when its answer came; Enter opens it. Results are kept for "
                "this run only, tokens of a queue never in the keyring."
            )
        )
        self.hide()

    def discard(self) -> None:
        """Let go of every row and text, and hide."""
        self.hide()
        self.question_bar.hide()
        self.save_bar.discard_export()
        self.filter_field.clear()
        self.chips.reset()
        self.table.many_model.discard()
        self.card.reset()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._theme.spacing.to_pixels
        buttons = (self.copy_button, self.export_button)
        others = sum(one.sizeHint().width() for one in buttons) + px(_FILTER_WIDTH) + 3 * px(8)
        self.chips.set_room(self.width() - others)

    @qt_override
    def event(self, event: QEvent) -> bool:
        """Esc is this panel's while the focus is in it: the window's action must not have it."""
        if event.type() is QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _update_filter(self, _chosen: object = None) -> None:
        words = self.filter_field.text().casefold().strip()
        self.table.many_model.set_filter(replace(self.chips.filter, words=words))

    def _update_icons(self) -> None:
        text = self._theme.colours.text
        self.copy_button.setIcon(self._theme.get_icon("copy", text))
        self.export_button.setIcon(self._theme.get_icon("share", text))


def _is_escape(event: QEvent) -> bool:
    key = getattr(event, "key", None)
    return callable(key) and key() == Qt.Key.Key_Escape
