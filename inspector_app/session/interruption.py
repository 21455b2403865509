"""Lets work on a worker thread end early: loops over foreign text ask whether they may go on.

No call that takes longer than some milliseconds stands between two checks, so that cancelled work
ends, and does not go on beside the next.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class WorkInterruptedError(Exception):
    """The work was cancelled or took too long: its result is of no use any more."""


def _never() -> bool:
    return False


_is_over: Final[ContextVar[Callable[[], bool]]] = ContextVar("is_over", default=_never)


@contextmanager
def interruptible(is_over: Callable[[], bool]) -> Iterator[None]:
    """Interrupt the work within, on this thread, as soon as ``is_over`` or a block around it is."""
    around = _is_over.get()
    token = _is_over.set(is_over if around is _never else lambda: around() or is_over())
    try:
        yield
    finally:
        _is_over.reset(token)


def check_interruption() -> None:
    """Go on, unless the work is over.

    Raises:
        WorkInterruptedError: if it is.
    """
    if _is_over.get()():
        raise WorkInterruptedError
