"""Verdict rules for an answer whose body gives no reason: by HTTP status and kind of body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.session import http_status
from inspector_app.session.diagnosis import (
    application_rule,
    foreign_body,
    other_call_rule,
    retry_after,
)
from inspector_app.session.diagnosis.answering_party import AnsweringParty
from inspector_app.session.diagnosis.verdict_model import SuggestedAction, Verdict, VerdictCode
from inspector_app.session.parsing import answer_codes
from inspector_app.session.parsing.parse_errors import ParseErrorKind
from inspector_app.session.parsing.parsed_answer import AnswerFormat
from inspector_app.session.portal_host import PORTAL_HOST_HINT, is_portal_address
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.diagnosis.answering_party import PartyJudgement
    from inspector_app.session.diagnosis.rule_context import RuleContext

_IP_ALLOWLIST_PATTERN: Final = re.compile(
    r"\bip\b|ip地址|白名单|white-?list|source address", re.IGNORECASE
)


_ERROR_SENTENCES: Final = {
    AnsweringParty.ENOS: tr("EnOS itself seems to report an error"),
    AnsweringParty.IN_FRONT: tr("Something in front of the gateway seems to report an error"),
    AnsweringParty.GATEWAY: tr("The gateway seems to report an error of its own"),
}


def _check_redirect(context: RuleContext) -> Verdict | None:
    if context.http_status not in http_status.REDIRECT_STATUSES or context.exchange is None:
        return None
    target = context.exchange.get_header("Location")
    return Verdict(
        VerdictCode.REDIRECTED,
        Severity.WARNING,
        tr("The gateway sends the call elsewhere"),
        tr(
            "It redirects to {target}. The token was not sent there.",
            target=context.sanitize(target),
        )
        if target
        else tr("It answered HTTP {status}.", status=context.http_status),
        (),
        tr("Check the gateway's address: this one may be a web page's."),
        action=SuggestedAction.CHECK_ADDRESS,
    )


def _check_rate_limit(context: RuleContext) -> Verdict | None:
    if context.http_status != http_status.TOO_MANY_REQUESTS:
        return None
    return Verdict(
        VerdictCode.RATE_LIMITED,
        Severity.WARNING,
        tr("Too many calls: the gateway asks to wait"),
        _describe_http_status(context, tr("This says nothing about the session.")),
        context.message_evidence,
        retry_after.suggest_wait(context) or tr("Wait a minute, then inspect again."),
        action=SuggestedAction.TRY_AGAIN,
    )


def _check_gateway_error(context: RuleContext) -> Verdict | None:
    if context.http_status < http_status.SERVER_ERROR_STATUSES.start:
        return None
    sentence, provenance = get_error_sentence(context)
    return Verdict(
        VerdictCode.GATEWAY_ERROR,
        Severity.WARNING,
        sentence,
        _describe_http_status(context, tr("This says nothing about the session.")),
        context.message_evidence,
        retry_after.suggest_wait(context)
        or tr("Try again in a few minutes; if it stays, tell the gateway's administrators."),
        action=SuggestedAction.TRY_AGAIN,
        provenance=provenance,
    )


def get_error_sentence(context: RuleContext) -> tuple[Text, Provenance]:
    """That there is an error at the other side: whose it is, as far as the answer tells."""
    judged = context.party
    if judged is None or judged.party is AnsweringParty.UNKNOWN:
        return tr("The other side reports an error, and whose it is cannot be told"), (
            Provenance.DOCUMENTED
        )
    is_stated = judged.party is AnsweringParty.GATEWAY
    if is_stated and judged.provenance is Provenance.DOCUMENTED:
        return tr("The gateway reports an error of its own"), Provenance.DOCUMENTED
    return _ERROR_SENTENCES[judged.party], Provenance.INFERRED


def _check_wrong_path(context: RuleContext) -> Verdict | None:
    if context.http_status != http_status.NOT_FOUND:
        return None
    return Verdict(
        VerdictCode.WRONG_PATH,
        Severity.BAD,
        tr("There is no session service at this address"),
        context.with_message(
            tr("HTTP 404 without the session service's own answer: this is not an ended session.")
        ),
        context.message_evidence,
        _suggest_address(context),
        action=SuggestedAction.CHECK_ADDRESS,
    )


def _suggest_address(context: RuleContext) -> Text:
    check = tr(
        "Check the gateway's address; the console shows it under Help, Environment Information."
    )
    host = "" if context.exchange is None else context.exchange.route.host
    if not is_portal_address(host):
        return check
    return tr("{hint} {check}", hint=PORTAL_HOST_HINT, check=check)


def _check_proxy_login(context: RuleContext) -> Verdict | None:
    if context.http_status != http_status.PROXY_AUTHENTICATION_REQUIRED:
        return None
    return Verdict(
        VerdictCode.UNREACHABLE,
        Severity.BAD,
        tr("The proxy wants a login"),
        tr("HTTP 407: the call did not reach the gateway."),
        context.message_evidence,
        tr("Add its user and password to the connection, or ask who runs the network."),
        action=SuggestedAction.CHECK_CONNECTION,
    )


def _check_application_refused(context: RuleContext) -> Verdict | None:
    by_gateway = context.http_status == http_status.UNAUTHORIZED and _is_gateway_response(context)
    party = context.party
    if party is not None and party.party is AnsweringParty.ENOS:
        return None
    if not by_gateway and context.http_status not in answer_codes.SIGNATURE_REFUSED:
        return None
    words = application_rule.get_signature_text(context.http_status)
    sentence, is_inferred = words.sentence, by_gateway and not _is_documented(party)
    if is_inferred:
        sentence = tr("The gateway itself seems to have refused the call")
    return Verdict(
        VerdictCode.GATEWAY_REFUSED_APPLICATION,
        Severity.BAD,
        sentence,
        _describe_http_status(context, tr("Whether the session is valid cannot be told.")),
        context.message_evidence,
        words.next_step,
        action=SuggestedAction.CHECK_CONNECTION,
        provenance=Provenance.INFERRED
        if is_inferred
        else application_rule.get_provenance(context.http_status),
    )


def _is_documented(party: PartyJudgement | None) -> bool:
    return party is not None and party.provenance is Provenance.DOCUMENTED


def _check_ip_address_refused(context: RuleContext) -> Verdict | None:
    if context.http_status != http_status.FORBIDDEN:
        return None
    if not _IP_ALLOWLIST_PATTERN.search(context.message):
        return None
    return Verdict(
        VerdictCode.GATEWAY_REFUSED_ADDRESS,
        Severity.BAD,
        tr("The gateway does not accept calls from this computer's address"),
        context.with_message(
            tr("HTTP 403 is about the computer that runs this app, not about the user.")
        ),
        context.message_evidence,
        tr("Use the network or VPN that is allowed, or ask for this address to be allowed."),
        action=SuggestedAction.TRY_AGAIN,
    )


def _check_unexplained_refusal(context: RuleContext) -> Verdict | None:
    is_refusal = _is_gateway_response(context) or context.is_body_refusal or _is_by_enos(context)
    if not context.is_http_error or not is_refusal:
        return None
    return Verdict(
        VerdictCode.UNKNOWN_REFUSAL,
        Severity.BAD,
        tr("The call was refused with HTTP {status}", status=context.http_status),
        _describe_http_status(context, tr("Whether the session is valid cannot be told.")),
        context.message_evidence,
        tr("Tell the gateway's administrators the status and the time of the call."),
    )


def _check_not_enos(context: RuleContext) -> Verdict | None:
    parse_error = context.analyzed.parse_error
    if parse_error is None:
        sentence = tr("This is no documented answer of the session service")
        detail = _describe_other_json(context)
    elif parse_error.kind is ParseErrorKind.WEB_PAGE:
        sentence = tr("This is not an answer of the session service")
        detail = foreign_body.describe_web_page(context)
    else:
        return None
    return Verdict(
        VerdictCode.NOT_ENOS,
        Severity.BAD,
        sentence,
        detail,
        context.code_and_message_evidence,
        tr("Check the gateway's address, and whether a proxy or login page stands between."),
        action=SuggestedAction.CHECK_ADDRESS,
    )


def _is_gateway_response(context: RuleContext) -> bool:
    """Whether it has the gateway's documented form: ``{message}``, or a status without a body."""
    parse_error = context.analyzed.parse_error
    if parse_error is not None:
        return parse_error.kind is ParseErrorKind.EMPTY
    return context.parsed is not None and context.parsed.answer_format is AnswerFormat.GATEWAY


def _is_by_enos(context: RuleContext) -> bool:
    """Whether EnOS itself seems to have answered in JSON, of whichever form."""
    party = context.party
    is_enos = party is not None and party.party is AnsweringParty.ENOS
    return is_enos and context.parsed is not None


def _describe_http_status(context: RuleContext, consequence: Text) -> Text:
    meaning = answer_codes.find_http_meaning(context.http_status)
    if meaning is None:
        detail = tr("HTTP {status}. {then}", status=context.http_status, then=consequence)
    elif meaning.provenance is not Provenance.DOCUMENTED:
        detail = tr(
            "HTTP {status}: “{meaning}” ({source}). {then}",
            status=context.http_status,
            meaning=meaning.text,
            source=meaning.source,
            then=consequence,
        )
    else:
        detail = tr(
            "HTTP {status} is documented as “{meaning}”. {then}",
            status=context.http_status,
            meaning=meaning.text,
            then=consequence,
        )
    return context.with_message(detail)


def _describe_other_json(context: RuleContext) -> Text:
    status = context.http_status
    if context.has_success_signal:
        return tr("It says success, but holds no session (HTTP {status}).", status=status)
    detail = tr("It is JSON, but in none of the documented forms (HTTP {status}).", status=status)
    return context.with_message(detail)


HTTP_RULES: Final[tuple[Callable[[RuleContext], Verdict | None], ...]] = (
    _check_rate_limit,
    _check_gateway_error,
    _check_proxy_login,
    _check_wrong_path,
    _check_application_refused,
    _check_ip_address_refused,
    _check_unexplained_refusal,
    other_call_rule.check_other_call,
    _check_not_enos,
    foreign_body.check_unreadable_body,
)
"""In order of priority."""

REDIRECT_RULE: Final = _check_redirect
"""Runs before every rule about a body: the body of a redirect is not an answer."""
