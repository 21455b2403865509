"""The pane at the left with the history: open with filter and two lines, or folded to icons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.history.filter_field import FilterField
from inspector_app.desktop.history.history_model import HistoryModel
from inspector_app.desktop.history.history_view import HistoryView
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.key_names import format_keys
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import ElidedLabel, PlainLabel
from inspector_app.desktop.widgets.plain_text import set_tooltip
from inspector_app.history.history import find_entries

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from PySide6.QtGui import QAction, QHideEvent, QShowEvent

    from inspector_app.desktop.actions import ActionCollection
    from inspector_app.desktop.history.history_store import HistoryStore
    from inspector_app.desktop.theme.theme import Theme

_OPEN_WIDTH: Final = 272
_FOLDED_WIDTH: Final = 48
_AGE_MS: Final = 20_000
"""Milliseconds after which the ages are painted anew: they are told in minutes."""


class HistoryPane(QFrame):
    """Shows the entries of the store; ``toggled`` when it is to open or to fold."""

    toggled = Signal()

    def __init__(
        self,
        theme: Theme,
        actions: ActionCollection,
        store: HistoryStore,
        get_zone: Callable[[], tzinfo],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._store = store
        self.is_open = False
        self._is_shared = False
        self._shown_number: int | None = None
        self.setProperty("look", "side")
        self.setAccessibleName(translate("History"))
        self.model = HistoryModel(get_zone, self)
        self.view = HistoryView(theme, self.model)
        self._is_locked = False
        self._create_head(actions[ActionId.HISTORY])
        self.filter_field = FilterField(theme)
        self.filter_field.left.connect(self.view.setFocus)
        self.none_label = PlainLabel()
        self.none_label.setProperty("look", "soft")
        self.foot_label = ElidedLabel()
        self.foot_label.setProperty("look", "soft")
        self.clear_button = Button(theme, ButtonVariant.LINK, translate("Clear"))
        set_tooltip(self.clear_button, translate("Remove all answers, those on disk too"))
        self._build_layout()
        self._age_timer = QTimer(self)
        self._age_timer.setInterval(_AGE_MS)
        self._age_timer.timeout.connect(self.view.viewport().update)
        self.filter_field.textChanged.connect(self.update_entries)
        self.view.typed.connect(self._on_typed)
        store.changed.connect(self.update_entries)
        theme.changed.connect(self._update_icons)
        self._update_icons()
        self.set_open(is_open=False)
        self.update_entries()

    def set_open(self, *, is_open: bool) -> None:
        """Open the pane, or fold it to the icons of its entries."""
        self.is_open = is_open
        px = self._theme.spacing.to_pixels
        self.setFixedWidth(px(_OPEN_WIDTH if is_open else _FOLDED_WIDTH))
        self._head_layout.setContentsMargins(px(16 if is_open else 8), 0, px(8), 0)
        opened = (self.title_label, self.count_label, self.keys_label, self.filter_field, self.foot)
        for widget in opened:
            widget.setVisible(is_open)
        self.folded_count_label.setVisible(not is_open)
        if not is_open:
            self.filter_field.clear()
        self.view.set_compact(is_compact=not is_open)
        self._update_icons()
        self._update_texts()

    def set_shared(self, is_shared: bool) -> None:  # noqa: FBT001  # a signal's receiver
        """Show labels in place of names, and no notes."""
        self._is_shared = is_shared
        self.update_entries()

    def set_locked(self, is_locked: bool) -> None:  # noqa: FBT001  # a signal's receiver
        """Have no text in any widget while the window is locked; the store keeps its entries."""
        self._is_locked = is_locked
        self.filter_field.clear()
        self.update_entries()

    def show_current(self, number: int | None) -> None:
        """Mark the entry of the answer that is shown."""
        self._shown_number = number
        self.view.show_current(number)

    def set_letters(self, letters: dict[int, str]) -> None:
        """Mark the sides of a comparison by their letters."""
        self.view.delegate.letters = letters
        self.view.viewport().update()

    def stop(self) -> None:
        """Stop the timer, because the window is closing."""
        self._age_timer.stop()

    def update_entries(self) -> None:
        """Show the entries that fit the filter, and none in a locked window."""
        sought, is_shared = self.filter_field.text(), self._is_shared
        found = (
            ()
            if self._is_locked
            else find_entries(self._store.history, sought, render_text, is_shared=is_shared)
        )
        self.model.set_entries(found, is_shared=self._is_shared)
        self.view.show_current(self._shown_number)
        self._update_texts()
        self._update_timer()

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update_timer()

    @qt_override
    def hideEvent(self, event: QHideEvent) -> None:
        """Also of a window that is minimised: then nothing here wakes the processor."""
        super().hideEvent(event)
        self._age_timer.stop()

    def _update_timer(self) -> None:
        """Let the ages go on while somebody may see them."""
        if not (self._store.history.entries and self.isVisible()):
            self._age_timer.stop()
        elif not self._age_timer.isActive():
            self._age_timer.start()

    def _create_head(self, action: QAction) -> None:
        self.title_label = PlainLabel(translate("History"))
        font = self.title_label.font()
        font.setWeight(font.Weight.Bold)
        font.setPointSizeF(font.pointSizeF() * 15 / 13)
        self.title_label.setFont(font)
        self.title_label.setWordWrap(False)
        self.count_label, self.folded_count_label = PlainLabel(), PlainLabel()
        for label in (self.count_label, self.folded_count_label):
            label.setProperty("look", "soft")
            label.setWordWrap(False)
        keys = format_keys(action.shortcut())
        self.keys_label = PlainLabel(keys)
        self.keys_label.setProperty("look", "soft")
        self.keys_label.setWordWrap(False)
        self.fold_button = Button(self._theme)
        self.fold_button.setFixedWidth(self._theme.spacing.to_pixels(32))
        self.fold_button.clicked.connect(self.toggled)
        set_tooltip(
            self.fold_button,
            translate("{action} ({keys})", action=translate("History"), keys=keys),
        )
        self.fold_button.setAccessibleName(translate("History"))

    def _build_layout(self) -> None:
        px = self._theme.spacing.to_pixels
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(16), 0, 0)
        layout.setSpacing(px(8))
        self._head_layout = head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.title_label)
        head.addWidget(self.count_label)
        head.addStretch(1)
        head.addWidget(self.keys_label)
        head.addWidget(self.fold_button)
        layout.addLayout(head)
        layout.addWidget(self.folded_count_label, 0, Qt.AlignmentFlag.AlignHCenter)
        filtering = QHBoxLayout()
        filtering.setContentsMargins(px(16), 0, px(16), 0)
        filtering.addWidget(self.filter_field)
        layout.addLayout(filtering)
        nothing = QHBoxLayout()
        nothing.setContentsMargins(px(16), 0, px(16), 0)
        nothing.addWidget(self.none_label)
        layout.addLayout(nothing)
        layout.addWidget(self.view, 1)
        self.foot = QFrame()
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(px(16), px(4), px(10), px(8))
        row.addWidget(self.foot_label, 1)
        row.addWidget(self.clear_button)
        layout.addWidget(self.foot)

    def _update_texts(self) -> None:
        total, shown = len(self._store.history.entries), len(self.model.entries)
        words = str(total)
        if self.is_open and shown != total:
            words = translate("{shown} of {total}", shown=shown, total=total)
        self.count_label.setText(words)
        self.folded_count_label.setText(str(total))
        self.none_label.setText(
            translate("No answer fits the filter.")
            if total
            else translate("Each answer of this run is kept here, without its token.")
        )
        self.none_label.setVisible(self.is_open and not shown)
        self.clear_button.setVisible(bool(total))
        self.foot_label.set_text(
            translate("For 30 days, no tokens")
            if self._store.keeps_on_disk
            else translate("For this run, no tokens")
        )

    def _on_typed(self, text: str) -> None:
        if self.is_open:
            self.filter_field.setFocus()
            self.filter_field.setText(self.filter_field.text() + text)

    def _update_icons(self) -> None:
        name = "panel-left-close" if self.is_open else "history"
        self.fold_button.setIcon(self._theme.get_icon(name))
