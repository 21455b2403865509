"""Writes plain text, HTML reports and secrets to the system clipboard; clears secrets again.

An HTML report is offered as ``text/html``, so that mail and documents show it formatted, and as
plain text for all other programs. A secret is marked to be excluded from clipboard histories.

A secret is cleared after a timeout that the user chooses, and only while the clipboard still
holds it: what another program has put there since is left alone.
"""

from __future__ import annotations

import logging
import sys
import time
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

from inspector_app.desktop.theme.translation import translate

_log = logging.getLogger(__name__)

_WINDOWS_EXCLUSION_FORMATS: Final = {
    "ExcludeClipboardContentFromMonitorProcessing": b"\x01\0\0\0",
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
}
_PLATFORMS_WITH_KNOWN_OWNER: Final = ("xcb", "wayland")
"""Qt platforms that report the clipboard's owner reliably. Elsewhere its text is compared; here
reading it could wait for another program."""

_TICK_INTERVAL_MS: Final = 1000
_MODES: Final = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def get_history_exclusion_formats(system: str) -> dict[str, bytes]:
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
                for name, value in _WINDOWS_EXCLUSION_FORMATS.items()
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

    countdown_changed = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        qt_clipboard: QClipboard | None = None,
        system: str = sys.platform,
    ) -> None:
        super().__init__(parent)
        self._qt_clipboard = qt_clipboard or QGuiApplication.clipboard()
        self._system = system
        self._secret = ""
        self._selected_secret = ""
        self._change_count: int | None = None
        self._expires_at: float | None = None
        self._timeout_seconds: int | None = 10
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_INTERVAL_MS)
        self._timer.timeout.connect(self._update_countdown)
        self._qt_clipboard.changed.connect(self._on_clipboard_changed)

    def set_secret_timeout(self, seconds: int | None) -> None:
        """Set how long the next secret stays; None for until it is cleared by hand."""
        self._timeout_seconds = seconds

    def copy_text(self, text: str) -> None:
        """Put plain text on the clipboard; lone surrogates are escaped.

        A secret that was there is forgotten, unless it is selected as well: then it goes in its
        time.
        """
        self._qt_clipboard.setText(_escape_surrogates(text))

    def copy_html(self, html: str, text: str) -> None:
        """Put an HTML report on the clipboard, and the same report as plain text."""
        data = QMimeData()
        data.setData("text/html", QByteArray(_escape_surrogates(html).encode()))
        data.setText(_escape_surrogates(text))
        self._qt_clipboard.setMimeData(data)

    def copy_secret(self, text: str) -> None:
        """Put a secret on the clipboard until the timeout, excluded from clipboard histories."""
        text = _escape_surrogates(text)
        self._change_count = None
        if self._system != "darwin" or not self._copy_on_macos(text):
            self._qt_clipboard.setMimeData(self._build_secret_data(text))
        self._secret = text
        self._expires_at = (
            None if self._timeout_seconds is None else time.time() + self._timeout_seconds
        )
        self._timer.start()
        self._update_countdown()

    def _copy_on_macos(self, text: str) -> bool:
        """Copy it marked as concealed; False, and told, where macOS cannot be asked."""
        from inspector_app.system import macos_frameworks

        try:
            self._change_count = macos_frameworks.copy_concealed(text)
        except macos_frameworks.MacosCallError:
            self.failed.emit(
                translate("macOS could not be asked to keep the copy out of clipboard histories.")
            )
            return False
        return True

    def clear_secret(self) -> bool:
        """Clear the secret from clipboard and selection; True if it is gone from both."""
        self.clear_selection()
        self._clear(self._secret)
        is_gone = not any(self._has_text(mode, self._secret) for mode in _MODES)
        if is_gone:
            self._forget_secret()
        else:
            _log.warning("the clipboard could not be cleared")
            self.failed.emit(
                translate("The clipboard could not be cleared. Copy something else to replace it.")
            )
        return is_gone

    def select_secret(self, text: str) -> None:
        """Exclude from clipboard histories what a field just put into the X11 selection.

        Called in the same turn of the event loop: no other program can ask in between.
        """
        mode = QClipboard.Mode.Selection
        text = _escape_surrogates(text)
        self._selected_secret = text
        data = self._qt_clipboard.mimeData(mode)
        hints = get_history_exclusion_formats(self._system)
        if data.text() != text or not all(data.hasFormat(name) for name in hints):
            self._qt_clipboard.setMimeData(self._build_secret_data(text), mode)

    def clear_selection(self, text: str = "") -> None:
        """Clear the X11 selection of what a field of secrets has put there.

        Args:
            text: what was revealed until now; a part of it is cleared, too, whoever selected it.
        """
        if self._owns_selection():
            selected = self._qt_clipboard.text(QClipboard.Mode.Selection)
            if selected and (selected == self._selected_secret or selected in text):
                self._qt_clipboard.clear(QClipboard.Mode.Selection)
        self._selected_secret = ""

    def clear_own_selection(self) -> None:
        """Clear the X11 selection of anything that was selected in this app."""
        if self._owns_selection():
            self._qt_clipboard.clear(QClipboard.Mode.Selection)
        self._selected_secret = ""

    def stop(self) -> None:
        """Clear the secret and stop the timer; called when the app closes."""
        self.clear_selection()
        if self._secret:
            self.clear_secret()
        self._timer.stop()

    @Slot()
    def _update_countdown(self) -> None:
        if not any(self._has_text(mode, self._secret) for mode in _MODES):
            self._forget_secret()
        elif self._expires_at is None or self._timeout_seconds is None:
            self.countdown_changed.emit(None)
        else:
            left = self._expires_at - time.time()
            if 0 < left <= self._timeout_seconds:  # more remains only when the clock was set back
                self.countdown_changed.emit(max(1, round(left)))
            elif not self.clear_secret():
                self._expires_at = time.time() + self._timeout_seconds  # try again

    @Slot(QClipboard.Mode)
    def _on_clipboard_changed(self, _mode: QClipboard.Mode) -> None:
        if self._timer.isActive() and not any(
            self._has_text(mode, self._secret) for mode in _MODES
        ):
            self._forget_secret()

    def _forget_secret(self) -> None:
        self._timer.stop()
        if self._secret:
            self._secret = ""
            self.countdown_changed.emit(0)

    def _clear(self, text: str) -> None:
        for mode in _MODES:
            if self._has_text(mode, text):
                self._qt_clipboard.clear(mode)

    def _build_secret_data(self, text: str) -> QMimeData:
        """Build a text with the formats that exclude it from clipboard histories."""
        data = QMimeData()
        data.setText(text)
        for name, value in get_history_exclusion_formats(self._system).items():
            data.setData(name, QByteArray(value))
        return data

    def _owns_selection(self) -> bool:
        return self._qt_clipboard.supportsSelection() and self._qt_clipboard.ownsSelection()

    def _has_text(self, mode: QClipboard.Mode, text: str) -> bool:
        if not text:
            return False
        if self._change_count is not None and mode is QClipboard.Mode.Clipboard:
            return _count_macos_changes() == self._change_count  # macOS asks about each reading
        if mode is QClipboard.Mode.Selection:
            if not self._qt_clipboard.supportsSelection():
                return False
            is_own = self._owns_selection()
        else:
            is_own = self._qt_clipboard.ownsClipboard()
        if not is_own and QGuiApplication.platformName() in _PLATFORMS_WITH_KNOWN_OWNER:
            return False
        return self._qt_clipboard.text(mode) == text


def _count_macos_changes() -> int | None:
    from inspector_app.system import macos_frameworks

    try:
        return macos_frameworks.count_pasteboard_changes()
    except macos_frameworks.MacosCallError:
        return None


def _escape_surrogates(text: str) -> str:
    """Escape lone surrogates: they cannot be encoded, and Qt would drop them silently."""
    return text.encode(errors="backslashreplace").decode()
