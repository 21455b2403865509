"""A button at the end of a line edit, as large as the text wants it.

Qt's own, that of an action, has 16 pixels whatever the size of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from inspector_app.desktop.widgets.field_part import (
    FieldWatcher,
    place_in_field,
    set_text_room,
)

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
        FieldWatcher(field).changed.connect(self._place)
        theme.changed.connect(self._update)
        self._update()

    def _update(self) -> None:
        px = self._theme.spacing.to_pixels
        self.setIconSize(QSize(px(_ICON), px(_ICON)))
        self.setFixedSize(QSize(px(_SIDE), px(_SIDE)))
        self._place()

    def _place(self) -> None:
        field, px = self._field, self._theme.spacing.to_pixels
        place_in_field(self, field, field.width() - px(_RIGHT) - self.width())
        set_text_room(field, trailing=self.width())
