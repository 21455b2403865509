"""Plain text view that inserts a long text in chunks, so that it does not block the UI."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from inspector_app.desktop.look.appearance import Appearance

_PIECE: Final = 8_000
"""Characters that are laid out and highlighted at once: some milliseconds' work."""


class LongText(QPlainTextEdit):
    """Read-only and monospaced; what is copied or dragged from it is plain text."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._next = 0
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.setFont(font)
        self.document().setDocumentMargin(appearance.rhythm.px(12))
        self._pieces = QTimer(self)
        self._pieces.setInterval(0)
        self._pieces.timeout.connect(self._append)

    @property
    def is_complete(self) -> bool:
        """Whether the whole text is inserted."""
        return not self._pieces.isActive()

    def show_text(self, text: str) -> None:
        """Show another text, from its beginning."""
        self._shown, self._next = text, 0
        self._pieces.stop()
        self.clear()
        if text:
            self._append()

    def stop(self) -> None:
        """Stop the chunk timer, because the window is closing."""
        self._pieces.stop()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def _append(self) -> None:
        """Insert one more chunk of whole lines; the scroll position stays."""
        text, start = self._shown, self._next
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text[start:end])
        self._next = end
        if end < len(text):
            self._pieces.start()
        else:
            self._pieces.stop()
