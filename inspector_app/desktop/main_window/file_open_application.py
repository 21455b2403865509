"""The application object on macOS, where the system hands over the files that it should open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from inspector_app.desktop.qt_override import qt_override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent


class FileOpenApplication(QApplication):
    """Keeps the files of *Open With*, which come before there is a window, until it is told of one.

    macOS starts the app and then sends it an event for each file; no argument names them.
    """

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._waiting: list[Path] = []
        self._open: Callable[[Path], None] | None = None

    @qt_override
    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        if event.file():  # empty for an address, which the app does not open
            self._request(Path(event.file()))
        return True

    def deliver_to(self, open_file: Callable[[Path], None]) -> None:
        """Call this with each file, and with the last one that came before."""
        self._open = open_file
        for path in self._waiting[-1:]:
            open_file(path)
        self._waiting.clear()

    def _request(self, path: Path) -> None:
        if self._open is None:
            self._waiting.append(path)
        else:
            self._open(path)
