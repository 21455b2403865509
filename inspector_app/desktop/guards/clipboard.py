"""Writes plain text, HTML reports and secrets to the system clipboard; clears secrets again.

An HTML report is offered as ``text/html``, so that mail and documents show it formatted, and as
plain text for all other programs. A secret is marked to be excluded from clipboard histories.

A secret is cleared after a timeout that the user chooses, and only while the clipboard still
holds it: what another program has put there since is left alone.
"""

from __future__ import annotations

import importlib
import logging
import sys
import time
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

from inspector_app.desktop.look.words import say
from inspector_app.session.plain_text import escape_invisible

_log = logging.getLogger(__name__)

_WINDOWS: Final = {
    "ExcludeClipboardContentFromMonitorProcessing": b"\x01\0\0\0",
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
}
_CONCEALED: Final = "org.nspasteboard.ConcealedType"
_TELLS_ITS_OWNER: Final = ("xcb", "wayland")
"""Qt platforms that report the clipboard's owner reliably. Elsewhere its text is compared; here
reading it could wait for another program."""

_TICK: Final = 1000
_MODES: Final = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def hints(system: str) -> dict[str, bytes]:
    """Get the formats, by MIME type, that exclude a copy from the system's clipboard histories.

    Args:
        system: as in ``sys.platform``. Qt offers a type that begins with
            ``application/x-qt-windows-mime`` under the name in it. On macOS there are none: the
            hint there is no MIME type.
    """
    match system:
        case "win32":
            return {
                f'application/x-qt-windows-mime;value="{name}"': value
                for name, value in _WINDOWS.items()
            }
        case "darwin":
            return {}
        case _:
            return {"x-kde-passwordManagerHint": b"secret"}


class Clipboard(QObject):
    """The only access to the system clipboard.

    ``countdown_changed`` carries the whole seconds until a secret is cleared, None where it stays
    until it is cleared by hand, and 0 when it is gone. ``failed`` carries an error message.
    """

    counted = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        board: QClipboard | None = None,
        system: str = sys.platform,
    ) -> None:
        super().__init__(parent)
        self._board = board or QGuiApplication.clipboard()
        self._system = system
        self._secret = ""
        self._until: float | None = None
        self._lasting: int | None = 10
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self._count)
        self._board.changed.connect(self._changed)

    def let_last(self, seconds: int | None) -> None:
        """Set how long the next secret stays; None for until it is cleared by hand."""
        self._lasting = seconds

    def copy_text(self, text: str) -> None:
        """Put plain text on the clipboard; lone surrogates are escaped."""
        self._let_go()
        self._board.setText(_encodable(text))

    def copy_page(self, page: str, text: str) -> None:
        """Put an HTML report on the clipboard, and the same report as plain text."""
        self._let_go()
        data = QMimeData()
        data.setData("text/html", QByteArray(_encodable(page).encode()))
        data.setText(_encodable(text))
        self._board.setMimeData(data)

    def copy_secret(self, text: str) -> None:
        """Put a secret on the clipboard until the timeout, excluded from clipboard histories."""
        text = _encodable(text)
        self._let_go()
        if self._system == "darwin" and _copied_through_appkit(text):
            pass
        else:
            data = QMimeData()
            data.setText(text)
            for name, value in hints(self._system).items():
                data.setData(name, QByteArray(value))
            self._board.setMimeData(data)
            if self._system == "darwin":
                self.failed.emit(
                    say("macOS could not be asked to keep the copy out of clipboard histories.")
                )
        self._secret = text
        self._until = None if self._lasting is None else time.time() + self._lasting
        self._tick.start()
        self._count()

    def clear_secret(self) -> bool:
        """Clear the secret from clipboard and selection; True if it is gone from both."""
        self._clear(self._secret)
        is_gone = not any(self._holds(mode, self._secret) for mode in _MODES)
        if is_gone:
            self._let_go()
        else:
            _log.warning("the clipboard could not be cleared")
            self.failed.emit(
                say("The clipboard could not be cleared. Copy something else to replace it.")
            )
        return is_gone

    def clear_selection_of(self, text: str) -> None:
        """Clear the X11 selection if it holds a part of a text that was revealed temporarily."""
        mode = QClipboard.Mode.Selection
        if self._board.supportsSelection() and self._board.ownsSelection():
            selected = self._board.text(mode)
            if selected and selected in text:
                self._board.clear(mode)

    def stop(self) -> None:
        """Clear the secret and stop the timer; called when the app closes."""
        if self._secret:
            self.clear_secret()
        self._tick.stop()

    @Slot()
    def _count(self) -> None:
        if not any(self._holds(mode, self._secret) for mode in _MODES):
            self._let_go()
        elif self._until is None or self._lasting is None:
            self.counted.emit(None)
        else:
            left = self._until - time.time()
            if 0 < left <= self._lasting:  # more remains only when the clock was set back
                self.counted.emit(max(1, round(left)))
            elif not self.clear_secret():
                self._until = time.time() + self._lasting  # try again

    @Slot(QClipboard.Mode)
    def _changed(self, _mode: QClipboard.Mode) -> None:
        if self._tick.isActive() and not any(self._holds(mode, self._secret) for mode in _MODES):
            self._let_go()

    def _let_go(self) -> None:
        self._tick.stop()
        if self._secret:
            self._secret = ""
            self.counted.emit(0)

    def _clear(self, text: str) -> None:
        for mode in _MODES:
            if self._holds(mode, text):
                self._board.clear(mode)

    def _holds(self, mode: QClipboard.Mode, text: str) -> bool:
        if not text:
            return False
        if mode is QClipboard.Mode.Selection:
            if not self._board.supportsSelection():
                return False
            is_own = self._board.ownsSelection()
        else:
            is_own = self._board.ownsClipboard()
        if not is_own and QGuiApplication.platformName() in _TELLS_ITS_OWNER:
            return False
        return self._board.text(mode) == text


def _copied_through_appkit(text: str) -> bool:
    """Copy the text marked as concealed on macOS; False where pyobjc is not installed."""
    try:
        board = importlib.import_module("AppKit").NSPasteboard.generalPasteboard()
    except (ImportError, AttributeError):
        return False
    board.clearContents()
    is_there = board.setString_forType_(text, "public.utf8-plain-text")
    return bool(is_there and board.setString_forType_("", _CONCEALED))


def _encodable(text: str) -> str:
    """Escape lone surrogates: they cannot be encoded, and Qt would drop them silently."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(
            escape_invisible(character) if "\ud800" <= character <= "\udfff" else character
            for character in text
        )
    return text
