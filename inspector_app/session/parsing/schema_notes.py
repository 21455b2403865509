"""Check a session answer against the documented schema and describe each deviation."""

from __future__ import annotations

from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.parsing import scalars, timestamps
from inspector_app.session.parsing.documented_fields import (
    get_fields_by_name,
    list_fields,
)
from inspector_app.session.parsing.field_spec import (
    FieldKind,
    FieldSpec,
    JsonType,
    ObjectType,
    Presence,
    get_json_type,
)
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonObject, dump_json
from inspector_app.session.parsing.parsed_answer import (
    AnswerOutcome,
    OutcomeSignal,
    SchemaDeviation,
    SchemaNote,
    Session,
    SessionKind,
)
from inspector_app.session.path import format_dotted
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.path import Path

MAX_NOTES: Final = 100
"""The most notes that are made: an answer with more is of another kind altogether."""

_MAX_NAME_LENGTH: Final = 80
_TYPE_LABELS: Final = MappingProxyType(
    {
        JsonType.STRING: tr("text"),
        JsonType.NUMBER: tr("a number"),
        JsonType.BOOLEAN: tr("true or false"),
        JsonType.OBJECT: tr("an object"),
        JsonType.ARRAY: tr("a list"),
    }
)
_OBJECT_TYPES: Final = MappingProxyType(
    {FieldKind.USER: ObjectType.USER, FieldKind.ORGANIZATION: ObjectType.ORGANIZATION}
)


def collect_notes(
    envelope: JsonObject,
    session: Session | None,
    result: AnswerOutcome,
    signals: tuple[OutcomeSignal, ...],
    envelope_type: ObjectType = ObjectType.ENVELOPE,
) -> tuple[SchemaNote, ...]:
    """The deviations from the documented schema, at most ``MAX_NOTES``, the gravest kinds first."""
    notes = _iter_notes(envelope, session, result, signals, envelope_type)
    found = list(islice(notes, MAX_NOTES))
    request = list(SchemaDeviation)
    return tuple(sorted(found, key=lambda note: -request.index(note.deviation)))


def format_json_type(json_type: JsonType | None) -> Text:
    """The JSON type as text."""
    return (
        tr("null") if json_type is None else _TYPE_LABELS.get(json_type, tr("one of several types"))
    )


def check_json_type(field_spec: FieldSpec, value: Json) -> Text | None:
    """What a value is and what is documented instead; None where its type fits, or it is null."""
    form = get_json_type(value)
    if form is None or form in field_spec.json_type:
        return None
    expected = (
        field_spec.json_type
        if field_spec.json_type in JsonType
        else next(iter(field_spec.json_type))
    )
    return tr(
        "{found} where {expected} is documented",
        found=format_json_type(form),
        expected=format_json_type(expected),
    )


def _iter_notes(
    envelope: JsonObject,
    session: Session | None,
    result: AnswerOutcome,
    signals: tuple[OutcomeSignal, ...],
    envelope_type: ObjectType,
) -> Iterator[SchemaNote]:
    if result is AnswerOutcome.CONTRADICTORY:
        yield from _check_contradictions(signals)
    if session is not None and session.is_of_portal:
        yield from _check_portal(envelope, session)
        return
    yield from _check_members(envelope_type, (), envelope)
    if session is None:  # what a refusal sends besides its code is not documented
        return
    yield from _check_missing_fields(ObjectType.ENVELOPE, (), envelope)
    yield from _check_session_count(envelope.get("session"))
    yield from _check_object(ObjectType.SESSION, session.path, session.content)
    for known in list_fields(ObjectType.SESSION):
        inner = session.content.get(known.name)
        place = _OBJECT_TYPES.get(known.kind)
        if place is not None and isinstance(inner, JsonObject):
            yield from _check_object(place, (*session.path, known.name), inner)


def _check_portal(envelope: JsonObject, session: Session) -> Iterator[SchemaNote]:
    """What the portal documents; what its own page is answered is not documented at all."""
    if session.kind is SessionKind.PORTAL:
        yield from _check_object(ObjectType.PORTAL_ENVELOPE, (), envelope)
        yield from _check_object(ObjectType.PORTAL_SESSION, session.path, session.content)


def _check_contradictions(signals: tuple[OutcomeSignal, ...]) -> Iterator[SchemaNote]:
    for vote in signals:
        name = format_dotted(vote.path)
        if vote.path[0] == "session":
            sentence = tr("a session came") if vote.is_success else tr("no session came")
        elif vote.is_success:
            sentence = tr("{field} says success", field=name)
        else:
            sentence = tr("{field} says refusal", field=name)
        yield SchemaNote(SchemaDeviation.CONTRADICTORY, vote.path, sentence)


def _check_session_count(value: Json) -> Iterator[SchemaNote]:
    if isinstance(value, JsonArray) and len(value.items) > 1:
        sentence = tr("{count} sessions came; the first one is read", count=len(value.items))
        yield SchemaNote(SchemaDeviation.UNUSUAL, ("session",), sentence)


def _check_object(object_type: ObjectType, path: Path, content: JsonObject) -> Iterator[SchemaNote]:
    yield from _check_missing_fields(object_type, path, content)
    yield from _check_members(object_type, path, content)


def _check_missing_fields(
    object_type: ObjectType, path: Path, content: JsonObject
) -> Iterator[SchemaNote]:
    sent = {name for name, _ in content.members}
    for known in list_fields(object_type):
        if known.presence is not Presence.OPTIONAL and sent.isdisjoint(known.names):
            missing = (*path, known.name)
            sentence = tr("{field} is missing", field=format_dotted(missing))
            yield SchemaNote(SchemaDeviation.MISSING, missing, sentence)


def _check_members(
    object_type: ObjectType, path: Path, content: JsonObject
) -> Iterator[SchemaNote]:
    documented = get_fields_by_name(object_type)
    for name in content.names:
        value = content.get(name)
        known = documented.get(name)
        inner = (*path, name)
        if known is None:
            sentence = tr("{field} is not documented", field=_format_short_path(path, name))
            yield SchemaNote(SchemaDeviation.UNKNOWN, inner, sentence)
        else:
            yield from _check_value(known, inner, value)
            yield from _check_spellings(known, inner, content)


def _check_value(field_spec: FieldSpec, path: Path, value: Json) -> Iterator[SchemaNote]:
    name = format_dotted(path)
    wrong = check_json_type(field_spec, value)
    if value is None:
        if field_spec.presence is Presence.EXPECTED and path != ("session",):
            yield SchemaNote(SchemaDeviation.NULL, path, tr("{field} is null", field=name))
    elif wrong is not None:
        sentence = tr("{field} is {wrong}", field=name, wrong=wrong)
        yield SchemaNote(SchemaDeviation.WRONG_TYPE, path, sentence)
    elif _is_meaningless(field_spec, value):
        sentence = tr(
            "{field}: no meaning is known for {value}",
            field=name,
            value=escape_invisible(elide(dump_json(value, None), _MAX_NAME_LENGTH)),
        )
        yield SchemaNote(SchemaDeviation.UNUSUAL, path, sentence)


def _is_meaningless(field_spec: FieldSpec, value: Json) -> bool:
    """Whether a value of a fitting type is none of those that are documented or can be meant."""
    if field_spec.presence is Presence.NULLABLE and field_spec.kind is FieldKind.INSTANT:
        return False  # a password that never expires, for one
    match field_spec.kind:
        case FieldKind.CODE:
            return field_spec.find_meaning(value) is None
        case FieldKind.INSTANT:
            return timestamps.parse_instant(value) is None
        case FieldKind.DURATION:
            return (scalars.parse_number(value) or 0) <= 0
        case _:
            return False


def _check_spellings(
    field_spec: FieldSpec, path: Path, content: JsonObject
) -> Iterator[SchemaNote]:
    present = content.names
    others = [one for one in field_spec.names if one in present and one != path[-1]]
    if path[-1] == field_spec.name and any(
        content.get(one) != content.get(field_spec.name) for one in others
    ):
        sentence = tr(
            "{field} and {other} differ",
            field=format_dotted(path),
            other=format_dotted((*path[:-1], others[0])),
        )
        yield SchemaNote(SchemaDeviation.CONTRADICTORY, path, sentence)


def _format_short_path(path: Path, name: str) -> str:
    return format_dotted((*path, elide(name, _MAX_NAME_LENGTH)))
