"""Gives the memory of a large answer back to the system, where glibc would keep it.

Each thread allocates from an arena of its own, and each request has a thread of its own: what one
large answer left free is of no use to the next. Four answers of 8 MB took 140 MB, of which Python
itself used none any more.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys
from typing import Final

_M_ARENA_MAX: Final = -8  # malloc.h of glibc


def limit_arenas() -> None:
    """Let all threads that are started from now on share one arena. Never raises."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # musl has no arenas
            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def trim() -> None:
    """Return free memory to the system. Never raises."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
