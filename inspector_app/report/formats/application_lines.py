"""The lines of a report about applications of the portal: what was checked, and the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.report.formats.session_lines import ReportLine, shorten_text
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.analyzed_answer import find_lone_companion
from inspector_app.session.companion import CompanionKind
from inspector_app.session.diagnosis.application_conditions import (
    CONDITION_LABELS,
    Condition,
    list_conditions,
)
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.portal_applications import (
    MENUS_MEMBER,
    PERMISSIONS_MEMBER,
    iter_entry_names,
)
from inspector_app.session.provenance import Provenance
from inspector_app.session.translatable_text import Text, as_literal, tr

if TYPE_CHECKING:
    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.companion import Companion
    from inspector_app.session.parsing.json_document import Json
    from inspector_app.session.parsing.portal_applications import PortalApplication

_MAX_APPLICATIONS: Final = 15
_MAX_ENTRIES: Final = 30
_TYPES: Final = {0: tr("web"), 1: tr("mobile")}


def build_application_lines(report: RedactedReport) -> tuple[ReportLine, ...]:
    """What was checked of the one that was asked about, else the list; none where none was."""
    companion = report.analyzed.get_companion(CompanionKind.APPLICATION_LIST)
    if companion is None:
        return _build_lone_lines(report)
    conditions = list_conditions(JudgeInput(report.analyzed, report.judged_at))
    lines = tuple(_build_condition_line(one) for one in conditions)
    if not lines and companion.applications is not None:
        return _list_applications(companion.applications.applications)
    access = report.analyzed.get_companion(CompanionKind.APPLICATION_ACCESS)
    return (*lines, *_list_access(access, report.level))


def _build_lone_lines(report: RedactedReport) -> tuple[ReportLine, ...]:
    """Of an answer about applications that stands beside no session."""
    lone = find_lone_companion(report.analyzed)
    if lone is None or lone.applications is None:
        return _list_access(lone, report.level)
    return _list_applications(lone.applications.applications)


def _list_access(access: Companion | None, level: RedactionLevel) -> tuple[ReportLine, ...]:
    """The names of menus and permissions; without personal data they are labels, and left out."""
    if access is None or access.access is None or access.document is None:
        return ()
    if level is RedactionLevel.PERSONAL:
        return ()
    root = access.document.root
    entries = (
        (tr("Menus ({count})", count=access.access.menus), MENUS_MEMBER),
        (tr("Permissions ({count})", count=access.access.permissions), PERMISSIONS_MEMBER),
    )
    found = ((label, _join_entries(root, name)) for label, name in entries)
    return tuple(ReportLine(label, names) for label, names in found if names.template)


def _build_condition_line(condition: Condition) -> ReportLine:
    state = CONDITION_LABELS[condition.state]
    if condition.note.template:
        state = tr("{state} ({note})", state=state, note=condition.note)
    return ReportLine(condition.sentence, state)


def _list_applications(applications: tuple[PortalApplication, ...]) -> tuple[ReportLine, ...]:
    shown = [
        ReportLine(Text("{name}", (("name", shorten_text(one.title)),)), _describe(one))
        for one in applications[:_MAX_APPLICATIONS]
    ]
    if left := max(0, len(applications) - len(shown)):
        shown.append(ReportLine(tr("and more"), as_literal(str(left))))
    return tuple(shown)


def _describe(application: PortalApplication) -> Text:
    words = {
        (True, Provenance.DOCUMENTED): tr("switched on"),
        (False, Provenance.DOCUMENTED): tr("switched off"),
        (True, Provenance.INFERRED): tr("perhaps switched on"),
        (False, Provenance.INFERRED): tr("perhaps switched off"),
    }.get((bool(application.is_switched_on), application.provenance))
    state = words if words is not None and application.is_switched_on is not None else None
    parts = [_TYPES.get(application.type if application.type is not None else -1), state]
    joined = Text("{name}", (("name", shorten_text(application.identifier)),))
    for part in parts:
        if part is not None:
            joined = tr("{first}, {second}", first=joined, second=part)
    return joined


def _join_entries(root: Json, name: str) -> Text:
    if not isinstance(root, JsonObject):
        return Text("")
    names = []
    for entry in iter_entry_names(root, name):
        names.append(shorten_text(entry))
        if len(names) == _MAX_ENTRIES:
            break
    return Text("{names}", (("names", ", ".join(names)),)) if names else Text("")
