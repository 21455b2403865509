"""Preview of an export's content and size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from inspector_app.desktop.export.page_view import PageView
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.chunked_text_view import ChunkedTextView
from inspector_app.desktop.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.export.export_renderer import RenderedExport
    from inspector_app.desktop.theme.theme import Theme


class ExportPreview(QWidget):
    """Text as text, a PDF or web page as page images; a label below says how complete it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.text_view = ChunkedTextView(theme)
        self.text_view.setAccessibleName(translate("Preview of what is shared"))
        self.text_view.setLineWrapMode(ChunkedTextView.LineWrapMode.WidgetWidth)
        self.page_view = PageView(theme)
        self.size_label = PlainLabel()
        self.size_label.setProperty("look", "soft")
        self._views = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.spacing.to_pixels(6))
        layout.addLayout(self._views, 1)
        self._views.addWidget(self.text_view)  # now that the stack has its widget
        self._views.addWidget(self.page_view)
        layout.addWidget(self.size_label)

    def show_placeholder(self, message: str) -> None:
        """Show an empty preview with a message."""
        self.text_view.show_text("")
        self.page_view.show_pages(())
        self._views.setCurrentWidget(self.text_view)
        self.size_label.setText(message)

    def show_export(self, rendered: RenderedExport) -> None:
        """Show this rendered export."""
        self.text_view.show_text(rendered.preview)
        self.page_view.show_pages(rendered.page_images)
        self._views.setCurrentWidget(self.page_view if rendered.page_images else self.text_view)
        self.size_label.setText(_format_size_note(rendered))


def _format_size_note(rendered: RenderedExport) -> str:
    size = f"{len(rendered.data):,}"
    if rendered.page_images and rendered.printable is None:
        return translate(
            "What is shared, as a browser prints it: a web page of {bytes} bytes.", bytes=size
        )
    if rendered.page_images:
        count = len(rendered.page_images)
        if count == 1:
            return translate("What is shared: one page, {bytes} bytes.", bytes=size)
        return translate("What is shared: {count} pages, {bytes} bytes.", count=count, bytes=size)
    if rendered.is_whole:
        return translate("What is shared, all of it: {bytes} bytes.", bytes=size)
    return translate("The beginning is shown. All of it, {bytes} bytes, leaves.", bytes=size)
