"""What the installer for Windows and its uninstaller end with."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes; docs/deployment.md explains them to administrators."""

    DONE = 0
    CANCELLED = 1
    """The person cancelled: NSIS' own."""
    RUNNING = 2
    """The app is running; nothing was changed."""
    FORBIDDEN = 3
    """For all users, and not started by an administrator; nothing was changed."""
    INCOMPLETE = 4
    """Files could not be written or deleted."""
