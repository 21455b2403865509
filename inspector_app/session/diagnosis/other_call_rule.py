"""Verdict rule for an answer that has the form of another call's: it holds no session."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.verdict_model import Verdict, VerdictCode
from inspector_app.session.exchange import ApiCall
from inspector_app.session.parsing.companion_recognition import recognize_companion
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
    )
