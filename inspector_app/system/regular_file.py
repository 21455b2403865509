"""Opens the files that the app reads by itself, without ever waiting for one of them.

A named pipe in place of a settings file would hold the start for ever, a device such as
``/dev/zero`` would fill the memory, and opening a tape or a watchdog is an act of its own. So the
type is looked at before the file is opened, again on the open descriptor, and with it who owns the
file and how long it is: between a look at a name and its opening the name may change.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

_FLAGS: Final[int] = (
    getattr(os, "O_NONBLOCK", 0)  # opening a pipe does not wait for its other end
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)  # a terminal does not become this process's own
    | getattr(os, "O_BINARY", 0)  # Windows would change line ends
)
_ROOT: Final = 0


class FileOwner(Enum):
    """Who may own a file. Windows has no owner in a file's status: there anybody may.

    ``USER`` is the user of this process, or root. Where that is root itself, as under sudo, it
    may be anybody: root is asked for the files of whoever called it.
    """

    ANYBODY = "anybody"
    USER = "user"


class NotRegularFileError(OSError):
    """It is a folder, a pipe, a socket or a device."""


class ForeignFileError(OSError):
    """It belongs to another user than it should."""


class FileTooLargeError(OSError):
    """It is longer than such a file can be."""


_WINDOWS_RETRY_PAUSES: Final = (0.01, 0.02, 0.05, 0.1)
"""Seconds: Windows refuses a file for the moment in which another window or a scanner has it, and
settings that are refused would be taken for unusable ones."""


def open_regular_file(
    path: Path, flags: int = os.O_RDONLY, owner: FileOwner = FileOwner.ANYBODY
) -> int:
    """Open a regular file without blocking; returns its descriptor, which the caller closes.

    A file that ``os.O_CREAT`` creates is readable by its owner only.

    Raises:
        NotRegularFileError: if it is something else.
        ForeignFileError: if it belongs to another than ``owner``.
        OSError: if it cannot be opened.
        ValueError: if no system accepts the path.
    """
    try:
        _check_type(path.stat())
    except FileNotFoundError:
        if not flags & os.O_CREAT:
            raise
    descriptor = _open(path, flags | _FLAGS)
    try:
        status = os.fstat(descriptor)
        _check_type(status)
        _check_owner(status, owner)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def read_regular_file(path: Path, max_size: int, owner: FileOwner = FileOwner.ANYBODY) -> bytes:
    """Read a regular file of ``max_size`` bytes at most, without blocking.

    Raises:
        FileTooLargeError: if it is longer.
        OSError, ValueError: as for ``open_regular_file``.
    """
    with os.fdopen(open_regular_file(path, owner=owner), "rb") as file:
        if os.fstat(file.fileno()).st_size <= max_size:
            data = read_at_once(file, max_size + 1)  # it may grow meanwhile
            if len(data) <= max_size:
                return data
    raise FileTooLargeError(errno.EFBIG, "too large")


def read_at_once(file: BinaryIO, size: int) -> bytes:
    """Read at most so many bytes of a file that was opened without blocking.

    Raises:
        OSError: if there is nothing to read yet: some files of /proc wait for what is to come.
    """
    data: bytes | None = file.read(size)
    if data is None:
        raise BlockingIOError(errno.EAGAIN, "nothing to read yet")
    return data


def _open(path: Path, flags: int) -> int:
    if sys.platform == "win32":
        for pause in _WINDOWS_RETRY_PAUSES:
            with contextlib.suppress(PermissionError):
                return os.open(path, flags, 0o600)
            time.sleep(pause)
    return os.open(path, flags, 0o600)


def _check_type(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularFileError(errno.EINVAL, "not a regular file")


def _check_owner(status: os.stat_result, owner: FileOwner) -> None:
    if sys.platform == "win32" or owner is FileOwner.ANYBODY:
        return
    user = os.geteuid()
    if user != _ROOT and status.st_uid not in {user, _ROOT}:
        raise ForeignFileError(errno.EPERM, "another user's")
