"""Writes the stack of a fatal signal to a file with faulthandler and reads it at the next start."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import time
from typing import TYPE_CHECKING, Final

from inspector_app.system.paths import create_private_folder
from inspector_app.system.regular_file import FileOwner, open_regular_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PREFIX: Final = "fault-"
_MAX_BYTES: Final = 100_000
"""Bytes that are read of one report of an earlier run."""

_STALE_AFTER: Final = 7 * 24 * 3600.0
"""Seconds after which an empty file belongs to no run any more."""


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
                is_abandoned = time.time() - file.stat().st_mtime > _STALE_AFTER
                if text or is_abandoned:
                    file.unlink()
                texts += [text] if text else []
    return "\n\n".join(texts)
