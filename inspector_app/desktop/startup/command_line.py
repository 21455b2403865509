"""Parses the desktop app's command line, which never takes a token: process lists show it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app import DESKTOP_PROGRAM, __version__
from inspector_app.desktop.options import DesktopOptions

if TYPE_CHECKING:
    from collections.abc import Sequence


def parse_arguments(arguments: Sequence[str]) -> DesktopOptions:
    """Parse the arguments; exits the process for ``--help``, ``--version`` and usage errors."""
    if not arguments:
        return DesktopOptions()  # a double click: the window need not wait for importing argparse
    from inspector_app.desktop.startup.redacting_parser import RedactingArgumentParser

    parser = RedactingArgumentParser(
        prog=DESKTOP_PROGRAM,
        description="Why can't this user work? Inspects a user's EnOS session.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--demo", action="store_true", help="start with an embedded gateway and invented sessions"
    )
    parser.add_argument("--environment", metavar="NAME", help="start in this environment")
    parser.add_argument(
        "--screenshot",
        metavar="FILE",
        type=Path,
        help="inspect (the demo's first session, or with the kept token), save a picture of the "
        "window as PNG, print the report and leave; works without a display",
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        type=Path,
        help="open a saved answer or an export of this app",
    )
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="prove that this installation is whole, without a display, settings or keyring, and "
        "leave; the exit code is 0 if it is",
    )
    parser.add_argument(
        "--new-window",
        action="store_true",
        help="open a window of its own; without it, a start raises the window that is open and "
        "has it open FILE",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    given = parser.parse_args(arguments)
    return DesktopOptions(
        given.demo,
        given.environment,
        given.screenshot,
        given.file,
        given.self_test,
        given.new_window,
    )
