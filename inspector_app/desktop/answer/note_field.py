"""Line edit for the number of the ticket, or a note, which stands in the head of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.plain_text import set_tooltip

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme

_MAX_LENGTH: Final = 120


class NoteField(QLineEdit):
    """As high as a line of text, since it stands in one; its text belongs to one answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "line")
        self.setMaxLength(_MAX_LENGTH)
        self.setPlaceholderText(translate("Ticket or note"))
        self.setAccessibleName(translate("Ticket or note"))
        set_tooltip(
            self, translate("Stands in the head of every report of this answer, as you write it.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @qt_override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.spacing.to_pixels(200), super().sizeHint().height())

    @qt_override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.spacing.to_pixels(140), super().minimumSizeHint().height())
