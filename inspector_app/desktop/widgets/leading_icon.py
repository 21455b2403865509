"""An icon at the beginning of a line edit, as large as the text wants it.

Qt's own, that of an action, has 16 pixels whatever the size of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from inspector_app.desktop.widgets.field_part import (
    FieldWatcher,
    place_in_field,
    set_text_room,
)
from inspector_app.desktop.widgets.reading_direction import align_leading

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme

_SIDE: Final = 16
_LEFT: Final = 10
_GAP: Final = 6
_PADDING: Final = 8
"""The padding of the style sheet, behind which the text would begin by itself."""


class LeadingIcon(QLabel):
    """Stands in its field and leaves room for the text behind it; nothing of it can be clicked."""

    def __init__(self, field: QLineEdit, theme: Theme, name: str) -> None:
        super().__init__(field)
        self._field = field
        self._theme = theme
        self._name = name
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        FieldWatcher(field).changed.connect(self._place)
        theme.changed.connect(self._update)
        self._update()

    def _update(self) -> None:
        px = self._theme.spacing.to_pixels
        side = QSize(px(_SIDE), px(_SIDE))
        self.setFixedSize(side)
        self.setPixmap(self._theme.get_icon(self._name).pixmap(side, self.devicePixelRatioF()))
        self._place()

    def _place(self) -> None:
        field, px = self._field, self._theme.spacing.to_pixels
        place_in_field(self, field, px(_LEFT))
        set_text_room(field, leading=px(_LEFT + _SIDE + _GAP) - px(_PADDING))
        side = align_leading(field.layoutDirection())  # else the text's own direction decides
        if side != field.alignment():
            field.setAlignment(side)
