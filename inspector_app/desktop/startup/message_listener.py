"""Listens for second starts of the app on Windows, for as long as its window is open."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from inspector_app.desktop.startup.message_window import (
    MessageWindow,
    build_window_name,
    find_window,
)
from inspector_app.desktop.startup.start_listener import parse_line, show_start

if TYPE_CHECKING:
    from inspector_app.desktop.application import DesktopApp
    from inspector_app.system.paths import Directories


class MessageListener(QObject):
    """Raises the window at a second start, and opens the file that it was given.

    One window listens at a time; another one takes over when it is used and nobody listens.
    """

    def __init__(self, app: DesktopApp, directories: Directories) -> None:
        super().__init__(app)
        self._app = app
        self._name = build_window_name(directories)
        self._listener: MessageWindow | None = None
        self._is_closed = False
        app.window.activated.connect(self.listen)
        app.window.closing.connect(self.close)

    @Slot()
    def listen(self) -> None:
        """Begin to listen, unless a window does already."""
        if self._listener is None and not self._is_closed and find_window(self._name) is None:
            with contextlib.suppress(OSError):  # without it, a second start gets its own window
                self._listener = MessageWindow(self._name, self._take)

    @Slot()
    def close(self) -> None:
        """Stop listening; the next window that is used takes over."""
        self._is_closed = True
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def _take(self, line: bytes) -> bool:
        file = parse_line(line)
        if file is None:
            return False
        QTimer.singleShot(0, self, partial(show_start, self._app, file))  # the start waits for now
        return True
