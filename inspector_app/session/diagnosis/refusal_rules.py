"""Verdict rules for an answer whose body refuses with an error code: who refused, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.session import time_format
from inspector_app.session.diagnosis import (
    application_rule,
    early_end,
    http_rules,
    retry_after,
)
from inspector_app.session.diagnosis.refusal_words import (
    ORGANIZATION_KEYWORDS,
    SESSION_KEYWORDS,
    has_keyword,
)
from inspector_app.session.diagnosis.verdict_model import SuggestedAction, Verdict, VerdictCode
from inspector_app.session.http_status import SERVER_ERROR_STATUSES, TOO_MANY_REQUESTS
from inspector_app.session.parsing import answer_codes
from inspector_app.session.parsing.parsed_answer import AnswerFormat, AnswerOutcome, ParsedAnswer
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.diagnosis.rule_context import RuleContext

_LDAP_KEYWORD: Final = "ldap"
_TRANSIENT_VERDICTS: Final = frozenset({VerdictCode.RATE_LIMITED, VerdictCode.GATEWAY_ERROR})


def get_refusal_code(context: RuleContext) -> int | None:
    """The body's error code; None where it does not refuse, or has no code."""
    parsed = context.parsed
    if parsed is None or parsed.answer_format is AnswerFormat.OTHER:
        return None
    return parsed.code.value or None


def _check_token_not_valid(context: RuleContext) -> Verdict | None:
    if not _has_session_code(context, answer_codes.TOKEN_NOT_VALID):
        return None
    detail = tr("{code}: it is not accepted as a session ID or bearer token.")
    if context.message.strip().lower() == answer_codes.UNAUTHENTICATED_MESSAGE:
        detail = tr(
            "{code}: it is not accepted as a session ID or bearer token. EnOS documents the "
            "message “Authenticated.” for this refusal: it is a slip, and no success."
        )
    return _build_refusal(
        context,
        VerdictCode.TOKEN_NOT_VALID,
        tr("The token is not valid here"),
        detail,
        tr("Check that it is whole and of this environment, or ask the user for a new one."),
        SuggestedAction.FORGET_TOKEN,
    )


def _check_organization_not_found(context: RuleContext) -> Verdict | None:
    if not _has_session_code(context, answer_codes.SESSION_NOT_FOUND):
        return None
    if not _has_keyword(context, ORGANIZATION_KEYWORDS) or _has_keyword(context, SESSION_KEYWORDS):
        return None
    return _build_refusal(
        context,
        VerdictCode.ORGANIZATION_NOT_FOUND,
        tr("The organization is not found"),
        tr("{code}: the message names the organization only, not the session."),
        tr("Ask in which organization the user works, and whether it still exists."),
    )


def _check_session_not_found(context: RuleContext) -> Verdict | None:
    if not is_session_not_found(context):
        return None
    early = early_end.compute_time_before_end(context)
    detail = tr("{code}: it has ended, or it belongs to another environment.")
    next_step = tr("Ask the user to sign in again and to send the new token.")
    if early is not None:
        detail = Text(
            tr("{code}: it is gone, about {span} before its estimated end.").template,
            (("span", time_format.format_duration(early)),),
        )
        next_step = tr(
            "Ask the user to sign in again and to send the new token. What happened is to be "
            "looked up in the IAM audit log, which administrators can read for 30 days."
        )
    return _build_refusal(
        context,
        VerdictCode.SESSION_NOT_FOUND,
        tr("The gateway does not know this session"),
        detail,
        next_step,
        SuggestedAction.SWITCH_ENVIRONMENT,
    )


def is_session_not_found(context: RuleContext) -> bool:
    """Whether the body says that there is no such session: by its code and its message."""
    if not _has_session_code(context, answer_codes.SESSION_NOT_FOUND):
        return False
    # 30404 of the login call: "LDAP connection does not exist"
    return _has_keyword(context, SESSION_KEYWORDS) or not _has_keyword(context, (_LDAP_KEYWORD,))


def _check_application_refused(context: RuleContext) -> Verdict | None:
    code = get_refusal_code(context)
    if code not in answer_codes.TOKEN_SERVICE_CODES and code not in answer_codes.SIGNATURE_REFUSED:
        return None
    words = application_rule.get_signature_text(code)
    refusal = _build_refusal(
        context,
        VerdictCode.GATEWAY_REFUSED_APPLICATION,
        words.sentence,
        tr("{code}: {meaning}. This says nothing about the session."),
        words.next_step,
        SuggestedAction.CHECK_CONNECTION,
    )
    return replace(refusal, provenance=application_rule.get_provenance(code))


def _check_no_permission(context: RuleContext) -> Verdict | None:
    if get_refusal_code(context) != answer_codes.NO_PERMISSION:
        return None
    return _build_refusal(
        context,
        VerdictCode.NO_PERMISSION,
        tr("The call is not permitted"),
        tr("{code}: {meaning}. Whether the session is valid cannot be told."),
        tr("Ask an administrator of the organization which permission is missing."),
    )


def _check_rate_limit(context: RuleContext) -> Verdict | None:
    if get_refusal_code(context) != TOO_MANY_REQUESTS:
        return None
    return _build_refusal(
        context,
        VerdictCode.RATE_LIMITED,
        tr("Too many calls: the gateway asks to wait"),
        tr("{code}: {meaning}. This says nothing about the session."),
        retry_after.suggest_wait(context) or tr("Wait a minute, then inspect again."),
        SuggestedAction.TRY_AGAIN,
    )


def _check_internal_error(context: RuleContext) -> Verdict | None:
    code = get_refusal_code(context)
    if code != answer_codes.INTERNAL_ERROR and code not in SERVER_ERROR_STATUSES:
        return None
    sentence, provenance = http_rules.get_error_sentence(context)
    refusal = _build_refusal(
        context,
        VerdictCode.GATEWAY_ERROR,
        sentence,
        tr("{code}: {meaning}. This says nothing about the session."),
        retry_after.suggest_wait(context)
        or tr("Try again in a few minutes; if it stays, tell the gateway's administrators."),
        SuggestedAction.TRY_AGAIN,
    )
    return replace(refusal, provenance=provenance)


def _check_unknown_refusal(context: RuleContext) -> Verdict | None:
    parsed = context.parsed
    if parsed is None or parsed.outcome is not AnswerOutcome.REFUSAL:
        return None
    code = get_refusal_code(context)
    if code is None:
        return None if context.is_http_error else _build_refusal_without_code(context, parsed)
    if parsed.has_foreign_code:
        return _build_refusal(
            context,
            VerdictCode.UNKNOWN_REFUSAL,
            tr("The call was refused, and by whom cannot be told"),
            tr(
                "{code} is also a code of the session service, but the answer has not its form: "
                "whether the session is valid cannot be told."
            ),
            tr("Check the gateway's address, and ask its administrators what answered."),
            SuggestedAction.CHECK_ADDRESS,
        )
    of_login = code in answer_codes.SESSION_NOT_FOUND and _has_keyword(context, (_LDAP_KEYWORD,))
    return _build_refusal(
        context,
        VerdictCode.UNKNOWN_REFUSAL,
        tr("The call was refused, for a reason not documented here"),
        tr("{code}: the message is about LDAP, not about a session.")
        if of_login
        else _describe_code(code),
        tr("Tell the gateway's administrators the code and the message."),
    )


def _build_refusal_without_code(context: RuleContext, parsed: ParsedAnswer) -> Verdict:
    return Verdict(
        VerdictCode.UNKNOWN_REFUSAL,
        Severity.BAD,
        tr("The call was refused without a code"),
        context.with_message(tr("The answer says no more than that it refuses.")),
        tuple(vote.path for vote in parsed.signals),
        tr("Tell the gateway's administrators, with the time of the call."),
    )


def _describe_code(code: int) -> Text:
    documented, guess = answer_codes.find_meaning(code), answer_codes.guess_meaning(code)
    if documented is not None and documented.provenance is Provenance.DOCUMENTED:
        return tr("{code}: documented elsewhere as “{words}”.", words=documented.text)
    if documented is not None:
        return tr("{code}: “{words}” ({source}).", words=documented.text, source=documented.source)
    if guess is not None:
        return tr(
            "{code}: not documented; by its digits perhaps “{words}”, which is a guess.",
            words=guess,
        )
    return tr("{code}: not documented.")


def _build_refusal(
    context: RuleContext,
    verdict: VerdictCode,
    sentence: Text,
    detail: Text,
    next_step: Text,
    action: SuggestedAction | None = None,
) -> Verdict:
    code = get_refusal_code(context) or 0
    meaning = answer_codes.find_meaning(code) or answer_codes.find_http_meaning(code)
    words = tr("not documented") if meaning is None else meaning.text
    filled = Text(detail.template, (("meaning", words), *detail.values, ("code", code)))
    return Verdict(
        verdict,
        Severity.WARNING if verdict in _TRANSIENT_VERDICTS else Severity.BAD,
        sentence,
        context.with_message(filled),
        context.code_and_message_evidence,
        next_step,
        action=action,
    )


def _has_session_code(context: RuleContext, codes: tuple[int, int]) -> bool:
    """Whether the body has the early or the late error code of the session call."""
    parsed = context.parsed
    return (
        parsed is not None
        and get_refusal_code(context) is not None
        and parsed.has_session_code(codes)
    )


def _has_keyword(context: RuleContext, keywords: tuple[str, ...]) -> bool:
    return has_keyword(context.message, keywords)


REFUSAL_RULES: Final[tuple[Callable[[RuleContext], Verdict | None], ...]] = (
    _check_token_not_valid,
    _check_organization_not_found,
    _check_session_not_found,
    _check_application_refused,
    _check_no_permission,
    _check_rate_limit,
    _check_internal_error,
    _check_unknown_refusal,
)
"""In order of priority."""
