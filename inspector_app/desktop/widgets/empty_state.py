"""Empty state: icon, title, hint and action buttons where there is no content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.labels import PlainLabel, create_title_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QResizeEvent

    from inspector_app.desktop.theme.theme import Theme

_ICON_SIZE: Final = 48
_MIN_HEIGHT_FOR_ICON: Final = 200
"""Height of the page from which on the icon is shown as well."""


class EmptyState(QWidget):
    """Icon, title, hint and buttons, centred in the window."""

    def __init__(
        self,
        theme: Theme,
        icon_name: str,
        button_actions: Iterable[QAction],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon_name = icon_name
        px = theme.spacing.to_pixels
        self._icon_label = QLabel()
        self.title_label = create_title_label()
        follow_text_colour(self.title_label, theme)
        self.hint_label = PlainLabel()
        self.hint_label.setProperty("look", "soft")
        self._buttons_layout = QHBoxLayout()
        self._buttons_layout.setSpacing(px(12))
        self._buttons_layout.addStretch(1)
        for action in button_actions:
            self._add_button(action)
        self._buttons_layout.addStretch(1)

        layout = QVBoxLayout(self)
        layout.setSpacing(px(12))
        layout.addStretch(2)
        for label in (self._icon_label, self.title_label, self.hint_label):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addSpacing(px(12))
        layout.addLayout(self._buttons_layout)
        layout.addStretch(3)
        theme.changed.connect(self._update_icon)
        self._update_icon()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._icon_label.setVisible(
            self.height() >= self._theme.spacing.to_pixels(_MIN_HEIGHT_FOR_ICON)
        )

    def _add_button(self, action: QAction) -> None:
        button = Button(self._theme)
        self._buttons_layout.addWidget(button)
        button.set_default_action(action)

    def _update_icon(self) -> None:
        side = self._theme.spacing.to_pixels(_ICON_SIZE)
        picture = self._theme.get_icon(self._icon_name, side=_ICON_SIZE)
        self._icon_label.setPixmap(picture.pixmap(QSize(side, side), self.devicePixelRatioF()))
