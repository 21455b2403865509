"""Line edit for the application that a person asks about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from inspector_app.desktop.answer.find_field import FindField
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.plain_text import set_tooltip
from inspector_app.session.exchange import MAX_SUBJECT_LENGTH

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from inspector_app.desktop.theme.theme import Theme


class QuestionField(FindField):
    """Typing selects the application in the list; Enter asks, and ``asked`` carries the text."""

    asked = Signal(str)
    icon_name = "layout-grid"

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        words = translate("Application that does not open: name, identifier or AccessKey")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        set_tooltip(self, translate("Enter asks why the user cannot open it (Ctrl+4)"))
        self.setMaxLength(MAX_SUBJECT_LENGTH)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.text().strip():
                self.asked.emit(self.text().strip())
            return
        super().keyPressEvent(event)
