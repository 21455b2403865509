"""Page that shows a comparison as its JSON export has it: highlighted, credentials masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.desktop.answer.json_highlighter import JsonHighlighter
from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.chunked_text_view import ChunkedTextView
from inspector_app.desktop.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme


class ComparisonJsonView(QWidget):
    """Displays its text in chunks; a part of one that is very long."""

    page_shown = Signal()
    """Emitted when another text is shown, or none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.text = ""
        self.note_label = PlainLabel()
        self.note_label.setProperty("look", "soft")
        self.text_view = ChunkedTextView(theme)
        follow_text_colour(self.text_view, theme)
        self.text_view.setFrameShape(QFrame.Shape.NoFrame)
        self.text_view.setAccessibleName(translate("The comparison as text"))
        self._highlighter = JsonHighlighter(theme, self.text_view.document())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.spacing.to_pixels(8))
        layout.addWidget(self.note_label)
        layout.addWidget(self.text_view, 1)
        theme.changed.connect(self._highlighter.update_colours)
        self.show_note("")

    def show_text(self, text: str, *, is_whole: bool) -> None:
        """Show this text; where it is not all of it, a line says so."""
        self.text = text
        self.show_note(
            ""
            if is_whole
            else translate(
                "The first {shown} characters are shown; the rest is left out.",
                shown=f"{len(text):,}",
            )
        )
        self.text_view.show_text(text)
        self.page_shown.emit()

    def show_note(self, note: str) -> None:
        """Say above the text what is to be known about it."""
        self.note_label.setText(note)
        self.note_label.setVisible(bool(note))
