"""Opens one more window, which is a process of its own with an environment of its own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.system import resources

if TYPE_CHECKING:
    from collections.abc import Callable

NEW_WINDOW_OPTION = "--new-window"


class WindowStarter(QObject):
    """``started`` carries the process id of the new window, or 0 where there is none."""

    started = Signal(int)

    def __init__(self, background: BackgroundExecutor, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background

    @Slot()
    def start(self) -> None:
        """Start the app again; it takes no secret along."""
        self._background.submit(Lane.FILES, _start_process, self.started.emit)


def _start_process() -> int:
    arguments = [NEW_WINDOW_OPTION]
    if not resources.is_bundled():
        arguments = ["-m", "inspector_app", *arguments]
    # PySide's stubs know only the form without arguments, which does not tell the process.
    start: Callable[[str, list[str]], tuple[bool, int]] = QProcess.startDetached
    is_started, process_id = start(sys.executable, arguments)
    return process_id if is_started else 0
