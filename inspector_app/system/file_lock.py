"""A lock between the windows of this app, which ends with the process, however that ends."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from inspector_app.system.regular_file import FileOwner, open_regular_file

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TIMEOUT: Final = 2.0
"""Seconds to wait for another window, which holds it for some milliseconds."""
_INTERVAL: Final = 0.01
_FLAGS: Final[int] = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def lock_beside(file: Path) -> Iterator[bool]:
    """Hold the lock of ``file``, an empty file beside it, while the block runs.

    Gives whether it is held: where the disk knows no locks, or another program does not let go,
    the block runs without, as to lose a change for sure is worse than to risk one.
    """
    try:
        descriptor = open_regular_file(file.with_name(f".{file.name}.lock"), _FLAGS, FileOwner.USER)
    except OSError:
        yield False
        return
    try:
        yield _acquire(descriptor)
    finally:
        os.close(descriptor)


def _acquire(descriptor: int) -> bool:
    until = time.monotonic() + _TIMEOUT
    while True:
        try:
            if sys.platform == "win32":
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            if time.monotonic() > until:
                return False
            time.sleep(_INTERVAL)
        except OSError:
            return False
        else:
            return True
