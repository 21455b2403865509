"""Listens for second starts of the app on a socket, for as long as its window is open."""

from __future__ import annotations

import contextlib
import json
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.desktop.startup.window_socket import (
    HEARD,
    MAX_LINE_LENGTH,
    find_socket_path,
    is_own_socket,
    remove_socket,
)
from inspector_app.system.paths import create_private_folder

if TYPE_CHECKING:
    import socket

    from inspector_app.desktop.application import DesktopApp
    from inspector_app.system.paths import Directories

_READING_TIMEOUT: Final = 2.0
"""Seconds for which one start is listened to; others wait in the queue meanwhile."""
_LEAST_TIMEOUT: Final = 0.001
"""Seconds: 0 would be a socket that never waits."""

_ANSWER_TIMEOUT: Final = 0.7
"""Seconds for the window to answer: less than a second start waits."""
_QUEUE_LENGTH: Final = 8


class _Request:
    """A second start, which either the window takes or the start gives up waiting for."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._lock = threading.Lock()
        self._answered = threading.Event()
        self._is_given_up = False

    def take(self) -> bool:
        """Take it, in the UI thread; False where it was given up."""
        with self._lock:
            if not self._is_given_up:
                self._answered.set()
            return not self._is_given_up

    def wait(self) -> bool:
        """Wait until it is taken; False where the window hangs for too long."""
        self._answered.wait(_ANSWER_TIMEOUT)
        with self._lock:
            self._is_given_up = not self._answered.is_set()
            return not self._is_given_up


class StartListener(QObject):
    """Raises the window at a second start, and opens the file that it was given.

    One window listens at a time; another one takes over when it is used and nobody listens.
    """

    _heard = Signal(object)

    def __init__(self, app: DesktopApp, directories: Directories) -> None:
        super().__init__(app)
        self._app = app
        self._directories = directories
        self._listener: socket.socket | None = None
        self._lock = threading.Lock()
        self._is_closed = False
        self._heard.connect(self._on_heard)
        app.window.activated.connect(self.listen)
        app.window.closing.connect(self.close)

    @Slot()
    def listen(self) -> None:
        """Begin to listen, unless a window does already."""
        if self._listener is None and not self._is_closed:
            threading.Thread(target=self._run, name="start listener", daemon=True).start()

    @Slot()
    def close(self) -> None:
        """Stop listening; the next window that is used takes over."""
        with self._lock:
            self._is_closed = True
            listener, self._listener = self._listener, None
            path = find_socket_path(self._directories)
            if listener is not None and path is not None:
                remove_socket(path)
                _shut_down(listener)

    @Slot(object)
    def _on_heard(self, request: _Request) -> None:
        if request.take():
            show_start(self._app, request.file)

    def _run(self) -> None:
        listener = self._open_socket()
        if listener is None:
            return
        with contextlib.suppress(OSError, RuntimeError):  # closed, or the app is gone
            while True:
                client, _ = listener.accept()
                with client:
                    self._serve(client)

    def _open_socket(self) -> socket.socket | None:
        """Take the socket's name, unless somebody listens there."""
        if sys.platform == "win32":
            return None
        import socket

        with contextlib.suppress(OSError):  # without it, a second start gets its own window
            create_private_folder(self._directories.state)
        path = find_socket_path(self._directories)
        if path is None or _is_answered(path):
            return None
        with self._lock:
            if self._is_closed or self._listener is not None:
                return None
            remove_socket(path)  # of a window that was killed
            listener = socket.socket(socket.AF_UNIX)
            try:
                listener.bind(str(path))
                listener.listen(_QUEUE_LENGTH)
            except OSError:
                listener.close()
                return None
            self._listener = listener
            return listener

    def _serve(self, client: socket.socket) -> None:
        try:
            file = parse_line(_read_line(client))
            if file is None:
                return
            request = _Request(file)
            self._heard.emit(request)
            if request.wait():
                client.sendall(HEARD)
        except OSError:
            return


def show_start(app: DesktopApp, file: str) -> None:
    """Show the window of the app, and the file of a second start, if it had one."""
    app.window.raise_to_front()
    if file:
        app.file_opener.open(Path(file))


def parse_line(line: bytes) -> str | None:
    """The path of the file that a start was given, empty for none; None for what is no start.

    Only this user can write such a line, and still it is read as if anybody could.
    """
    try:
        members = json.loads(line)
        file = members["file"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if file is None:
        return ""
    is_path = isinstance(file, str) and "\0" not in file and Path(file).is_absolute()
    return file if is_path else None


def _read_line(client: socket.socket) -> bytes:
    end = time.monotonic() + _READING_TIMEOUT
    received = b""
    while not received.endswith(b"\n") and len(received) <= MAX_LINE_LENGTH:
        client.settimeout(max(_LEAST_TIMEOUT, end - time.monotonic()))
        piece = client.recv(4096)
        if not piece:
            break
        received += piece
    return received if received.endswith(b"\n") else b""


def _is_answered(path: Path) -> bool:
    """Whether somebody listens at this socket, even if it does nothing."""
    if sys.platform == "win32":
        return False
    import socket

    if not is_own_socket(path):
        return False
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(0)
        try:
            probe.connect(str(path))
        except BlockingIOError:  # its queue is full
            return True
        except OSError:
            return False
    return True


def _shut_down(listener: socket.socket) -> None:
    import socket

    with contextlib.suppress(OSError):
        listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits
    listener.close()
