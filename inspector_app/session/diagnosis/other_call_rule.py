"""Verdict rule for an answer that has the form of another call's: it holds no session.

Of an organization it tells more, which is a finding: it may be none that the user works in.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.verdict_model import (
    Finding,
    FindingCode,
    Verdict,
    VerdictCode,
)
from inspector_app.session.exchange import ApiCall
from inspector_app.session.parsing.companion_recognition import recognize_companion
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.organization_fields import (
    APPROVAL_DENIED,
    APPROVAL_PENDING,
    STATE_DISABLED,
    STATE_QUIT,
)
from inspector_app.session.parsing.organization_info import parse_organization_info
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.diagnosis.rule_context import RuleContext

_SUBJECTS: Final[Mapping[ApiCall, Text]] = MappingProxyType(
    {
        ApiCall.ORGANIZATION: tr("one organization (organization/info)"),
        ApiCall.ORGANIZATION_LIST: tr("the organizations of a user (user/organization/list)"),
        ApiCall.PORTAL_USER: tr("the user of a portal token (user/info of the portal)"),
        ApiCall.PORTAL_ORGANIZATION_LIST: tr(
            "the organizations of a portal token's user (user/organization/list of the portal)"
        ),
        ApiCall.APPLICATION_LIST: tr("the applications of a user (user/app/list)"),
        ApiCall.APPLICATION_ACCESS: tr(
            "what a user has in an application (user/app/resource/info)"
        ),
    }
)
_STATES: Final = {
    STATE_DISABLED: tr("The organization of this answer is disabled"),
    STATE_QUIT: tr("The organization of this answer has quit"),
}
_APPROVALS: Final = {
    APPROVAL_PENDING: tr("The organization of this answer is not approved"),
    APPROVAL_DENIED: tr("The organization of this answer was disapproved"),
}


def list_other_call_findings(context: RuleContext) -> tuple[Finding, ...]:
    """What keeps users out of the organization that such an answer is about."""
    document = context.analyzed.document
    root = None if document is None else document.root
    if not isinstance(root, JsonObject) or recognize_companion(root) is not ApiCall.ORGANIZATION:
        return ()
    info = parse_organization_info(root, ())
    if info is None:
        return ()
    said = (
        (FindingCode.ORGANIZATION_DISABLED, info.state, _STATES),
        (FindingCode.ORGANIZATION_NOT_APPROVED, info.approval_state, _APPROVALS),
    )
    return tuple(
        Finding(code, Severity.WARNING, sentences[sent.value], sent.evidence)
        for code, sent, sentences in said
        if sent.value in sentences
    )


def check_other_call(context: RuleContext) -> Verdict | None:
    """The verdict where the answer is one about something else than a session, by its members."""
    document = context.analyzed.document
    call = None if document is None else recognize_companion(document.root)
    if call is None:
        return None
    return Verdict(
        VerdictCode.OTHER_CALL,
        Severity.WARNING,
        tr("This seems to be the answer of another call"),
        tr(
            "By its members it tells of {subject}. It says nothing about the session.",
            subject=_SUBJECTS[call],
        ),
        context.code_and_message_evidence,
        tr("Inspect the user's token, or open the answer of session/info."),
        provenance=Provenance.INFERRED,
    )
