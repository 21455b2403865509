"""Verdict rules for an answer whose body gives no reason: by HTTP status and kind of body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.session.judging import answer_codes, retry_after
from inspector_app.session.judging.statement import Action, Verdict, VerdictCode
from inspector_app.session.reading.inspection import AnswerFormat
from inspector_app.session.reading.unreadable import ParseErrorKind
from inspector_app.session.severity import Severity
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.judging.case import Case

_REDIRECTS: Final = range(300, 400)
_UNAUTHORIZED: Final = 401
_FORBIDDEN: Final = 403
_NOT_FOUND: Final = 404
_PROXY_LOGIN: Final = 407
_TOO_MANY: Final = 429
_FIRST_SERVER_ERROR: Final = 500
_ADDRESS: Final = re.compile(r"\bip\b|ip地址|白名单|white-?list|source address", re.IGNORECASE)
_TITLE: Final = re.compile(rb"<title[^>]{0,200}>(.{1,400}?)</title", re.IGNORECASE | re.DOTALL)


def _redirected(case: Case) -> Verdict | None:
    if case.http_status not in _REDIRECTS or case.exchange is None:
        return None
    target = case.exchange.get_header("Location")
    return Verdict(
        VerdictCode.REDIRECTED,
        Severity.WARNING,
        tr("The gateway sends the call elsewhere"),
        tr("It redirects to {target}. The token was not sent there.", target=case.safe(target))
        if target
        else tr("It answered HTTP {status}.", status=case.http_status),
        (),
        tr("Check the gateway's address: this one may be a web page's."),
        action=Action.CHECK_ADDRESS,
    )


def _rate_limited(case: Case) -> Verdict | None:
    if case.http_status != _TOO_MANY:
        return None
    return Verdict(
        VerdictCode.RATE_LIMITED,
        Severity.WARNING,
        tr("Too many calls: the gateway asks to wait"),
        _with_meaning(case, tr("This says nothing about the session.")),
        case.message_evidence,
        retry_after.advice(case) or tr("Wait a minute, then inspect again."),
        action=Action.TRY_AGAIN,
    )


def _gateway_error(case: Case) -> Verdict | None:
    if case.http_status < _FIRST_SERVER_ERROR:
        return None
    return Verdict(
        VerdictCode.GATEWAY_ERROR,
        Severity.WARNING,
        tr("The gateway reports an error of its own"),
        _with_meaning(case, tr("This says nothing about the session.")),
        case.message_evidence,
        retry_after.advice(case)
        or tr("Try again in a few minutes; if it stays, tell the gateway's administrators."),
        action=Action.TRY_AGAIN,
    )


def _wrong_path(case: Case) -> Verdict | None:
    if case.http_status != _NOT_FOUND:
        return None
    return Verdict(
        VerdictCode.WRONG_PATH,
        Severity.BAD,
        tr("There is no session service at this address"),
        case.with_message(
            tr("HTTP 404 without the session service's own answer: this is not an ended session.")
        ),
        case.message_evidence,
        tr(
            "Check the gateway's address; the console shows it under Help, Environment Information."
        ),
        action=Action.CHECK_ADDRESS,
    )


def _proxy_login(case: Case) -> Verdict | None:
    if case.http_status != _PROXY_LOGIN:
        return None
    return Verdict(
        VerdictCode.UNREACHABLE,
        Severity.BAD,
        tr("The proxy wants a login"),
        tr("HTTP 407: the call did not reach the gateway."),
        case.message_evidence,
        tr("Add its user and password to the connection, or ask who runs the network."),
        action=Action.CHECK_CONNECTION,
    )


def _application_refused(case: Case) -> Verdict | None:
    by_gateway = case.http_status == _UNAUTHORIZED and _speaks_for_itself(case)
    if not by_gateway and case.http_status not in answer_codes.SIGNATURE_REFUSED:
        return None
    return Verdict(
        VerdictCode.GATEWAY_REFUSED_APPLICATION,
        Severity.BAD,
        tr("The gateway itself refused the call"),
        _with_meaning(case, tr("Whether the session is valid cannot be told.")),
        case.message_evidence,
        tr("If it wants an application's keys, add them; its administrators can say."),
        action=Action.CHECK_CONNECTION,
    )


def _address_refused(case: Case) -> Verdict | None:
    if case.http_status != _FORBIDDEN or not _ADDRESS.search(case.message):
        return None
    return Verdict(
        VerdictCode.GATEWAY_REFUSED_ADDRESS,
        Severity.BAD,
        tr("The gateway does not accept calls from this computer's address"),
        case.with_message(
            tr("HTTP 403 is about the computer that runs this app, not about the user.")
        ),
        case.message_evidence,
        tr("Use the network or VPN that is allowed, or ask for this address to be allowed."),
        action=Action.TRY_AGAIN,
    )


def _plain_refusal(case: Case) -> Verdict | None:
    if not case.http_refused or not (_speaks_for_itself(case) or case.body_refuses):
        return None
    return Verdict(
        VerdictCode.UNKNOWN_REFUSAL,
        Severity.BAD,
        tr("The call was refused with HTTP {status}", status=case.http_status),
        _with_meaning(case, tr("Whether the session is valid cannot be told.")),
        case.message_evidence,
        tr("Tell the gateway's administrators the status and the time of the call."),
    )


def _not_enos(case: Case) -> Verdict | None:
    unreadable = case.examination.parse_error
    if unreadable is not None and unreadable.kind is not ParseErrorKind.WEB_PAGE:
        return None
    return Verdict(
        VerdictCode.NOT_ENOS,
        Severity.BAD,
        tr("This is not an answer of the session service"),
        _other_json(case) if unreadable is None else _web_page(case),
        case.said_evidence,
        tr("Check the gateway's address, and whether a proxy or login page stands between."),
        action=Action.CHECK_ADDRESS,
    )


def _unreadable(case: Case) -> Verdict | None:
    unreadable = case.examination.parse_error
    if unreadable is None:
        return None
    return Verdict(
        VerdictCode.UNREADABLE,
        Severity.BAD,
        tr("The answer cannot be read"),
        tr(
            "{cause} Reading stopped at byte {offset} (HTTP {status}).",
            cause=unreadable.cause,
            status=case.http_status,
            offset=unreadable.offset,
        ),
        (),
        tr("Inspect again. If it stays so, tell the gateway's administrators."),
        action=Action.TRY_AGAIN,
    )


def _speaks_for_itself(case: Case) -> bool:
    """Whether it has the gateway's documented form: ``{message}``, or a status without a body."""
    unreadable = case.examination.parse_error
    if unreadable is not None:
        return unreadable.kind is ParseErrorKind.EMPTY
    return case.inspection is not None and case.inspection.answer_format is AnswerFormat.GATEWAY


def _with_meaning(case: Case, then: Text) -> Text:
    meaning = answer_codes.of_gateway(case.http_status)
    if meaning is None:
        detail = tr("HTTP {status}. {then}", status=case.http_status, then=then)
    else:
        detail = tr(
            "HTTP {status} is documented as “{meaning}”. {then}",
            status=case.http_status,
            meaning=meaning.words,
            then=then,
        )
    return case.with_message(detail)


def _other_json(case: Case) -> Text:
    status = case.http_status
    if case.says_success:
        return tr("It says success, but holds no session (HTTP {status}).", status=status)
    detail = tr("It is JSON, but in none of the documented forms (HTTP {status}).", status=status)
    return case.with_message(detail)


def _web_page(case: Case) -> Text:
    body = case.exchange.body if case.exchange is not None else b""
    title = _TITLE.search(body[:65536])
    if title is None:
        return tr("A web page came instead (HTTP {status}).", status=case.http_status)
    words = " ".join(title[1].decode(errors="replace").split())
    return tr(
        "A web page came instead, titled “{title}” (HTTP {status}).",
        title=case.safe(words),
        status=case.http_status,
    )


HTTP_RULES: Final[tuple[Callable[[Case], Verdict | None], ...]] = (
    _rate_limited,
    _gateway_error,
    _proxy_login,
    _wrong_path,
    _application_refused,
    _address_refused,
    _plain_refusal,
    _not_enos,
    _unreadable,
)
"""In order of priority."""

REDIRECTION: Final = _redirected
"""Runs before every rule about a body: the body of a redirect is not an answer."""
