"""Outline rows of what the Application Portal answered beside the session of a portal token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.companion import Companion, CompanionKind
from inspector_app.session.parsing.documented_fields import list_fields
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import JsonArray, JsonObject
from inspector_app.session.parsing.organization_info import ORGANIZATIONS_MEMBER
from inspector_app.session.parsing.portal_applications import APPLICATIONS_MEMBER
from inspector_app.session.parsing.portal_session import DATA_MEMBER
from inspector_app.session.presentation.outline_rows import (
    MAX_ROWS,
    RowSpec,
    build_member_spec,
)

if TYPE_CHECKING:
    from inspector_app.session.path import Path

_LISTS: Final = {
    CompanionKind.PORTAL_ORGANIZATION_LIST: (ORGANIZATIONS_MEMBER, ObjectType.ORGANIZATION),
    CompanionKind.APPLICATION_LIST: (APPLICATIONS_MEMBER, ObjectType.PORTAL_APPLICATION),
}


def list_portal_rows(companion: Companion, root: JsonObject) -> list[RowSpec]:
    """What was asked for, then what else the answer has: every value once."""
    base = companion.path
    data = root.get(DATA_MEMBER)
    outer = _list_object(companion, ObjectType.PORTAL_COMPANION, base, root)
    if not isinstance(data, JsonObject):
        return outer
    inner = _list_object(companion, ObjectType.PORTAL_DATA, (*base, DATA_MEMBER), data)
    rest = [one for one in outer if one.value is not data]
    return inner + rest


def _list_object(
    companion: Companion, object_type: ObjectType, path: Path, content: JsonObject
) -> list[RowSpec]:
    name, item_type = _LISTS.get(companion.kind, ("", ObjectType.OTHER))
    listed = content.get(name) if name else None
    if isinstance(listed, JsonArray) and len(listed.items) > MAX_ROWS:
        listed = None  # it stays one row: so it is searched before its rows are made
    rows = [
        build_member_spec(object_type, path, inner, value)
        for inner, value in content.members
        if not (inner == name and value is listed and isinstance(value, JsonArray))
    ]
    order = {known.name: row for row, known in enumerate(list_fields(object_type))}
    ordered = sorted(rows, key=lambda one: order.get(one.label, len(order)))
    if not isinstance(listed, JsonArray):
        return ordered
    items = [
        RowSpec(str(row), (*path, name, row), item, None, ObjectType.OTHER, item_type)
        for row, item in enumerate(listed.items)
    ]
    return items + ordered
