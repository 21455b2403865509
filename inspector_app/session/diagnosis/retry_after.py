"""Reads a gateway's ``Retry-After`` header, and turns it into advice for the user."""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING, Final

from inspector_app.session import time_format
from inspector_app.session.parsing import timestamps
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.rule_context import RuleContext

_SECONDS_PATTERN: Final = re.compile(r"[0-9]{1,9}")


def parse_retry_after(header: str, gateway_now: float) -> float | None:
    """The seconds to wait by a ``Retry-After`` header; 0 where they are over, None without any.

    The header is a number of seconds or a date (RFC 9110, 10.2.3). ``gateway_now`` is the
    gateway's time in epoch seconds.
    """
    header = header.strip()
    if _SECONDS_PATTERN.fullmatch(header):
        return float(header)
    until = timestamps.parse_http_date(header)
    return None if until is None else max(0.0, until - gateway_now)


def suggest_wait(context: RuleContext) -> Text | None:
    """The advice to wait; None where the header is missing, zero or malformed.

    The header is a number of seconds or a date (RFC 9110, 10.2.3).
    """
    if context.exchange is None:
        return None
    header = (context.exchange.get_header("Retry-After") or "").strip()
    if _SECONDS_PATTERN.fullmatch(header):
        span = int(header)
        return (
            tr("Wait {span}, then inspect again.", span=time_format.format_duration(span))
            if span
            else None
        )
    until = timestamps.parse_http_date(header)
    if until is None:
        return None
    if until <= context.gateway_now:
        return tr("The time for which it asked to wait is over: inspect again.")
    return tr(
        "Wait until {instant}, then inspect again.", instant=time_format.format_absolute(until, UTC)
    )
