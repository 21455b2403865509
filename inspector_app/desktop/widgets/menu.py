"""Menu that is as quick by keyboard as with the mouse."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.screen_room import keep_on_screen

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

_PAUSE: Final = 1.0
"""Seconds after which a letter begins another word."""


def create_context_menu(parent: QWidget) -> Menu:
    """Create an empty menu that is deleted when it closes."""
    menu = Menu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


class Menu(QMenu):
    """Opens on the entry that is in use, and goes to the one that begins with what is typed.

    Without an entry in use it opens on the first, so that Enter and the arrows have a beginning.
    """

    _typed: str
    """What was typed while it is shown."""

    def __init__(self, parent: QWidget, title: str = "") -> None:
        super().__init__(title, parent)
        self._typed_at = 0.0

    def add_submenu(self, title: str) -> Menu:
        """Add a menu of the same kind, and return it."""
        submenu = Menu(self, title)
        self.addMenu(submenu)
        return submenu

    def open_at(self, corner: QPoint) -> None:
        """Open with the corner where reading begins at a place of the screen, as far as it fits."""
        self.popup(corner)
        # At the pointer Qt does so itself, and nowhere else.
        if self.isRightToLeft() and self.x() >= corner.x():
            self.move(corner.x() - self.width(), self.y())
            keep_on_screen(self)

    def open_below(self, widget: QWidget, *, is_at_end: bool = False) -> None:
        """Open below a widget, in line with where it begins; with where it ends if ``is_at_end``.

        That keeps the menu of a button at the window's end within the window.
        """
        box = widget.rect()
        self.popup(widget.mapToGlobal(box.bottomLeft()))
        if is_at_end is not self.isRightToLeft():
            self.move(widget.mapToGlobal(box.bottomRight()).x() + 1 - self.width(), self.y())
            keep_on_screen(self)

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._typed = ""
        usable = self._list_usable()
        in_use = [one for one in usable if one.isCheckable() and one.isChecked()]
        for action in (*in_use, *usable)[:1]:
            self.setActiveAction(action)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, is_plain = event.text(), event.modifiers() in _PLAIN_MODIFIERS
        is_blank_first = text == " " and not self._typed  # it presses the entry
        is_typed = is_plain and text.isprintable() and bool(text)
        if not is_typed or is_blank_first or self._has_mnemonic(text):
            super().keyPressEvent(event)
            return
        now = time.monotonic()
        self._typed = text if now - self._typed_at > _PAUSE else self._typed + text
        self._typed_at = now
        self._go_to(self._typed.casefold())

    def _has_mnemonic(self, text: str) -> bool:
        """Whether that letter presses an entry by itself, as in the menus of text fields."""
        return any(_get_mnemonic(one) == text.casefold() for one in self._list_usable())

    def _go_to(self, typed: str) -> None:
        """Go to the next entry that begins so; a letter that is repeated goes on from there."""
        usable = self._list_usable()
        active = self.activeAction()
        start = usable.index(active) if active in usable else -1
        is_repeated = len(set(typed)) == 1
        wanted = typed[0] if is_repeated else typed
        first = start + 1 if len(typed) == 1 or is_repeated else max(start, 0)
        for action in usable[first:] + usable[:first]:
            if _get_name(action).startswith(wanted):
                self.setActiveAction(action)
                return

    def _list_usable(self) -> list[QAction]:
        return [
            one
            for one in self.actions()
            if one.isVisible() and one.isEnabled() and not one.isSeparator()
        ]


_PLAIN_MODIFIERS: Final = frozenset(
    {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
)


def _get_mnemonic(action: QAction) -> str:
    """The letter that is underlined in an entry; nothing where there is none."""
    return action.text().replace("&&", "").partition("&")[2][:1].casefold()


def _get_name(action: QAction) -> str:
    text = action.text().partition("\t")[0]
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").casefold()
