"""Parses the session in an answer: of the session service, or of the Application Portal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inspector_app.session.parsing import portal_session, scalars, timestamps
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.parsing.member_lookup import MemberLookup
from inspector_app.session.parsing.parsed_answer import (
    Organization,
    ParsedField,
    Session,
    SessionKind,
    User,
)

if TYPE_CHECKING:
    from inspector_app.session.path import Path


def parse_session(envelope: MemberLookup) -> Session | None:
    """The session with anything in it: documented as a list up to 2.3, as one object from 2.4."""
    path: Path = ("session",)
    value = envelope.get_value("session")
    if isinstance(value, JsonArray) and value.items:
        path, value = (*path, 0), value.items[0]
    if not isinstance(value, JsonObject) or not value.members:
        return None
    members = MemberLookup(ObjectType.SESSION, path, value)
    return Session(
        path=path,
        content=value,
        created=members.parse_field("createTime", timestamps.parse_instant),
        refreshed=members.parse_field("refreshTime", timestamps.parse_instant),
        expires=members.parse_field("expires", _parse_duration),
        status=members.parse_field("status", scalars.parse_integer),
        sso_login=members.parse_field("ssoLogin", scalars.parse_boolean),
        user=_parse_user((*path, "user"), members.get_value("user")),
        working_organization=_parse_organization(members, "workingOrganization"),
        resident_organization=_parse_organization(members, "residentOrganization"),
    )


def parse_portal_session(content: JsonObject) -> Session | None:
    """The portal's session: as it is documented, or as its own page is answered."""
    found = portal_session.find_session_content(content)
    if found is None:
        return None
    path, value, kind = found
    if kind is SessionKind.PORTAL:
        return _build_portal_session(path, value)
    members = MemberLookup(ObjectType.PORTAL_PAGE, path, value)
    return Session(
        path=path,
        content=value,
        created=members.parse_field("createTime", timestamps.parse_instant),
        refreshed=members.parse_field("refreshTime", timestamps.parse_instant),
        expires=members.parse_field("expires", _parse_duration),
        status=ParsedField(),
        sso_login=members.parse_field("isSsoLogin", scalars.parse_boolean),
        user=_parse_user((*path, "user"), members.get_value("user")),
        working_organization=_parse_organization(members, "workingOrganization"),
        resident_organization=None,
        kind=kind,
        is_mfa_completed=members.parse_field("MFACompleted", scalars.parse_boolean),
    )


def _build_portal_session(path: Path, content: JsonObject) -> Session:
    """The documented session: its user and the current organization, without times and states."""
    members = MemberLookup(ObjectType.PORTAL_SESSION, path, content)
    user = _parse_user(path, JsonObject())
    named = (
        None
        if user is None
        else replace(
            user,
            id=members.parse_field("userId", scalars.parse_text),
            name=members.parse_field("userName", scalars.parse_text),
        )
    )
    return Session(
        path=path,
        content=content,
        created=ParsedField(),
        refreshed=ParsedField(),
        expires=ParsedField(),
        status=ParsedField(),
        sso_login=ParsedField(),
        user=named,
        working_organization=Organization(
            path,
            members.parse_field("currentOrgId", scalars.parse_text),
            members.parse_field("currentOrgName", scalars.parse_text),
        ),
        resident_organization=None,
        kind=SessionKind.PORTAL,
    )


def _parse_user(path: Path, value: Json) -> User | None:
    if not isinstance(value, JsonObject):
        return None
    members = MemberLookup(ObjectType.USER, path, value)
    return User(
        path=path,
        id=members.parse_field("id", scalars.parse_text),
        organization_id=members.parse_field("organizationId", scalars.parse_text),
        name=members.parse_field("name", scalars.parse_text),
        type=members.parse_field("type", scalars.parse_integer),
        state=members.parse_field("state", scalars.parse_integer),
        auth_type=members.parse_field("authType", scalars.parse_integer),
        mfa_type=members.parse_field("mfaType", scalars.parse_integer),
        password_state=members.parse_field("passwordState", scalars.parse_integer),
        password_expires=members.parse_field("passwordExpireTime", timestamps.parse_instant),
        email=members.parse_field("email", scalars.parse_text),
        email_verified=members.parse_field("emailVerified", scalars.parse_boolean),
        phone=members.parse_field("phone", scalars.parse_text),
        phone_verified=members.parse_field("phoneVerified", scalars.parse_boolean),
    )


def _parse_organization(members: MemberLookup, name: str) -> Organization | None:
    value = members.get_value(name)
    if not isinstance(value, JsonObject):
        return None
    path = (*members.path, name)
    inner = MemberLookup(ObjectType.ORGANIZATION, path, value)
    return Organization(
        path,
        inner.parse_field("id", scalars.parse_text),
        inner.parse_field("name", scalars.parse_text),
    )


def _parse_duration(value: Json) -> float | None:
    seconds = scalars.parse_number(value) if isinstance(value, JsonNumber | str) else None
    return float(seconds) if seconds is not None and seconds > 0 else None
