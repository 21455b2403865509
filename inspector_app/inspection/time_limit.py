"""Limits the time of work that reads foreign text, as the deadline limits the call."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from inspector_app.session.interruption import WorkInterruptedError, interruptible

if TYPE_CHECKING:
    from collections.abc import Iterator


class TimeLimitError(Exception):
    """The work took longer than it may."""


@contextmanager
def limit_time(seconds: float) -> Iterator[None]:
    """Interrupt the work within after so many seconds.

    Raises:
        TimeLimitError: if it was interrupted for that; where it was cancelled, the interruption
            itself goes on.
    """
    end = time.monotonic() + seconds
    try:
        with interruptible(lambda: time.monotonic() > end):
            yield
    except WorkInterruptedError:
        if time.monotonic() <= end:
            raise
    else:
        return
    raise TimeLimitError
