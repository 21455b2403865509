"""Notification bar: a message, one action button and a dismiss button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.announcement import announce
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.plain_text import set_tooltip

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.theme.theme import Theme


class NoticeBar(QFrame):
    """Shows the latest notice only, until its action is taken or it is dismissed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._theme = theme
        self._callback: Callable[[], object] = self.hide
        px = theme.spacing.to_pixels
        self.message_label = PlainLabel()
        self.action_button = Button(theme, ButtonVariant.PLAIN)
        self.action_button.clicked.connect(self._on_action_clicked)
        self.dismiss_button = Button(theme, ButtonVariant.LINK)
        self.dismiss_button.setAccessibleName(translate("Put this notice away"))
        set_tooltip(self.dismiss_button, translate("Put this notice away"))
        self.dismiss_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(14), px(3), px(8), px(3))
        layout.setSpacing(px(12))
        layout.addWidget(self.message_label, 1)
        layout.addWidget(self.action_button)
        layout.addWidget(self.dismiss_button)
        theme.changed.connect(self._update_icon)
        self._update_icon()
        self.hide()

    def show_notice(self, message: str, action_text: str, callback: Callable[[], object]) -> None:
        """Show a message with an action that runs ``callback``."""
        self.message_label.setText(message)
        self.action_button.setText(action_text)
        self._callback = callback
        self.show()
        announce(self, message)

    def _on_action_clicked(self) -> None:
        self.hide()
        self._callback()

    def _update_icon(self) -> None:
        self.dismiss_button.setIcon(self._theme.get_icon("x"))
