"""Segmented control that selects the page: tree, JSON, request or applications."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.accessible_role import set_accessible_role
from inspector_app.desktop.widgets.button import Button, ButtonVariant

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from inspector_app.desktop.theme.theme import Theme


class Page(Enum):
    """A page of the answer view."""

    TREE = auto()
    JSON = auto()
    REQUEST = auto()
    APPLICATIONS = auto()


class SegmentButton(Button):
    """Bold and underlined while it is checked; its width allows for bold from the start."""

    def __init__(self, theme: Theme, text: str, position: str) -> None:
        super().__init__(theme, ButtonVariant.SEGMENT, text)
        self.setCheckable(True)
        self.setProperty("place", position)
        self.toggled.connect(self._on_toggled)

    @qt_override
    def sizeHint(self) -> QSize:
        hint, font = super().sizeHint(), self.font()
        font.setWeight(font.Weight.DemiBold)
        bold = QFontMetrics(font).horizontalAdvance(self.text())
        return QSize(
            hint.width() + bold - self.fontMetrics().horizontalAdvance(self.text()), hint.height()
        )

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        # Painted, because a thicker border makes a button higher than the ones beside it.
        line = self._theme.spacing.to_pixels(3)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), line, line)
        bar = QPainterPath()
        bar.addRect(QRectF(0, self.height() - line, self.width(), line))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape.intersected(bar), QColor(self._theme.colours.accent))
        painter.end()

    def set_place(self, place: str) -> None:
        """Say where it stands among the buttons, by which its corners are rounded."""
        self.setProperty("place", place)
        self._polish()

    def _on_toggled(self, is_pressed: bool) -> None:  # noqa: FBT001  # the signal's signature
        self.setProperty("pressed", is_pressed)
        self._polish()

    def _polish(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)


class PageSwitch(QWidget):
    """``page_changed`` carries the page; the arrow keys move between the buttons."""

    page_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(translate("How to look at the answer"))
        set_accessible_role(self, QAccessible.Role.PageTabList)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._buttons = {
            Page.TREE: SegmentButton(theme, translate("Tree"), "first"),
            Page.JSON: SegmentButton(theme, translate("JSON"), "middle"),
            Page.REQUEST: SegmentButton(theme, translate("Request"), "last"),
            Page.APPLICATIONS: SegmentButton(theme, translate("Applications"), "last"),
        }
        for button in self._buttons.values():
            set_accessible_role(button, QAccessible.Role.PageTab)
            self._group.addButton(button)
            layout.addWidget(button)
        self._buttons[Page.TREE].setChecked(True)
        self._buttons[Page.APPLICATIONS].hide()
        self._group.buttonToggled.connect(self._on_button_toggled)

    @property
    def page(self) -> Page:
        """The page whose button is checked."""
        return next(page for page, button in self._buttons.items() if button.isChecked())

    def get_button(self, page: Page) -> Button:
        """The button of a page."""
        return self._buttons[page]

    def set_page(self, page: Page) -> None:
        """Check a page's button, where that is there and enabled."""
        button = self._buttons[page]
        if button.isEnabled() and not button.isHidden():
            button.setChecked(True)

    def offer_applications(self, *, is_offered: bool) -> None:
        """Say whether there are applications to show: else their button is not there."""
        button = self._buttons[Page.APPLICATIONS]
        if button.isHidden() is not is_offered:
            return
        if not is_offered and self.page is Page.APPLICATIONS:
            self.set_page(Page.TREE)
        button.setVisible(is_offered)
        self._buttons[Page.REQUEST].set_place("middle" if is_offered else "last")

    def _on_button_toggled(self, _button: object, is_pressed: bool) -> None:  # noqa: FBT001  # the signal's
        if is_pressed:
            self.page_changed.emit(self.page)
