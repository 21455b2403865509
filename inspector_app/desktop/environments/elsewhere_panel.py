"""The question whether a token may be sent to other hosts, and what each of them said."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.announcement import announce
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.environment_square import create_square_icon
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.settings.environment import Environment


class Knowledge(Enum):
    """Whether a gateway knows the session."""

    KNOWS = tr("knows this session")
    DOES_NOT_KNOW = tr("does not know it either")
    UNKNOWN = tr("gave no answer about it")


_ICON_SIDE: Final = 16


class ElsewherePanel(QFrame):
    """``agreed``: the hosts may be asked; ``chosen`` carries the number of an answer.

    ``closed``: nothing is to be sent, or what came is not needed any more. What is shown names no
    person, so that it may be shown to others.
    """

    agreed = Signal()
    closed = Signal()
    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._theme = theme
        px = theme.spacing.to_pixels
        self.question = PlainLabel()
        self.agree_button = Button(theme)
        self.agree_button.clicked.connect(self._agree)
        self.close_button = Button(theme)
        self.close_button.clicked.connect(self.closed)
        self._rows: QWidget | None = None
        self._names: list[str] = []
        self._words: list[PlainLabel] = []
        self.show_buttons: list[Button] = []
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.agree_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(px(14), px(10), px(14), px(12))
        layout.setSpacing(px(10))
        layout.addWidget(self.question)
        layout.addLayout(buttons)
        self.hide()

    def ask(self, asked: Sequence[tuple[Environment, str]]) -> None:
        """Ask about these environments, each named with its host."""
        self.question.setText(translate("Send this token to these hosts, too? Each is asked once."))
        self.agree_button.setText(translate("Ask all of them ({count})", count=len(asked)))
        self.agree_button.show()
        self.close_button.setText(translate("Do not send"))
        self._build_rows(asked)
        self.show()
        self.agree_button.setFocus()
        announce(self, self.question.text())

    def show_knowledge(self, number: int, knowledge: Knowledge) -> None:
        """Show what the environment of this number said."""
        words = render_text(knowledge.value)
        self._words[number].setText(words)
        is_known = knowledge is Knowledge.KNOWS
        self.show_buttons[number].setVisible(is_known)
        if is_known:
            self.show_buttons[number].setFocus()
        announce(self, translate("{name}: {text}", name=self._names[number], text=words))

    def _agree(self) -> None:
        self.question.setText(translate("What the other environments say:"))
        self.agree_button.hide()
        self.close_button.setText(translate("Close"))
        self.close_button.setFocus()
        for label in self._words:
            label.setText(translate("is asked…"))
        self.agreed.emit()

    def _build_rows(self, asked: Sequence[tuple[Environment, str]]) -> None:
        if self._rows is not None:
            self._layout.removeWidget(self._rows)
            self._rows.deleteLater()
        px = self._theme.spacing.to_pixels
        self._rows = rows = QWidget(self)
        self._names, self._words, self.show_buttons = [], [], []
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(4, 1)
        for row, (environment, host) in enumerate(asked):
            square = PlainLabel(parent=rows)
            side = QSize(px(_ICON_SIDE), px(_ICON_SIDE))
            icon = create_square_icon(environment, self._theme.colours)
            square.setPixmap(icon.pixmap(side, self.devicePixelRatioF()))
            name, where, words = (PlainLabel(text) for text in (environment.name, host, ""))
            for label in (name, where, words):
                label.setWordWrap(False)
            where.setProperty("look", "soft")
            show = Button(self._theme, ButtonVariant.LINK, translate("Show the answer"), rows)
            show.setAccessibleName(translate("Show the answer of {name}", name=environment.name))
            show.hide()
            show.clicked.connect(partial(self._on_show_clicked, row))
            self._names.append(environment.name)
            self._words.append(words)
            self.show_buttons.append(show)
            for column, widget in enumerate((square, name, where, words, show)):
                grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignLeft)
        self._layout.insertWidget(1, rows)

    def _on_show_clicked(self, number: int, _checked: object = None) -> None:
        self.chosen.emit(number)
