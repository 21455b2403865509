"""Reads the text of the clipboard, the X11 selection or a drop in a thread of its own.

``QClipboard`` and the ``QMimeData`` of a drop ask the program that offers the text, and wait for
it in the UI thread: for 15 s where it hangs. What this app has put there itself needs no asking.

Wayland and the platforms without a system's clipboard are read through Qt: there a program reads
the clipboard only with the window that has the keys, so with Qt's connection, and Qt gives up
after 1 s without data (assumed from ``readData`` of Qt's Wayland client).
"""

from __future__ import annotations

import sys
import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard, QDropEvent, QGuiApplication

from inspector_app.desktop.pasting.drop_time import take_drop_time, watch_drag
from inspector_app.desktop.theme.translation import translate
from inspector_app.system import foreign_text
from inspector_app.system.foreign_text import ForeignTextError, ReadFailure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QUrl

    from inspector_app.system.x11_selection import SelectionRequest

_SELECTIONS: Final = {
    QClipboard.Mode.Clipboard: "CLIPBOARD",
    QClipboard.Mode.Selection: "PRIMARY",
}
_LINK_FORMS: Final = ("text/html", "text/x-moz-url", "_NETSCAPE_URL")
_WINDOWS_LIMIT_MS: Final = 1_000
"""Windows alone sets no limit of its own; on the other systems the reader ends by itself."""


class ForeignReader(QObject):
    """Reads one text at a time; a new request takes the place of the one before.

    ``received`` carries the text, which may be empty; ``failed`` a message. Both are emitted in
    the UI thread, and for what is this app's own before the call returns.
    """

    received = Signal(object)  # a text, as it is: Qt's own form of megabytes takes its time
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: object = None
        self._drop_loop: QEventLoop | None = None
        self._dropped: str | ReadFailure | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(_WINDOWS_LIMIT_MS)
        self._limit.timeout.connect(self._give_up)
        _create_relay().finished.connect(self._on_finished)

    def is_reading(self) -> bool:
        """Whether a text is awaited."""
        return self._job is not None

    def cancel(self) -> None:
        """Ignore the text that is awaited."""
        self._job = None
        self._limit.stop()
        if self._drop_loop is not None:
            self._drop_loop.quit()

    def read_clipboard(self, mode: QClipboard.Mode) -> None:
        """Read the clipboard, or X11's selection."""
        self.cancel()
        clipboard = QGuiApplication.clipboard()
        is_selection = mode is QClipboard.Mode.Selection
        is_own = clipboard.ownsSelection() if is_selection else clipboard.ownsClipboard()
        read = None if is_own else _find_clipboard_reader(mode)
        if read is None:
            self.received.emit(clipboard.text(mode))
        else:
            self._start(read)

    def read_drop(self, event: QDropEvent, *, is_files: bool = False) -> None:
        """Read what was dropped, the addresses of files, one a line, or the text.

        The source gives it until the event's handler returns. So this waits for it, as long as a
        paste may take, while the window goes on painting; keys and clicks come after it. Who gives
        nothing but answers is asked through Qt, which then need not wait.
        """
        self.cancel()
        result = self._receive_drop(is_files=is_files) if has_foreign_data(event) else ""
        if result is None:
            return
        if isinstance(result, ReadFailure):
            self.failed.emit(_describe_drop_failure(result))
            return
        data = event.mimeData()
        addresses = (
            "\n".join(bytes(one.toEncoded().data()).decode() for one in data.urls())
            if is_files
            else ""
        )
        self.received.emit(result or (addresses if is_files else data.text()))

    def expect_drop(self, event: QDropEvent) -> None:
        """Look out for the drop of a drag that enters."""
        if has_foreign_data(event):
            watch_drag()

    def _receive_drop(self, *, is_files: bool) -> str | ReadFailure | None:
        """Ask the source on a connection of our own; None where that was cancelled."""
        from inspector_app.system import x11_selection  # needs X11

        targets = x11_selection.URI_TARGETS if is_files else x11_selection.TEXT_TARGETS
        time, loop = take_drop_time(), QEventLoop()
        self._dropped, self._drop_loop = None, loop
        self._start(
            lambda: _receive(x11_selection.SelectionRequest("XdndSelection", targets, time))
        )
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._drop_loop = None
        return self._dropped

    def _start(self, read: Callable[[], str]) -> None:
        self._job = job = object()
        if sys.platform == "win32":
            self._limit.start()
        # A thread for each text: one that hangs holds up no other, and none outlives its limit.
        threading.Thread(
            target=_run, args=(job, read, _create_relay()), name="clipboard", daemon=True
        ).start()

    @Slot(object, object)
    def _on_finished(self, job: object, result: object) -> None:
        if job is not self._job:
            return
        if self._drop_loop is not None:
            self._dropped = result if isinstance(result, str | ReadFailure) else None
            self.cancel()
            return
        self.cancel()
        if isinstance(result, str):
            self.received.emit(result)
        elif isinstance(result, ReadFailure):
            self.failed.emit(_describe_failure(result))

    @Slot()
    def _give_up(self) -> None:
        self._on_finished(self._job, ReadFailure.NO_ANSWER)


def has_foreign_data(event: QDropEvent) -> bool:
    """Whether reading what is dragged asks another program, for which Qt would wait.

    On X11 alone: Windows and macOS have it delivered by the system, as Wayland does within 1 s.
    """
    return event.source() is None and QGuiApplication.platformName() == "xcb"


def has_files(event: QDropEvent) -> bool:
    """Whether local files are dragged, and nothing else.

    While another program drags, only the names of the forms are known without asking it: links of
    browsers come with forms of their own, files of file managers do not.
    """
    data = event.mimeData()
    if has_foreign_data(event):
        return data.hasUrls() and not any(data.hasFormat(form) for form in _LINK_FORMS)
    return bool(get_local_files(data.urls()) if data.hasUrls() else ())


def get_local_files(addresses: Sequence[QUrl]) -> tuple[Path, ...]:
    """Get the local files; empty where anything else is among the addresses."""
    files = [Path(one.toLocalFile()) for one in addresses if one.isLocalFile()]
    return tuple(files) if len(files) == len(addresses) else ()


class _Relay(QObject):
    """Brings results from the threads to the UI thread; lives as long as the process."""

    finished = Signal(object, object)


@cache
def _create_relay() -> _Relay:
    return _Relay()


def _run(job: object, read: Callable[[], str], relay: _Relay) -> None:
    result: str | ReadFailure = ReadFailure.UNAVAILABLE
    try:
        result = read()
    except ForeignTextError as error:
        result = error.failure
    finally:  # of a fault as well, which is reported: else what was typed would wait without end
        relay.finished.emit(job, result)


def _find_clipboard_reader(mode: QClipboard.Mode) -> Callable[[], str] | None:
    """Find what reads the clipboard without Qt; None where Qt has to."""
    match QGuiApplication.platformName():
        case "xcb":
            return lambda: _read_x11_selection(_SELECTIONS[mode])
        case "windows":
            return foreign_text.read_windows_clipboard
        case "cocoa":
            return foreign_text.read_macos_clipboard
        case _:
            return None


def _read_x11_selection(name: str) -> str:
    from inspector_app.system.x11_selection import SelectionRequest  # needs X11

    return _receive(SelectionRequest(name))


def _receive(request: SelectionRequest) -> str:
    try:
        return request.receive_text()
    finally:
        request.close()


def _describe_drop_failure(failure: ReadFailure) -> str:
    match failure:
        case ReadFailure.NO_ANSWER:
            return translate(
                "Nothing was taken: the program that this was dragged from does not answer. Drag "
                "it again, or copy and paste it."
            )
        case ReadFailure.TOO_LARGE:
            return translate("Nothing was taken: what was dropped is larger than 64 MiB.")
        case _:
            return translate("Nothing was taken: what was dropped could not be read.")


def _describe_failure(failure: ReadFailure) -> str:
    match failure:
        case ReadFailure.NO_ANSWER:
            return translate(
                "Nothing was pasted: the program that the text comes from does not answer. "
                "Copy it again, there or from elsewhere."
            )
        case ReadFailure.TOO_LARGE:
            return translate("Nothing was pasted: the text is larger than 64 MiB.")
        case _:
            return translate("Nothing was pasted: the clipboard could not be read.")
