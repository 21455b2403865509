"""Recognizes the answer of a call beside session info by its members, where it stands alone.

Saved by another program, such an answer holds no session and does not say which call it answers.
Told is only what has members that the documentation gives to that call and to no other.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import ApiCall
from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import JsonArray, JsonObject
from inspector_app.session.parsing.organization_info import (
    ORGANIZATION_MEMBER,
    ORGANIZATIONS_MEMBER,
)
from inspector_app.session.parsing.portal_applications import (
    APPLICATIONS_MEMBER,
    MENUS_MEMBER,
    PERMISSIONS_MEMBER,
)
from inspector_app.session.parsing.portal_session import DATA_MEMBER, find_session_content

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import Json

_ORGANIZATION_NAMES: Final = frozenset(
    {"ownerId", "approvalState", "certificationState", "state", "type", "domain"}
)
_LISTED_NAMES: Final = frozenset({"id", "name"})
_PORTAL_USER_NAMES: Final = frozenset(
    {"nickName", "joinTime", "createdTime", "updatedTime", "phoneArea", "phone", "email", "domain"}
)
_APPLICATION_NAMES: Final = frozenset({"identifier", "code", "displayName", "status", "category"})
_MIN_NAMES: Final = 2
"""Documented members that an object has at least: one alone may be anything's."""

_MAX_ROWS: Final = 20
"""Rows of a list that are looked at."""


def recognize_companion(root: Json) -> ApiCall | None:
    """The documented call whose successful answer has this form; None for any other document."""
    if not isinstance(root, JsonObject):
        return None
    if root.get("session") is not None or find_session_content(root) is not None:
        return None
    if scalars.parse_integer(root.get("status")) == 0 or root.get("success") is True:
        return _recognize_iam(root)
    data = root.get(DATA_MEMBER)
    if isinstance(data, JsonObject) and scalars.parse_integer(root.get("code")) in {0, 200}:
        return _recognize_portal(data)
    return None


def get_recognized_type(root: Json) -> ObjectType | None:
    """The object of the documentation that such an answer is; None for any other document."""
    call = recognize_companion(root)
    if call is None:
        return None
    is_iam = call in {ApiCall.ORGANIZATION, ApiCall.ORGANIZATION_LIST}
    return ObjectType.COMPANION if is_iam else ObjectType.PORTAL_COMPANION


def _recognize_iam(root: JsonObject) -> ApiCall | None:
    if _is_organization(root.get(ORGANIZATION_MEMBER)):
        return ApiCall.ORGANIZATION
    rows = root.get(ORGANIZATIONS_MEMBER)
    if isinstance(rows, JsonArray) and _is_list_of(rows, _LISTED_NAMES):
        return ApiCall.ORGANIZATION_LIST
    return None


def _recognize_portal(data: JsonObject) -> ApiCall | None:
    rows = data.get(APPLICATIONS_MEMBER)
    if isinstance(rows, JsonArray):
        return ApiCall.APPLICATION_LIST if _is_list_of(rows, _APPLICATION_NAMES) else None
    if all(isinstance(data.get(name), JsonArray) for name in (MENUS_MEMBER, PERMISSIONS_MEMBER)):
        return ApiCall.APPLICATION_ACCESS
    rows = data.get(ORGANIZATIONS_MEMBER)
    if isinstance(rows, JsonArray):
        return ApiCall.PORTAL_ORGANIZATION_LIST if _is_list_of(rows, _LISTED_NAMES) else None
    is_user = _has_id(data) and _has_names(data, _PORTAL_USER_NAMES)
    return ApiCall.PORTAL_USER if is_user else None


def _is_organization(value: Json) -> bool:
    return (
        isinstance(value, JsonObject) and _has_id(value) and _has_names(value, _ORGANIZATION_NAMES)
    )


def _has_id(value: JsonObject) -> bool:
    return bool(scalars.parse_text(value.get("id")))


def _has_names(value: Json, names: frozenset[str]) -> bool:
    return isinstance(value, JsonObject) and len(value.names & names) >= _MIN_NAMES


def _is_list_of(rows: JsonArray, names: frozenset[str]) -> bool:
    return all(_has_names(one, names) for one in itertools.islice(rows.items, _MAX_ROWS))
