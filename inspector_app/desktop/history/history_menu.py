"""The history as a menu, for a window too narrow for the pane, and the menu of one entry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from inspector_app.desktop.history.entry_delegate import SEVERITY_ICONS
from inspector_app.desktop.history.entry_texts import describe_entry
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.menu import Menu
from inspector_app.desktop.widgets.plain_text import set_tooltip, to_menu_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.history.history_store import HistoryStore
    from inspector_app.desktop.theme.theme import Theme

_MAX_ENTRIES: Final = 20
"""Answers in the menu, the latest; the pane has all of them."""


class HistoryButton(Button):
    """A button with the number of answers, whose menu has the latest ones.

    ``chosen`` carries the number of the entry to show.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, store: HistoryStore, parent: QWidget | None = None) -> None:
        super().__init__(theme, ButtonVariant.TALL, parent=parent)
        self._store = store
        self.is_shared = False
        self.shown_number: int | None = None
        self._menu = Menu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.clicked.connect(self.open_menu)
        store.changed.connect(self._update_text)
        theme.changed.connect(self._update_icon)
        self._update_icon()
        self._update_text()
        self.hide()

    def open_menu(self) -> None:
        """Open the menu below the button."""
        self._menu.open_below(self)

    def clear_menu(self) -> None:
        """Forget the texts of the menu, which is filled each time that it opens."""
        self._menu.clear()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for entry in self._store.history.entries[:_MAX_ENTRIES]:
            words = to_menu_text(describe_entry(entry, is_shared=self.is_shared))
            action = self._menu.addAction(
                self._theme.get_entry_icon(
                    SEVERITY_ICONS[entry.severity],
                    self._theme.colours.get_severity_colour(entry.severity),
                ),
                words,
            )
            action.setCheckable(True)  # the menu opens on the one that is shown
            action.setChecked(entry.number == self.shown_number)
            action.triggered.connect(partial(self._choose, entry.number))
        if self._menu.isEmpty():
            nothing = self._menu.addAction(translate("No answer yet"))
            nothing.setEnabled(False)

    def _choose(self, number: int, _checked: object = None) -> None:
        self.chosen.emit(number)

    def _update_text(self) -> None:
        count = len(self._store.history.entries)
        self.setText(str(count))
        words = translate("History: {count}", count=count)
        self.setAccessibleName(words)
        set_tooltip(self, words)

    def _update_icon(self) -> None:
        self.setIcon(self._theme.get_icon("history"))


def open_entry_menu(
    parent: QWidget, place: QPoint, actions: dict[str, Callable[[], object]]
) -> None:
    """Open a menu with these actions at a place of the screen."""
    menu = Menu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for words, do in actions.items():
        menu.addAction(words).triggered.connect(partial(_call, do))
    menu.open_at(place)


def _call(do: Callable[[], object], _checked: object = None) -> None:
    do()
