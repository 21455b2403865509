"""The page that shows the answer as text: JSON in colours, credentials masked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from inspector_app.desktop.background import Background, Job, Lane
from inspector_app.desktop.json_colours import JsonColours
from inspector_app.desktop.plain import PlainLabel
from inspector_app.desktop.words import say
from inspector_app.report.json_page import JsonPage, json_page
from inspector_app.session.exchange import Exchange

if TYPE_CHECKING:
    from inspector_app.desktop.appearance import Appearance
    from inspector_app.session.examination import Examination

_PIECE: Final = 8_000
"""Characters that are laid out and coloured at once: some milliseconds' work."""


class _TextField(QPlainTextEdit):
    """Read only; what is copied or dragged from it is plain text."""

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data


class JsonView(QWidget):
    """Its text is made on a worker thread when it is first looked at, and shown piece by piece."""

    def __init__(
        self, appearance: Appearance, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._examination: Examination | None = None
        self._job: Job[JsonPage] | None = None
        self._page = JsonPage("")
        self._size = self._next = 0
        self.note = PlainLabel()
        self.note.setProperty("look", "soft")
        self.note.hide()
        self.text = _TextField()
        self.text.setReadOnly(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(say("The answer as text"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.text.setFont(font)
        self.text.document().setDocumentMargin(appearance.rhythm.px(12))
        self._colours = JsonColours(appearance, self.text.document())
        self._pieces = QTimer(self)
        self._pieces.setInterval(0)
        self._pieces.timeout.connect(self._append)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.rhythm.px(8))
        layout.addWidget(self.note)
        layout.addWidget(self.text, 1)
        appearance.changed.connect(self._recolour)

    @property
    def is_complete(self) -> bool:
        """Whether all that is to be shown is there."""
        return self._job is None and not self._pieces.isActive()

    def look_at(self, examination: Examination) -> None:
        """Show this answer; nothing happens where it is shown already."""
        if examination is self._examination:
            return
        self.forget()
        self._examination = examination
        answer = examination.answer
        self._size = len(answer.body) if isinstance(answer, Exchange) else 0
        self.note.setText(say("Writing the text…"))
        self.note.show()
        self._job = self._background.submit(
            Lane.FILES, partial(json_page, examination), self._made, self._broke
        )

    def forget(self) -> None:
        """Let go of what is shown."""
        if self._job is not None:
            self._job.drop()
        self._job = self._examination = None
        self._page = JsonPage("")
        self._begin()

    def stop(self) -> None:
        """No more ticking; the window is closing."""
        self._pieces.stop()

    def _made(self, page: JsonPage) -> None:
        self._job = None
        self._page = page
        words = self._words()
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self._begin()

    def _broke(self) -> None:
        self._job = None
        self.note.setText(say("The text could not be written. The tree shows the answer."))

    def _words(self) -> str:
        page, parts = self._page, []
        if not page.is_json:
            parts.append(say("This is not JSON. It is shown as it came, credentials masked."))
        if not page.whole:
            left_out = say(
                "The first {shown} characters are shown; the rest is left out.",
                shown=f"{len(page.text):,}",
            )
            parts.append(left_out)
            if self._size:  # not known of a redacted answer
                parts.append(say("The answer has {bytes} bytes.", bytes=f"{self._size:,}"))
        return " ".join(parts)

    def _begin(self) -> None:
        self._next = 0
        self._pieces.stop()
        self.text.clear()
        self._colours.is_json = self._page.is_json
        if self._page.text:
            self._append()

    def _append(self) -> None:
        """One more piece, in whole lines; the view stays where the person has scrolled to."""
        text, start = self._page.text, self._next
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        cursor = QTextCursor(self.text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text[start:end])
        self._next = end
        if end < len(text):
            self._pieces.start()
        else:
            self._pieces.stop()

    def _recolour(self) -> None:
        """All lines anew, in pieces: colouring a long text at once would hold up the window."""
        self._colours.recolour()
        self._begin()
