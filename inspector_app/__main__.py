"""Entry point of ``python -m inspector_app`` and ``enos-session-inspector``: the desktop app."""

from __future__ import annotations

import os
import sys

from inspector_app.system import (
    process,
    process_environment,
    standard_streams,
    start_obstacles,
)


def main() -> int:
    """Start the app with this process's arguments; returns the exit code."""
    process_environment.scrub(os.environ)
    process.disable_core_dumps()  # the rest of it once the portal knows this process
    standard_streams.prepare_streams()
    obstacle = start_obstacles.find_obstacle()
    if obstacle is not None:
        standard_streams.print_line(sys.stderr, str(obstacle))
        return 2
    try:
        from inspector_app.desktop.startup.launch import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # before the window takes care of it
        return 130


if __name__ == "__main__":
    sys.exit(main())
