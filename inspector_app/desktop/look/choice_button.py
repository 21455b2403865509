"""Button that shows the selected choice and opens a menu of all choices."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.desktop.look.appearance import Appearance


class ChoiceButton(Button):
    """Exclusive choice; ``choice_changed`` is emitted whenever one is selected."""

    chosen = Signal()

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        choices: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """``name`` labels the choice for a screen reader; the first one is selected initially."""
        super().__init__(appearance, Look.TALL_CHOICE, parent=parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        menu = QMenu(self)
        group = QActionGroup(menu)
        for number, words in enumerate(choices):
            entry = QAction(words, menu)
            entry.setCheckable(True)
            entry.triggered.connect(partial(self.choose, number))
            group.addAction(entry)
            menu.addAction(entry)
        self._entries = group.actions()
        self.setMenu(menu)
        self.choose(0)

    def choice(self) -> int:
        """The index of the selected choice."""
        return next(number for number, one in enumerate(self._entries) if one.isChecked())

    def choose(self, number: int, _checked: object = None) -> None:
        """Select the choice with that index."""
        entry = self._entries[number]
        entry.setChecked(True)
        self.setText(entry.text())
        self.setAccessibleName(say("{name}: {choice}", name=self._name, choice=entry.text()))
        self.chosen.emit()
