"""A line edit for session tokens: keeps a paste unchanged, masks it, and reveals it on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.leading_icon import LeadingIcon
from inspector_app.desktop.widgets.plain_text import set_tooltip
from inspector_app.desktop.widgets.secret_field import SecretField
from inspector_app.desktop.widgets.trailing_button import TrailingButton
from inspector_app.session.plain_text import escape_invisible

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QFocusEvent,
        QKeyEvent,
    )

    from inspector_app.desktop.theme.theme import Theme

REVEAL_DURATION_MS: Final = 30_000
"""Milliseconds after which a revealed token is masked again."""

_MAX_DISPLAY_LENGTH: Final = 20_000
"""Characters of a paste that are shown when revealed; the whole of it is used all the same."""


class TokenField(SecretField):
    """Holds a text and controls whether it is masked or revealed.

    A paste of any size and shape (a HAR file, a cURL command over many lines) is kept exactly as
    it came and is displayed as a mask of fixed length. What is typed by hand is masked
    letter by letter until it is used. Revealing shows the text for editing, for 30 seconds.

    ``copied`` carries what the user copies of a revealed text, which goes to the clipboard as a
    credential; ``selected`` what the X11 selection just took of it; ``text_hidden`` the text that
    was revealed until now; ``text_masked`` a text as it is masked, whole.
    """

    submitted = Signal()
    edited = Signal()
    copied = Signal(str)
    selected = Signal(str)
    text_hidden = Signal(str)
    text_masked = Signal(object)  # as it is: Qt's own form of megabytes takes tens of milliseconds

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._masked_text: str | None = None
        self._theme = theme
        self.setAccessibleName(translate("Session token"))
        self.setMaxLength(_MAX_DISPLAY_LENGTH)
        LeadingIcon(self, theme, "key-round")
        self._reveal_refusal = ""
        self._reveal_action = QAction(self)
        self._reveal_action.setCheckable(True)
        self._reveal_action.toggled.connect(self._on_reveal_toggled)
        QWidget.addAction(self, self._reveal_action)  # a line edit's own would make a button
        self._reveal_button = TrailingButton(self, theme, self._reveal_action)
        self._hide_timer = QTimer(self)
        self._hide_timer.setSingleShot(True)
        self._hide_timer.setTimerType(Qt.TimerType.PreciseTimer)  # others may be 5 % late
        self._hide_timer.setInterval(REVEAL_DURATION_MS)
        self._hide_timer.timeout.connect(self.hide_text)
        self.returnPressed.connect(self._on_return_pressed)
        self.textEdited.connect(self._on_text_edited)
        QGuiApplication.clipboard().selectionChanged.connect(self._on_selection_taken)
        theme.changed.connect(self._update_icons)
        self._update_icons()

    def take_pastes(self) -> None:
        """Take what is pasted and dropped; to be called once, before somebody can do either."""
        from inspector_app.desktop.pasting.paste_filter import PasteFilter

        # No menu: Qt's own would offer undo and copies of a masked text.
        self._paste_filter = PasteFilter(self, is_masked=True)
        self._paste_filter.pasted.connect(self._insert_pasted_text)
        self.edited.connect(self._paste_filter.cancel)

    def get_raw_text(self) -> str:
        """The typed or pasted text, unchanged and unmasked."""
        return self.text() if self._masked_text is None else self._masked_text

    def set_raw_text(self, text: str) -> None:
        """Set the text and mask it."""
        self._reveal_action.setChecked(False)
        self._set_masked_text(text)
        self.edited.emit()

    def clear_text(self) -> None:
        """Clear the text and its undo history."""
        self.set_raw_text("")

    def show_fingerprint(self, fingerprint: str) -> None:
        """Show the token's fingerprint, by which two people can compare tokens, as a tooltip."""
        words = translate(
            "Fingerprint {fingerprint}: the same token has the same.", fingerprint=fingerprint
        )
        set_tooltip(self, words if fingerprint else "")

    def is_revealed(self) -> bool:
        """Whether the text is shown unmasked."""
        return self._reveal_action.isChecked()

    def toggle_revealed(self) -> None:
        """Show the text, or mask it again, as the eye does; the keys go into the field."""
        self.setFocus()
        if self._reveal_action.isEnabled():
            self._reveal_action.toggle()

    @Slot()
    def hide_text(self) -> None:
        """Mask the text again."""
        self._reveal_action.setChecked(False)

    def forbid_revealing(self, why: str) -> None:
        """Keep the text masked for good; ``why`` is the tooltip of the eye."""
        self._reveal_refusal = why
        self._reveal_action.setEnabled(False)
        self._update_reveal_action()

    def forbid_copying(self) -> None:
        """Let nothing of a revealed text be selected, as what is selected can be copied."""
        self.selectionChanged.connect(self.deselect)

    @qt_override
    def paste(self) -> None:
        """Replace the text with the whole text of the clipboard, once it is there."""
        self._paste_filter.paste()

    def defer_until_pasted(
        self, on_pasted: Callable[[], None], on_missed: Callable[[str], None]
    ) -> bool:
        """Call ``on_pasted`` once the awaited paste is there; False where none is awaited.

        Where it does not come ``on_missed`` is called with the message, empty if it was cancelled.
        """
        return self._paste_filter.defer(on_pasted, on_missed)

    def drop_followers(self) -> None:
        """Drop what was to follow an awaited paste: Enter, or a deferred call."""
        self._paste_filter.drop_followers()

    @qt_override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 24, hint.height())

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._handle_copy_key(event):
            return
        if self._masked_text is not None and not self.is_revealed():
            if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
                self.clear_text()
                return
            is_command = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.text() and event.text().isprintable() and not is_command:
                # A mask cannot be edited in the middle: typing replaces it, like a selection.
                self._set_editable_text("")
        super().keyPressEvent(event)

    @qt_override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu: Qt's own would offer undo and copies of a masked text."""
        event.accept()

    @qt_override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText():
            event.acceptProposedAction()

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mask_typed_text()

    def _handle_copy_key(self, event: QKeyEvent) -> bool:
        """Handle copy and cut keys, which Qt would copy as ordinary text; True if it was one."""
        is_cut = event.matches(QKeySequence.StandardKey.Cut)
        if not is_cut and not event.matches(QKeySequence.StandardKey.Copy):
            return False
        if self.is_revealed() and self.hasSelectedText():
            selected = self.selectedText()
            if is_cut and not self.isReadOnly():
                self.del_()
            self.copied.emit(selected)
        return True

    @Slot(object)
    def _insert_pasted_text(self, text: str) -> None:
        if self._masked_text is None and self.is_revealed() and _is_editable(text):
            self.insert(text)
            self.edited.emit()
            return
        self.set_raw_text(text)

    @Slot()
    def _on_return_pressed(self) -> None:
        self._mask_typed_text()
        self.submitted.emit()

    def _mask_typed_text(self) -> None:
        """Mask typed text with a fixed length, too."""
        if self._masked_text is None and not self.is_revealed():
            self._set_masked_text(self.text())

    def _set_masked_text(self, text: str) -> None:
        from inspector_app.session.token import MASK, TokenKind

        if not text:
            self._set_editable_text("")
            return
        self._masked_text = text
        self.text_masked.emit(text)
        # A mask is not editable: keys, drops and pastes are handled by the methods above.
        self.setReadOnly(True)
        self.setEchoMode(QLineEdit.EchoMode.Normal)
        prefix = next(kind.value for kind in TokenKind if text.lstrip().startswith(kind.value))
        self.setText(prefix + MASK)

    def _set_editable_text(self, text: str) -> None:
        self._masked_text = None
        self.setReadOnly(False)
        is_open = self.is_revealed()
        self.setEchoMode(QLineEdit.EchoMode.Normal if is_open else QLineEdit.EchoMode.Password)
        self.setText(text)

    @Slot(bool)
    def _on_reveal_toggled(self, is_shown: bool) -> None:  # noqa: FBT001  # the signal's signature
        if is_shown:
            held = self.get_raw_text()
            self._hide_timer.start()
            if _is_editable(held):
                self._set_editable_text(held)
            else:
                # Not a single plain line: shown read-only, a paste replaces it: nothing is lost.
                self.setText(escape_invisible(held[:_MAX_DISPLAY_LENGTH]))
                self.setCursorPosition(0)
        else:
            self._hide_timer.stop()
            self.text_hidden.emit(self.text())
            self._set_masked_text(self.get_raw_text())
        self._update_reveal_action()

    @Slot()
    def _on_selection_taken(self) -> None:
        """Pass on what this field has put into the X11 selection, as soon as it is there.

        The signal comes synchronously, with the field's selection still as it was copied.
        """
        is_own = self.hasFocus() and QGuiApplication.clipboard().ownsSelection()
        if is_own and self.is_revealed() and self.hasSelectedText():
            self.selected.emit(self.selectedText())

    @Slot()
    def _on_text_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _update_icons(self) -> None:
        self._update_reveal_action()

    def _update_reveal_action(self) -> None:
        is_shown = self.is_revealed()
        self._reveal_action.setIcon(self._theme.get_icon("eye-off" if is_shown else "eye"))
        self._reveal_action.setText(
            translate("Hide the token") if is_shown else translate("Show the token")
        )
        words = self._reveal_refusal or self._reveal_action.text()
        set_tooltip(self._reveal_action, words)
        self._reveal_button.setAccessibleDescription(words)


def _is_editable(text: str) -> bool:
    """Whether the field can show the whole text as it is; of a long one nothing is looked at."""
    return len(text) <= _MAX_DISPLAY_LENGTH and escape_invisible(text) == text
