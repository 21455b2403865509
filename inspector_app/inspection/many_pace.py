"""How long a queue pauses where the gateway says that it is asked too often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.retry_after import parse_retry_after
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.exchange import Exchange

if TYPE_CHECKING:
    from inspector_app.inspection.run_inspection import InspectionResult

_UNAVAILABLE: Final = 503
"""HTTP status that may name a time to wait, too (RFC 9110, 15.6.4)."""

FIRST_PAUSE: Final = 1.0
"""Seconds of the first pause, where the gateway names none."""

_GROWTH: Final = 2.0
_LONGEST_PAUSE: Final = 300.0

MAX_PAUSE: Final = 900.0
"""Seconds: a queue that the gateway asks to wait longer pauses, and says so."""

MAX_REFUSALS: Final = 8
"""Refusals in a row after which a queue pauses by itself: after two minutes, or as was asked."""


def find_pause(
    result: InspectionResult, refusals: int, first_pause: float = FIRST_PAUSE
) -> float | None:
    """Seconds to wait before the next request; None where the answer does not ask for a pause.

    At least what the gateway asks for, and ``first_pause`` seconds or more, the more often it
    refused: twice as long for each of the ``refusals`` before this one that came in a row.
    """
    answer = result.analyzed.call_result
    if not isinstance(answer, Exchange):
        return None
    gateway_now = result.analyzed.clock.to_gateway_time(result.analyzed.taken_at)
    asked = parse_retry_after(answer.get_header("Retry-After") or "", gateway_now)
    is_limited = result.judge(result.analyzed.taken_at).code is VerdictCode.RATE_LIMITED
    if not is_limited and (answer.status != _UNAVAILABLE or asked is None):
        return None
    grown = min(_LONGEST_PAUSE, first_pause * _GROWTH ** min(refusals, MAX_REFUSALS))
    return max(grown, asked or 0.0)
