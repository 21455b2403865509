"""Plain text view that inserts a long text in chunks, so that it does not block the UI."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from inspector_app.desktop.qt_override import qt_override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from inspector_app.desktop.theme.theme import Theme

_CHUNK_SIZE: Final = 8_000
"""Characters that are laid out and highlighted at once: some milliseconds' work."""


class ChunkedTextView(QPlainTextEdit):
    """Read-only and monospaced; what is copied or dragged from it is plain text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._text = ""
        self._offset = 0
        self._range: tuple[int, int] | None = None
        self.setReadOnly(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # in every language: it is code
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.setFont(font)
        self.document().setDocumentMargin(theme.spacing.to_pixels(12))
        self._chunk_timer = QTimer(self)
        self._chunk_timer.timeout.connect(self._append_chunk)

    @property
    def is_complete(self) -> bool:
        """Whether the whole text is inserted."""
        return not self._chunk_timer.isActive()

    def show_text(self, text: str) -> None:
        """Show another text, from its beginning."""
        self._text, self._offset = text, 0
        self._range = None
        self._chunk_timer.stop()
        self.clear()
        if text:
            self._append_chunk()

    def select_range(self, start: int, end: int) -> None:
        """Select what stands between two positions, once it is there, and scroll to it."""
        # At the very end of what is there, it would grow with each piece that is inserted.
        if end >= self.document().characterCount() - 1 and not self.is_complete:
            self._range = (start, end)
            return
        self._range = None
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)  # which scrolls to it

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is selected in sight: a match that was found is not lost in a lower window."""
        cursor, first = self.textCursor(), self.firstVisibleBlock().blockNumber()
        lines = event.oldSize().height() // self.fontMetrics().lineSpacing()  # none is wrapped
        was_seen = cursor.hasSelection() and first <= cursor.blockNumber() < first + lines
        super().resizeEvent(event)
        if was_seen:
            self.ensureCursorVisible()

    @qt_override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def _append_chunk(self) -> None:
        """Insert one more chunk of whole lines; the scroll position stays."""
        text, start = self._text, self._offset
        end = text.find("\n", start + _CHUNK_SIZE) + 1 or len(text)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text[start:end])
        self._offset = end
        if end < len(text):
            self._chunk_timer.start()
        else:
            self._chunk_timer.stop()
        if self._range is not None:
            self.select_range(*self._range)
