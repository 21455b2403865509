"""The documented fields of what the Application Portal answers about a portal token."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.parsing.field_spec import (
    FieldKind,
    FieldSpec,
    JsonType,
    ObjectType,
    Presence,
    ValueMeaning,
)
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_TEXT: Final = Text("")
_SOURCE: Final = tr("EnOS documentation of the Application Portal")
_NEWER: Final = tr("EnOS documentation of the Application Portal, newer releases")
_PAGE: Final = tr("seen in public clients of the Application Portal")
_NAME: Final = tr("name of the organization")
_SWITCHED: Final = (
    (
        0,
        ValueMeaning(
            tr("perhaps switched off in the organization"), Severity.WARNING, Provenance.INFERRED
        ),
    ),
    (
        1,
        ValueMeaning(tr("perhaps switched on in the organization"), provenance=Provenance.INFERRED),
    ),
)


def _build(
    name: str,
    json_type: JsonType = JsonType.STRING,
    kind: FieldKind = FieldKind.PLAIN,
    presence: Presence = Presence.OPTIONAL,
    *,
    description: Text = _NO_TEXT,
    meanings: tuple[tuple[int, ValueMeaning], ...] = (),
    source: Text = _SOURCE,
) -> FieldSpec:
    return FieldSpec((name,), json_type, kind, presence, description, meanings, (), source)


PORTAL_ENVELOPE_FIELDS: Final = (
    _build("code", JsonType.NUMBER, FieldKind.ANSWER_CODE, Presence.EXPECTED),
    FieldSpec(("apim_status",), JsonType.NUMBER, FieldKind.ANSWER_CODE, Presence.OPTIONAL),
    _build("message", presence=Presence.NULLABLE),
    _build("msg"),
    _build("requestId"),
    _build("data", JsonType.OBJECT | JsonType.ARRAY, FieldKind.PORTAL_DATA),
)
PORTAL_SESSION_FIELDS: Final = (
    _build(
        "userId",
        JsonType.STRING,
        FieldKind.IDENTIFIER,
        Presence.EXPECTED,
        description=tr("the user's id"),
    ),
    _build("userName", presence=Presence.EXPECTED, description=tr("login name")),
    _build(
        "currentOrgId",
        JsonType.STRING,
        FieldKind.IDENTIFIER,
        Presence.EXPECTED,
        description=tr("id of the current organization"),
    ),
    _build("currentOrgName", presence=Presence.EXPECTED, description=_NAME),
)
PORTAL_PAGE_FIELDS: Final = (
    _build(
        "id",
        JsonType.STRING,
        FieldKind.CREDENTIAL,
        Presence.EXPECTED,
        description=tr("the portal token: the credential itself"),
        source=_PAGE,
    ),
    _build("user", JsonType.OBJECT, FieldKind.USER, description=tr("who signed in"), source=_PAGE),
    _build(
        "workingOrganization",
        JsonType.OBJECT,
        FieldKind.ORGANIZATION,
        description=tr("the current organization"),
        source=_PAGE,
    ),
    _build("createTime", JsonType.NUMBER, FieldKind.INSTANT, source=_PAGE),
    _build("refreshTime", JsonType.NUMBER, FieldKind.INSTANT, source=_PAGE),
    _build("expires", JsonType.NUMBER, FieldKind.DURATION, source=_PAGE),
    _build("mfaType", JsonType.NUMBER, source=_PAGE),
    _build("MFACompleted", JsonType.BOOLEAN, source=_PAGE),
    _build(
        "isSsoLogin",
        JsonType.BOOLEAN,
        meanings=((0, ValueMeaning(tr("no SSO login"))), (1, ValueMeaning(tr("SSO login")))),
        source=_PAGE,
    ),
)
_USER_FIELDS: Final = (
    _build("name", description=tr("login name")),
    _build("id", JsonType.STRING, FieldKind.IDENTIFIER, description=tr("the user's id")),
    _build("nickName", description=tr("display name")),
    _build(
        "type",
        JsonType.NUMBER,
        FieldKind.CODE,
        meanings=(
            (0, ValueMeaning(tr("account of the portal"))),
            (1, ValueMeaning(tr("account of a third party"))),
        ),
    ),
    _build("email"),
    _build("phoneArea"),
    _build("phone"),
    _build("domain"),
    _build("description"),
    _build(
        "joinTime",
        JsonType.ANY,
        FieldKind.INSTANT,
        Presence.NULLABLE,
        description=tr("when the user joined the current organization"),
    ),
    _build("createdTime", JsonType.ANY, FieldKind.INSTANT, Presence.NULLABLE),
    _build("updatedTime", JsonType.ANY, FieldKind.INSTANT, Presence.NULLABLE, source=_NEWER),
    _build("company", source=_NEWER),
    _build("department", source=_NEWER),
    _build("position", source=_NEWER),
)
_LISTS: Final = (
    _build("organizations", JsonType.ARRAY, FieldKind.ORGANIZATION),
    _build("apps", JsonType.ARRAY, FieldKind.PORTAL_APPLICATION),
    _build("menus", JsonType.ARRAY, FieldKind.PORTAL_MENU),
    _build("permissions", JsonType.ARRAY, FieldKind.PORTAL_MENU),
)
PORTAL_COMPANION_FIELDS: Final = (*PORTAL_ENVELOPE_FIELDS, *_LISTS)
PORTAL_DATA_FIELDS: Final = (*_USER_FIELDS, *_LISTS)
PORTAL_APPLICATION_FIELDS: Final = (
    _build("name", description=tr("name of the application")),
    _build("displayName", description=tr("name of the application, as it is shown")),
    _build("identifier", description=tr("identifier of the application")),
    _build("code"),
    _build("id", JsonType.STRING, FieldKind.IDENTIFIER, description=tr("id of the application")),
    _build(
        "type",
        JsonType.NUMBER,
        FieldKind.CODE,
        meanings=((0, ValueMeaning(tr("web"))), (1, ValueMeaning(tr("mobile")))),
    ),
    _build("status", JsonType.BOOLEAN | JsonType.NUMBER, FieldKind.CODE, meanings=_SWITCHED),
    _build("category", JsonType.ANY),
    _build("url"),
    _build("createdTime", JsonType.ANY, FieldKind.INSTANT, Presence.NULLABLE),
)
PORTAL_MENU_FIELDS: Final = (
    _build("name"),
    _build("identifier"),
    _build("id"),
    _build("url"),
    _build("children", JsonType.ARRAY, FieldKind.PORTAL_MENU),
)
PORTAL_TYPES_BY_KIND: Final[Mapping[FieldKind, ObjectType]] = MappingProxyType(
    {
        FieldKind.PORTAL_DATA: ObjectType.PORTAL_DATA,
        FieldKind.PORTAL_APPLICATION: ObjectType.PORTAL_APPLICATION,
        FieldKind.PORTAL_MENU: ObjectType.PORTAL_MENU,
    }
)
"""What the members of such a field's value, or of each of its items, are."""
