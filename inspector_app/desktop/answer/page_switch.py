"""Segmented control that selects the page: tree, JSON or request."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from inspector_app.desktop.look.appearance import Appearance


class Page(Enum):
    """A page of the answer view."""

    TREE = auto()
    JSON = auto()
    REQUEST = auto()


class _Segment(Button):
    """Bold and underlined while it is checked; its width allows for bold from the start."""

    def __init__(self, appearance: Appearance, text: str, place: str) -> None:
        super().__init__(appearance, Look.SEGMENT, text)
        self.setCheckable(True)
        self.setProperty("place", place)
        self.toggled.connect(self._dress)

    def sizeHint(self) -> QSize:
        hint, font = super().sizeHint(), self.font()
        font.setWeight(font.Weight.DemiBold)
        bold = QFontMetrics(font).horizontalAdvance(self.text())
        return QSize(
            hint.width() + bold - self.fontMetrics().horizontalAdvance(self.text()), hint.height()
        )

    def _dress(self, is_pressed: bool) -> None:  # noqa: FBT001  # the signal's signature
        self.setProperty("pressed", is_pressed)
        self.style().unpolish(self)
        self.style().polish(self)


class PageSwitch(QWidget):
    """``page_changed`` carries the page; the arrow keys move between the buttons."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("How to look at the answer"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._buttons = {
            Page.TREE: _Segment(appearance, say("Tree"), "first"),
            Page.JSON: _Segment(appearance, say("JSON"), "middle"),
            Page.REQUEST: _Segment(appearance, say("Request"), "last"),
        }
        for button in self._buttons.values():
            self._group.addButton(button)
            layout.addWidget(button)
        self._buttons[Page.TREE].setChecked(True)
        self._group.buttonToggled.connect(self._toggled)

    @property
    def page(self) -> Page:
        """The page whose button is checked."""
        return next(page for page, button in self._buttons.items() if button.isChecked())

    def button(self, page: Page) -> Button:
        """The button of a page."""
        return self._buttons[page]

    def choose(self, page: Page) -> None:
        """Check a page's button, where that is enabled."""
        if self._buttons[page].isEnabled():
            self._buttons[page].setChecked(True)

    def _toggled(self, _button: object, is_pressed: bool) -> None:  # noqa: FBT001  # the signal's
        if is_pressed:
            self.chosen.emit(self.page)
