"""The question which of several tokens to inspect, in the place of the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.main_window.masked_text_view import MaskedTextView
from inspector_app.desktop.main_window.token_choice_row import RowTexts, TokenChoiceRow
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.auto_height_scroll_area import AutoHeightScrollArea
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel, create_title_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.gateway.pasted.found_token import MaskedLine


class TokenChoicePanel(QWidget):
    """Shows the choices, and below them the text around the chosen one.

    ``chosen`` when another one is chosen, ``accepted`` when it is to be inspected,
    ``all_requested`` when every one is, ``put_away`` when none is. It holds texts only while it is
    shown.
    """

    chosen = Signal(int)
    accepted = Signal()
    all_requested = Signal()
    put_away = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._group: QButtonGroup | None = None
        self.rows: tuple[TokenChoiceRow, ...] = ()
        px = theme.spacing.to_pixels
        self._icon_label = QLabel()
        self._icon_label.setFixedSize(QSize(px(24), px(24)))
        self.title_label = create_title_label(1.35)
        self.hint_label = PlainLabel()
        self.hint_label.setProperty("look", "soft")
        self.inspect_button = Button(theme, ButtonVariant.PRIMARY)
        self.inspect_button.clicked.connect(self.accepted)
        self.all_button = Button(theme, ButtonVariant.TALL)
        self.all_button.clicked.connect(self.all_requested)
        self.put_away_button = Button(
            theme, ButtonVariant.TALL, translate("Put the text away  (Esc)")
        )
        self.put_away_button.setAccessibleName(translate("Put the text away"))
        self.put_away_button.clicked.connect(self.put_away)
        self.text_view = MaskedTextView(theme)
        self.context_label = PlainLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self._create_card())
        layout.addWidget(self.context_label)
        layout.addWidget(self.text_view, 1)
        theme.changed.connect(self._update_icons)
        self._update_icons()
        self.hide()

    @property
    def chosen_number(self) -> int:
        """The number of the chosen one, from 0."""
        return next((number for number, row in enumerate(self.rows) if row.isChecked()), 0)

    def ask(self, title: str, hint: str, rows: Sequence[RowTexts], proposed: int) -> None:
        """Show the question with the choices of these texts; the proposed one has the keys."""
        self.discard()
        self.title_label.setText(title)
        self.hint_label.setText(hint)
        self._group = QButtonGroup(self)
        created = []
        for number, texts in enumerate(rows):
            row = TokenChoiceRow(self._theme, texts)
            row.accepted.connect(self.accepted)
            row.toggled.connect(self._on_toggled)
            row.stepped.connect(self._step)
            self._group.addButton(row, number)
            self._rows_layout.addWidget(row)
            created.append(row)
        self.rows = tuple(created)
        self.rows[proposed].setChecked(True)
        self.show()
        self.rows[proposed].setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll_to(self.rows[proposed])

    def show_context(self, header: str, lines: tuple[MaskedLine, ...], marked: int | None) -> None:
        """Show the masked lines around the chosen one, with ``header`` above them."""
        self.context_label.setText(header)
        self.text_view.show_lines(lines, marked)

    def show_all_action(self, words: str) -> None:
        """Say on its button how many would be inspected."""
        self.all_button.setText(words)

    def show_action(self, words: str) -> None:
        """Say on the button what Enter does."""
        self.inspect_button.setText(words)

    def discard(self) -> None:
        """Drop every text, and hide."""
        self.hide()
        rows, self.rows = self.rows, ()
        for row in rows:
            self._rows_layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        if self._group is not None:
            self._group.deleteLater()
            self._group = None
        for label in (self.title_label, self.hint_label, self.context_label):
            label.setText("")
        for button in (self.inspect_button, self.all_button):
            button.setText("")
        self.text_view.discard_lines()

    def _create_card(self) -> QFrame:
        px = self._theme.spacing.to_pixels
        card = QFrame()
        card.setProperty("look", "card")
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self._icon_label)
        head.addWidget(self.title_label, 1)
        content = QWidget()
        self._rows_layout = QVBoxLayout(content)
        self._rows_layout.setContentsMargins(0, 0, 0, 0)
        self._rows_layout.setSpacing(px(2))
        self._rows_area = AutoHeightScrollArea(content, self._theme.spacing, 122)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.inspect_button)
        buttons.addWidget(self.all_button)
        buttons.addStretch(1)
        buttons.addWidget(self.put_away_button)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(px(20), px(14), px(20), px(14))
        layout.setSpacing(px(8))
        layout.addLayout(head)
        layout.addWidget(self.hint_label)
        self._rows_area.viewport().installEventFilter(self)
        layout.addWidget(self._rows_area)
        layout.addLayout(buttons)
        return card

    def _step(self, places: int) -> None:
        """Choose another one, that many places further down."""
        number = self.chosen_number + places
        if 0 <= number < len(self.rows):
            self.rows[number].setChecked(True)
            self.rows[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self, is_on: bool) -> None:  # noqa: FBT001  # the signal's signature
        if is_on:
            self._scroll_to(self.rows[self.chosen_number])
            self.chosen.emit(self.chosen_number)

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.rows:  # as the window finds room for them
            self._scroll_to(self.rows[self.chosen_number])
        return super().eventFilter(watched, event)

    def _scroll_to(self, row: TokenChoiceRow) -> None:
        self._rows_layout.activate()  # the rows have their places before one is scrolled to
        self._rows_area.ensureWidgetVisible(row, 0, 0)

    def _update_icons(self) -> None:
        colours = self._theme.colours
        icon = self._theme.get_icon("list-tree", colours.link)
        self._icon_label.setPixmap(icon.pixmap(self._icon_label.size(), self.devicePixelRatioF()))
        self.inspect_button.setIcon(self._theme.get_main_icon("search"))
        self.all_button.setIcon(self._theme.get_icon("list-checks", colours.text))
        self.put_away_button.setIcon(self._theme.get_icon("x", colours.text))
