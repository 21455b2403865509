"""Entry point of ``python -m inspector_app`` and ``enos-session-inspector``: the desktop app."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING

from inspector_app.system import (
    process,
    process_environment,
    standard_streams,
    start_obstacles,
)

if TYPE_CHECKING:
    from typing import NoReturn


def main() -> int:
    """Start the app with this process's arguments; returns the exit code."""
    gc.disable()  # until the app's own collector takes its place: a start makes no garbage
    process_environment.scrub(os.environ)
    process.disable_core_dumps()  # the rest of it once the portal knows this process
    standard_streams.prepare_streams()
    obstacle = start_obstacles.find_obstacle()
    if obstacle is not None:
        standard_streams.print_line(sys.stderr, str(obstacle))
        return 2
    try:
        from inspector_app.desktop.startup import plain_imports

        plain_imports.restore_plain_imports()
        from inspector_app.desktop.startup.launch import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # before the window takes care of it
        return 130


def start() -> NoReturn:
    """Start the app, and end the process with its exit code."""
    end(main())


def end(code: int) -> NoReturn:
    """End the process; where Qt has served a screen reader, at once.

    What Qt keeps for it is freed at an orderly end, after the models that it is about: that has
    crashed, when all was done and saved.
    """
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QAccessible

        if QAccessible.isActive():
            for stream in (sys.stdout, sys.stderr):
                with contextlib.suppress(AttributeError, OSError, ValueError):  # none, or gone
                    stream.flush()
            os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    start()
