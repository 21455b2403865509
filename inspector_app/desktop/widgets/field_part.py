"""What icons and buttons within a line edit share: their place, and the text's room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Signal

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.reading_direction import place_within

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QWidget


class FieldWatcher(QObject):
    """Tells when what stands within a line edit is to be placed anew."""

    changed = Signal()

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange}:
            self.changed.emit()
        return super().eventFilter(watched, event)


def place_in_field(part: QWidget, field: QLineEdit, left: int) -> None:
    """Put a part at the middle of the field's height, so many pixels from where a line begins."""
    place = QRect(left, (field.height() - part.height()) // 2, part.width(), part.height())
    part.move(place_within(field.layoutDirection(), field.rect(), place).topLeft())


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
