"""Writes files atomically and readable by their owner only.

The bytes go into a new file beside the target, are flushed to the disk with fsync, and the file is
renamed to the target in one step; a failure on the way leaves the old file as it was. On Linux the
new file has no name until it is complete (O_TMPFILE), and is linked to the target directly if there
is no old file. Where a process is killed between linking it and replacing an old file by it (on
other systems: while it writes), a ``.part`` file stays behind. A later write removes those of its
target, the next start those in the app's own folders (``part_files.py``).

A symbolic link at the target is replaced by the file, never followed: nothing is written
outside of the folder that the path names.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import Text, tr
from inspector_app.system import part_files

if TYPE_CHECKING:
    from pathlib import Path

_O_TMPFILE: Final[int] = getattr(os, "O_TMPFILE", 0)  # Linux
_WINDOWS_RETRY_PAUSES: Final = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Pauses in seconds: Windows refuses to replace a file while another process has it open."""


class WriteError(Exception):
    """The file could not be written; the old one, if any, is as it was.

    Attributes:
        message: what happened and what to do next, for the user.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message


def atomic_write(path: Path, data: bytes) -> None:
    """Make ``path`` a file of exactly these bytes, readable by its owner only (0600).

    Raises:
        WriteError: if that failed; ``path`` is then as it was before.
    """
    try:
        _check_target(path)
        if sys.platform != "darwin":  # where to list somebody's folder asks them for access to it
            part_files.remove_abandoned_parts(path.parent, path)
        _replace_target(path, data)
    except OSError as error:
        raise WriteError(_describe_error(error)) from None
    except ValueError:  # a NUL or a lone surrogate in the path
        raise WriteError(_describe_bad_name()) from None


def _check_target(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not stat.S_ISREG(mode):
        raise WriteError(tr("This name belongs to a device, not to a file. Choose another name."))
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise WriteError(
            tr("The file is write-protected. Choose another name or remove the protection.")
        )


def _replace_target(path: Path, data: bytes) -> None:
    part = part_files.build_part_path(path)
    with contextlib.ExitStack() as until_renamed:  # the lock on the file has to last so long
        try:
            written = _write_unnamed(path, part, data, until_renamed) if _O_TMPFILE else None
            if written is None:
                file = until_renamed.enter_context(part_files.create_part(part))
                _write_and_sync(file.fileno(), data)
            if sys.platform == "win32":
                until_renamed.close()  # it renames no file that is open
            if written != path:
                _rename_into_place(part, path)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise
    _fsync_directory(path.parent)


def _write_unnamed(
    path: Path, part: Path, data: bytes, until_renamed: contextlib.ExitStack
) -> Path | None:
    """Write a file with O_TMPFILE and link it to ``path``, or to ``part`` if there is an old file.

    Returns the linked path; None where this file system cannot do that. The file stays open for
    as long as ``until_renamed`` says.
    """
    try:
        handle = os.open(path.parent, os.O_WRONLY | _O_TMPFILE, 0o600)
    except OSError as error:
        if error.errno in {errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOENT}:
            return None
        raise
    file = until_renamed.enter_context(os.fdopen(handle, "wb", buffering=0))
    part_files.lock(file.fileno())  # before it has a name by which another process finds it
    _write_and_sync(file.fileno(), data)
    for name in (path, part):
        try:
            # The folder handle changes nothing but the call: without one, Python on Linux
            # does not follow the link (https://github.com/python/cpython/issues/81793).
            os.link(f"/proc/self/fd/{file.fileno()}", name, src_dir_fd=file.fileno())
        except FileExistsError:
            continue
        except OSError:  # no /proc, or a disk without hard links
            return None
        return name
    return None


def _write_and_sync(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:  # a disk that is nearly full takes a part of it first
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


def _rename_into_place(part: Path, path: Path) -> None:
    if sys.platform == "win32":
        for pause in _WINDOWS_RETRY_PAUSES:
            time.sleep(pause)
            with contextlib.suppress(PermissionError):
                part.replace(path)
                return
        _replace_held_target(part, path)
    else:
        part.replace(path)


def _replace_held_target(part: Path, path: Path) -> None:
    """Try it a last time; whoever could write a file beside the target is not forbidden to.

    Raises:
        WriteError: if another program still has the target open.
    """
    try:
        part.replace(path)
    except PermissionError:
        raise WriteError(
            tr("Another program has this file open. Close it there, or choose another name.")
        ) from None


def _fsync_directory(folder: Path) -> None:
    """Flush the renamed entry of the folder to the disk, where the system offers that."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):  # the file is in place; some network disks refuse this
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _describe_bad_name() -> Text:
    return tr("This name cannot be used for a file. Choose another name.")


def _describe_error(error: OSError) -> Text:
    message = tr("The file could not be written. Try again or choose another folder.")
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            message = tr("The disk is full. Free some space or choose another folder.")
        case errno.EACCES | errno.EPERM:
            message = tr("Writing there is not permitted. Choose another folder or name.")
        case errno.EROFS:
            message = tr("The disk is read-only. Choose another folder.")
        case errno.ENOENT | errno.ENOTDIR:
            message = tr("The folder does not exist. Choose another folder or create it first.")
        case errno.EISDIR:
            message = tr("A folder has this name. Choose another name.")
        case errno.ENAMETOOLONG | errno.EINVAL | errno.EILSEQ:
            message = _describe_bad_name()
        case _:
            pass  # the general text above stays
    return message
