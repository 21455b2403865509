"""An icon at the beginning of a line edit, as large as the text wants it.

Qt's own, that of an action, has 16 pixels whatever the size of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QStyle

from inspector_app.desktop.qt_override import qt_override
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
        side = QSize(px(_SIDE), px(_SIDE))
        self.setFixedSize(side)
        self.setPixmap(self._theme.get_icon(self._name).pixmap(side, self.devicePixelRatioF()))
        self._place()

    def _place(self) -> None:
        field, px = self._field, self._theme.spacing.to_pixels
        place = QRect(px(_LEFT), (field.height() - self.height()) // 2, self.width(), self.height())
        self.move(QStyle.visualRect(field.layoutDirection(), field.rect(), place).topLeft())
        set_text_room(field, leading=px(_LEFT + _SIDE + _GAP) - px(_PADDING))
        side = align_leading(field.layoutDirection())  # else the text's own direction decides
        if side != field.alignment():
            field.setAlignment(side)


def set_text_room(
    field: QLineEdit, *, leading: int | None = None, trailing: int | None = None
) -> None:
    """Leave room before or behind the text of a line edit, in pixels; None leaves it as it is."""
    margins = field.textMargins()
    before, behind = margins.left(), margins.right()
    is_mirrored = field.isRightToLeft()
    if is_mirrored:
        before, behind = behind, before
    before = before if leading is None else leading
    behind = behind if trailing is None else trailing
    left, right = (behind, before) if is_mirrored else (before, behind)
    if (left, right) != (margins.left(), margins.right()):
        field.setTextMargins(left, 0, right, 0)
