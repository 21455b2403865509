"""Analyzes an answer within what is left of the inspection's deadline."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, TypeVar

from inspector_app.inspection.time_limit import TimeLimitError, limit_time
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.exchange import Exchange, Failure, FailureKind, Phase
from inspector_app.session.interruption import interruptible

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.token import Token

_ResultT = TypeVar("_ResultT")
_MIN_TIME: Final = 0.4
"""Seconds for reading an answer that came at the last moment."""


def analyze_in_time(
    answer: Exchange | Failure,
    sent: tuple[Token | None, ...],
    remaining: float,
    cancellation: Cancellation,
) -> AnalyzedAnswer:
    """The analyzed answer; that of a timeout where it takes longer than ``remaining`` seconds.

    Raises:
        WorkInterruptedError: if it was cancelled.
    """
    return read_in_time(lambda one: analyze_answer(one, *sent), answer, remaining, cancellation)


def read_in_time(
    read: Callable[[Exchange | Failure], _ResultT],
    answer: Exchange | Failure,
    remaining: float,
    cancellation: Cancellation,
) -> _ResultT:
    """What ``read`` makes of the answer, or of a timeout where that takes longer.

    Raises:
        WorkInterruptedError: if it was cancelled.
    """
    began = time.monotonic()
    seconds = max(_MIN_TIME, remaining)
    try:
        with interruptible(lambda: cancellation.is_cancelled), limit_time(seconds):
            return read(answer)
    except TimeLimitError:
        late = Failure(
            kind=FailureKind.TIMED_OUT,
            route=answer.route,
            failed_at=time.time(),
            phase=Phase.READ,
            detail=f"{round(answer.phases.total + time.monotonic() - began, 1):g}",
            phases=answer.phases,
            call=answer.call,
            was_token_sent_before=answer.was_token_sent_before,
            path=answer.path,
        )
    return read(late)
