"""The card of a queue: how far it is, what it waits for, and how to pause or end it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from inspector_app.desktop.many.verdict_strip import VerdictStrip
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.announcement import announce
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.drop_down_button import DropDownButton
from inspector_app.desktop.widgets.labels import PlainLabel, create_title_label
from inspector_app.inspection.many import MAX_AT_ONCE

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme

_ANNOUNCED: Final = 10
"""A change of the title is spoken at each tenth of the queue: not at every answer."""


class ManyCard(QFrame):
    """``pause_toggled``, ``cancel_requested``, ``rest_requested``, ``closed``: its buttons.

    ``at_once_changed`` carries how many requests may run side by side.
    """

    pause_toggled = Signal()
    cancel_requested = Signal()
    rest_requested = Signal()
    closed = Signal()
    at_once_changed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_paused = False
        self._spoken = -1
        px = theme.spacing.to_pixels
        self.setProperty("look", "card")
        self._icon_label = QLabel()
        self._icon_label.setFixedSize(QSize(px(24), px(24)))
        self.title_label = create_title_label(1.35)
        self.detail_label = PlainLabel()
        self.detail_label.setProperty("look", "soft")
        self.at_once_label = PlainLabel(translate("At once"))
        self.at_once_label.setProperty("look", "soft")
        self.at_once_button = DropDownButton(
            theme,
            translate("Requests at once"),
            [str(number) for number in range(1, MAX_AT_ONCE + 1)],
        )
        self.at_once_button.setFixedWidth(px(64))
        self.at_once_button.choice_changed.connect(self._on_at_once_changed)
        self.pause_button = Button(theme, ButtonVariant.TALL)
        self.pause_button.clicked.connect(self.pause_toggled)
        self.cancel_button = Button(theme, ButtonVariant.TALL, translate("Cancel…"))
        self.cancel_button.setAccessibleName(translate("Cancel the queue"))
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.rest_button = Button(theme, ButtonVariant.TALL)
        self.rest_button.clicked.connect(self.rest_requested)
        self.close_button = Button(theme, ButtonVariant.TALL, translate("Close"))
        self.close_button.setAccessibleName(translate("Close the queue"))
        self.close_button.clicked.connect(self.closed)
        self.strip = VerdictStrip(theme)
        self._build_layout()
        theme.changed.connect(self._update_icons)
        self._update_icons()

    @property
    def at_once(self) -> int:
        """How many requests may run side by side."""
        return self.at_once_button.get_current_index() + 1

    def show_progress(self, title: str, done: int, total: int) -> None:
        """Show how far the queue is, in words and in tenths to those who listen; none is empty."""
        self.title_label.setText(title)
        tenth = _ANNOUNCED * done // total
        if tenth != self._spoken:
            self._spoken = tenth
            announce(self, title)

    def show_running(self, *, is_paused: bool) -> None:
        """Show the buttons of a queue that asks, or that pauses."""
        self._is_paused = is_paused
        words = translate("Go on  (Esc)") if is_paused else translate("Pause  (Esc)")
        self.pause_button.setText(words)
        self.pause_button.setAccessibleName(
            translate("Go on with the queue") if is_paused else translate("Pause the queue")
        )
        for part in (self.at_once_label, self.at_once_button, self.pause_button):
            part.show()
        self.cancel_button.show()
        self.rest_button.hide()
        self.close_button.hide()
        self._update_icons()

    def show_over(self, rest: int) -> None:
        """Show the buttons of a queue that is over, with as many entries without an answer."""
        for part in (self.at_once_label, self.at_once_button, self.pause_button):
            part.hide()
        self.cancel_button.hide()
        self.rest_button.setText(translate("Ask about the others ({count})", count=rest))
        self.rest_button.setVisible(bool(rest))
        self.close_button.show()

    def reset(self) -> None:
        """Forget what was said of the queue before."""
        self._spoken = -1
        for label in (self.title_label, self.detail_label):
            label.setText("")

    def _build_layout(self) -> None:
        px = self._theme.spacing.to_pixels
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._icon_label)
        head.addSpacing(px(4))
        head.addWidget(self.title_label, 1)
        head.addWidget(self.at_once_label)
        head.addWidget(self.at_once_button)
        head.addWidget(self.pause_button)
        head.addWidget(self.cancel_button)
        head.addWidget(self.rest_button)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(14), px(20), px(16))
        layout.setSpacing(px(8))
        layout.addLayout(head)
        layout.addWidget(self.detail_label)
        layout.addWidget(self.strip)

    def _on_at_once_changed(self) -> None:
        self.at_once_changed.emit(self.at_once)

    def _update_icons(self) -> None:
        colours = self._theme.colours
        icon = self._theme.get_icon("list-checks", colours.link)
        self._icon_label.setPixmap(icon.pixmap(self._icon_label.size(), self.devicePixelRatioF()))
        name = "play" if self._is_paused else "pause"
        self.pause_button.setIcon(self._theme.get_icon(name, colours.text))
        for button in (self.cancel_button, self.close_button):
            button.setIcon(self._theme.get_icon("x", colours.text))
        self.rest_button.setIcon(self._theme.get_icon("rotate-ccw", colours.text))
