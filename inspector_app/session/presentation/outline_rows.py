"""Build the outline row of one value of the document, masked where it is a credential."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session import credentials
from inspector_app.session.parsing.documented_fields import find_field, list_fields
from inspector_app.session.parsing.field_spec import FieldKind, FieldSpec, ObjectType
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.parsing.portal_fields import PORTAL_TYPES_BY_KIND
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.presentation import meanings
from inspector_app.session.presentation.meaning import build_fixed_meaning
from inspector_app.session.presentation.outline import Node, NodeKind
from inspector_app.session.presentation.record_list import (
    EMPTY_TEXT,
    HOLDS_CREDENTIAL,
    MIN_RECORDS,
    RecordList,
)
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.parsing.parsed_answer import ParsedAnswer
    from inspector_app.session.path import Path
    from inspector_app.session.presentation.meaning import Meaning

MAX_ROWS: Final = 1000
"""Rows that are shown in one go: more become ranges, which expand without a pause."""

_NAMED_TYPES: Final = frozenset(
    {ObjectType.ORGANIZATION, ObjectType.ORGANIZATION_INFO}
    | {ObjectType.PORTAL_APPLICATION, ObjectType.PORTAL_MENU}
)
"""Objects that are called by their name, else by their id."""

_NAMES: Final = ("displayName", "name", "id")
_STATE_NAMES: Final = {
    ObjectType.ORGANIZATION_INFO: "state",
    ObjectType.PORTAL_APPLICATION: "status",
}
"""The member that tells whether one of a list can be used."""

_UNUSABLE: Final[Mapping[tuple[ObjectType, str], Meaning]] = MappingProxyType(
    {
        (place, str(code)): build_fixed_meaning(word.text, word.severity, word.provenance)
        for place, name in _STATE_NAMES.items()
        for known in list_fields(place)
        if known.name == name
        for code, word in known.meanings
        if word.severity is not Severity.PLAIN
    }
)
"""By its number, looked up quickly: a thousand rows are made in one go."""

_NOT_DOCUMENTED_SOURCE: Final = tr("not documented")


class RowSpec(NamedTuple):
    """A value of the document that becomes a row: light, since there may be very many.

    ``field_spec`` is its documented field, ``object_type`` the object that holds it,
    ``member_type`` what its own members are; ``is_secret`` says that it is inside of a credential.
    """

    label: str
    path: Path
    value: Json
    field_spec: FieldSpec | None
    object_type: ObjectType
    member_type: ObjectType
    is_secret: bool = False


def build_member_spec(
    object_type: ObjectType, path: Path, name: str, value: Json, *, secret: bool = False
) -> RowSpec:
    """The row of an object's member; ``path`` is the object's."""
    known = find_field(object_type, name)
    return RowSpec(
        name, (*path, name), value, known, object_type, _get_member_type(object_type, known), secret
    )


def build_node(spec: RowSpec, analyzed: AnalyzedAnswer, parsed: ParsedAnswer) -> Node:
    """The node of a row; its children are created lazily."""
    secrets = analyzed.credentials
    label_secret, way_secret = secrets.has_match(spec.label), secrets.has_match_in_path(spec.path)
    return _build_node(spec, analyzed, parsed, label_secret=label_secret, path_secret=way_secret)


def _build_node(
    spec: RowSpec,
    analyzed: AnalyzedAnswer,
    parsed: ParsedAnswer,
    *,
    label_secret: bool,
    path_secret: bool,
) -> Node:
    """``label_secret``: its label holds a credential; ``path_secret``: a name on its path does."""
    secrets = analyzed.credentials
    secret = is_secret_row(spec, secrets)
    count = _count_children(spec.value)

    def build_child(row: int) -> Node:
        inside = build_child_spec(spec, row, secret=secret)
        step = inside.path[-1]  # the rest of the path has been checked
        named = isinstance(step, str) and secrets.has_match(step)
        return _build_node(
            inside, analyzed, parsed, label_secret=named, path_secret=path_secret or named
        )

    meaning = _describe_value(spec, analyzed, parsed)
    if secret and isinstance(spec.value, str):
        meaning = _describe_secret(spec, meaning)
    sent = format_scalar(spec.value)
    raw = credentials.mask_credential(sent) if secret else sent
    rows, row = split_into_ranges(count, build_child) if count else (0, _raise_index_error)
    is_list = isinstance(spec.value, JsonArray) and count >= MIN_RECORDS and not secret
    return Node(
        label=secrets.mask_text(spec.label) if label_secret else secrets.escape_text(spec.label),
        value=raw if secret else _format_value(spec, sent, secrets),
        path=None if path_secret else spec.path,
        kind=_get_node_kind(spec.value),
        severity=meaning.severity,
        provenance=meaning.provenance,
        is_secret=secret or label_secret,
        raw=raw,
        format_meaning=meaning.format_text,
        source=_get_source(spec),
        child_count=rows,
        get_child=row,
        records=_build_record_list(spec, analyzed, parsed) if is_list else None,
    )


def _build_record_list(
    spec: RowSpec, analyzed: AnalyzedAnswer, parsed: ParsedAnswer
) -> RecordList | None:
    """The items of an array that is no credential."""
    if not isinstance(spec.value, JsonArray):
        return None
    items, secrets = spec.value.items, analyzed.credentials

    def describe(name: str, value: Json) -> Meaning:
        member = build_member_spec(spec.member_type, (*spec.path, 0), name, value)
        return _describe_value(member, analyzed, parsed)

    def format_label(name: str) -> str:
        return secrets.mask_text(name) if secrets.has_match(name) else escape_invisible(name)

    def has_secret(number: int) -> bool:
        return _has_secret(build_child_spec(spec, number), secrets)

    classify = partial(meanings.classify_member, spec.member_type)
    return RecordList(items, classify, describe, format_label, has_secret)


def _has_secret(spec: RowSpec, secrets: Credentials) -> bool:
    """Whether the row, or one directly below it, shows a mask."""
    if is_secret_row(spec, secrets):
        return True
    return isinstance(spec.value, JsonObject) and any(
        secrets.has_match(name)
        or is_secret_row(build_member_spec(spec.member_type, spec.path, name, value), secrets)
        for name, value in spec.value.members
    )


def _raise_index_error(row: int) -> Node:
    raise IndexError(row)


def split_into_ranges(
    count: int, child: Callable[[int], Node], first: int = 0
) -> tuple[int, Callable[[int], Node]]:
    """Children as they are, or in ranges where they are more than 1,000: count and factory.

    Of more than a million the ranges are in ranges again. ``first`` is the number of the first.
    """
    size = _compute_range_size(count)
    if size == 1:
        return count, child

    def build_range(row: int) -> Node:
        begin = row * size
        if not 0 <= begin < count:
            raise IndexError(row)
        length = min(size, count - begin)
        rows, get_row = split_into_ranges(length, lambda one: child(begin + one), first + begin)
        return Node(
            label=f"{first + begin} … {first + begin + length - 1}",
            kind=NodeKind.RANGE,
            child_count=rows,
            get_child=lambda inner: get_row(_check_index(inner, rows)),
        )

    return -(-count // size), build_range


def list_range_rows(number: int, count: int) -> tuple[int, ...]:
    """The rows that lead to a child, of ``count`` that were split, from the outermost range on."""
    rows: list[int] = []
    while (size := _compute_range_size(count)) > 1:
        row, number = divmod(number, size)
        rows.append(row)
        count = min(size, count - row * size)
    return (*rows, number)


def _compute_range_size(count: int) -> int:
    """How many children are in a range, so that the ranges are no more than are shown at once."""
    size = 1
    while -(-count // size) > MAX_ROWS:
        size *= MAX_ROWS
    return size


def _check_index(row: int, count: int) -> int:
    if not 0 <= row < count:
        raise IndexError(row)
    return row


def _get_member_type(object_type: ObjectType, field_spec: FieldSpec | None) -> ObjectType:
    if field_spec is None:
        return ObjectType.OTHER
    if object_type is ObjectType.ENVELOPE and field_spec.name == "session":
        return ObjectType.SESSION
    if field_spec.kind is FieldKind.USER:
        return ObjectType.USER
    if field_spec.kind in PORTAL_TYPES_BY_KIND:
        return PORTAL_TYPES_BY_KIND[field_spec.kind]
    if field_spec.kind is FieldKind.ORGANIZATION_INFO:
        return ObjectType.ORGANIZATION_INFO
    return (
        ObjectType.ORGANIZATION if field_spec.kind is FieldKind.ORGANIZATION else ObjectType.OTHER
    )


def build_child_spec(spec: RowSpec, row: int, *, secret: bool = False) -> RowSpec:
    """The row of what stands in one place of an object or an array.

    ``secret`` says that the container is a credential, or inside of one.

    Raises:
        IndexError: if there is no such place.
    """
    match spec.value:
        case JsonObject(members):
            name, value = members[row]
            return build_member_spec(spec.member_type, spec.path, name, value, secret=secret)
        case JsonArray(items):
            path = (*spec.path, row)
            return RowSpec(
                str(row), path, items[row], None, ObjectType.OTHER, spec.member_type, secret
            )
        case _:
            raise IndexError(row)


def is_secret_row(spec: RowSpec, secrets: Credentials) -> bool:
    """Whether the row's value is, or is inside of, a credential."""
    if spec.value in (None, "") or isinstance(spec.value, bool):
        return False
    if spec.is_secret or credentials.is_secret_path(spec.path):
        return True
    return isinstance(spec.value, str) and secrets.has_match(spec.value)


def _describe_value(spec: RowSpec, analyzed: AnalyzedAnswer, parsed: ParsedAnswer) -> Meaning:
    if spec.field_spec is not None:
        times = analyzed.lifetimes
        return meanings.describe_field(spec.field_spec, spec.value, spec.path, parsed, times)
    if spec.object_type is ObjectType.OTHER:
        state = _describe_state(spec)
        return meanings.describe_content(spec.value) if state is None else state
    return meanings.describe_unknown_field(spec.label, spec.value)


def _describe_state(spec: RowSpec) -> Meaning | None:
    """For an organization or application of a list that cannot be used; None for any other."""
    name = _STATE_NAMES.get(spec.member_type)
    if name is None or not isinstance(spec.value, JsonObject):
        return None
    value = spec.value.get(name)
    sent = str(int(value)) if isinstance(value, bool) else format_scalar(value)
    return _UNUSABLE.get((spec.member_type, sent.removesuffix(".0")))


def _describe_secret(spec: RowSpec, meaning: Meaning) -> Meaning:
    """For a credential, wherever it occurs: what tells it from others without showing it."""
    if spec.field_spec is not None and spec.field_spec.kind is FieldKind.CREDENTIAL:
        return meaning
    return build_fixed_meaning(HOLDS_CREDENTIAL, meaning.severity)


def _get_source(spec: RowSpec) -> Text:
    if spec.field_spec is not None:
        return spec.field_spec.source
    return Text("") if spec.object_type is ObjectType.OTHER else _NOT_DOCUMENTED_SOURCE


def _format_value(spec: RowSpec, sent: str, secrets: Credentials) -> str:
    match spec.value:
        case "":
            return EMPTY_TEXT
        case JsonObject() if spec.member_type in _NAMED_TYPES:
            called = (spec.value.get(name) for name in _NAMES)
            name = next((one for one in called if one), None)
            return secrets.escape_text(secrets.mask_text(name)) if isinstance(name, str) else ""
        case _:
            return secrets.escape_text(sent)


def format_scalar(value: Json) -> str:
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


def _count_children(value: Json) -> int:
    match value:
        case JsonObject(members):
            return len(members)
        case JsonArray(items):
            return len(items)
        case _:
            return 0


def _get_node_kind(value: Json) -> NodeKind:
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
