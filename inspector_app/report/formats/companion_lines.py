"""The lines of a report about what was asked beside session info."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.report.formats.session_lines import ReportLine
from inspector_app.session.analyzed_answer import find_lone_companion
from inspector_app.session.companion import CompanionKind
from inspector_app.session.parsing.documented_fields import find_field
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import JsonNumber
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.companion import Companion
    from inspector_app.session.parsing.organization_info import OrganizationInfo
    from inspector_app.session.parsing.parsed_answer import ParsedField

_LABELS: Final = {
    CompanionKind.WORKING_ORGANIZATION: tr("State of the working one"),
    CompanionKind.HOME_ORGANIZATION: tr("State of the home one"),
}


def build_companion_lines(report: RedactedReport) -> tuple[ReportLine, ...]:
    """State and approval of each organization that was answered, and how many the user has.

    What was refused or did not come is among the findings.
    """
    lone = find_lone_companion(report.analyzed)
    answered = report.analyzed.companions if lone is None else (lone,)
    lines = (_build_line(one) for one in answered)
    return tuple(line for line in lines if line is not None)


def _build_line(companion: Companion) -> ReportLine | None:
    if companion.organizations is not None:
        count = str(companion.organizations.count)
        return ReportLine(tr("Organizations of the user"), Text("{count}", (("count", count),)))
    if companion.organization is None:
        return None
    label = _LABELS[companion.kind]
    if companion.is_alone:
        label = tr("State of the organization")
    words = _describe(companion.organization)
    return ReportLine(label, words) if words.template else None


def _describe(info: OrganizationInfo) -> Text:
    state = _describe_code("state", info.state)
    approval = _describe_code("approvalState", info.approval_state)
    if not state.template or not approval.template:
        return state if state.template else approval
    return tr("{first}, {second}", first=state, second=approval)


def _describe_code(name: str, sent: ParsedField[int]) -> Text:
    known = find_field(ObjectType.ORGANIZATION_INFO, name)
    if known is None or sent.value is None:
        return Text("")
    word = known.find_meaning(JsonNumber(str(sent.value)))
    return tr("unknown ({value})", value=str(sent.value)) if word is None else word.text
