"""A file of lines that grows by whole ones, each on the disk before the next is begun.

What a killed process left of a line is overwritten by the next one, so that every line is whole.
A file that is opened and added nothing to stays as it is.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import Text, tr
from inspector_app.system.regular_file import (
    FileOwner,
    ForeignFileError,
    NotRegularFileError,
    open_regular_file,
)

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

MAX_SIZE: Final = 256 * 1024 * 1024
"""Bytes of a file that is gone on with: 10,000 rows have 20 million."""

_FLAGS: Final[int] = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class GrowError(Exception):
    """The file cannot be used, or be written any further.

    Attributes:
        message: what happened and what to do next, for the user.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(message.template)
        self.message = message


class GrowingFile:
    """A file that this process alone adds to; a new one is readable by its owner only (0600).

    Raises:
        GrowError: if it cannot be opened, or another process adds to it.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._descriptor = open_regular_file(path, _FLAGS, FileOwner.USER)
        except NotRegularFileError:
            raise GrowError(
                tr("This name does not belong to a file. Choose another one.")
            ) from None
        except ForeignFileError:
            raise GrowError(tr("This file belongs to another user. Choose another one.")) from None
        except (OSError, ValueError):
            raise GrowError(
                tr("The file cannot be opened for writing. Choose another folder or name.")
            ) from None
        try:
            self._lock()
            self.lines = self._read()
            self._end = sum(len(line) + 1 for line in self.lines)
        except BaseException:
            os.close(self._descriptor)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file, and of its lock."""
        with contextlib.suppress(OSError):
            os.close(self._descriptor)

    def append(self, line: bytes) -> None:
        """Add a line, with its end, and wait until it is on the disk.

        Raises:
            GrowError: if it could not be written whole; then nothing of it is left.
        """
        try:
            os.ftruncate(self._descriptor, self._end)
            os.lseek(self._descriptor, self._end, os.SEEK_SET)
            rest = memoryview(line)
            while rest:  # a disk that is nearly full takes a part of it first
                rest = rest[os.write(self._descriptor, rest) :]
            os.fsync(self._descriptor)
        except OSError as error:
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, self._end)
            if error.errno in _FULL:
                message = tr("The disk is full. Free some space, then go on with the same file.")
            else:
                message = tr("The file could not be written any further.")
            raise GrowError(message) from None
        self._end += len(line)

    def _lock(self) -> None:
        try:
            if sys.platform == "win32":
                msvcrt.locking(self._descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            raise GrowError(
                tr("Another program adds to this file. Wait for its end, or choose another one.")
            ) from None
        except OSError:
            return  # a disk that knows no locks

    def _read(self) -> tuple[bytes, ...]:
        """The whole lines of the file, without their ends."""
        if os.fstat(self._descriptor).st_size > MAX_SIZE:
            raise GrowError(tr("This file is too long to go on with. Choose another one."))
        with os.fdopen(self._descriptor, "rb", closefd=False) as file:
            return tuple(file.read().split(b"\n")[:-1])
