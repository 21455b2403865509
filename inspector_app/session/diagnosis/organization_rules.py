"""Verdict rules about the working organization, from the calls beside session info."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.session.companion import CompanionKind
from inspector_app.session.diagnosis.verdict_model import Verdict, VerdictCode
from inspector_app.session.parsing.organization_fields import (
    APPROVAL_DENIED,
    APPROVAL_PENDING,
    STATE_DISABLED,
    STATE_QUIT,
)
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.diagnosis.rule_context import RuleContext
    from inspector_app.session.parsing.organization_info import OrganizationInfo, OrganizationList
    from inspector_app.session.parsing.parsed_answer import Organization


def find_organization_info(context: RuleContext, kind: CompanionKind) -> OrganizationInfo | None:
    """What was answered about the working or the home organization of this session.

    None where nothing was, or where the answer is about another one: that proves nothing.
    """
    companion = context.analyzed.get_companion(kind)
    info = None if companion is None else companion.organization
    organization = get_session_organization(context, kind)
    if info is None or organization is None or not info.id.value:
        return None
    return info if info.id.value == organization.id.value else None


def get_session_organization(context: RuleContext, kind: CompanionKind) -> Organization | None:
    """The organization of the session that a call of this kind is about."""
    session = context.session
    if session is None:
        return None
    is_working = kind is CompanionKind.WORKING_ORGANIZATION
    return session.working_organization if is_working else session.resident_organization


def find_organization_list(context: RuleContext) -> OrganizationList | None:
    """The organizations of the user, where they were answered."""
    is_of_portal = context.session is not None and context.session.is_of_portal
    companion = context.analyzed.get_companion(
        CompanionKind.PORTAL_ORGANIZATION_LIST if is_of_portal else CompanionKind.ORGANIZATION_LIST
    )
    return None if companion is None or context.session is None else companion.organizations


def check_organization_disabled(context: RuleContext) -> Verdict | None:
    """The working organization is disabled, or has quit."""
    info = find_organization_info(context, CompanionKind.WORKING_ORGANIZATION)
    if info is None or info.state.value not in {STATE_DISABLED, STATE_QUIT}:
        return None
    if info.state.value == STATE_DISABLED:
        sentence = tr("The organization in which the user works is disabled")
        detail = tr("The session was accepted, but the organization's state is 1: disabled.")
    else:
        sentence = tr("The organization in which the user works has quit")
        detail = tr("The session was accepted, but the organization's state is 2: quit.")
    return Verdict(
        VerdictCode.ORGANIZATION_DISABLED,
        Severity.BAD,
        sentence,
        detail,
        info.state.evidence,
        tr("Ask the platform's administrators whether the organization is to be used."),
    )


def check_not_a_member(context: RuleContext) -> Verdict | None:
    """The working organization is not in a list that is whole."""
    listed = find_organization_list(context)
    working = None if context.session is None else context.session.working_organization
    if listed is None or working is None or not working.id.value or not listed.is_whole:
        return None
    if working.id.value in listed.rows_by_id:
        return None
    return Verdict(
        VerdictCode.NOT_A_MEMBER,
        Severity.WARNING,
        tr("Perhaps the user is no longer a member of the organization of this session"),
        tr("The session was accepted, but the list of the user's organizations lacks that one."),
        (listed.path, *working.id.evidence),
        tr("Ask an administrator of the organization whether the user belongs to it."),
        provenance=Provenance.INFERRED,
    )


def check_organization_not_approved(context: RuleContext) -> Verdict | None:
    """The working organization waits for its approval, or was refused it."""
    info = find_organization_info(context, CompanionKind.WORKING_ORGANIZATION)
    if info is None or info.approval_state.value not in {APPROVAL_PENDING, APPROVAL_DENIED}:
        return None
    if info.approval_state.value == APPROVAL_PENDING:
        sentence = tr("Session valid, but its organization is not approved")
        detail = tr("The organization's approval state is 0: unapproved.")
    else:
        sentence = tr("Session valid, but its organization was disapproved")
        detail = tr("The organization's approval state is 2: disapproved.")
    return Verdict(
        VerdictCode.ORGANIZATION_NOT_APPROVED,
        Severity.WARNING,
        sentence,
        detail,
        info.approval_state.evidence,
        tr("Ask the platform's administrators for the approval of the organization."),
    )
