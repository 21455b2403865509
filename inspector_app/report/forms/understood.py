"""Normalizes the session for the JSON export: documented names, whichever release sent it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.report.forms.instants import instant
from inspector_app.session import moment
from inspector_app.session.reading import scalars
from inspector_app.session.reading.document import Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.reading.documented_field import (
    FieldKind,
    FieldSpec,
    JsonType,
    ObjectType,
)
from inspector_app.session.reading.fields import find_field, list_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.reading.inspection import Session

_GUESTS: Final = "guestOrganizations"
_APART: Final = frozenset({"user", "workingOrganization", "residentOrganization", _GUESTS})
_CAPITAL: Final = re.compile(r"(?<!^)(?=[A-Z])")


def session(sent: Session) -> JsonObject:
    """Every documented field of a session: null where it was not sent or has no valid value."""
    return JsonObject(
        (
            *_members(ObjectType.SESSION, sent.content),
            ("user", _object(ObjectType.USER, user(sent))),
            ("working_organization", _organization(sent.content.get("workingOrganization"))),
            ("home_organization", _organization(sent.content.get("residentOrganization"))),
            ("guest_organizations", JsonArray(tuple(_organization(one) for one in _guests(sent)))),
        )
    )


def user(sent: Session) -> JsonObject | None:
    """The user object; None where none was sent."""
    found = sent.content.get("user")
    return found if isinstance(found, JsonObject) else None


def text_of(content: JsonObject | None, place: ObjectType, name: str) -> str:
    """The text of a documented field under any of its names; empty where there is none."""
    known = find_field(place, name)
    sent = None if content is None or known is None else _sent(content, known)
    return scalars.parse_text(sent) or ""


def guest_names(sent: Session) -> Iterator[str]:
    """The organizations in which the user is an external user: names, else ids."""
    for one in _guests(sent):
        if isinstance(one, JsonObject):
            yield text_of(one, ObjectType.ORGANIZATION, "name") or text_of(
                one, ObjectType.ORGANIZATION, "id"
            )
        else:
            yield scalars.parse_text(one) or ""


def _guests(sent: Session) -> tuple[Json, ...]:
    """The guest organizations; type undocumented: null, text, object or an array of these."""
    content = user(sent)
    value = None if content is None else content.get(_GUESTS)
    if isinstance(value, JsonArray):
        return value.items
    return () if value in (None, "") else (value,)


def _organization(value: Json) -> Json:
    if value is None or isinstance(value, JsonObject):
        return _object(ObjectType.ORGANIZATION, value)
    name = scalars.parse_text(value)
    return JsonObject((("name", name), ("id", None), ("domain", None)))


def _object(place: ObjectType, content: JsonObject | None) -> Json:
    return None if content is None else JsonObject(tuple(_members(place, content)))


def _members(place: ObjectType, content: JsonObject) -> Iterator[tuple[str, Json]]:
    for known in list_fields(place):
        if known.name not in _APART:
            yield snake_case(known.name), _understood(known, _sent(content, known))


def _sent(content: JsonObject, known: FieldSpec) -> Json:
    """The field's value under the first of its names that is not null."""
    values = (content.get(name) for name in known.names)
    return next((value for value in values if value is not None), None)


def _understood(known: FieldSpec, value: Json) -> Json:
    if value is None:
        return None
    if known.kind is FieldKind.INSTANT:
        held = moment.parse_instant(value)
        return None if held is None else instant(held.seconds)
    if known.kind is FieldKind.DURATION:
        span = scalars.parse_number(value)
        return None if span is None else value if isinstance(value, JsonNumber) else None
    if known.json_type is JsonType.BOOLEAN:
        return scalars.parse_boolean(value)
    if known.kind is FieldKind.CODE:
        number = known.parse_code(value)
        return value if number is None else JsonNumber(str(number))
    return value


def snake_case(name: str) -> str:
    """``passwordExpireTime`` as ``password_expire_time``."""
    return _CAPITAL.sub("_", name).lower()
