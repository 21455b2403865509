"""Dialog for the note of an answer of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.dialog_buttons import ACCEPT, REJECT, create_button_box
from inspector_app.desktop.widgets.fixed_width_dialog import FixedWidthDialog
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.history.entry import MAX_NOTE_LENGTH

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.theme.theme import Theme

_WIDTH: Final = 420


class NoteDialog(FixedWidthDialog):
    """``written`` carries the note, which may be empty, when it is to be kept."""

    written = Signal(str)

    def __init__(self, theme: Theme, note: str, parent: QWidget) -> None:
        super().__init__(theme.spacing.to_pixels(_WIDTH), parent)
        px = theme.spacing.to_pixels
        self.setWindowTitle(translate("Note"))
        words = translate("A ticket’s number, a few words. It stays in this window.")
        self.field = QLineEdit(note)
        self.field.setMaxLength(MAX_NOTE_LENGTH)
        self.field.setAccessibleName(translate("Note"))
        self.field.setAccessibleDescription(words)
        self.save_button = Button(theme, ButtonVariant.PRIMARY, translate("Save"))
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._save)
        cancel = Button(theme, ButtonVariant.TALL, translate("Cancel"))
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[px(16)] * 4)
        layout.setSpacing(px(12))
        layout.addWidget(PlainLabel(words))
        layout.addWidget(self.field)
        layout.addWidget(create_button_box((self.save_button, ACCEPT), (cancel, REJECT)))
        self.field.setFocus()

    def _save(self) -> None:
        note = self.field.text()
        self.accept()
        self.written.emit(note)
