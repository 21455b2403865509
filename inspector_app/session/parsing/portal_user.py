"""Parses what the portal answers about the user of a portal token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.member_lookup import MemberLookup
from inspector_app.session.parsing.portal_applications import find_data

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import JsonObject
    from inspector_app.session.parsing.parsed_answer import ParsedField
    from inspector_app.session.path import Path

_IDENTITY: Final = frozenset({"id", "name"})


@dataclass(frozen=True, slots=True)
class PortalUser:
    """What is known of the user."""

    path: Path
    id: ParsedField[str]
    name: ParsedField[str]
    type: ParsedField[int]


def parse_portal_user(root: JsonObject, base: Path) -> PortalUser | None:
    """The user in an answer to user/info; None where it names none."""
    path, content = find_data(root, _IDENTITY)
    members = MemberLookup(ObjectType.PORTAL_DATA, (*base, *path), content)
    user = PortalUser(
        members.path,
        members.parse_field("id", scalars.parse_text),
        members.parse_field("name", scalars.parse_text),
        members.parse_field("type", scalars.parse_integer),
    )
    return user if user.id.value or user.name.value else None
