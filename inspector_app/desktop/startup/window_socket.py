"""The socket on which the first window of a user hears of a second start.

It stands in a folder that is the user's alone, is named after settings and display, and carries one
line each way: what to show, and that it was heard. Not Qt's own: its network library is left out of
the bundle, so that nothing of this app can open another connection.
"""

from __future__ import annotations

import binascii
import contextlib
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector_app import DESKTOP_PROGRAM

if TYPE_CHECKING:
    from inspector_app.system.paths import Directories

MAX_LINE_LENGTH: Final = 64 * 1024
"""Bytes of a line: the longest path has a sixteenth of it."""

HEARD: Final = b"heard\n"
_MAX_PATH_LENGTH: Final = 100
"""Bytes that the address of such a socket may have on every system."""

_DISPLAY_VARIABLES: Final = ("DISPLAY", "WAYLAND_DISPLAY")


def find_socket_path(directories: Directories) -> Path | None:
    """The path of the socket; None where this system has none that is private.

    Windows on another display are another matter: raising one there would show nothing here.
    """
    if sys.platform == "win32":
        return None
    displays = [os.environ.get(name, "") for name in _DISPLAY_VARIABLES]
    identity = "\0".join((str(directories.settings_file), *displays))
    number = binascii.crc32(identity.encode(errors="surrogateescape"))
    for folder in (os.environ.get("XDG_RUNTIME_DIR", ""), str(directories.state)):
        path = Path(folder, f"{DESKTOP_PROGRAM}-{number:08x}.socket")
        is_short = len(os.fsencode(path)) <= _MAX_PATH_LENGTH
        if folder and is_short and _is_private_folder(path.parent):
            return path
    return None


def is_own_socket(path: Path) -> bool:
    """Whether there is a socket at this path which this user made."""
    if sys.platform == "win32":
        return False
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()


def remove_socket(path: Path) -> None:
    """Remove the socket, where it is this user's."""
    if is_own_socket(path):
        with contextlib.suppress(OSError):
            path.unlink()


def _is_private_folder(folder: Path) -> bool:
    if sys.platform == "win32":
        return False
    try:
        found = folder.lstat()
    except OSError:
        return False
    is_closed = not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and is_closed
