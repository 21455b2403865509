"""How a command ends: the exit code of each verdict, and the error that ends it without one."""

from __future__ import annotations

from enum import IntEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.verdict_model import VerdictCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.translatable_text import Text


class ExitCode(IntEnum):
    """How the command ended."""

    VALID = 0
    NOT_FULLY_VALID = 1  # an answer about the session
    COMMAND_FAILED = 2  # wrong usage, or nothing could be asked, read or written
    NO_ANSWER = 3  # about the session
    INTERNAL_ERROR = 70  # a bug of this program: EX_SOFTWARE of sysexits.h
    INTERRUPTED = 130  # 128 + SIGINT
    BROKEN_PIPE = 141  # 128 + SIGPIPE


MEANINGS: Final[Mapping[ExitCode, str]] = MappingProxyType(
    {
        ExitCode.VALID: "the session is valid",
        ExitCode.NOT_FULLY_VALID: "an answer about the session that is not simply valid",
        ExitCode.COMMAND_FAILED: "wrong usage, or nothing could be asked, read or written",
        ExitCode.NO_ANSWER: "no answer about the session",
        ExitCode.INTERNAL_ERROR: "a bug in this program",
        ExitCode.INTERRUPTED: "interrupted",
        ExitCode.BROKEN_PIPE: "nothing reads the output any more",
    }
)
"""What each code means, for help and manual page."""

EXIT_CODES: Final[Mapping[VerdictCode, ExitCode]] = MappingProxyType(
    {
        VerdictCode.VALID: ExitCode.VALID,
        VerdictCode.VALID_LIMITED: ExitCode.NOT_FULLY_VALID,
        VerdictCode.ACCOUNT_DISABLED: ExitCode.NOT_FULLY_VALID,
        VerdictCode.PASSWORD_CHANGE_REQUIRED: ExitCode.NOT_FULLY_VALID,
        VerdictCode.PASSWORD_EXPIRED: ExitCode.NOT_FULLY_VALID,
        VerdictCode.ORGANIZATION_DISABLED: ExitCode.NOT_FULLY_VALID,
        VerdictCode.NOT_A_MEMBER: ExitCode.NOT_FULLY_VALID,
        VerdictCode.ORGANIZATION_NOT_APPROVED: ExitCode.NOT_FULLY_VALID,
        VerdictCode.CLOCKS_DISAGREE: ExitCode.NOT_FULLY_VALID,
        VerdictCode.CONTRADICTORY: ExitCode.NOT_FULLY_VALID,
        VerdictCode.UNPROVEN: ExitCode.NOT_FULLY_VALID,
        VerdictCode.TOKEN_NOT_VALID: ExitCode.NOT_FULLY_VALID,
        VerdictCode.SESSION_NOT_FOUND: ExitCode.NOT_FULLY_VALID,
        VerdictCode.ORGANIZATION_NOT_FOUND: ExitCode.NOT_FULLY_VALID,
        VerdictCode.ORGANIZATION_NOT_CHOSEN: ExitCode.NOT_FULLY_VALID,
        VerdictCode.SIGNED_IN_ELSEWHERE: ExitCode.NOT_FULLY_VALID,
        VerdictCode.APPLICATION_NOT_LISTED: ExitCode.NOT_FULLY_VALID,
        VerdictCode.APPLICATION_SWITCHED_OFF: ExitCode.NOT_FULLY_VALID,
        VerdictCode.APPLICATION_NOT_PURCHASED: ExitCode.NOT_FULLY_VALID,
        VerdictCode.NO_ACCESS_TO_APPLICATION: ExitCode.NOT_FULLY_VALID,
        VerdictCode.UNKNOWN_REFUSAL: ExitCode.NOT_FULLY_VALID,
        VerdictCode.GATEWAY_REFUSED_APPLICATION: ExitCode.NO_ANSWER,
        VerdictCode.GATEWAY_REFUSED_ADDRESS: ExitCode.NO_ANSWER,
        VerdictCode.NO_PERMISSION: ExitCode.NO_ANSWER,
        VerdictCode.RATE_LIMITED: ExitCode.NO_ANSWER,
        VerdictCode.GATEWAY_ERROR: ExitCode.NO_ANSWER,
        VerdictCode.WRONG_PATH: ExitCode.NO_ANSWER,
        VerdictCode.OTHER_CALL: ExitCode.NO_ANSWER,
        VerdictCode.NOT_ENOS: ExitCode.NO_ANSWER,
        VerdictCode.UNREADABLE: ExitCode.NO_ANSWER,
        VerdictCode.REDIRECTED: ExitCode.NO_ANSWER,
        VerdictCode.TOO_LARGE: ExitCode.NO_ANSWER,
        VerdictCode.TLS_REFUSED: ExitCode.NO_ANSWER,
        VerdictCode.UNREACHABLE: ExitCode.NO_ANSWER,
        VerdictCode.TIMED_OUT: ExitCode.NO_ANSWER,
        VerdictCode.CANCELLED: ExitCode.INTERRUPTED,
    }
)
"""Has every verdict code; a test checks that it is complete."""


class CommandError(Exception):
    """Nothing could be asked, read or written.

    Attributes:
        messages: what happened and what to do next, each a sentence of its own.
        details: what there is to choose from, each on a line of its own.
    """

    def __init__(self, *messages: Text, details: tuple[Text, ...] = ()) -> None:
        super().__init__(messages[0].template)
        self.messages = messages
        self.details = details
