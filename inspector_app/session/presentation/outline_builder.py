"""Build the outline of an answer: group every value of the document.

Every value of the document is in the tree exactly once, whatever was sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session.analyzed_answer import find_lone_companion
from inspector_app.session.exchange import Exchange
from inspector_app.session.parsing.documented_fields import list_fields
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import JsonArray, JsonObject
from inspector_app.session.parsing.parsed_answer import AnswerFormat, SessionKind
from inspector_app.session.parsing.portal_session import get_session_type
from inspector_app.session.path import format_dotted
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.presentation import group_summaries
from inspector_app.session.presentation.companion_groups import (
    build_companion_group,
    build_companion_groups,
)
from inspector_app.session.presentation.fact_rows import format_http_status
from inspector_app.session.presentation.meaning import Meaning, build_fixed_meaning
from inspector_app.session.presentation.outline import Node, NodeKind
from inspector_app.session.presentation.outline_rows import (
    RowSpec,
    build_member_spec,
    build_node,
    format_scalar,
    split_into_ranges,
)
from inspector_app.session.presentation.unset_fields import (
    MAX_NAMES,
    is_missed,
    is_unset,
    name_first,
    summarize_unset,
)
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.parsing.json_document import Json
    from inspector_app.session.parsing.parsed_answer import ParsedAnswer, Session
    from inspector_app.session.path import Path

_TIMING_FIELDS: Final = ("createTime", "refreshTime", "expires")
_PORTAL_USER_FIELDS: Final = ("userName", "userId")
_ORGANIZATION_FIELDS: Final = (
    "workingOrganization",
    "residentOrganization",
    "currentOrgName",
    "currentOrgId",
)
_GUEST_ORGANIZATIONS: Final = "guestOrganizations"
_ANSWER_LABEL: Final = tr("Answer")
_ANSWER_ICON: Final = "message-square-warning"
_ANSWER_TYPES: Final = {
    AnswerFormat.OTHER: ObjectType.OTHER,
    AnswerFormat.PORTAL: ObjectType.PORTAL_ENVELOPE,
}
_ROOT_LABEL: Final = "$"
_MAX_TEXT_LENGTH: Final = 10_000
_NO_TEXT: Final = Text("")
_MAX_NAME: Final = 40
"""Characters of a field's name where several stand in one cell."""


class _Member(NamedTuple):
    """A member of the value at ``parent_path``, or that value itself.

    A light object, since there may be very many.
    """

    object_type: ObjectType
    parent_path: Path
    name: str | int | None
    value: Json


class _Group(NamedTuple):
    label: Text
    icon: str
    members: list[_Member]
    value: str | None
    meaning: Meaning
    caption: Text = _NO_TEXT
    kind: NodeKind = NodeKind.GROUP
    is_folded: bool = False


class _SessionGroups(NamedTuple):
    user: _Group
    organizations: _Group
    timing: _Group
    others: _Group


def build_outline(analyzed: AnalyzedAnswer) -> Node:
    """The root as a person reads it: what matters first, and what is not set in one row.

    Its children are the groups; none where no answer came. Their rows are made later, by the
    window, which shall not wait for the long texts in them.
    """
    analyzed.credentials.learn_long_texts()
    return _build_outline(analyzed, _arrange_for_reading)


def build_report_outline(analyzed: AnalyzedAnswer) -> Node:
    """The root in the order of the documentation, in which reports list the fields."""
    return _build_outline(analyzed, _arrange_for_report)


def _build_outline(
    analyzed: AnalyzedAnswer, arrange: Callable[[_SessionGroups, Credentials], Iterable[_Group]]
) -> Node:
    answer, parsed = analyzed.call_result, analyzed.parsed
    if not isinstance(answer, Exchange):
        return _build_root(())
    if parsed is None:
        return _build_root((_build_text_group(analyzed, answer),))
    if parsed.session is None:
        return _build_root((_build_group_without_session(analyzed, parsed),))
    groups = arrange(_build_session_groups(analyzed, parsed, parsed.session), analyzed.credentials)
    rows = [_build_group_row(group, analyzed, parsed) for group in groups if group.members]
    return _build_root((*rows, *build_companion_groups(analyzed)))


def _arrange_for_report(groups: _SessionGroups, _secrets: Credentials) -> Iterable[_Group]:
    return groups


def _arrange_for_reading(groups: _SessionGroups, secrets: Credentials) -> Iterable[_Group]:
    """Organizations and timing answer most questions; the user's point is in the group's row."""
    unset: list[_Member] = []
    user, organizations, timing, others = (
        group._replace(members=_take_set(group.members, unset)) for group in groups
    )
    names = [
        escape_invisible(elide(secrets.mask_text(str(one.name)[:_MAX_TEXT_LENGTH]), _MAX_NAME))
        for one in unset[:MAX_NAMES]
    ]
    missed = sum(is_missed(one.object_type, str(one.name), one.value) for one in unset)
    folded = _Group(
        tr("Not set ({count})", count=len(unset)),
        "circle-minus",
        unset,
        None,
        summarize_unset(missed),
        caption=name_first(names, len(unset)),
        kind=NodeKind.UNSET,
        is_folded=True,
    )
    return organizations, timing, user._replace(is_folded=True), folded, others


def _take_set(members: list[_Member], unset: list[_Member]) -> list[_Member]:
    """Those of the members that say something; the others are appended to ``unset``."""
    found = [one for one in members if not is_unset(one.value)]
    if len(found) < len(members):
        unset += (one for one in members if is_unset(one.value))
    return found


def _build_root(groups: Sequence[Node]) -> Node:
    return Node(
        label=Text(""),
        kind=NodeKind.GROUP,
        child_count=len(groups),
        get_child=lambda row: groups[row],
    )


def _build_session_groups(
    analyzed: AnalyzedAnswer, parsed: ParsedAnswer, session: Session
) -> _SessionGroups:
    user, organizations, timing, others = _split_into_groups(parsed, session)
    name = session.user.name.value if session.user is not None else None
    working = (
        session.working_organization.display_name
        if session.working_organization is not None
        else None
    )
    expires = next((one.value for one in timing if one.name == "expires"), None)
    times = analyzed.lifetimes
    return _SessionGroups(
        _Group(tr("User"), "user", user, name, group_summaries.summarize_user(session.user)),
        _Group(
            tr("Organizations"),
            "building-2",
            organizations,
            working,
            group_summaries.summarize_organizations(session),
        ),
        _Group(
            tr("Timing"),
            "clock",
            timing,
            format_scalar(expires),
            group_summaries.summarize_timing(times),
            caption=group_summaries.name_length(times),
        ),
        _Group(tr("Other fields"), "braces", others, None, build_fixed_meaning(Text(""))),
    )


def _build_group_without_session(analyzed: AnalyzedAnswer, parsed: ParsedAnswer) -> Node:
    """The answer of another call by what it is about, every other one as it was sent."""
    lone = find_lone_companion(analyzed)
    if lone is None:
        return _build_answer_group(analyzed, parsed)
    return build_companion_group(lone, analyzed)


def _build_answer_group(analyzed: AnalyzedAnswer, parsed: ParsedAnswer) -> Node:
    """The group of an answer without a session: all its fields, in the order sent."""
    root = parsed.document.root
    place = _ANSWER_TYPES.get(parsed.answer_format, ObjectType.ENVELOPE)
    match root:
        case JsonObject() if root.members:
            members = _sort_members(place, _list_members(place, (), root))
        case JsonArray(items) if items:
            members = [_Member(place, (), row, item) for row, item in enumerate(items)]
        case _:
            members = [_Member(place, (), None, root)]
    code = parsed.code.value
    value = str(code) if code else format_http_status(parsed.http_status)
    documented = None if parsed.has_foreign_code else code
    meaning = group_summaries.summarize_answer(documented, parsed.http_status)
    group = _Group(_ANSWER_LABEL, _ANSWER_ICON, members, value, meaning)
    return _build_group_row(group, analyzed, parsed)


def _build_text_group(analyzed: AnalyzedAnswer, answer: Exchange) -> Node:
    """The group of an answer that is no document: the beginning of its text."""
    page = elide(answer.body.decode(errors="replace"), _MAX_TEXT_LENGTH)
    shown = analyzed.credentials.mask_text(page)
    parse_error = analyzed.parse_error
    body = Node(
        label=tr("body"),
        value=escape_invisible(shown),
        kind=NodeKind.STRING,
        is_secret=shown != page,
        raw=shown,
        format_meaning=build_fixed_meaning(
            Text("") if parse_error is None else parse_error.cause
        ).format_text,
    )
    meaning = group_summaries.summarize_answer(None, answer.status)
    return Node(
        label=_ANSWER_LABEL,
        value=format_http_status(answer.status),
        kind=NodeKind.GROUP,
        severity=meaning.severity,
        provenance=meaning.provenance,
        icon=_ANSWER_ICON,
        format_meaning=meaning.format_text,
        child_count=1 if page else 0,
        get_child=(body,).__getitem__,
    )


def _build_group_row(group: _Group, analyzed: AnalyzedAnswer, parsed: ParsedAnswer) -> Node:
    members = group.members
    secrets = analyzed.credentials
    value = group.value or ""
    count, child = split_into_ranges(
        len(members), lambda row: build_node(_build_row_spec(members[row]), analyzed, parsed)
    )
    return Node(
        label=group.label,
        value=secrets.escape_text(secrets.mask_text(value)),
        caption=group.caption,
        kind=group.kind,
        severity=group.meaning.severity,
        icon=group.icon,
        is_secret=secrets.has_match(value),
        is_folded=group.is_folded,
        raw=secrets.mask_text(value),
        format_meaning=group.meaning.format_text,
        child_count=count,
        get_child=child,
    )


def _build_row_spec(one: _Member) -> RowSpec:
    """The member as a row; what is not the user's or an organization's is named in full."""
    if isinstance(one.name, int):
        inner = ObjectType.SESSION if one.parent_path == ("session",) else ObjectType.OTHER
        label = format_dotted((*one.parent_path, one.name)) if one.parent_path else str(one.name)
        return RowSpec(
            label, (*one.parent_path, one.name), one.value, None, ObjectType.OTHER, inner
        )
    if one.name is None:
        return RowSpec(_ROOT_LABEL, (), one.value, None, ObjectType.OTHER, ObjectType.OTHER)
    entry = build_member_spec(one.object_type, one.parent_path, one.name, one.value)
    is_among_others = one.object_type is ObjectType.SESSION and one.name not in (
        *_ORGANIZATION_FIELDS,
        *_TIMING_FIELDS,
    )
    return entry._replace(label=f"session.{one.name}") if is_among_others else entry


def _split_into_groups(
    parsed: ParsedAnswer, session: Session
) -> tuple[list[_Member], list[_Member], list[_Member], list[_Member]]:
    """The members of User, Organizations, Timing and Other fields: each in one of them."""
    user: list[_Member] = []
    organizations: list[_Member] = []
    timing: list[_Member] = []
    others: list[_Member] = []
    inner, outer = get_session_type(session.kind), ObjectType.ENVELOPE
    if session.is_of_portal:
        outer = ObjectType.PORTAL_ENVELOPE
    for one in _list_members(inner, session.path, session.content):
        if one.name == "user":
            user += _list_members(ObjectType.USER, (*one.parent_path, "user"), one.value) or [one]
        elif one.name in _PORTAL_USER_FIELDS and session.kind is SessionKind.PORTAL:
            user.append(one)
        elif one.name in _ORGANIZATION_FIELDS:
            organizations.append(one)
        else:
            (timing if one.name in _TIMING_FIELDS else others).append(one)
    organizations += [one for one in user if one.name == _GUEST_ORGANIZATIONS]
    return (
        _sort_members(
            inner if session.kind is SessionKind.PORTAL else ObjectType.USER,
            [one for one in user if one.name != _GUEST_ORGANIZATIONS],
        ),
        _sort_members(inner, organizations),
        _sort_members(inner, timing),
        _sort_members(inner, others)
        + _sort_members(outer, _list_envelope_members(parsed, session, outer)),
    )


def _list_members(object_type: ObjectType, parent_path: Path, value: Json) -> list[_Member]:
    if not isinstance(value, JsonObject):
        return []
    return [_Member(object_type, parent_path, name, inner) for name, inner in value.members]


def _list_envelope_members(
    parsed: ParsedAnswer, session: Session, envelope: ObjectType
) -> list[_Member]:
    """The envelope without the session that was read: other sessions stay in it."""
    if not session.path:  # it has no envelope
        return []
    found: list[_Member] = []
    for one in _list_members(envelope, (), parsed.document.root):
        if one.value is session.content:
            continue
        if isinstance(one.value, JsonArray) and _is_first_item(one.value, session):
            found += [
                _Member(ObjectType.OTHER, ("session",), row, item)
                for row, item in enumerate(one.value.items)
                if row
            ]
        else:
            found.append(one)
    return found


def _is_first_item(value: JsonArray, session: Session) -> bool:
    return bool(value.items) and value.items[0] is session.content


def _sort_members(object_type: ObjectType, members: list[_Member]) -> list[_Member]:
    """In the order of the documentation, what it does not name at the end, in the order sent."""
    at = {name: row for row, known in enumerate(list_fields(object_type)) for name in known.names}
    documented = sorted(
        (one for one in members if one.name in at), key=lambda one: at[str(one.name)]
    )
    return documented + [one for one in members if one.name not in at]
