"""The app as it starts for a person, ended once its real parts are painted and it takes events.

With the argument ``complete`` it goes on until what it creates behind them is there, too.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from inspector_app import __main__ as app
from inspector_app.system import start_obstacles

if TYPE_CHECKING:
    from inspector_app.session.translatable_text import Text


def end() -> None:
    """Print the monotonic time and the seconds of processor, and end at once."""
    print(time.monotonic(), time.process_time(), flush=True)
    os._exit(0)


def end_complete() -> None:
    """End once all is created, which is when a person may inspect at once."""
    from PySide6.QtWidgets import QApplication

    from inspector_app.desktop.application import DesktopApp

    for one in QApplication.instance().findChildren(DesktopApp):  # type: ignore[union-attr]
        one.completed.connect(end)


def watch_paints(*, is_complete: bool) -> None:
    """End after the first paint of the window with all its parts, or once the rest is there."""
    from inspector_app.desktop.startup import plain_imports

    plain_imports.restore_plain_imports()  # as the app does next
    from PySide6.QtCore import QTimer

    from inspector_app.desktop.main_window.top_window import TopWindow

    paint = TopWindow.paintEvent

    def paint_and_tell(window: TopWindow, event: object) -> None:
        paint(window, event)  # type: ignore[arg-type]  # a paint event, as Qt calls it
        QTimer.singleShot(0, end_complete if is_complete else end)

    TopWindow.paintEvent = paint_and_tell  # type: ignore[method-assign, assignment]  # measured from within


def look_and_watch() -> Text | None:
    """Do what the app does last before it loads Qt, and watch from then on."""
    obstacle = find_obstacle()
    watch_paints(is_complete=is_complete)
    return obstacle


if __name__ == "__main__":
    is_complete = "complete" in sys.argv[1:]
    del sys.argv[1:]
    find_obstacle = start_obstacles.find_obstacle
    start_obstacles.find_obstacle = look_and_watch
    app.main()
