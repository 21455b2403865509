"""A line edit for session tokens: keeps a paste unchanged, masks it, and reveals it on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QClipboard, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector_app.desktop.look.plain import explain
from inspector_app.desktop.look.words import say
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.token import TokenKind

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
    )

    from inspector_app.desktop.look.appearance import Appearance

REVEALED_FOR: Final = 30_000
"""Milliseconds after which a revealed token is masked again."""

_MASK: Final = "•" * 12
_LONGEST_SHOWN: Final = 20_000
"""Characters of a paste that are shown when revealed; the whole of it is used all the same."""


class TokenField(QLineEdit):
    """Holds a text and controls whether it is masked or revealed.

    A paste of any size and shape (a HAR file, a cURL command over many lines) is kept exactly as
    it came and is displayed as a mask of fixed length. What is typed by hand is masked
    letter by letter until it is used. Revealing shows the text for editing, for 30 seconds.

    ``copied`` carries what the user copies of a revealed text, which goes to the clipboard as a
    credential; ``text_hidden`` the text that was revealed until now; ``text_masked`` a
    text as it is masked, whole.
    """

    submitted = Signal()
    edited = Signal()
    copied = Signal(str)
    hidden = Signal(str)
    held = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: str | None = None
        self._appearance = appearance
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.setAccessibleName(say("Session token"))
        self.setMaxLength(_LONGEST_SHOWN)
        self._key = QAction(self)
        self.addAction(self._key, QLineEdit.ActionPosition.LeadingPosition)
        self._reveal = QAction(self)
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._show_or_hide)
        self.addAction(self._reveal, QLineEdit.ActionPosition.TrailingPosition)
        self._hide_again = QTimer(self)
        self._hide_again.setSingleShot(True)
        self._hide_again.setTimerType(Qt.TimerType.PreciseTimer)  # others may be 5 % late
        self._hide_again.setInterval(REVEALED_FOR)
        self._hide_again.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may take longer
        self._hide_again.timeout.connect(self.hide_text)
        self.returnPressed.connect(self._submit)
        self.textEdited.connect(self._was_edited)
        appearance.changed.connect(self._recolour)
        self._recolour()

    def given(self) -> str:
        """The typed or pasted text, unchanged and unmasked."""
        return self.text() if self._held is None else self._held

    def give(self, text: str) -> None:
        """Set the text and mask it."""
        self._reveal.setChecked(False)
        self._hold(text)
        self.edited.emit()

    def forget(self) -> None:
        """Clear the text and its undo history."""
        self.give("")

    def show_fingerprint(self, fingerprint: str) -> None:
        """Show the token's fingerprint, by which two people can compare tokens, as a tooltip."""
        words = say(
            "Fingerprint {fingerprint}: the same token has the same.", fingerprint=fingerprint
        )
        explain(self, words if fingerprint else "")

    def is_revealed(self) -> bool:
        """Whether the text is shown unmasked."""
        return self._reveal.isChecked()

    @Slot()
    def hide_text(self) -> None:
        """Mask the text again."""
        self._reveal.setChecked(False)

    def paste(self) -> None:
        """Replace the text with the whole text of the clipboard."""
        clipboard = QGuiApplication.clipboard().mimeData()
        if clipboard is not None:
            self._take(clipboard)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 24, hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            return
        if self._copies(event):
            return
        if self._held is not None and not self.is_revealed():
            if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
                self.forget()
                return
            is_command = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.text() and event.text().isprintable() and not is_command:
                # A mask cannot be edited in the middle: typing replaces it, like a selection.
                self._release("")
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu: Qt's own would offer undo and copies of a masked text."""
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take(event.mimeData())
        event.acceptProposedAction()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText():
            event.acceptProposedAction()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clipboard = QGuiApplication.clipboard()
        if event.button() == Qt.MouseButton.MiddleButton and clipboard.supportsSelection():
            selection = clipboard.mimeData(QClipboard.Mode.Selection)
            if selection is not None:
                self._take(selection)
            return
        super().mouseReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle()

    def _copies(self, event: QKeyEvent) -> bool:
        """Handle copy and cut keys, which Qt would copy as ordinary text; True if it was one."""
        is_cut = event.matches(QKeySequence.StandardKey.Cut)
        if not is_cut and not event.matches(QKeySequence.StandardKey.Copy):
            return False
        if self.is_revealed() and self.hasSelectedText():
            selected = self.selectedText()
            if is_cut and not self.isReadOnly():
                self.del_()
                self.edited.emit()
            self.copied.emit(selected)
        return True

    def _take(self, data: QMimeData) -> None:
        if not data.hasText():
            return
        text = data.text()
        if self._held is None and self.is_revealed() and escape_invisible(text) == text:
            self.insert(text)
            self.edited.emit()
            return
        self.give(text)

    @Slot()
    def _submit(self) -> None:
        self._settle()
        self.submitted.emit()

    def _settle(self) -> None:
        """Mask typed text with a fixed length, too."""
        if self._held is None and self.text() and not self.is_revealed():
            self._hold(self.text())

    def _hold(self, text: str) -> None:
        if not text:
            self._release("")
            return
        self._held = text
        self.held.emit(text)
        # A mask is not editable: keys, drops and pastes are handled by the methods above.
        self.setReadOnly(True)
        self.setEchoMode(QLineEdit.EchoMode.Normal)
        prefix = next(kind.value for kind in TokenKind if text.lstrip().startswith(kind.value))
        self.setText(prefix + _MASK)

    def _release(self, text: str) -> None:
        self._held = None
        self.setReadOnly(False)
        is_open = self.is_revealed()
        self.setEchoMode(QLineEdit.EchoMode.Normal if is_open else QLineEdit.EchoMode.Password)
        self.setText(text)

    @Slot(bool)
    def _show_or_hide(self, is_shown: bool) -> None:  # noqa: FBT001  # the signal's signature
        if is_shown:
            held = self.given()
            self._hide_again.start()
            if escape_invisible(held) == held and len(held) <= _LONGEST_SHOWN:
                self._release(held)
            else:
                # Not a single plain line: shown read-only, a paste replaces it: nothing is lost.
                self.setText(escape_invisible(held[:_LONGEST_SHOWN]))
                self.setCursorPosition(0)
        else:
            self._hide_again.stop()
            self.hidden.emit(self.text())
            self._hold(self.given())
        self._dress_eye()

    @Slot()
    def _was_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _recolour(self) -> None:
        self._key.setIcon(self._appearance.icon("key-round"))
        self._dress_eye()

    def _dress_eye(self) -> None:
        is_shown = self.is_revealed()
        self._reveal.setIcon(self._appearance.icon("eye-off" if is_shown else "eye"))
        self._reveal.setText(say("Hide the token") if is_shown else say("Show the token"))
        explain(self._reveal, self._reveal.text())
