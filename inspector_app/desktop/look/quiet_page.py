"""Empty state: icon, title, hint and action buttons where there is no content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.look.button import Button
from inspector_app.desktop.look.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QResizeEvent

    from inspector_app.desktop.look.appearance import Appearance

_ICON_SIDE: Final = 48
_ROOM_FOR_ICON: Final = 200
"""Height of the page from which on the icon is shown as well."""


class QuietPage(QWidget):
    """Icon, title, hint and buttons, centred in the window."""

    def __init__(
        self,
        appearance: Appearance,
        picture: str,
        buttons: Iterable[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._picture = picture
        px = appearance.rhythm.px
        self._mark = QLabel()
        self.title = PlainLabel()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.45)
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self.hint = PlainLabel()
        self.hint.setProperty("look", "soft")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(px(12))
        self._buttons.addStretch(1)
        for action in buttons:
            self._add(action)
        self._buttons.addStretch(1)

        layout = QVBoxLayout(self)
        layout.setSpacing(px(12))
        layout.addStretch(2)
        for label in (self._mark, self.title, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addSpacing(px(12))
        layout.addLayout(self._buttons)
        layout.addStretch(3)
        appearance.changed.connect(self._recolour)
        self._recolour()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark.setVisible(self.height() >= self._appearance.rhythm.px(_ROOM_FOR_ICON))

    def _add(self, action: QAction) -> None:
        button = Button(self._appearance)
        self._buttons.addWidget(button)
        button.follow(action)

    def _recolour(self) -> None:
        side = self._appearance.rhythm.px(_ICON_SIDE)
        picture = self._appearance.icon(self._picture)
        self._mark.setPixmap(picture.pixmap(QSize(side, side), self.devicePixelRatioF()))
