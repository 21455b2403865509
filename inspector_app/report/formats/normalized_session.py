"""Normalizes the session for the JSON export: documented names, whichever release sent it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.report.formats.iso_timestamps import build_json_instant
from inspector_app.session.parsing import scalars, timestamps
from inspector_app.session.parsing.documented_fields import find_field, list_fields
from inspector_app.session.parsing.field_spec import FieldKind, FieldSpec, JsonType, ObjectType
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.parsing.parsed_answer import SessionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.parsing.parsed_answer import Session

_GUESTS_FIELD: Final = "guestOrganizations"
_NESTED_FIELDS: Final = frozenset(
    {"user", "workingOrganization", "residentOrganization", _GUESTS_FIELD}
)
_INNER_CAPITAL: Final = re.compile(r"(?<!^)(?=[A-Z])")


def build_session(session: Session) -> JsonObject:
    """Every documented field of a session: null where it was not sent or has no valid value."""
    content = _get_content(session)
    return JsonObject(
        (
            *_iter_members(ObjectType.SESSION, content),
            ("user", _build_object(ObjectType.USER, find_user(session))),
            (
                "working_organization",
                _build_organization(content.get("workingOrganization")),
            ),
            ("home_organization", _build_organization(content.get("residentOrganization"))),
            (
                "guest_organizations",
                JsonArray(tuple(_build_organization(one) for one in _list_guests(session))),
            ),
        )
    )


def find_user(session: Session) -> JsonObject | None:
    """The user object; None where none was sent."""
    found = _get_content(session).get("user")
    return found if isinstance(found, JsonObject) else None


def _get_content(session: Session) -> JsonObject:
    """The session's members under the names of session info, wherever the session is from."""
    sent = session.content
    match session.kind:
        case SessionKind.PORTAL:
            user = (("id", sent.get("userId")), ("name", sent.get("userName")))
            working = (("id", sent.get("currentOrgId")), ("name", sent.get("currentOrgName")))
            pairs = (("user", JsonObject(user)), ("workingOrganization", JsonObject(working)))
            return JsonObject(pairs)
        case SessionKind.PORTAL_PAGE:
            return JsonObject((*sent.members, ("ssoLogin", sent.get("isSsoLogin"))))
        case SessionKind.IAM:
            return sent


def get_field_text(content: JsonObject | None, object_type: ObjectType, name: str) -> str:
    """The text of a documented field under any of its names; empty where there is none."""
    known = find_field(object_type, name)
    sent = None if content is None or known is None else _find_sent_value(content, known)
    return scalars.parse_text(sent) or ""


def iter_guest_names(session: Session) -> Iterator[str]:
    """The organizations in which the user is an external user: names, else ids."""
    for one in _list_guests(session):
        if isinstance(one, JsonObject):
            yield get_field_text(one, ObjectType.ORGANIZATION, "name") or get_field_text(
                one, ObjectType.ORGANIZATION, "id"
            )
        else:
            yield scalars.parse_text(one) or ""


def _list_guests(session: Session) -> tuple[Json, ...]:
    """The guest organizations; type undocumented: null, text, object or an array of these."""
    content = find_user(session)
    value = None if content is None else content.get(_GUESTS_FIELD)
    if isinstance(value, JsonArray):
        return value.items
    return () if value in (None, "") else (value,)


def _build_organization(value: Json) -> Json:
    if value is None or isinstance(value, JsonObject):
        return _build_object(ObjectType.ORGANIZATION, value)
    name = scalars.parse_text(value)
    return JsonObject((("name", name), ("id", None), ("domain", None)))


def _build_object(object_type: ObjectType, content: JsonObject | None) -> Json:
    return None if content is None else JsonObject(tuple(_iter_members(object_type, content)))


def _iter_members(object_type: ObjectType, content: JsonObject) -> Iterator[tuple[str, Json]]:
    for known in list_fields(object_type):
        if known.name not in _NESTED_FIELDS:
            yield (
                to_snake_case(known.name),
                _normalize_value(known, _find_sent_value(content, known)),
            )


def _find_sent_value(content: JsonObject, known: FieldSpec) -> Json:
    """The field's value under the first of its names that is not null."""
    values = (content.get(name) for name in known.names)
    return next((value for value in values if value is not None), None)


def _normalize_value(known: FieldSpec, value: Json) -> Json:
    if value is None:
        return None
    if known.kind is FieldKind.INSTANT:
        held = timestamps.parse_instant(value)
        return None if held is None else build_json_instant(held.seconds)
    if known.kind is FieldKind.DURATION:
        span = scalars.parse_number(value)
        return None if span is None else value if isinstance(value, JsonNumber) else None
    if known.json_type is JsonType.BOOLEAN:
        return scalars.parse_boolean(value)
    if known.kind is FieldKind.CODE:
        number = known.parse_code(value)
        return value if number is None else JsonNumber(str(number))
    return value


def to_snake_case(name: str) -> str:
    """``passwordExpireTime`` as ``password_expire_time``."""
    return _INNER_CAPITAL.sub("_", name).lower()
