"""Findings from the calls beside session info: ownership, memberships, and what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.companion import Companion, CompanionKind, CompanionOutcome
from inspector_app.session.diagnosis.organization_rules import (
    find_organization_info,
    find_organization_list,
    get_session_organization,
)
from inspector_app.session.diagnosis.refusal_words import (
    ORGANIZATION_KEYWORDS,
    SESSION_KEYWORDS,
    has_keyword,
)
from inspector_app.session.diagnosis.verdict_model import Finding, FindingCode
from inspector_app.session.exchange import ApiCall, Exchange
from inspector_app.session.parsing import answer_codes
from inspector_app.session.parsing.organization_fields import STATE_DISABLED, STATE_QUIT
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.diagnosis.rule_context import RuleContext
    from inspector_app.session.parsing.organization_info import OrganizationInfo
    from inspector_app.session.path import Path

_ORGANIZATION_KINDS: Final = (CompanionKind.WORKING_ORGANIZATION, CompanionKind.HOME_ORGANIZATION)
_CALL_NAMES: Final = {
    ApiCall.ORGANIZATION: "organization/info",
    ApiCall.ORGANIZATION_LIST: "user/organization/list",
    ApiCall.PORTAL_USER: "user/info",
    ApiCall.PORTAL_ORGANIZATION_LIST: "user/organization/list",
    ApiCall.APPLICATION_LIST: "user/app/list",
    ApiCall.APPLICATION_ACCESS: "user/app/resource/info",
}
_CODES_OF_SERVICE: Final = 1000
"""Codes are a service's prefix and three digits like those of HTTP."""

_PERMISSION_STATUSES: Final = frozenset({401, 403})
_TYPE_OF_OWNER: Final = frozenset({1, 2})
"""The ``type`` that one of the two documented tables gives to an owner."""

_TYPE_OF_ADMIN: Final = frozenset({2, 3})
"""The ``type`` that one of them gives to an admin; 2 only where it is not the owner's."""


def list_companion_findings(context: RuleContext) -> list[Finding]:
    """What the further answers tell, and which of them are missing."""
    if context.session is None:
        return []
    return [
        *_check_home_organization(context),
        *_check_expected_organization(context),
        *_check_owner(context),
        *(
            finding
            for companion in context.analyzed.companions
            for finding in _check_outcome(context, companion)
        ),
    ]


def is_role_settled(context: RuleContext) -> bool:
    """Whether the organization's owner tells how the user's ``type`` is to be read."""
    return _find_own_organization(context) is not None


def _find_own_organization(context: RuleContext) -> OrganizationInfo | None:
    """What is known of the user's own organization: ``type`` is the user's place in that one."""
    user = context.user
    if user is None or not user.id.value or not user.organization_id.value:
        return None
    infos = (find_organization_info(context, kind) for kind in _ORGANIZATION_KINDS)
    return next(
        (
            info
            for info in infos
            if info and info.owner_id.value and info.id.value == user.organization_id.value
        ),
        None,
    )


def _check_owner(context: RuleContext) -> Iterator[Finding]:
    info, user = _find_own_organization(context), context.user
    if info is None or user is None:
        return
    evidence = (*info.owner_id.evidence, *user.id.evidence, *user.type.evidence)
    number = user.type.value
    if info.owner_id.value == user.id.value:
        sentence = tr("The user is the owner of the organization")
        if number in _TYPE_OF_OWNER:
            sentence = tr("The user is the owner of the organization, as type {number} can say")
            sentence = Text(sentence.template, (("number", str(number)),))
        yield Finding(FindingCode.USER_IS_OWNER, Severity.PLAIN, sentence, evidence)
        return
    if number is None:
        sentence = tr("The user is not the owner of the organization")
        yield Finding(FindingCode.USER_IS_NOT_OWNER, Severity.PLAIN, sentence, evidence)
        return
    sentence = (
        tr("The user is not the owner: type {number} is read as admin", number=str(number))
        if number in _TYPE_OF_ADMIN
        else tr("The user is not the owner: type {number} is read as user", number=str(number))
    )
    yield Finding(
        FindingCode.USER_IS_NOT_OWNER, Severity.PLAIN, sentence, evidence, Provenance.INFERRED
    )


def _check_home_organization(context: RuleContext) -> Iterator[Finding]:
    """That of the working organization is a verdict, or a finding by its rule."""
    info = find_organization_info(context, CompanionKind.HOME_ORGANIZATION)
    if info is None or info.state.value not in {STATE_DISABLED, STATE_QUIT}:
        return
    sentence = (
        tr("The home organization is disabled")
        if info.state.value == STATE_DISABLED
        else tr("The home organization has quit")
    )
    yield Finding(
        FindingCode.ORGANIZATION_DISABLED, Severity.WARNING, sentence, info.state.evidence
    )


def _check_expected_organization(context: RuleContext) -> Iterator[Finding]:
    listed = find_organization_list(context)
    if listed is None or context.unexpected_organization is None:
        return
    row = listed.find_row(context.expected_organization)
    if row is not None:
        yield Finding(
            FindingCode.EXPECTED_ORGANIZATION_LISTED,
            Severity.NOTICE,
            tr("The expected organization is among the user's: it can be switched to"),
            ((*listed.path, row),),
        )
    elif listed.is_whole:
        yield Finding(
            FindingCode.EXPECTED_ORGANIZATION_NOT_LISTED,
            Severity.WARNING,
            tr(
                "The expected organization is not among the user's; in the list: {count}",
                count=listed.count,
            ),
            (listed.path,),
        )


def _check_outcome(context: RuleContext, companion: Companion) -> Iterator[Finding]:
    name = _CALL_NAMES[companion.kind.call]
    match companion.outcome:
        case CompanionOutcome.REFUSED if companion.kind is CompanionKind.APPLICATION_ACCESS:
            return  # what its code says is about the application: a verdict
        case CompanionOutcome.REFUSED:
            yield _describe_refusal(companion, name)
        case CompanionOutcome.FAILED:
            yield _build_missing(tr("No answer came to {call}", call=name))
        case CompanionOutcome.UNREADABLE:
            yield _build_missing(tr("The answer to {call} has no documented form", call=name))
        case CompanionOutcome.ANSWERED:
            if _is_about_another(context, companion):
                yield _build_missing(
                    tr("The answer to {call} is about another organization", call=name)
                )


def _is_about_another(context: RuleContext, companion: Companion) -> bool:
    return (
        companion.organization is not None
        and get_session_organization(context, companion.kind) is not None
        and find_organization_info(context, companion.kind) is None
    )


def _build_missing(sentence: Text) -> Finding:
    return Finding(
        FindingCode.COMPANION_MISSING,
        Severity.NOTICE,
        sentence,
        provenance=Provenance.OBSERVED,
    )


def _describe_refusal(companion: Companion, name: str) -> Finding:
    """What the code of a refusal may mean: 30404 has two meanings, which its message tells."""
    parsed = companion.parsed
    code = None if parsed is None else parsed.code.value
    message = "" if parsed is None else parsed.message.value or ""
    number = str(code) if code else f"HTTP {_get_http_status(companion)}"
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
    elif (code or _get_http_status(companion)) % _CODES_OF_SERVICE in _PERMISSION_STATUSES:
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


def _get_http_status(companion: Companion) -> int:
    answer = companion.call_result
    return answer.status if isinstance(answer, Exchange) else 0
