"""Build the outline of an answer: group every value of the document.

Every value of the document is in the tree exactly once, whatever was sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session.exchange import Exchange
from inspector_app.session.path import dotted
from inspector_app.session.plain_text import elided, visible
from inspector_app.session.reading.document import JsonArray, JsonObject
from inspector_app.session.reading.documented_field import Place
from inspector_app.session.reading.fields import fields
from inspector_app.session.reading.inspection import Shape
from inspector_app.session.telling import group_words
from inspector_app.session.telling.fact_rows import http
from inspector_app.session.telling.meanings import Meaning, fixed
from inspector_app.session.telling.outline import Node, NodeKind
from inspector_app.session.telling.outline_rows import Entry, in_ranges, member, node, text
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.session.examination import Examination
    from inspector_app.session.path import Path
    from inspector_app.session.reading.document import Json
    from inspector_app.session.reading.inspection import Inspection, Session

_TIMING: Final = ("createTime", "refreshTime", "expires")
_ORGANIZATIONS: Final = ("workingOrganization", "residentOrganization")
_GUESTS: Final = "guestOrganizations"
_ANSWER: Final = tr("Answer")
_ANSWER_ICON: Final = "message-square-warning"
_WHOLE: Final = "$"
_LONGEST_PAGE: Final = 10_000


class _Member(NamedTuple):
    """A member of the value at ``parent_path``, or that value itself.

    A light object, since there may be very many.
    """

    place: Place
    way: Path
    name: str | int | None
    value: Json


class _Group(NamedTuple):
    label: Text
    icon: str
    members: list[_Member]
    value: str | None
    meaning: Meaning


def build(examination: Examination) -> Node:
    """The root, whose children are the groups; none where no answer came."""
    answer, inspection = examination.answer, examination.inspection
    if not isinstance(answer, Exchange):
        return _root(())
    if inspection is None:
        return _root((_page(examination, answer),))
    if inspection.session is None:
        return _root((_answer(examination, inspection),))
    return _root(_session(examination, inspection, inspection.session))


def _root(groups: Sequence[Node]) -> Node:
    return Node(
        label=Text(""),
        kind=NodeKind.GROUP,
        child_count=len(groups),
        child=lambda row: groups[row],
    )


def _session(
    examination: Examination, inspection: Inspection, session: Session
) -> tuple[Node, ...]:
    user, organizations, timing, others = _sorted_out(inspection, session)
    name = session.user.name.value if session.user is not None else None
    working = session.working.known_as if session.working is not None else None
    expires = next((one.value for one in timing if one.name == "expires"), None)
    times = examination.lifetimes
    groups = (
        _Group(tr("User"), "user", user, name, group_words.of_user(session.user)),
        _Group(
            tr("Organizations"),
            "building-2",
            organizations,
            working,
            group_words.of_organizations(session),
        ),
        _Group(tr("Timing"), "clock", timing, text(expires), group_words.of_timing(times)),
        _Group(tr("Other fields"), "braces", others, None, fixed(Text(""))),
    )
    return tuple(_row(group, examination, inspection) for group in groups if group.members)


def _answer(examination: Examination, inspection: Inspection) -> Node:
    """The group of an answer without a session: all its fields, in the order sent."""
    root = inspection.document.root
    place = Place.ELSEWHERE if inspection.shape is Shape.OTHER else Place.ENVELOPE
    match root:
        case JsonObject() if root.members:
            members = _ordered(place, _members(place, (), root))
        case JsonArray(items) if items:
            members = [_Member(place, (), row, item) for row, item in enumerate(items)]
        case _:
            members = [_Member(place, (), None, root)]
    code = inspection.code.value
    value = str(code) if code else http(inspection.http_status)
    meaning = group_words.of_answer(code, inspection.http_status)
    group = _Group(_ANSWER, _ANSWER_ICON, members, value, meaning)
    return _row(group, examination, inspection)


def _page(examination: Examination, answer: Exchange) -> Node:
    """The group of an answer that is no document: the beginning of its text."""
    page = elided(answer.body.decode(errors="replace"), _LONGEST_PAGE)
    shown = examination.credentials.hidden(page)
    unreadable = examination.unreadable
    body = Node(
        label=tr("body"),
        value=visible(shown),
        kind=NodeKind.STRING,
        secret=shown != page,
        raw=shown,
        meaning=fixed(Text("") if unreadable is None else unreadable.cause).words,
    )
    meaning = group_words.of_answer(None, answer.status)
    return Node(
        label=_ANSWER,
        value=http(answer.status),
        kind=NodeKind.GROUP,
        severity=meaning.severity,
        icon=_ANSWER_ICON,
        meaning=meaning.words,
        child_count=1 if page else 0,
        child=(body,).__getitem__,
    )


def _row(group: _Group, examination: Examination, inspection: Inspection) -> Node:
    members = group.members
    secrets = examination.credentials
    value = group.value or ""
    count, child = in_ranges(
        len(members), lambda row: node(_entry(members[row]), examination, inspection)
    )
    return Node(
        label=group.label,
        value=visible(secrets.hidden(value)),
        kind=NodeKind.GROUP,
        severity=group.meaning.severity,
        icon=group.icon,
        secret=secrets.are_in(value),
        raw=secrets.hidden(value),
        meaning=group.meaning.words,
        child_count=count,
        child=child,
    )


def _entry(one: _Member) -> Entry:
    """The member as a row; what is not the user's or an organization's is named in full."""
    if isinstance(one.name, int):
        inner = Place.SESSION if one.way == ("session",) else Place.ELSEWHERE
        label = dotted((*one.way, one.name)) if one.way else str(one.name)
        return Entry(label, (*one.way, one.name), one.value, None, Place.ELSEWHERE, inner)
    if one.name is None:
        return Entry(_WHOLE, (), one.value, None, Place.ELSEWHERE, Place.ELSEWHERE)
    entry = member(one.place, one.way, one.name, one.value)
    is_among_others = one.place is Place.SESSION and one.name not in (*_ORGANIZATIONS, *_TIMING)
    return entry._replace(label=f"session.{one.name}") if is_among_others else entry


def _sorted_out(
    inspection: Inspection, session: Session
) -> tuple[list[_Member], list[_Member], list[_Member], list[_Member]]:
    """The members of User, Organizations, Timing and Other fields: each in one of them."""
    user: list[_Member] = []
    organizations: list[_Member] = []
    timing: list[_Member] = []
    others: list[_Member] = []
    for one in _members(Place.SESSION, session.path, session.content):
        if one.name == "user":
            user += _members(Place.USER, (*one.way, "user"), one.value) or [one]
        elif one.name in _ORGANIZATIONS:
            organizations.append(one)
        else:
            (timing if one.name in _TIMING else others).append(one)
    organizations += [one for one in user if one.name == _GUESTS]
    return (
        _ordered(Place.USER, [one for one in user if one.name != _GUESTS]),
        _ordered(Place.SESSION, organizations),
        _ordered(Place.SESSION, timing),
        _ordered(Place.SESSION, others) + _ordered(Place.ENVELOPE, _around(inspection, session)),
    )


def _members(place: Place, way: Path, value: Json) -> list[_Member]:
    if not isinstance(value, JsonObject):
        return []
    return [_Member(place, way, name, inner) for name, inner in value.members]


def _around(inspection: Inspection, session: Session) -> list[_Member]:
    """The envelope without the session that was read: other sessions stay in it."""
    found: list[_Member] = []
    for one in _members(Place.ENVELOPE, (), inspection.document.root):
        if one.value is session.content:
            continue
        if isinstance(one.value, JsonArray) and _begins_with(one.value, session):
            found += [
                _Member(Place.ELSEWHERE, ("session",), row, item)
                for row, item in enumerate(one.value.items)
                if row
            ]
        else:
            found.append(one)
    return found


def _begins_with(value: JsonArray, session: Session) -> bool:
    return bool(value.items) and value.items[0] is session.content


def _ordered(place: Place, members: list[_Member]) -> list[_Member]:
    """In the order of the documentation, what it does not name at the end, in the order sent."""
    at = {name: row for row, known in enumerate(fields(place)) for name in known.names}
    return sorted(members, key=lambda one: at.get(str(one.name), len(at)))
