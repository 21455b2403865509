"""What the refusal of a call beside session info means, as far as its code and message tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.companion import CompanionKind
from inspector_app.session.diagnosis.refusal_words import (
    ORGANIZATION_KEYWORDS,
    SESSION_KEYWORDS,
    has_keyword,
)
from inspector_app.session.diagnosis.verdict_model import Finding, FindingCode
from inspector_app.session.exchange import ApiCall, Exchange
from inspector_app.session.parsing import answer_codes
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.companion import Companion
    from inspector_app.session.path import Path

_CALL_NAMES: Final = {
    ApiCall.ORGANIZATION: "organization/info",
    ApiCall.ORGANIZATION_LIST: "user/organization/list",
    ApiCall.PORTAL_USER: "user/info",
    ApiCall.PORTAL_ORGANIZATION_LIST: "user/organization/list",
    ApiCall.APPLICATION_LIST: "user/app/list",
    ApiCall.APPLICATION_ACCESS: "user/app/resource/info",
}
"""What each call is named in a sentence: the end of its path."""

_HOME_CALL: Final = tr("organization/info of the home organization")

_SIGNATURE_CODES: Final = frozenset(
    {*answer_codes.SIGNATURE_REFUSED, *answer_codes.ACCESS_TOKEN_EXPIRED}
)
_CODES_OF_SERVICE: Final = 1000
"""Codes are a service's prefix and three digits like those of HTTP."""

_PERMISSION_STATUSES: Final = frozenset({401, 403})


def name_call(kind: CompanionKind) -> str | Text:
    """What the call is named in a sentence: of two organizations, the home one is told apart."""
    return _HOME_CALL if kind is CompanionKind.HOME_ORGANIZATION else _CALL_NAMES[kind.call]


def is_of_signature(companion: Companion) -> bool:
    """Whether the application that signs was refused, and not what was asked."""
    is_of_token_service = companion.call_result.call is ApiCall.APPLICATION
    return is_of_token_service or _get_number(companion) in _SIGNATURE_CODES


def describe_refusal(companion: Companion) -> Finding:
    """What the code of a refusal may mean: 30404 has two meanings, which its message tells."""
    if is_of_signature(companion):
        return _build_refusal(
            FindingCode.COMPANION_REFUSED, _describe_signature(companion), companion
        )
    name = name_call(companion.kind)
    parsed = companion.parsed
    code = None if parsed is None else parsed.code.value
    message = "" if parsed is None else parsed.message.value or ""
    number = _format_number(companion)
    values: tuple[tuple[str, str | Text], ...] = (("call", name), ("code", number))
    is_not_found = parsed is not None and parsed.has_session_code(answer_codes.SESSION_NOT_FOUND)
    if is_not_found and companion.kind.call is ApiCall.ORGANIZATION:
        about_session = has_keyword(message, SESSION_KEYWORDS)
        about_organization = has_keyword(message, ORGANIZATION_KEYWORDS)
        if about_organization and not about_session:
            return _build_refusal(
                FindingCode.ORGANIZATION_NOT_FOUND,
                tr("{call} does not find the organization ({code})", call=name, code=number),
                companion,
                Severity.WARNING,
            )
        template = (
            tr("{call} does not find the session any more ({code})")
            if about_session and not about_organization
            else tr("{call}: no session or no such organization, which cannot be told ({code})")
        )
    elif is_not_found:
        template = tr("{call} does not find the session any more ({code})")
    elif parsed is not None and parsed.has_session_code(answer_codes.TOKEN_NOT_VALID):
        template = tr("{call} does not take the token, which session/info took ({code})")
    elif companion.kind.is_of_portal and (known := answer_codes.find_meaning(code or 0)):
        template = tr("{call} was refused ({code}): {words}")
        values = (*values, ("words", known.text))
    elif _get_number(companion) % _CODES_OF_SERVICE in _PERMISSION_STATUSES:
        template = tr("{call} was refused ({code}): perhaps a permission is missing")
    else:
        template = tr("{call} was refused ({code}): why cannot be told")
    return _build_refusal(FindingCode.COMPANION_REFUSED, Text(template.template, values), companion)


def _build_refusal(
    code: FindingCode, sentence: Text, companion: Companion, severity: Severity = Severity.NOTICE
) -> Finding:
    evidence: tuple[Path, ...] = ()
    if companion.parsed is not None:
        sent = companion.parsed.code.evidence + companion.parsed.message.evidence
        evidence = tuple((*companion.kind.path, *path) for path in sent)
    return Finding(code, severity, sentence, evidence, Provenance.OBSERVED)


def _describe_signature(companion: Companion) -> Text:
    values: tuple[tuple[str, str | Text], ...] = (
        ("call", name_call(companion.kind)),
        ("code", _format_number(companion)),
    )
    if companion.call_result.call is ApiCall.APPLICATION:
        template = tr("{call} was not answered: the application got no access token ({code})")
    elif _get_number(companion) == answer_codes.APPLICATION_NOT_ALLOWED:
        template = tr("{call} was refused ({code}): the application may not use this API")
    else:
        template = tr(
            "{call} was refused ({code}): the gateway wants a valid signature of an application"
        )
    return Text(template.template, values)


def _format_number(companion: Companion) -> str:
    code = companion.code
    return str(code) if code else f"HTTP {_get_number(companion)}"


def _get_number(companion: Companion) -> int:
    """The code of the body, else the HTTP status."""
    answer = companion.call_result
    status = answer.status if isinstance(answer, Exchange) else 0
    return companion.code or status
