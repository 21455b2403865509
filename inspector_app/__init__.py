"""Inspect a user's EnOS session: what it is, what it means, and what to tell the user."""

__version__ = "0.1.0"

DESKTOP_PROGRAM = "enos-session-inspector"
"""The desktop app's name on a command line; also that of its folders."""

APPLICATION_ID = "io.github.enossessioninspector"
"""The name by which macOS and Linux desktops tell the app from others; stays for good."""

CONSOLE_PROGRAM = "enos-session"
"""The console app's name on a command line."""
