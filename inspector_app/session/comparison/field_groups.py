"""The groups in which the fields of two answers are compared, as the tree of an answer has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session.companion import CompanionKind
from inspector_app.session.comparison.organization_sets import number_keys
from inspector_app.session.parsing.documented_fields import find_field, list_fields
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import JsonArray, JsonObject
from inspector_app.session.path import format_dotted
from inspector_app.session.presentation.companion_groups import (
    COMPANION_LABELS,
    get_companion_icon,
)
from inspector_app.session.presentation.outline_rows import RowSpec, build_member_spec
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.comparison.organization_sets import MatchKey
    from inspector_app.session.parsing.json_document import Json
    from inspector_app.session.parsing.parsed_answer import ParsedAnswer, Session
    from inspector_app.session.path import Path

_ORGANIZATION_NAMES: Final = frozenset(
    {"workingOrganization", "residentOrganization", "guestOrganizations"}
)
_TIMING_NAMES: Final = frozenset({"createTime", "refreshTime", "expires"})
_ROOT_LABEL: Final = "$"


class Source(NamedTuple):
    """What the rows of one side are built with."""

    analyzed: AnalyzedAnswer
    parsed: ParsedAnswer


class FieldPair(NamedTuple):
    """The same field of both answers; None where a side has it not."""

    a: RowSpec | None
    b: RowSpec | None


@dataclass(frozen=True, slots=True)
class GroupPair:
    """A group of fields; the sources are what the rows of either side are built with."""

    label: Text
    icon: str
    pairs: tuple[FieldPair, ...]
    source_a: Source | None
    source_b: Source | None


class _Grouped(NamedTuple):
    group: str
    spec: RowSpec


_GROUPS: Final = (
    ("organizations", tr("Organizations"), "building-2"),
    ("user", tr("User"), "user"),
    ("timing", tr("Timing"), "clock"),
    ("others", tr("Other fields"), "braces"),
)


def list_groups(a: AnalyzedAnswer, b: AnalyzedAnswer) -> tuple[GroupPair, ...]:
    """The fields of both answers, paired by their names, and those of their companions."""
    source_a, source_b = _get_source(a), _get_source(b)
    fields_a, fields_b = _list_fields(a), _list_fields(b)
    groups = []
    for name, label, icon in _GROUPS:
        pairs = _pair(
            {key: one.spec for key, one in fields_a.items() if one.group == name},
            {key: one.spec for key, one in fields_b.items() if one.group == name},
        )
        groups.append(GroupPair(label, icon, pairs, source_a, source_b))
    groups += (_build_companion_group(kind, a, b) for kind in CompanionKind)
    return tuple(groups)


def _get_source(analyzed: AnalyzedAnswer, parsed: ParsedAnswer | None = None) -> Source | None:
    parsed = parsed or analyzed.parsed
    return None if parsed is None else Source(analyzed, parsed)


def _list_fields(analyzed: AnalyzedAnswer) -> dict[MatchKey, _Grouped]:
    """Each field of an answer by what it is matched by, with its group."""
    if analyzed.parsed is None:
        return {}
    fields = tuple(_iter_fields(analyzed.parsed))
    keys = number_keys(key for _, key, _ in fields)
    return {key: _Grouped(group, spec) for key, (group, _, spec) in zip(keys, fields, strict=True)}


def _iter_fields(parsed: ParsedAnswer) -> Iterator[tuple[str, str, RowSpec]]:
    """The group of each field, what it is matched by, and its row."""
    root, session = parsed.document.root, parsed.session
    if session is not None:
        yield from _iter_session_fields(session)
    if not isinstance(root, JsonObject) or not root.members:
        yield "others", "", RowSpec(_ROOT_LABEL, (), root, None, ObjectType.OTHER, ObjectType.OTHER)
        return
    for name, value in root.members:
        if session is None:
            yield "others", f".{name}", build_member_spec(ObjectType.ENVELOPE, (), name, value)
        elif isinstance(value, JsonArray) and value.items and value.items[0] is session.content:
            yield from _iter_other_sessions(value)
        elif value is not session.content:
            yield "others", f".{name}", build_member_spec(ObjectType.ENVELOPE, (), name, value)


def _iter_session_fields(session: Session) -> Iterator[tuple[str, str, RowSpec]]:
    for name, value in session.content.members:
        spec = build_member_spec(ObjectType.SESSION, session.path, name, value)
        if name == "user" and isinstance(value, JsonObject) and value.members:
            yield from _iter_user_fields((*session.path, name), value)
        elif name in _ORGANIZATION_NAMES:
            yield "organizations", f"session.{name}", spec
        elif name in _TIMING_NAMES:
            yield "timing", f"session.{name}", spec
        else:
            yield "others", f"session.{name}", spec._replace(label=f"session.{name}")


def _iter_other_sessions(sessions: JsonArray) -> Iterator[tuple[str, str, RowSpec]]:
    """The sessions after the first of several: that one is compared field by field."""
    for row, item in enumerate(sessions.items):
        if row:
            path: Path = ("session", row)
            label = format_dotted(path)
            spec = RowSpec(label, path, item, None, ObjectType.OTHER, ObjectType.SESSION)
            yield "others", label, spec


def _iter_user_fields(path: Path, user: JsonObject) -> Iterator[tuple[str, str, RowSpec]]:
    for name, value in user.members:
        known = find_field(ObjectType.USER, name)
        group = "organizations" if name in _ORGANIZATION_NAMES else "user"
        key = name if known is None else known.name
        yield group, f"user.{key}", build_member_spec(ObjectType.USER, path, name, value)


def _build_companion_group(kind: CompanionKind, a: AnalyzedAnswer, b: AnalyzedAnswer) -> GroupPair:
    of_a, of_b = a.get_companion(kind), b.get_companion(kind)
    pair = FieldPair(
        *(
            None
            if one is None or one.document is None
            else _build_companion_spec(kind, one.document.root)
            for one in (of_a, of_b)
        )
    )
    return GroupPair(
        COMPANION_LABELS[kind],
        get_companion_icon(kind),
        (pair,) if pair.a is not None or pair.b is not None else (),
        _get_source(a, None if of_a is None else of_a.parsed),
        _get_source(b, None if of_b is None else of_b.parsed),
    )


def _build_companion_spec(kind: CompanionKind, root: Json) -> RowSpec:
    place = ObjectType.PORTAL_COMPANION if kind.is_of_portal else ObjectType.COMPANION
    return RowSpec(_ROOT_LABEL, kind.path, root, None, ObjectType.OTHER, place)


def _pair(a: dict[MatchKey, RowSpec], b: dict[MatchKey, RowSpec]) -> tuple[FieldPair, ...]:
    pairs = [FieldPair(spec, b.get(key)) for key, spec in a.items()]
    pairs += (FieldPair(None, spec) for key, spec in b.items() if key not in a)
    at = {
        name: row
        for row, known in enumerate(
            (*list_fields(ObjectType.SESSION), *list_fields(ObjectType.USER))
        )
        for name in known.names
    }
    return tuple(sorted(pairs, key=lambda pair: at.get(_get_label(pair), len(at))))


def _get_label(pair: FieldPair) -> str:
    one = pair.a or pair.b
    return "" if one is None else one.label
