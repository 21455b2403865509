"""What was taken out of the text, in one line below the token field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme


class TakenNote(QWidget):
    """One line, elided where it is too long: the tooltip has the whole of it.

    ``choose_again``: of several tokens in the text, another one is wanted; ``all_requested``: all
    of them are.
    """

    choose_again = Signal()
    all_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.label = ElidedLabel()
        self.label.setProperty("look", "soft")
        self.again_button = Button(theme, ButtonVariant.LINK, translate("Choose another token"))
        self.again_button.clicked.connect(self.choose_again)
        self.all_button = Button(theme, ButtonVariant.LINK, translate("Inspect all…"))
        self.all_button.clicked.connect(self.all_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.spacing.to_pixels(12))
        layout.addWidget(self.label, 1)
        layout.addWidget(self.again_button)
        layout.addWidget(self.all_button)
        self.hide()

    def show_text(self, text: str, *, is_one_of_several: bool, has_others: bool = False) -> None:
        """Show this text; an empty one hides the note.

        ``is_one_of_several``: the person chose among tokens; ``has_others``: the latest was taken.
        """
        self.label.set_text(text)
        self.again_button.setVisible(is_one_of_several)
        self.all_button.setVisible(is_one_of_several or has_others)
        self.setVisible(bool(text))
