"""Whether administrators alone can change a file: its owner, folders and links.

A file says where everybody's tokens go only if nobody else can write it, put another in its place,
or rename a folder above it. On Linux and macOS that is told by owners and modes, on Windows by the
security descriptors (``windows_security.py``).
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector_app.system.regular_file import FileTooLargeError, open_regular_file

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

ROOT_ALONE: Final = frozenset({0})
"""User ids of the administrators of a Unix system."""

_WRITABLE_BY_OTHERS: Final = stat.S_IWGRP | stat.S_IWOTH
_MAX_LINKS: Final = 40
"""Symbolic links on the way to a file: Linux itself follows no more."""


class Distrust(Enum):
    """Why others than administrators could change a file."""

    FOREIGN_OWNER = auto()
    WRITABLE = auto()
    OPEN_FOLDER = auto()


class DistrustedFileError(OSError):
    """Others than administrators could change the file.

    Attributes:
        why: by what.
        place: the file, or the folder that is open or belongs to somebody else.
    """

    def __init__(self, why: Distrust, place: Path) -> None:
        super().__init__(errno.EPERM, "not administrators' alone")
        self.why = why
        self.place = place


def read_administrator_file(
    path: Path, max_size: int, administrators: AbstractSet[int] = ROOT_ALONE
) -> bytes:
    """Read a regular file that nobody but an administrator can change; never blocks.

    ``administrators`` are user ids; Windows names its own.

    Raises:
        DistrustedFileError: if others could change or exchange it.
        FileTooLargeError: if it has more than ``max_size`` bytes.
        OSError, ValueError: as for ``regular_file.open_regular_file``.
    """
    with os.fdopen(open_regular_file(path), "rb") as file:
        if sys.platform == "win32":
            _check_windows_path(path)
        else:
            _check_file(path, os.fstat(file.fileno()), administrators)
            _check_way(path.absolute(), administrators)
        data = file.read(max_size + 1)
    if len(data) > max_size:
        raise FileTooLargeError(errno.EFBIG, "too large")
    return data


def _check_file(path: Path, status: os.stat_result, administrators: AbstractSet[int]) -> None:
    if status.st_uid not in administrators:
        raise DistrustedFileError(Distrust.FOREIGN_OWNER, path)
    if status.st_mode & _WRITABLE_BY_OTHERS:
        raise DistrustedFileError(Distrust.WRITABLE, path)


def _check_way(path: Path, administrators: AbstractSet[int]) -> None:
    """Go the way to the file, through every link, and check each folder that it leads through."""
    links = 0
    folder = Path(path.anchor)
    ahead = list(reversed(path.parts[1:]))
    while ahead:
        entry = folder / ahead.pop()
        status = entry.lstat()
        _check_folder(folder, status, administrators)
        if stat.S_ISLNK(status.st_mode):
            links += 1
            if links > _MAX_LINKS:
                raise OSError(errno.ELOOP, "too many links")
            target = entry.readlink()
            ahead += reversed(target.parts[1:] if target.is_absolute() else target.parts)
            folder = Path(target.anchor) if target.is_absolute() else folder
        elif entry.name == "..":
            folder = folder.parent  # no link is in it any more
        else:
            folder = entry


def _check_folder(folder: Path, entry: os.stat_result, administrators: AbstractSet[int]) -> None:
    """Check that nobody else can exchange an entry of the folder.

    In a folder like ``/tmp``, whose sticky bit is set, the owner of an entry alone can.
    """
    status = folder.stat()
    is_open = bool(status.st_mode & _WRITABLE_BY_OTHERS)
    is_protected = bool(status.st_mode & stat.S_ISVTX) and entry.st_uid in administrators
    if status.st_uid not in administrators or (is_open and not is_protected):
        raise DistrustedFileError(Distrust.OPEN_FOLDER, folder)


def _check_windows_path(path: Path) -> None:
    from inspector_app.system import windows_security

    absolute = Path(os.path.abspath(path))  # noqa: PTH100  # Windows takes ".." off before links
    descriptor = windows_security.read_descriptor(absolute)
    if not windows_security.has_administrator_owner(descriptor):
        raise DistrustedFileError(Distrust.FOREIGN_OWNER, absolute)
    if windows_security.may_others(descriptor, windows_security.FILE_CHANGES):
        raise DistrustedFileError(Distrust.WRITABLE, absolute)
    for part in (absolute, *absolute.parents):
        descriptor = windows_security.read_descriptor(part)
        if (
            windows_security.is_link(part)
            or not windows_security.has_administrator_owner(descriptor)
            or windows_security.may_others(descriptor, windows_security.FOLDER_CHANGES)
        ):
            raise DistrustedFileError(Distrust.OPEN_FOLDER, part)
