"""``python -m inspector_app`` and the command ``enos-session-inspector``: the desktop app."""

from __future__ import annotations

import sys


def main() -> int:
    """Start the app with this process's arguments; returns the exit code."""
    from inspector_app.desktop.application import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
