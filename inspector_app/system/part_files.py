"""The ``.part`` files that a write fills and then renames, and what a killed write leaves of them.

Whether a writer still lives is told by a lock that it has on its file until it is renamed, and that
ends with the process, however it ends. Windows has no such lock, nor needs one while the file is
open, when nobody can remove it; for the moment between closing and renaming it, a young file is
left alone there, and so it is where a disk knows no locks.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
from typing import TYPE_CHECKING, Final

from inspector_app.system.regular_file import FileOwner, open_regular_file

if sys.platform == "win32":
    from inspector_app.system import windows_security
else:
    import fcntl

if TYPE_CHECKING:
    from io import FileIO
    from pathlib import Path

_SAFE_AGE: Final = 600.0
"""Seconds after which a ``.part`` file is abandoned: no write of the app takes that long."""

_SAFE_AGE_ON_WINDOWS: Final = 10.0
"""Seconds, there: renaming is tried for one."""

_SUFFIX: Final = r"[0-9a-f]{16}\.part"
_FLAGS: Final[int] = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def build_part_path(target: Path) -> Path:
    """Return a new name beside the target, short: the longest name a disk takes has room left."""
    return target.with_name(f"{_build_prefix(target)}{os.urandom(8).hex()}.part")


def create_part(part: Path) -> FileIO:
    """Create the file, readable by its owner only, and lock it.

    Raises:
        OSError: if it cannot be created.
    """
    while True:
        file = os.fdopen(os.open(part, _FLAGS, 0o600), "wb", buffering=0)
        lock(file.fileno())
        if sys.platform == "win32":
            windows_security.make_private(part)
        if os.name != "posix" or os.fstat(file.fileno()).st_nlink:
            return file
        file.close()  # removed as abandoned, in the moment before it was locked


def lock(descriptor: int) -> None:
    """Lock the open file for as long as it is open, where the system and the disk can."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)


def remove_abandoned_parts(folder: Path, target: Path | None = None) -> None:
    """Remove the files in the folder that killed writes left: of one target, or of all. No errors.

    Without a target the folder has to be the app's own: in others, such names may be anybody's.
    """
    prefix = r"\..{1,40}\." if target is None else re.escape(_build_prefix(target))
    part_name = re.compile(prefix + _SUFFIX)
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if part_name.fullmatch(entry.name) is not None:
                with contextlib.suppress(OSError):
                    _remove_if_abandoned(folder / entry.name)


def _remove_if_abandoned(part: Path) -> None:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(open_regular_file(part, flags, FileOwner.USER), "rb") as file:
        age = time.time() - os.fstat(file.fileno()).st_mtime
        if sys.platform != "win32":
            if _is_locked(file.fileno(), age):
                return
            part.unlink()  # under the lock: a writer that waits for it sees that its file is gone
    if sys.platform == "win32" and age > _SAFE_AGE_ON_WINDOWS:
        part.unlink()


def _is_locked(descriptor: int, age: float) -> bool:
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:  # a disk without locks
            return age <= _SAFE_AGE
    return False


def _build_prefix(target: Path) -> str:
    return f".{target.name[:40]}."
