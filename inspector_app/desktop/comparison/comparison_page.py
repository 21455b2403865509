"""The page of a comparison: the two choices, the words, the table of what matters, the tree."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from inspector_app.desktop.comparison.aspect_table import AspectTable
from inspector_app.desktop.comparison.comparison_card import ComparisonCard
from inspector_app.desktop.comparison.comparison_fields import ComparisonFields
from inspector_app.desktop.comparison.side_button import SideButton
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.plain_text import set_tooltip
from inspector_app.session.comparison.comparison_model import Side

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.history.history_store import HistoryStore
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.compared_results import ComparedResults
    from inspector_app.session.time_format import TimeContext

_ROOMY_HEIGHT: Final = 560
"""Pixels at 100 % from which all sentences have room above the table and the tree."""


class ComparisonPage(QWidget):
    """Shows a comparison; what is asked for is emitted."""

    chosen = Signal(object, int)
    """A side, and the number of the entry that it is to be."""

    kept_chosen = Signal(object, object)
    """A side, and the environment whose kept token is to be inspected for it."""

    swapped = Signal()
    closed = Signal()
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        store: HistoryStore,
        preferences: Preferences,
        background: BackgroundExecutor,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compared: ComparedResults | None = None
        self._view: TimeContext | None = None
        self.side_buttons = {
            side: SideButton(theme, side, store, lambda: preferences.environments) for side in Side
        }
        for side, button in self.side_buttons.items():
            button.chosen.connect(partial(self.chosen.emit, side))
            button.kept_chosen.connect(partial(self.kept_chosen.emit, side))
        self.swap_button = Button(theme, ButtonVariant.TALL)
        self._name_button(self.swap_button, translate("Swap A and B (Ctrl+Shift+X)"))
        self.swap_button.clicked.connect(self.swapped)
        self.close_button = Button(theme, ButtonVariant.TALL)
        self._name_button(self.close_button, translate("Close the comparison (Esc)"))
        self.close_button.clicked.connect(self.closed)
        self.card = ComparisonCard(theme)
        self._create_progress()
        self.table = AspectTable(theme)
        self.fields = ComparisonFields(theme, background)
        self.card.evidence_asked.connect(self.fields.select_path)
        self._build_layout()
        theme.changed.connect(self._update_icons)
        self._update_icons()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.card.set_room(has_room=self.height() >= self._theme.spacing.to_pixels(_ROOMY_HEIGHT))

    def show_running(self) -> None:
        """Say that the answers are being compared; nothing else may be shown any more."""
        self.progress.setMaximum(0)
        self.progress_row.show()
        for widget in (self.card, self.table, self.fields):
            widget.hide()

    def show_progress(self, fields: int) -> None:
        """Say how many fields have been compared."""
        self.progress_label.setText(translate("Comparing: {count} fields…", count=fields))

    def show_problem(self, text: str) -> None:
        """Say why there is no comparison."""
        self.progress.hide()
        self.cancel_button.hide()
        self.progress_label.setText(text)

    def show_comparison(self, compared: ComparedResults, view: TimeContext) -> None:
        """Show a comparison; times are relative to ``view``."""
        self._compared, self._view = compared, view
        self.progress_row.hide()
        self.card.show_words(compared.comparison, view)
        self.table.show_comparison(compared.comparison, view)
        for widget in (self.card, self.table, self.fields):
            widget.show()
        self.fields.show_fields(compared.tree, view)
        self.card.announce_headline()

    def discard_comparison(self) -> list[object]:
        """Drop what is shown: it may name people. What is returned is to be let go of gradually."""
        dropped: list[object] = [] if self._compared is None else [self._compared]
        self._compared = None
        self.fields.discard_fields()
        self.table.clear()
        self.card.clear()
        self.progress_label.setText("")
        self.progress.show()
        self.cancel_button.show()
        return dropped

    def _create_progress(self) -> None:
        self.progress_row = QWidget()
        self.progress_label = PlainLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(translate("Comparing"))
        self.cancel_button = Button(self._theme, text=translate("Cancel"))
        self.cancel_button.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self.progress_row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.progress_label)
        layout.addWidget(self.progress, 1)
        layout.addWidget(self.cancel_button)
        self.progress_row.hide()

    def _build_layout(self) -> None:
        px = self._theme.spacing.to_pixels
        choices = QHBoxLayout()
        choices.setSpacing(px(8))
        choices.addWidget(self.side_buttons[Side.A], 1)
        choices.addWidget(self.swap_button)
        choices.addWidget(self.side_buttons[Side.B], 1)
        choices.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(choices)
        layout.addWidget(self.progress_row)
        layout.addWidget(self.card)
        layout.addWidget(self.table)
        layout.addWidget(self.fields, 1)
        layout.setAlignment(self.progress_row, Qt.AlignmentFlag.AlignTop)

    def _name_button(self, button: Button, words: str) -> None:
        button.setFixedWidth(self._theme.spacing.to_pixels(40))
        button.setAccessibleName(words)
        set_tooltip(button, words)

    def _update_icons(self) -> None:
        theme = self._theme
        self.swap_button.setIcon(theme.get_icon("arrow-left-right"))
        self.close_button.setIcon(theme.get_icon("x"))
        self.card.update_icons()
        if self._compared is not None and self._view is not None:
            self.card.show_words(self._compared.comparison, self._view)
            self.table.show_comparison(self._compared.comparison, self._view)
