"""The page of a comparison: the two choices, the words, the table of what matters, the tree."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from inspector_app.desktop.answer.page_switch import SegmentButton
from inspector_app.desktop.comparison.aspect_table import AspectTable
from inspector_app.desktop.comparison.compared_model import ComparedModel
from inspector_app.desktop.comparison.comparison_tree import ComparisonTree, name_tree
from inspector_app.desktop.comparison.side_button import SideButton
from inspector_app.desktop.theme.severity_icon import get_severity_icon, get_severity_name
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.announcement import announce
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel, create_title_label
from inspector_app.desktop.widgets.plain_text import set_tooltip
from inspector_app.desktop.widgets.row_clearing import clear_rows
from inspector_app.session.comparison.compared_tree import RowFilter, build_compared_root
from inspector_app.session.comparison.comparison_model import Side
from inspector_app.session.comparison.difference_sentences import (
    build_headline,
    build_sentence,
    list_main_differences,
)

if TYPE_CHECKING:
    from inspector_app.desktop.history.history_store import HistoryStore
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.compared_results import ComparedResults
    from inspector_app.session.comparison.comparison_model import AspectRow
    from inspector_app.session.path import Path
    from inspector_app.session.time_format import TimeContext

_MAX_UNFOLDED = 50
"""Changed fields that are all seen at once: of more, what holds them stays folded."""

_MAX_SENTENCES = 6
"""Differences in words; the table has all."""


class ComparisonPage(QWidget):
    """Shows a comparison; what is asked for is emitted."""

    chosen = Signal(object, int)
    """A side, and the number of the entry that it is to be."""

    swapped = Signal()
    closed = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, store: HistoryStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compared: ComparedResults | None = None
        self._view: TimeContext | None = None
        self.side_buttons = {side: SideButton(theme, side, store) for side in Side}
        for side, button in self.side_buttons.items():
            button.chosen.connect(partial(self.chosen.emit, side))
        self.swap_button = Button(theme, ButtonVariant.TALL)
        self._name_button(self.swap_button, translate("Swap A and B (Ctrl+Shift+X)"))
        self.swap_button.clicked.connect(self.swapped)
        self.close_button = Button(theme, ButtonVariant.TALL)
        self._name_button(self.close_button, translate("Close the comparison (Esc)"))
        self.close_button.clicked.connect(self.closed)
        self.copy_button = Button(theme, text=translate("Copy comparison"))
        self.export_button = Button(theme, text=translate("Export…"))
        self._create_card()
        self._create_progress()
        self.table = AspectTable(theme)
        self.model = ComparedModel(theme, self)
        self.tree = ComparisonTree(theme, name_tree())
        self.tree.setModel(self.model)
        self._create_filters()
        self._build_layout()
        theme.changed.connect(self._update_icons)
        self._update_icons()

    def add_save_bar(self, bar: QWidget) -> None:
        """Put the bar that asks about an existing file below the card."""
        layout = self._card.layout()
        if layout is not None:
            layout.addWidget(bar)

    def show_running(self) -> None:
        """Say that the answers are being compared; nothing else may be shown any more."""
        self.progress.setMaximum(0)
        self.progress_row.show()
        for widget in (self._card, self.table, self.tree_row, self.tree):
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
        self._show_words(compared, view)
        self.table.show_comparison(compared.comparison, view)
        counts = compared.tree.counts
        self.filter_buttons[RowFilter.CHANGED].setText(
            translate("Changed ({count})", count=counts.changed)
        )
        self.filter_buttons[RowFilter.ALL].setText(translate("All ({count})", count=counts.fields))
        for widget in (self._card, self.table, self.tree_row, self.tree):
            widget.show()
        self._show_tree()
        announce(self._card, self.headline_label.text())

    def discard_comparison(self) -> list[object]:
        """Drop what is shown: it may name people. What is returned is to be let go of gradually."""
        dropped: list[object] = [] if self._compared is None else [self._compared]
        self._compared = None
        self.model.clear()
        self.table.clear()
        self.headline_label.setText("")
        clear_rows(self._sentences_layout)
        self.progress_label.setText("")
        self.progress.show()
        self.cancel_button.show()
        return dropped

    def select_path(self, path: Path) -> None:
        """Select the row of a field; all rows are shown where it did not change."""
        for rows in RowFilter:
            self.filter_buttons[rows].setChecked(True)
            index = self.model.find_index(path)
            if index.isValid():
                self.tree.setCurrentIndex(index)
                self.tree.scrollTo(index)
                self.tree.setFocus()
                return

    def _show_words(self, compared: ComparedResults, view: TimeContext) -> None:
        self.headline_label.setText(render_text(build_headline(compared.comparison)))
        clear_rows(self._sentences_layout)
        for row in list_main_differences(compared.comparison)[:_MAX_SENTENCES]:
            self._sentences_layout.addWidget(self._build_sentence(row, view))

    def _build_sentence(self, row: AspectRow, view: TimeContext) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        px = self._theme.spacing.to_pixels
        layout.setSpacing(px(8))
        icon = QLabel()
        icon.setFixedSize(QSize(px(16), px(16)))
        icon.setPixmap(
            get_severity_icon(self._theme, row.severity).pixmap(
                icon.size(), self.devicePixelRatioF()
            )
        )
        icon.setAccessibleName(get_severity_name(row.severity))
        layout.addWidget(icon)
        words = PlainLabel(render_text(build_sentence(row, view)))
        layout.addWidget(words)
        path = row.b.path or row.a.path
        if path is not None:
            link = Button(self._theme, ButtonVariant.LINK, translate("show"))
            link.setAccessibleName(translate("Show in the tree: {what}", what=words.text()))
            link.clicked.connect(partial(self._on_evidence_clicked, path))
            layout.addWidget(link)
        layout.addStretch(1)
        return line

    def _on_evidence_clicked(self, path: Path, _checked: object = None) -> None:
        self.select_path(path)

    def _show_tree(self) -> None:
        if self._compared is None:
            return
        rows = next(one for one, button in self.filter_buttons.items() if button.isChecked())
        root = build_compared_root(self._compared.tree, rows)
        self.model.set_tree(root, self._view)
        folded = [row for row, one in enumerate(root.list_children()) if one.is_folded]
        self.tree.expand_groups(frozenset(folded))
        if rows is RowFilter.CHANGED and root.counts.changed <= _MAX_UNFOLDED:
            self.tree.expand_changed()

    def _create_card(self) -> None:
        self._card = QFrame()
        self._card.setProperty("look", "card")
        self._icon_label = QLabel()
        self.headline_label = create_title_label()
        self._sentences_layout = QVBoxLayout()

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

    def _create_filters(self) -> None:
        self.tree_row = QWidget()
        self.filter_buttons = {
            RowFilter.CHANGED: SegmentButton(self._theme, translate("Changed"), "first"),
            RowFilter.ALL: SegmentButton(self._theme, translate("All"), "last"),
        }
        self._filter_group = QButtonGroup(self)
        layout = QHBoxLayout(self.tree_row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.labels_label = PlainLabel(translate("Copies use the same labels on both sides"))
        self.labels_label.setProperty("look", "soft")
        layout.addWidget(self.labels_label, 1)
        for button in self.filter_buttons.values():
            self._filter_group.addButton(button)
            layout.addWidget(button)
        self.filter_buttons[RowFilter.CHANGED].setChecked(True)
        self._filter_group.buttonToggled.connect(self._on_filter_toggled)

    def _on_filter_toggled(self, _button: object, is_pressed: bool) -> None:  # noqa: FBT001  # the signal's
        if is_pressed:
            self._show_tree()

    def _build_layout(self) -> None:
        px = self._theme.spacing.to_pixels
        choices = QHBoxLayout()
        choices.setSpacing(px(8))
        choices.addWidget(self.side_buttons[Side.A], 1)
        choices.addWidget(self.swap_button)
        choices.addWidget(self.side_buttons[Side.B], 1)
        choices.addWidget(self.close_button)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self._icon_label)
        head.addWidget(self.headline_label, 1)
        head.addWidget(self.copy_button)
        head.addWidget(self.export_button)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(px(20), px(12), px(16), px(12))
        card.setSpacing(px(4))
        card.addLayout(head)
        card.addLayout(self._sentences_layout)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(choices)
        layout.addWidget(self.progress_row)
        layout.addWidget(self._card)
        layout.addWidget(self.table)
        layout.addWidget(self.tree_row)
        layout.addWidget(self.tree, 1)
        layout.setAlignment(self.progress_row, Qt.AlignmentFlag.AlignTop)

    def _name_button(self, button: Button, words: str) -> None:
        button.setFixedWidth(self._theme.spacing.to_pixels(40))
        button.setAccessibleName(words)
        set_tooltip(button, words)

    def _update_icons(self) -> None:
        theme = self._theme
        self.swap_button.setIcon(theme.get_icon("arrow-left-right"))
        self.close_button.setIcon(theme.get_icon("x"))
        self.copy_button.setIcon(theme.get_icon("clipboard-list"))
        self.export_button.setIcon(theme.get_icon("share"))
        side = theme.spacing.to_pixels(24)
        picture = theme.get_icon("git-compare").pixmap(QSize(side, side), self.devicePixelRatioF())
        self._icon_label.setFixedSize(QSize(side, side))
        self._icon_label.setPixmap(picture)
        if self._compared is not None and self._view is not None:
            self._show_words(self._compared, self._view)
            self.table.show_comparison(self._compared.comparison, self._view)
