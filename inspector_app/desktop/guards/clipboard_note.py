"""Status bar widget with the countdown of a secret in the clipboard and a button to clear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.plain import PlainLabel
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from inspector_app.desktop.guards.clipboard import Clipboard
    from inspector_app.desktop.look.appearance import Appearance


class ClipboardNote(QWidget):
    """Visible only while the clipboard holds a secret."""

    def __init__(
        self, appearance: Appearance, clipboard: Clipboard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.words = PlainLabel()
        self.words.setWordWrap(False)
        self.clear = Button(appearance, Look.LINK, say("Clear now"))
        self.clear.setAccessibleName(say("Clear the clipboard now"))
        self.clear.clicked.connect(clipboard.clear_secret)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.rhythm.px(4))
        layout.addWidget(self.words)
        layout.addWidget(self.clear)
        clipboard.counted.connect(self._count)
        self.hide()

    def _count(self, seconds: int | None) -> None:
        if seconds is None:
            self.words.setText(say("A credential is in the clipboard."))
        else:
            self.words.setText(
                say("A credential is in the clipboard for {seconds} s.", seconds=seconds)
            )
        self.setVisible(seconds != 0)
