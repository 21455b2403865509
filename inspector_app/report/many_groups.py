"""Into which group a row of a queue belongs: what it says about the user, in one word."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.report.many_rows import NOT_SENT
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from inspector_app.report.many_rows import QueueRow


class RowGroup(Enum):
    """A group of rows, from what is well to what is not known."""

    VALID = "valid"
    ATTENTION = "attention"
    PROBLEM = "problem"
    UNKNOWN = "unknown"


SILENT_CODES: Final = frozenset(
    {
        VerdictCode.GATEWAY_REFUSED_APPLICATION,
        VerdictCode.GATEWAY_REFUSED_ADDRESS,
        VerdictCode.NO_PERMISSION,
        VerdictCode.RATE_LIMITED,
        VerdictCode.GATEWAY_ERROR,
        VerdictCode.WRONG_PATH,
        VerdictCode.OTHER_CALL,
        VerdictCode.NOT_ENOS,
        VerdictCode.UNREADABLE,
        VerdictCode.REDIRECTED,
        VerdictCode.TOO_LARGE,
        VerdictCode.TLS_REFUSED,
        VerdictCode.UNREACHABLE,
        VerdictCode.TIMED_OUT,
        VerdictCode.CANCELLED,
    }
)
"""The verdicts that say nothing about the session."""

_SILENT: Final = frozenset({NOT_SENT, *(code.value for code in SILENT_CODES)})


def find_group(row: QueueRow) -> RowGroup:
    """The group of a row."""
    if row.code in _SILENT:
        return RowGroup.UNKNOWN
    match row.severity:
        case Severity.BAD:
            return RowGroup.PROBLEM
        case Severity.WARNING:
            return RowGroup.ATTENTION
        case _:
            return RowGroup.VALID
