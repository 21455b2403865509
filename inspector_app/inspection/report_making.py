"""Makes what leaves the app, a report or a copy, within the time that a call may take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from inspector_app.gateway.connection import DEFAULT_OPTIONS
from inspector_app.inspection.run_inspection import gc_paused
from inspector_app.inspection.time_limit import TimeLimitError, limit_time
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT_DEADLINE: Final = DEFAULT_OPTIONS.deadline
"""Seconds that making a report may take."""

T = TypeVar("T")


def make_in_time(make: Callable[[], T]) -> T | Text:
    """What ``make`` returns, or that it took longer than ``REPORT_DEADLINE``; blocks.

    Raises:
        WorkInterruptedError: if it was cancelled.
    """
    try:
        with gc_paused(), limit_time(REPORT_DEADLINE):
            return make()
    except TimeLimitError:
        return tr("Making this report took too long.")
