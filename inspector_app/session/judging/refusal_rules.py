"""Verdict rules for an answer whose body refuses with an error code: who refused, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.judging import answer_codes
from inspector_app.session.judging.statement import Action, Verdict, VerdictCode
from inspector_app.session.reading.inspection import AnswerFormat, AnswerOutcome, ParsedAnswer
from inspector_app.session.severity import Severity
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.judging.case import Case

_TOO_MANY: Final = 429
_SERVER_ERRORS: Final = range(500, 600)
_SESSION_WORDS: Final = ("session", "login", "signed in", "token", "会话", "登录")
_ORGANIZATION_WORDS: Final = ("organization", "organisation", "组织")
_LDAP: Final = "ldap"
_PASSING: Final = frozenset({VerdictCode.RATE_LIMITED, VerdictCode.GATEWAY_ERROR})


def refusal_code(case: Case) -> int | None:
    """The body's error code; None where it does not refuse, or has no code."""
    inspection = case.inspection
    if inspection is None or inspection.answer_format in {AnswerFormat.OTHER, AnswerFormat.GATEWAY}:
        return None
    return inspection.code.value or None


def _token_not_valid(case: Case) -> Verdict | None:
    if not _session_call_says(case, answer_codes.NOT_VALID):
        return None
    return _refused(
        case,
        VerdictCode.TOKEN_NOT_VALID,
        tr("The token is not valid here"),
        tr("{code}: it is not accepted as a session ID or bearer token."),
        tr("Check that it is whole and of this environment, or ask the user for a new one."),
        Action.FORGET_TOKEN,
    )


def _organization_not_found(case: Case) -> Verdict | None:
    if not _session_call_says(case, answer_codes.NOT_FOUND):
        return None
    if not _message_names(case, _ORGANIZATION_WORDS) or _message_names(case, _SESSION_WORDS):
        return None
    return _refused(
        case,
        VerdictCode.ORGANIZATION_NOT_FOUND,
        tr("The organization is not found"),
        tr("{code}: the message names the organization only, not the session."),
        tr("Ask in which organization the user works, and whether it still exists."),
    )


def _session_not_found(case: Case) -> Verdict | None:
    if not _session_call_says(case, answer_codes.NOT_FOUND):
        return None
    if _message_names(case, (_LDAP,)) and not _message_names(case, _SESSION_WORDS):
        return None  # 30404 of the login call: "LDAP connection does not exist"
    return _refused(
        case,
        VerdictCode.SESSION_NOT_FOUND,
        tr("The gateway does not know this session"),
        tr("{code}: it has ended, or it belongs to another environment."),
        tr("Ask the user to sign in again and to send the new token."),
        Action.SWITCH_ENVIRONMENT,
    )


def _application_refused(case: Case) -> Verdict | None:
    code = refusal_code(case)
    if code not in answer_codes.TOKEN_SERVICE and code not in answer_codes.SIGNATURE_REFUSED:
        return None
    return _refused(
        case,
        VerdictCode.GATEWAY_REFUSED_APPLICATION,
        tr("The gateway itself refused the call"),
        tr("{code}: {meaning}. This says nothing about the session."),
        tr("If it wants an application's keys, add them or correct them; its administrators know."),
        Action.CHECK_CONNECTION,
    )


def _no_permission(case: Case) -> Verdict | None:
    if refusal_code(case) != answer_codes.NO_PERMISSION:
        return None
    return _refused(
        case,
        VerdictCode.NO_PERMISSION,
        tr("The call is not permitted"),
        tr("{code}: {meaning}. Whether the session is valid cannot be told."),
        tr("Ask an administrator of the organization which permission is missing."),
    )


def _rate_limited(case: Case) -> Verdict | None:
    if refusal_code(case) != _TOO_MANY:
        return None
    return _refused(
        case,
        VerdictCode.RATE_LIMITED,
        tr("Too many calls: the gateway asks to wait"),
        tr("{code}: {meaning}. This says nothing about the session."),
        tr("Wait a minute, then inspect again."),
        Action.TRY_AGAIN,
    )


def _internal_error(case: Case) -> Verdict | None:
    code = refusal_code(case)
    if code != answer_codes.INTERNAL and code not in _SERVER_ERRORS:
        return None
    return _refused(
        case,
        VerdictCode.GATEWAY_ERROR,
        tr("The gateway reports an error of its own"),
        tr("{code}: {meaning}. This says nothing about the session."),
        tr("Try again in a few minutes; if it stays, tell the gateway's administrators."),
        Action.TRY_AGAIN,
    )


def _unknown(case: Case) -> Verdict | None:
    inspection = case.inspection
    if inspection is None or inspection.outcome is not AnswerOutcome.REFUSAL:
        return None
    code = refusal_code(case)
    if code is None:
        return None if case.http_refused else _without_code(case, inspection)
    of_login = code in answer_codes.NOT_FOUND and _message_names(case, (_LDAP,))
    return _refused(
        case,
        VerdictCode.UNKNOWN_REFUSAL,
        tr("The call was refused, for a reason not documented here"),
        tr("{code}: the message is about LDAP, not about a session.") if of_login else _guess(code),
        tr("Tell the gateway's administrators the code and the message."),
    )


def _without_code(case: Case, inspection: ParsedAnswer) -> Verdict:
    return Verdict(
        VerdictCode.UNKNOWN_REFUSAL,
        Severity.BAD,
        tr("The call was refused without a code"),
        case.with_message(tr("The answer says no more than that it refuses.")),
        tuple(vote.path for vote in inspection.signals),
        tr("Tell the gateway's administrators, with the time of the call."),
    )


def _guess(code: int) -> Text:
    documented, guess = answer_codes.documented(code), answer_codes.guessed(code)
    if documented is not None:
        return tr("{code}: documented elsewhere as “{words}”.", words=documented.words)
    if guess is not None:
        return tr("{code}: not documented; by its last digits perhaps “{words}”.", words=guess)
    return tr("{code}: not documented.")


def _refused(
    case: Case,
    verdict: VerdictCode,
    sentence: Text,
    detail: Text,
    next_step: Text,
    action: Action | None = None,
) -> Verdict:
    code = refusal_code(case) or 0
    meaning = answer_codes.documented(code) or answer_codes.of_gateway(code)
    words = tr("not documented") if meaning is None else meaning.words
    filled = Text(detail.template, (("meaning", words), *detail.values, ("code", code)))
    return Verdict(
        verdict,
        Severity.WARNING if verdict in _PASSING else Severity.BAD,
        sentence,
        case.with_message(filled),
        case.said_evidence,
        next_step,
        action=action,
    )


def _session_call_says(case: Case, codes: tuple[int, int]) -> bool:
    """Whether the body has the early or the late error code of the session call.

    The late ones, 401 and 404, mean this only in the IAM service's own format.
    """
    early, late = codes
    code, inspection = refusal_code(case), case.inspection
    of_iam = inspection is not None and inspection.answer_format is AnswerFormat.IAM
    return code == early or (code == late and of_iam)


def _message_names(case: Case, words: tuple[str, ...]) -> bool:
    message = case.inspection.message.value if case.inspection is not None else None
    return any(word in (message or "").lower() for word in words)


REFUSAL_RULES: Final[tuple[Callable[[Case], Verdict | None], ...]] = (
    _token_not_valid,
    _organization_not_found,
    _session_not_found,
    _application_refused,
    _no_permission,
    _rate_limited,
    _internal_error,
    _unknown,
)
"""In order of priority."""
