"""The verdicts in a word or two, for a row of a list or a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final[Mapping[VerdictCode, Text]] = {
    VerdictCode.VALID: tr("Valid"),
    VerdictCode.VALID_LIMITED: tr("Access limited"),
    VerdictCode.ACCOUNT_DISABLED: tr("Account disabled"),
    VerdictCode.PASSWORD_CHANGE_REQUIRED: tr("Password change due"),
    VerdictCode.PASSWORD_EXPIRED: tr("Password expired"),
    VerdictCode.ORGANIZATION_DISABLED: tr("Organization disabled"),
    VerdictCode.NOT_A_MEMBER: tr("Not a member"),
    VerdictCode.ORGANIZATION_NOT_APPROVED: tr("Organization not approved"),
    VerdictCode.CLOCKS_DISAGREE: tr("Clocks disagree"),
    VerdictCode.CONTRADICTORY: tr("Contradictory"),
    VerdictCode.UNPROVEN: tr("Cannot be told"),
    VerdictCode.TOKEN_NOT_VALID: tr("Token not valid"),
    VerdictCode.SESSION_NOT_FOUND: tr("Not found"),
    VerdictCode.ORGANIZATION_NOT_FOUND: tr("Organization not found"),
    VerdictCode.ORGANIZATION_NOT_CHOSEN: tr("No organization chosen"),
    VerdictCode.SIGNED_IN_ELSEWHERE: tr("Signed in elsewhere"),
    VerdictCode.APPLICATION_NOT_LISTED: tr("Application not listed"),
    VerdictCode.APPLICATION_SWITCHED_OFF: tr("Application switched off"),
    VerdictCode.APPLICATION_NOT_PURCHASED: tr("Application not purchased"),
    VerdictCode.NO_ACCESS_TO_APPLICATION: tr("No access to application"),
    VerdictCode.GATEWAY_REFUSED_APPLICATION: tr("Application refused"),
    VerdictCode.GATEWAY_REFUSED_ADDRESS: tr("Address refused"),
    VerdictCode.NO_PERMISSION: tr("No permission"),
    VerdictCode.RATE_LIMITED: tr("Too many requests"),
    VerdictCode.GATEWAY_ERROR: tr("Gateway error"),
    VerdictCode.WRONG_PATH: tr("Wrong path"),
    VerdictCode.OTHER_CALL: tr("Another call"),
    VerdictCode.NOT_ENOS: tr("Not EnOS"),
    VerdictCode.UNREADABLE: tr("Unreadable"),
    VerdictCode.REDIRECTED: tr("Redirected"),
    VerdictCode.TOO_LARGE: tr("Too large"),
    VerdictCode.TLS_REFUSED: tr("Certificate refused"),
    VerdictCode.UNREACHABLE: tr("Unreachable"),
    VerdictCode.TIMED_OUT: tr("Timed out"),
    VerdictCode.CANCELLED: tr("Cancelled"),
    VerdictCode.UNKNOWN_REFUSAL: tr("Refused"),
}


def get_verdict_word(code: VerdictCode) -> Text:
    """The verdict in a word or two; the sentence of a verdict says it exactly."""
    return _WORDS[code]
