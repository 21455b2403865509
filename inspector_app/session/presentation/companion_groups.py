"""Outline groups of what was asked beside session info: organizations, and why one is missing."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.companion import Companion, CompanionKind, CompanionOutcome
from inspector_app.session.exchange import Exchange
from inspector_app.session.parsing.documented_fields import find_field, list_fields
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject
from inspector_app.session.parsing.organization_info import (
    ORGANIZATION_MEMBER,
    ORGANIZATIONS_MEMBER,
)
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.presentation.fact_rows import format_http_status
from inspector_app.session.presentation.meaning import Meaning, build_fixed_meaning
from inspector_app.session.presentation.outline import Node, NodeKind
from inspector_app.session.presentation.outline_rows import (
    MAX_ROWS,
    RowSpec,
    build_member_spec,
    build_node,
    split_into_ranges,
)
from inspector_app.session.presentation.portal_rows import list_portal_rows
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.parsing.json_document import Json
    from inspector_app.session.path import Path

_ICON: Final = "building-2"
_ROOT_LABEL: Final = "$"
_MAX_TEXT_LENGTH: Final = 10_000
COMPANION_LABELS: Final[Mapping[CompanionKind, Text]] = MappingProxyType(
    {
        CompanionKind.WORKING_ORGANIZATION: tr("Working organization"),
        CompanionKind.HOME_ORGANIZATION: tr("Home organization"),
        CompanionKind.ORGANIZATION_LIST: tr("All organizations"),
        CompanionKind.PORTAL_USER: tr("User in the portal"),
        CompanionKind.PORTAL_ORGANIZATION_LIST: tr("All organizations"),
        CompanionKind.APPLICATION_LIST: tr("Applications"),
        CompanionKind.APPLICATION_ACCESS: tr("Access to the application"),
    }
)
"""What each companion's answer is called."""

_LONE_LABELS: Final[Mapping[CompanionKind, Text]] = MappingProxyType(
    {
        CompanionKind.WORKING_ORGANIZATION: tr("Organization"),
        CompanionKind.APPLICATION_ACCESS: tr("Access to an application"),
    }
)
"""Of one that was opened alone, where that leaves open what it is about."""

_OWN_ICONS: Final[Mapping[CompanionKind, str]] = MappingProxyType(
    {
        CompanionKind.PORTAL_USER: "user",
        CompanionKind.APPLICATION_LIST: "layout-grid",
        CompanionKind.APPLICATION_ACCESS: "key-round",
    }
)
_OUTCOMES: Final[Mapping[CompanionOutcome, Text]] = MappingProxyType(
    {
        CompanionOutcome.REFUSED: tr("refused"),
        CompanionOutcome.FAILED: tr("no answer came"),
        CompanionOutcome.UNREADABLE: tr("the answer has no documented form"),
        CompanionOutcome.STORED: tr("from a cache, and older than the call"),
    }
)


def build_companion_groups(analyzed: AnalyzedAnswer) -> tuple[Node, ...]:
    """One group for each answer."""
    return tuple(build_companion_group(one, analyzed) for one in analyzed.companions)


def build_companion_group(companion: Companion, analyzed: AnalyzedAnswer) -> Node:
    """The group of an answer; every value of its document is in it exactly once."""
    count, child = _build_rows(companion, analyzed)
    name = _find_name(companion)
    secrets = analyzed.credentials
    meaning = _summarize(companion)
    return Node(
        label=_format_label(companion),
        value=escape_invisible(secrets.mask_text(name)),
        kind=NodeKind.GROUP,
        severity=meaning.severity,
        provenance=meaning.provenance,
        icon=get_companion_icon(companion.kind),
        is_secret=secrets.has_match(name),
        raw=secrets.mask_text(name),
        format_meaning=meaning.format_text,
        child_count=count,
        get_child=child,
    )


def _build_rows(
    companion: Companion, analyzed: AnalyzedAnswer
) -> tuple[int, Callable[[int], Node]]:
    """How many rows the group has, and what makes one of them."""
    document, parsed = companion.document, companion.parsed
    if document is None or parsed is None:
        texts = _build_text_rows(companion, analyzed)
        return len(texts), texts.__getitem__
    specs = _list_rows(companion, document.root)
    return split_into_ranges(len(specs), lambda row: build_node(specs[row], analyzed, parsed))


def _build_text_rows(companion: Companion, analyzed: AnalyzedAnswer) -> tuple[Node, ...]:
    """The beginning of an answer that is no document."""
    answer = companion.call_result
    if not isinstance(answer, Exchange) or not answer.body:
        return ()
    page = elide(answer.body.decode(errors="replace"), _MAX_TEXT_LENGTH)
    shown = analyzed.credentials.mask_text(page)
    return (
        Node(
            label=tr("body"),
            value=escape_invisible(shown),
            is_secret=shown != page,
            raw=shown,
        ),
    )


def _list_rows(companion: Companion, root: Json) -> list[RowSpec]:
    """The organization's members or the organizations, then what else the answer has."""
    base = companion.path
    if companion.kind.is_of_portal and isinstance(root, JsonObject):
        return list_portal_rows(companion, root)
    match root:
        case JsonObject(members):
            rest = [
                build_member_spec(ObjectType.COMPANION, base, name, value)
                for name, value in members
                if not _is_content(companion, root, name, value)
            ]
            return _list_content(companion, root) + _sort_rows(ObjectType.COMPANION, rest)
        case JsonArray(items):
            return [
                RowSpec(str(row), (*base, row), item, None, ObjectType.OTHER, ObjectType.OTHER)
                for row, item in enumerate(items)
            ]
        case _:
            return [RowSpec(_ROOT_LABEL, base, root, None, ObjectType.OTHER, ObjectType.OTHER)]


def _get_content_name(companion: Companion) -> str | None:
    if companion.organization is not None:
        return ORGANIZATION_MEMBER
    return ORGANIZATIONS_MEMBER if companion.organizations is not None else None


def _is_content(companion: Companion, root: JsonObject, name: str, value: Json) -> bool:
    """Whether it is the member that was read: of a repeated name, that is the last.

    A long list stays one row: so it is searched before its rows are made.
    """
    if isinstance(value, JsonArray) and len(value.items) > MAX_ROWS:
        return False
    return name == _get_content_name(companion) and value is root.get(name)


def _list_content(companion: Companion, root: JsonObject) -> list[RowSpec]:
    name = _get_content_name(companion)
    content = None if name is None else root.get(name)
    path: Path = (*companion.path, name or "")
    kind = ObjectType.ORGANIZATION_INFO
    match content:
        case JsonObject(members):
            rows = [build_member_spec(kind, path, inner, value) for inner, value in members]
            return _sort_rows(kind, rows)
        case JsonArray(items) if len(items) <= MAX_ROWS:
            return [
                RowSpec(str(row), (*path, row), item, None, ObjectType.OTHER, kind)
                for row, item in enumerate(items)
            ]
        case _:
            return []


def get_companion_icon(kind: CompanionKind) -> str:
    """The icon of a companion's answer."""
    return _OWN_ICONS.get(kind, _ICON)


def _sort_rows(object_type: ObjectType, rows: list[RowSpec]) -> list[RowSpec]:
    """In the order of the documentation, what it does not name at the end, in the order sent."""
    order = {known.name: row for row, known in enumerate(list_fields(object_type))}
    return sorted(rows, key=lambda one: order.get(one.label, len(order)))


def _format_label(companion: Companion) -> Text:
    if companion.organizations is not None:
        return tr("All organizations ({count})", count=companion.organizations.count)
    if companion.applications is not None:
        return tr("Applications ({count})", count=len(companion.applications.applications))
    known = _LONE_LABELS.get(companion.kind) if companion.is_alone else None
    return known or COMPANION_LABELS[companion.kind]


def _find_name(companion: Companion) -> str:
    """The organization's name; where none was sent, the HTTP status that came in its place."""
    if companion.outcome is CompanionOutcome.ANSWERED:
        if companion.user is not None:
            return companion.user.name.value or companion.user.id.value or ""
        if companion.access is not None:
            return companion.subject
        root = None if companion.document is None else companion.document.root
        content = root.get(ORGANIZATION_MEMBER) if isinstance(root, JsonObject) else None
        name = content.get("name") if isinstance(content, JsonObject) else None
        return name if isinstance(name, str) else ""
    answer = companion.call_result
    return format_http_status(answer.status) if isinstance(answer, Exchange) else ""


def _summarize(companion: Companion) -> Meaning:
    """The state of the organization, or what became of the call."""
    if companion.outcome is not CompanionOutcome.ANSWERED:
        return build_fixed_meaning(_OUTCOMES[companion.outcome], Severity.NOTICE)
    if companion.access is not None:
        counts = companion.access
        return build_fixed_meaning(
            tr(
                "menus: {menus}, permissions: {permissions}",
                menus=counts.menus,
                permissions=counts.permissions,
            )
        )
    known = find_field(ObjectType.ORGANIZATION_INFO, "state")
    if companion.organization is None or companion.organization.state.value is None or not known:
        return build_fixed_meaning(Text(""))
    state = known.find_meaning(JsonNumber(str(companion.organization.state.value)))
    return (
        build_fixed_meaning(Text(""))
        if state is None
        else build_fixed_meaning(state.text, state.severity)
    )
