"""Findings from the calls beside session info: ownership, memberships, and what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.companion import Companion, CompanionKind, CompanionOutcome
from inspector_app.session.diagnosis.companion_refusal import (
    describe_refusal,
    is_of_signature,
    name_call,
)
from inspector_app.session.diagnosis.organization_rules import (
    find_organization_info,
    find_organization_list,
    get_session_organization,
)
from inspector_app.session.diagnosis.verdict_model import Finding, FindingCode
from inspector_app.session.exchange import ApiCall
from inspector_app.session.parsing.organization_fields import STATE_DISABLED, STATE_QUIT
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.diagnosis.rule_context import RuleContext
    from inspector_app.session.parsing.organization_info import OrganizationInfo

_ORGANIZATION_KINDS: Final = (CompanionKind.WORKING_ORGANIZATION, CompanionKind.HOME_ORGANIZATION)
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
    if row is not None and row in listed.unusable_rows:
        yield Finding(
            FindingCode.ORGANIZATION_DISABLED,
            Severity.WARNING,
            tr("The expected organization is among the user’s, but is disabled or has quit"),
            ((*listed.path, row, "state"),),
        )
    elif row is not None:
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
    name = name_call(companion.kind)
    is_signed_for = companion.call_result.call is ApiCall.APPLICATION
    match companion.outcome:
        case CompanionOutcome.REFUSED if _is_about_application(companion):
            return  # what its code says is about the application: a verdict
        case CompanionOutcome.REFUSED:
            yield describe_refusal(companion)
        case CompanionOutcome.FAILED if is_signed_for:
            yield _build_missing(
                tr("{call} was not answered: the token service did not answer", call=name)
            )
        case CompanionOutcome.FAILED:
            yield _build_missing(tr("No answer came to {call}", call=name))
        case CompanionOutcome.UNREADABLE:
            yield _build_missing(tr("The answer to {call} has no documented form", call=name))
        case CompanionOutcome.STORED:
            yield _build_missing(
                tr(
                    "By its headers, the answer to {call} comes from a cache, and is older than "
                    "this call",
                    call=name,
                )
            )
        case CompanionOutcome.ANSWERED:
            if _is_about_another(context, companion):
                yield _build_missing(
                    tr("The answer to {call} is about another organization", call=name)
                )


def _is_about_application(companion: Companion) -> bool:
    return companion.kind is CompanionKind.APPLICATION_ACCESS and not is_of_signature(companion)


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
