"""Card at the top of a comparison: what differs in words, worst first, with what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.theme.severity_icon import get_severity_icon, get_severity_name
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.announcement import announce
from inspector_app.desktop.widgets.auto_height_scroll_area import AutoHeightScrollArea
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel, create_title_label
from inspector_app.desktop.widgets.row_clearing import clear_rows
from inspector_app.session.comparison.difference_sentences import (
    build_headline,
    build_sentence,
    list_main_differences,
)

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.comparison.comparison_model import AspectRow, Comparison
    from inspector_app.session.path import Path
    from inspector_app.session.time_format import TimeContext

_MAX_SENTENCES: Final = 6
"""Differences in words; the table has all."""

_MIN_SENTENCES_HEIGHT: Final = 44
"""Two of them are seen in the lowest window; the others scroll."""


class ComparisonCard(QFrame):
    """``evidence_asked`` carries the path of the field that a sentence is about."""

    evidence_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("look", "card")
        self._icon_label = QLabel()
        self.headline_label = create_title_label()
        self.copy_button = Button(theme, text=translate("Copy comparison"))
        self.copy_button.setAccessibleDescription(
            translate("Copies use the same labels on both sides")
        )
        self.export_button = Button(theme, text=translate("Export…"))
        self._sentences = QWidget()
        self._sentences_layout = QVBoxLayout(self._sentences)
        self._sentences_layout.setContentsMargins(0, 0, 0, 0)
        self._build_layout()
        self.update_icons()

    def add_save_bar(self, bar: QWidget) -> None:
        """Put the bar that asks about an existing file below the sentences."""
        self._card_layout.addWidget(bar)

    def show_words(self, comparison: Comparison, view: TimeContext) -> None:
        """Show what differs; times in the zone of ``view``."""
        self.headline_label.setText(render_text(build_headline(comparison)))
        clear_rows(self._sentences_layout)
        for row in list_main_differences(comparison)[:_MAX_SENTENCES]:
            self._sentences_layout.addWidget(self._build_sentence(row, view))

    def announce_headline(self) -> None:
        """Have a screen reader say what differs."""
        announce(self, self.headline_label.text())

    def clear(self) -> None:
        """Show nothing: the words may name people."""
        self.headline_label.setText("")
        clear_rows(self._sentences_layout)

    def update_icons(self) -> None:
        """Draw the icons anew, in the colours and the size of the theme; not the sentences'."""
        theme = self._theme
        self.copy_button.setIcon(theme.get_icon("clipboard-list"))
        self.export_button.setIcon(theme.get_icon("share"))
        side = theme.spacing.to_pixels(24)
        picture = theme.get_icon("git-compare").pixmap(QSize(side, side), self.devicePixelRatioF())
        self._icon_label.setFixedSize(QSize(side, side))
        self._icon_label.setPixmap(picture)

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
        self.evidence_asked.emit(path)

    def _build_layout(self) -> None:
        spacing = self._theme.spacing
        px = spacing.to_pixels
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self._icon_label)
        head.addWidget(self.headline_label, 1)
        head.addWidget(self.copy_button)
        head.addWidget(self.export_button)
        self._sentences_layout.setSpacing(px(4))
        self._card_layout = QVBoxLayout(self)
        self._card_layout.setContentsMargins(px(20), px(12), px(16), px(12))
        self._card_layout.setSpacing(px(4))
        self._card_layout.addLayout(head)
        self._card_layout.addWidget(
            AutoHeightScrollArea(self._sentences, spacing, _MIN_SENTENCES_HEIGHT)
        )
