"""A button at the end of a line edit, as large as the text wants it.

Qt's own, that of an action, has 16 pixels whatever the size of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QStyle, QToolButton

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.leading_icon import set_text_room

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from inspector_app.desktop.theme.theme import Theme

_ICON: Final = 16
_SIDE: Final = 24
_RIGHT: Final = 6


class TrailingButton(QToolButton):
    """Triggers an action; stands in its field and leaves the text room before it.

    Not a stop of the keys: the action has one of its own.
    """

    def __init__(self, field: QLineEdit, theme: Theme, action: QAction) -> None:
        super().__init__(field)
        self._field = field
        self._theme = theme
        self.setDefaultAction(action)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        field.installEventFilter(self)
        theme.changed.connect(self._update)
        self._update()

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange}:
            self._place()
        return super().eventFilter(watched, event)

    def _update(self) -> None:
        px = self._theme.spacing.to_pixels
        self.setIconSize(QSize(px(_ICON), px(_ICON)))
        self.setFixedSize(QSize(px(_SIDE), px(_SIDE)))
        self._place()

    def _place(self) -> None:
        field, px = self._field, self._theme.spacing.to_pixels
        left = field.width() - px(_RIGHT) - self.width()
        place = QRect(left, (field.height() - self.height()) // 2, self.width(), self.height())
        self.move(QStyle.visualRect(field.layoutDirection(), field.rect(), place).topLeft())
        set_text_room(field, trailing=self.width())
