"""Preview of an export's content and size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from inspector_app.desktop.export.page_view import PageView
from inspector_app.desktop.look.long_text import LongText
from inspector_app.desktop.look.plain import PlainLabel
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from inspector_app.desktop.export.export_making import Made
    from inspector_app.desktop.look.appearance import Appearance


class ExportPreview(QWidget):
    """Text as text, a PDF as page images; a label below says whether it is complete."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.text = LongText(appearance)
        self.text.setAccessibleName(say("What leaves"))
        self.text.setLineWrapMode(LongText.LineWrapMode.WidgetWidth)
        self.pages = PageView(appearance)
        self.note = PlainLabel()
        self.note.setProperty("look", "soft")
        self._views = QStackedLayout()
        self._views.addWidget(self.text)
        self._views.addWidget(self.pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.rhythm.px(6))
        layout.addLayout(self._views, 1)
        layout.addWidget(self.note)

    def show_nothing(self, words: str) -> None:
        """Show an empty preview with a message."""
        self.text.show_text("")
        self.pages.show_pages(())
        self._views.setCurrentWidget(self.text)
        self.note.setText(words)

    def show_made(self, made: Made) -> None:
        """Show this rendered export."""
        self.text.show_text(made.preview)
        self.pages.show_pages(made.pages)
        self._views.setCurrentWidget(self.pages if made.pages else self.text)
        self.note.setText(_words(made))


def _words(made: Made) -> str:
    size = f"{len(made.data):,}"
    if made.pages:
        count = len(made.pages)
        if count == 1:
            return say("This is what leaves: one page, {bytes} bytes.", bytes=size)
        return say("This is what leaves: {count} pages, {bytes} bytes.", count=count, bytes=size)
    if made.is_whole:
        return say("This is what leaves, all of it: {bytes} bytes.", bytes=size)
    return say("The beginning is shown. All of it, {bytes} bytes, leaves.", bytes=size)
