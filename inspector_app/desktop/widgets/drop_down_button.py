"""Button that shows the selected choice and opens a menu of all choices."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QSizePolicy

from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.desktop.theme.theme import Theme


class DropDownButton(Button):
    """Exclusive choice; ``choice_changed`` is emitted whenever one is selected."""

    choice_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[str],
    ) -> None:
        """``name`` labels the choice for a screen reader; the first one is selected initially."""
        super().__init__(theme, ButtonVariant.TALL_DROP_DOWN)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        menu = Menu(self)
        group = QActionGroup(menu)
        for number, words in enumerate(choices):
            entry = QAction(words, menu)
            entry.setCheckable(True)
            entry.triggered.connect(partial(self.set_current_index, number))
            group.addAction(entry)
            menu.addAction(entry)
        self._choice_actions = group.actions()
        self.setMenu(menu)
        self.set_current_index(0)

    def get_current_index(self) -> int:
        """The index of the selected choice."""
        return next(number for number, one in enumerate(self._choice_actions) if one.isChecked())

    def set_choice_text(self, index: int, text: str) -> None:
        """Call a choice by another text."""
        self._choice_actions[index].setText(text)
        self._show_choice()

    def set_current_index(self, index: int, _checked: object = None) -> None:
        """Select the choice with that index."""
        self._choice_actions[index].setChecked(True)
        self._show_choice()
        self.choice_changed.emit()

    def _show_choice(self) -> None:
        entry = self._choice_actions[self.get_current_index()]
        self.setText(entry.text())
        self.setAccessibleName(translate("{name}: {choice}", name=self._name, choice=entry.text()))
