"""Writes the stack of a fatal signal to a file with faulthandler and reads it at the next start."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
from typing import TYPE_CHECKING, Final

from inspector_app.system.paths import create_private_folder
from inspector_app.system.regular_file import FileOwner, open_regular_file

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PREFIX: Final = "fault-"
_MAX_BYTES: Final = 100_000
"""Bytes that are read of one report of an earlier run."""


@contextlib.contextmanager
def capture_faults(state: Path) -> Iterator[None]:
    """Write the stack of a fatal signal to a file of the state folder, while the block runs.

    The stack names files, lines and functions, never values. A run that ends well leaves no file.
    """
    file = state / f"{_PREFIX}{os.getpid()}.txt"
    try:
        create_private_folder(state)
        flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        handle = open_regular_file(file, flags, FileOwner.USER)
        os.ftruncate(handle, 0)  # only now: whose file it is was not known before
        _try_lock(handle)
    except OSError:
        yield
        return
    faulthandler.enable(handle)
    try:
        yield
    finally:
        faulthandler.disable()
        os.close(handle)
        with contextlib.suppress(OSError):
            file.unlink()


def collect_fault_reports(state: Path) -> str:
    """Read and delete the fault reports of earlier runs; empty where they ended well."""
    texts = []
    with contextlib.suppress(OSError):
        for file in sorted(state.glob(f"{_PREFIX}*.txt")):
            with contextlib.suppress(OSError):
                with os.fdopen(open_regular_file(file, owner=FileOwner.USER), "rb") as stream:
                    text = stream.read(_MAX_BYTES).decode(errors="replace").strip()
                    is_abandoned = _try_lock(stream.fileno())
                if text or is_abandoned:
                    file.unlink()  # Windows refuses that of a run that is under way
                texts += [text] if text else []
    return "\n\n".join(texts)


def read_fault_reports(state: Path) -> tuple[str, ...]:
    """Read the fault reports of earlier runs, and leave them for the window to offer."""
    texts = []
    with contextlib.suppress(OSError):
        for file in sorted(state.glob(f"{_PREFIX}*.txt")):
            with contextlib.suppress(OSError):
                handle = open_regular_file(file, owner=FileOwner.USER)
                with os.fdopen(handle, "rb") as stream:
                    texts.append(stream.read(_MAX_BYTES).decode(errors="replace").strip())
    return tuple(text for text in texts if text)


def _try_lock(handle: int) -> bool:
    """Lock the file as long as this run has it open; False where another run has.

    A run that was killed leaves an empty file without a lock, which belongs to nobody.
    """
    if sys.platform != "win32":  # where an open file cannot be deleted anyway
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True
