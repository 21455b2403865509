"""Card at the top of a comparison: what differs in words, worst first, with what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.severity_icon import get_severity_icon, get_severity_name
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.announcement import announce
from inspector_app.desktop.widgets.auto_height_scroll_area import AutoHeightScrollArea
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel, create_title_label
from inspector_app.desktop.widgets.plain_text import set_tooltip
from inspector_app.desktop.widgets.row_clearing import clear_rows
from inspector_app.session.comparison.difference_sentences import (
    build_headline,
    build_sentence,
    list_main_differences,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

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

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "card")
        self._icon_label = QLabel()
        self.headline_label = create_title_label()
        self.copy_button = Button(theme, text=translate("Copy comparison"))
        self.export_button = Button(theme, text=translate("Export…"))
        for button in (self.copy_button, self.export_button):
            set_tooltip(button, button.text())  # it may be an icon
        self.copy_button.setAccessibleDescription(
            translate("Copies use the same labels on both sides")
        )
        self._lines: list[QWidget] = []
        self._more_link: Button | None = None
        self._has_room, self._is_unfolded = True, False
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
        self._leave_headline_room()
        clear_rows(self._sentences_layout)
        self._lines = [
            self._build_sentence(row, view)
            for row in list_main_differences(comparison)[:_MAX_SENTENCES]
        ]
        for line in self._lines:
            self._sentences_layout.addWidget(line)
        self._add_more_link()
        self._fold()

    def set_room(self, *, has_room: bool) -> None:
        """Say whether the window is high enough for all sentences, or for the gravest alone."""
        if has_room is not self._has_room:
            self._has_room = has_room
            self._fold()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_headline_room()

    def announce_headline(self) -> None:
        """Have a screen reader say what differs."""
        announce(self, self.headline_label.text())

    def clear(self) -> None:
        """Show nothing: the words may name people."""
        self.headline_label.setText("")
        self.headline_label.setMinimumHeight(0)
        clear_rows(self._sentences_layout)
        self._lines, self._more_link, self._is_unfolded = [], None, False

    def update_icons(self) -> None:
        """Draw the icons anew, in the colours and the size of the theme; not the sentences'."""
        theme = self._theme
        self.copy_button.setIcon(theme.get_icon("clipboard-list"))
        self.export_button.setIcon(theme.get_icon("share"))
        side = theme.spacing.to_pixels(24)
        picture = theme.get_icon("git-compare").pixmap(QSize(side, side), self.devicePixelRatioF())
        self._icon_label.setFixedSize(QSize(side, side))
        self._icon_label.setPixmap(picture)

    def _leave_headline_room(self) -> None:
        """Let the buttons show icons alone where the headline would take another line for them."""
        margins, gap = self._card_layout.contentsMargins(), self._head.spacing()
        buttons = (self.copy_button, self.export_button)
        needed = self._icon_label.width() + gap + self.headline_label.sizeHint().width()
        needed += sum(gap + one.compute_width(one.text()) for one in buttons)
        room = self.width() - margins.left() - margins.right()
        for button in buttons:
            button.set_compact(is_compact=needed > room)
        left = room - self._icon_label.width() - gap
        left -= sum(gap + button.sizeHint().width() for button in buttons)
        label = self.headline_label
        label.setMinimumHeight(0)  # it would be part of the next one
        label.setMinimumHeight(max(0, label.heightForWidth(max(1, left))))

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

    def _add_more_link(self) -> None:
        """Name in the first line how many there are beside it."""
        self._more_link = None
        others = len(self._lines) - 1
        layout = self._lines[0].layout() if others > 0 else None
        if layout is not None:
            words = translate("More differences: {count}", count=others)
            self._more_link = Button(self._theme, ButtonVariant.LINK, words, self._lines[0])
            self._more_link.clicked.connect(self._unfold)
            layout.addWidget(self._more_link)

    def _fold(self) -> None:
        """Show all lines, or the first one and a link to the others."""
        is_folded = not (self._has_room or self._is_unfolded)
        for line in self._lines[1:]:
            line.setVisible(not is_folded)
        if self._more_link is not None:
            self._more_link.setVisible(is_folded)

    @Slot()
    def _unfold(self) -> None:
        self._is_unfolded = True
        for line in self._lines[1:]:
            line.show()
        # To the next stop of the keys, before the one that has them goes away.
        self.focusNextChild()
        self._fold()

    def _on_evidence_clicked(self, path: Path, _checked: object = None) -> None:
        self.evidence_asked.emit(path)

    def _build_layout(self) -> None:
        spacing = self._theme.spacing
        px = spacing.to_pixels
        self._head = head = QHBoxLayout()
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
