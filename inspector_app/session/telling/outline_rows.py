"""Build the outline row of one value of the document, masked where it is a credential."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session import credentials
from inspector_app.session.plain_text import visible
from inspector_app.session.reading.document import Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.reading.documented_field import Field, Place, Sense
from inspector_app.session.reading.fields import field
from inspector_app.session.telling import meanings
from inspector_app.session.telling.outline import Node, NodeKind
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.credentials import Credentials
    from inspector_app.session.examination import Examination
    from inspector_app.session.path import Path
    from inspector_app.session.reading.inspection import Inspection
    from inspector_app.session.telling.meanings import Meaning

LONGEST_LIST: Final = 1000
"""Rows that are shown in one go: more become ranges, which expand without a pause."""

_NOT_DOCUMENTED: Final = tr("not documented")


class Entry(NamedTuple):
    """A value of the document that becomes a row: light, since there may be very many.

    ``field_spec`` is its documented field, ``object_type`` the object that holds it,
    ``member_type`` what its own members are; ``is_secret`` says that it is inside of a credential.
    """

    label: str
    path: Path
    value: Json
    known: Field | None
    place: Place
    inner: Place
    secret: bool = False


def member(place: Place, path: Path, name: str, value: Json, *, secret: bool = False) -> Entry:
    """The row of an object's member; ``path`` is the object's."""
    known = field(place, name)
    return Entry(name, (*path, name), value, known, place, _inner(place, known), secret)


def node(entry: Entry, examination: Examination, inspection: Inspection) -> Node:
    """The node of a row; its children are created lazily."""
    secrets = examination.credentials
    label_secret, way_secret = secrets.are_in(entry.label), secrets.are_in_names(entry.path)
    return _node(entry, examination, inspection, label_secret=label_secret, way_secret=way_secret)


def _node(
    entry: Entry,
    examination: Examination,
    inspection: Inspection,
    *,
    label_secret: bool,
    way_secret: bool,
) -> Node:
    """``label_secret``: its label holds a credential; ``path_secret``: a name on its path does."""
    secrets = examination.credentials
    secret = _is_secret(entry, secrets)
    count = _count(entry.value)

    def child(row: int) -> Node:
        inside = _inside(entry, row, secret=secret)
        step = inside.path[-1]  # the rest of the path has been checked
        named = isinstance(step, str) and secrets.are_in(step)
        return _node(
            inside, examination, inspection, label_secret=named, way_secret=way_secret or named
        )

    meaning = _meaning(entry, examination, inspection)
    if secret and isinstance(entry.value, str):
        meaning = _of_secret(entry, meaning)
    sent = text(entry.value)
    raw = credentials.mask(sent) if secret else sent
    rows, row = in_ranges(count, child) if count else (0, _no_child)
    return Node(
        label=secrets.hidden(entry.label) if label_secret else visible(entry.label),
        value=raw if secret else _shown(entry, sent, secrets),
        path=None if way_secret else entry.path,
        kind=_kind(entry.value),
        severity=meaning.severity,
        secret=secret or label_secret,
        raw=raw,
        meaning=meaning.words,
        source=_source(entry),
        child_count=rows,
        child=row,
    )


def _no_child(row: int) -> Node:
    raise IndexError(row)


def in_ranges(count: int, child: Callable[[int], Node]) -> tuple[int, Callable[[int], Node]]:
    """Children as they are, or in ranges of 1,000 where they are more: count and factory."""
    if count <= LONGEST_LIST:
        return count, child

    def part(row: int) -> Node:
        first = row * LONGEST_LIST
        last = min(first + LONGEST_LIST, count) - 1
        if not 0 <= first < count:
            raise IndexError(row)
        return Node(
            label=f"{first} … {last}",
            kind=NodeKind.RANGE,
            child_count=last - first + 1,
            child=lambda inner: child(first + _checked(inner, last - first + 1)),
        )

    return -(-count // LONGEST_LIST), part


def _checked(row: int, count: int) -> int:
    if not 0 <= row < count:
        raise IndexError(row)
    return row


def _inner(place: Place, known: Field | None) -> Place:
    if known is None:
        return Place.ELSEWHERE
    if place is Place.ENVELOPE and known.name == "session":
        return Place.SESSION
    if known.sense is Sense.USER:
        return Place.USER
    return Place.ORGANIZATION if known.sense is Sense.ORGANIZATION else Place.ELSEWHERE


def _inside(entry: Entry, row: int, *, secret: bool) -> Entry:
    match entry.value:
        case JsonObject(members):
            name, value = members[row]
            return member(entry.inner, entry.path, name, value, secret=secret)
        case JsonArray(items):
            path = (*entry.path, row)
            return Entry(str(row), path, items[row], None, Place.ELSEWHERE, entry.inner, secret)
        case _:
            raise IndexError(row)


def _is_secret(entry: Entry, secrets: Credentials) -> bool:
    if entry.value in (None, "") or isinstance(entry.value, bool):
        return False
    if entry.secret or credentials.is_secret_place(entry.path):
        return True
    return isinstance(entry.value, str) and secrets.are_in(entry.value)


def _meaning(entry: Entry, examination: Examination, inspection: Inspection) -> Meaning:
    if entry.known is not None:
        times = examination.lifetimes
        return meanings.of_field(entry.known, entry.value, entry.path, inspection, times)
    if entry.place is Place.ELSEWHERE:
        return meanings.of_content(entry.value)
    return meanings.of_unknown(entry.label, entry.value)


def _of_secret(entry: Entry, meaning: Meaning) -> Meaning:
    """For a credential, wherever it occurs: what tells it from others without showing it."""
    if entry.known is not None and entry.known.sense is Sense.CREDENTIAL:
        return meaning
    return meanings.fixed(tr("holds a credential"), meaning.severity)


def _source(entry: Entry) -> Text:
    if entry.known is not None:
        return entry.known.source
    return Text("") if entry.place is Place.ELSEWHERE else _NOT_DOCUMENTED


def _shown(entry: Entry, sent: str, secrets: Credentials) -> str:
    match entry.value:
        case "":
            return "“”"
        case JsonObject() if entry.inner is Place.ORGANIZATION:
            name = entry.value.get("name") or entry.value.get("id")
            return visible(secrets.hidden(name)) if isinstance(name, str) else ""
        case _:
            return visible(sent)


def text(value: Json) -> str:
    """The characters that were sent; none for objects and lists."""
    match value:
        case str(characters) | JsonNumber(characters):
            return characters
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case _:
            return ""


def _count(value: Json) -> int:
    match value:
        case JsonObject(members):
            return len(members)
        case JsonArray(items):
            return len(items)
        case _:
            return 0


def _kind(value: Json) -> NodeKind:
    match value:
        case None:
            return NodeKind.NULL
        case bool():
            return NodeKind.BOOLEAN
        case str():
            return NodeKind.STRING
        case JsonNumber():
            return NodeKind.NUMBER
        case JsonArray():
            return NodeKind.ARRAY
        case _:
            return NodeKind.OBJECT
