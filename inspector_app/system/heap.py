"""Gives the memory of a large answer back to the system, where glibc would keep it.

Each thread allocates from an arena of its own, and each request has a thread of its own: what one
large answer left free is of no use to the next. Four answers of 8 MB took 140 MB, of which Python
itself used none any more.
"""

from __future__ import annotations

import contextlib
import gc
import sys
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_SOLE_OWNER: Final = 2  # what getrefcount tells of a local name, its own argument included

_M_ARENA_MAX: Final = -8  # malloc.h of glibc

T = TypeVar("T")
V = TypeVar("V")


def limit_arenas() -> None:
    """Let all threads that are started from now on share one arena. Never raises."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # musl has no arenas
            import ctypes

            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def trim() -> None:
    """Return free memory to the system. Never raises."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).malloc_trim(0)


def release(owned: list[Any]) -> None:
    """Free the values in the list, and what only they hold, one by one.

    Python frees what a value holds along with it, however much that is, and runs no other thread
    meanwhile. Here other threads have their turn. The list is empty then; what has another owner
    stays as it is.
    """
    while owned:
        value = owned.pop()
        is_container = gc.is_tracked(value) or isinstance(value, dict)  # of texts alone: untracked
        if is_container and sys.getrefcount(value) == _SOLE_OWNER:
            owned += gc.get_referents(value)


def make_and_release(make: Callable[[], V], use: Callable[[V], T]) -> T:
    """What ``use`` returns of a large value that nobody needs then, and that is freed one by one.

    A variable of the caller's would hold the value to the end, and free it in one go. So does an
    error of ``use``, whose frames hold it: to clear those ended the process now and then.
    """
    owned: list[V] = [make()]
    try:
        return use(owned[0])
    finally:
        release(owned)
