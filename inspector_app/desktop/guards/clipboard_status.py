"""Status bar widget with the countdown of a secret in the clipboard and a button to clear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.clipboard import Clipboard
    from inspector_app.desktop.theme.theme import Theme


class ClipboardStatus(QWidget):
    """Visible only while the clipboard holds a secret."""

    def __init__(self, theme: Theme, clipboard: Clipboard) -> None:
        super().__init__()
        self.label = PlainLabel()
        self.label.setWordWrap(False)
        self.clear_button = Button(theme, ButtonVariant.LINK, translate("Clear now"))
        self.clear_button.setAccessibleName(translate("Clear the clipboard now"))
        self.clear_button.clicked.connect(clipboard.clear_secret)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.spacing.to_pixels(4))
        layout.addWidget(self.label)
        layout.addWidget(self.clear_button)
        clipboard.countdown_changed.connect(self._on_countdown_changed)
        self.hide()

    def _on_countdown_changed(self, seconds: int | None) -> None:
        if seconds is None:
            self.label.setText(translate("A credential is in the clipboard."))
        else:
            self.label.setText(
                translate("A credential is in the clipboard for {seconds} s.", seconds=seconds)
            )
        self.setVisible(seconds != 0)
