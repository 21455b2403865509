"""Notification bar: a message, one action button and a dismiss button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.plain import PlainLabel, explain
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.look.appearance import Appearance


class NoticeBar(QFrame):
    """Shows the latest notice only, until its action is taken or it is dismissed."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._appearance = appearance
        self._do: Callable[[], object] = self.hide
        px = appearance.rhythm.px
        self.words = PlainLabel()
        self.act = Button(appearance, Look.PLAIN)
        self.act.clicked.connect(self._act)
        self.put_away = Button(appearance, Look.LINK)
        self.put_away.setAccessibleName(say("Put this notice away"))
        explain(self.put_away, say("Put this notice away"))
        self.put_away.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(14), px(6), px(8), px(6))
        layout.setSpacing(px(12))
        layout.addWidget(self.words, 1)
        layout.addWidget(self.act)
        layout.addWidget(self.put_away)
        appearance.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def offer(self, words: str, action: str, do: Callable[[], object]) -> None:
        """Show a message with an action that runs ``callback``."""
        self.words.setText(words)
        self.act.setText(action)
        self._do = do
        self.show()

    def _act(self) -> None:
        self.hide()
        self._do()

    def _recolour(self) -> None:
        self.put_away.setIcon(self._appearance.icon("x"))
