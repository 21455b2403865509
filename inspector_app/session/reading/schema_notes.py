"""Check a session answer against the documented schema and describe each deviation."""

from __future__ import annotations

from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session import moment
from inspector_app.session.path import dotted
from inspector_app.session.plain_text import elided, visible
from inspector_app.session.reading import scalars
from inspector_app.session.reading.document import Json, JsonArray, JsonObject, written
from inspector_app.session.reading.documented_field import (
    Field,
    Form,
    Place,
    Presence,
    Sense,
    form_of,
)
from inspector_app.session.reading.fields import field, fields
from inspector_app.session.reading.inspection import Drift, Outcome, SchemaNote, Session, Vote
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.path import Path

MOST: Final = 100
"""The most notes that are made: an answer with more is of another kind altogether."""

_LONGEST_NAME: Final = 80
_TYPE_WORDS: Final = MappingProxyType(
    {
        Form.TEXT: tr("text"),
        Form.NUMBER: tr("a number"),
        Form.FLAG: tr("true or false"),
        Form.OBJECT: tr("an object"),
        Form.LIST: tr("a list"),
    }
)
_PLACES: Final = MappingProxyType({Sense.USER: Place.USER, Sense.ORGANIZATION: Place.ORGANIZATION})


def notes(
    envelope: JsonObject, session: Session | None, outcome: Outcome, votes: tuple[Vote, ...]
) -> tuple[SchemaNote, ...]:
    """The deviations from the documented schema, at most ``MAX_NOTES``, the gravest kinds first."""
    found = list(islice(_all(envelope, session, outcome, votes), MOST))
    order = list(Drift)
    return tuple(sorted(found, key=lambda note: -order.index(note.drift)))


def type_words(form: Form | None) -> Text:
    """The JSON type as text."""
    return tr("null") if form is None else _TYPE_WORDS.get(form, tr("one of several types"))


def unfit(known: Field, value: Json) -> Text | None:
    """What a value is and what is documented instead; None where its type fits, or it is null."""
    form = form_of(value)
    if form is None or form in known.form:
        return None
    expected = known.form if known.form in Form else next(iter(known.form))
    return tr(
        "{found} where {expected} is documented",
        found=type_words(form),
        expected=type_words(expected),
    )


def _all(
    envelope: JsonObject, session: Session | None, outcome: Outcome, votes: tuple[Vote, ...]
) -> Iterator[SchemaNote]:
    if outcome is Outcome.CONTRADICTORY:
        yield from _contradiction(votes)
    yield from _of_members(Place.ENVELOPE, (), envelope)
    if session is None:  # what a refusal sends besides its code is not documented
        return
    yield from _missing(Place.ENVELOPE, (), envelope)
    yield from _of_sessions(envelope.get("session"))
    yield from _of_object(Place.SESSION, session.path, session.content)
    for known in fields(Place.SESSION):
        inner = session.content.get(known.name)
        place = _PLACES.get(known.sense)
        if place is not None and isinstance(inner, JsonObject):
            yield from _of_object(place, (*session.path, known.name), inner)


def _contradiction(votes: tuple[Vote, ...]) -> Iterator[SchemaNote]:
    for vote in votes:
        name = dotted(vote.path)
        if vote.path[0] == "session":
            sentence = tr("a session came") if vote.success else tr("no session came")
        elif vote.success:
            sentence = tr("{field} says success", field=name)
        else:
            sentence = tr("{field} says refusal", field=name)
        yield SchemaNote(Drift.CONTRADICTORY, vote.path, sentence)


def _of_sessions(value: Json) -> Iterator[SchemaNote]:
    if isinstance(value, JsonArray) and len(value.items) > 1:
        sentence = tr("{count} sessions came; the first one is read", count=len(value.items))
        yield SchemaNote(Drift.UNUSUAL, ("session",), sentence)


def _of_object(place: Place, path: Path, content: JsonObject) -> Iterator[SchemaNote]:
    yield from _missing(place, path, content)
    yield from _of_members(place, path, content)


def _missing(place: Place, path: Path, content: JsonObject) -> Iterator[SchemaNote]:
    sent = {name for name, _ in content.members}
    for known in fields(place):
        if known.presence is not Presence.OPTIONAL and sent.isdisjoint(known.names):
            missing = (*path, known.name)
            sentence = tr("{field} is missing", field=dotted(missing))
            yield SchemaNote(Drift.MISSING, missing, sentence)


def _of_members(place: Place, path: Path, content: JsonObject) -> Iterator[SchemaNote]:
    values = dict(content.members)
    for name, value in values.items():
        known = field(place, name)
        inner = (*path, name)
        if known is None:
            sentence = tr("{field} is not documented", field=_short(path, name))
            yield SchemaNote(Drift.UNKNOWN, inner, sentence)
        else:
            yield from _of_value(known, inner, value)
            yield from _two_spellings(known, inner, values)


def _of_value(known: Field, path: Path, value: Json) -> Iterator[SchemaNote]:
    name = dotted(path)
    wrong = unfit(known, value)
    if value is None:
        if known.presence is Presence.EXPECTED and path != ("session",):
            yield SchemaNote(Drift.NULL, path, tr("{field} is null", field=name))
    elif wrong is not None:
        sentence = tr("{field} is {wrong}", field=name, wrong=wrong)
        yield SchemaNote(Drift.WRONG_TYPE, path, sentence)
    elif _is_meaningless(known, value):
        sentence = tr(
            "{field}: no meaning is known for {value}",
            field=name,
            value=visible(elided(written(value, None), _LONGEST_NAME)),
        )
        yield SchemaNote(Drift.UNUSUAL, path, sentence)


def _is_meaningless(known: Field, value: Json) -> bool:
    """Whether a value of a fitting type is none of those that are documented or can be meant."""
    if known.presence is Presence.NULLABLE and known.sense is Sense.INSTANT:
        return False  # a password that never expires, for one
    match known.sense:
        case Sense.CODE:
            return known.word(value) is None
        case Sense.INSTANT:
            return moment.instant(value) is None
        case Sense.SPAN:
            return (scalars.number(value) or 0) <= 0
        case _:
            return False


def _two_spellings(known: Field, path: Path, values: dict[str, Json]) -> Iterator[SchemaNote]:
    others = [one for one in known.names if one in values and one != path[-1]]
    if path[-1] == known.name and any(values[one] != values[known.name] for one in others):
        sentence = tr(
            "{field} and {other} differ", field=dotted(path), other=dotted((*path[:-1], others[0]))
        )
        yield SchemaNote(Drift.CONTRADICTORY, path, sentence)


def _short(path: Path, name: str) -> str:
    return dotted((*path, elided(name, _LONGEST_NAME)))
