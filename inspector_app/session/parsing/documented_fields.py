"""The fields of the answers that EnOS documents, object by object."""

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
from inspector_app.session.parsing.organization_fields import (
    COMPANION_FIELDS,
    ORGANIZATION_INFO_FIELDS,
)
from inspector_app.session.parsing.portal_fields import (
    PORTAL_APPLICATION_FIELDS,
    PORTAL_COMPANION_FIELDS,
    PORTAL_DATA_FIELDS,
    PORTAL_ENVELOPE_FIELDS,
    PORTAL_MENU_FIELDS,
    PORTAL_PAGE_FIELDS,
    PORTAL_SESSION_FIELDS,
)
from inspector_app.session.parsing.user_fields import USER_FIELDS
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Mapping


def find_field(object_type: ObjectType, name: str) -> FieldSpec | None:
    """The documented field of that name, in any of its spellings."""
    return _BY_NAME[object_type].get(name)


def get_fields_by_name(object_type: ObjectType) -> Mapping[str, FieldSpec]:
    """The documented fields of an object by each of their spellings, to look up many names."""
    return _BY_NAME[object_type]


def list_fields(object_type: ObjectType) -> tuple[FieldSpec, ...]:
    """All documented fields of an object."""
    return _FIELDS[object_type]


_SINCE_2_3: Final = tr("EnOS documentation 2.3 and later")
_INFERRED_SECONDS: Final = tr("EnOS documentation 2.1 to 2.4; seconds inferred from the size")


def _build_flag(*names: str) -> FieldSpec:
    return FieldSpec(names, JsonType.BOOLEAN)


_ENVELOPE: Final = (
    FieldSpec(("status",), JsonType.NUMBER, FieldKind.ANSWER_CODE),
    FieldSpec(("code",), JsonType.NUMBER, FieldKind.ANSWER_CODE, Presence.OPTIONAL),
    FieldSpec(("apim_status",), JsonType.NUMBER, FieldKind.ANSWER_CODE, Presence.OPTIONAL),
    FieldSpec(("message",), JsonType.STRING, presence=Presence.NULLABLE),
    FieldSpec(("msg",), JsonType.STRING, presence=Presence.OPTIONAL),
    FieldSpec(("requestId",), JsonType.STRING, presence=Presence.NULLABLE),
    _build_flag("success"),
    _build_flag("successful"),
    _build_flag("fail"),
    _build_flag("failed"),
    FieldSpec(("session",), JsonType.OBJECT | JsonType.ARRAY),
)
_SESSION: Final = (
    FieldSpec(
        ("id",),
        JsonType.STRING,
        FieldKind.CREDENTIAL,
        description=tr("the session ID: the credential itself"),
    ),
    FieldSpec(
        ("status",),
        JsonType.NUMBER,
        FieldKind.CODE,
        Presence.OPTIONAL,
        meanings=(
            (0, ValueMeaning(tr("initialized: access is limited"), Severity.WARNING)),
            (1, ValueMeaning(tr("normal"))),
        ),
        source=_SINCE_2_3,
    ),
    FieldSpec(
        ("ssoLogin",),
        JsonType.BOOLEAN,
        presence=Presence.OPTIONAL,
        meanings=((0, ValueMeaning(tr("no SSO login"))), (1, ValueMeaning(tr("SSO login")))),
        source=_SINCE_2_3,
    ),
    FieldSpec(
        ("createTime",),
        JsonType.NUMBER,
        FieldKind.INSTANT,
        source=_INFERRED_SECONDS,
        provenance=Provenance.INFERRED,
    ),
    FieldSpec(
        ("refreshTime",),
        JsonType.NUMBER,
        FieldKind.INSTANT,
        source=_INFERRED_SECONDS,
        provenance=Provenance.INFERRED,
    ),
    FieldSpec(("expires",), JsonType.NUMBER, FieldKind.DURATION),
    FieldSpec(("user",), JsonType.OBJECT, FieldKind.USER, description=tr("who signed in")),
    FieldSpec(
        ("workingOrganization",),
        JsonType.OBJECT,
        FieldKind.ORGANIZATION,
        description=tr("the current organization"),
    ),
    FieldSpec(
        ("residentOrganization",),
        JsonType.OBJECT,
        FieldKind.ORGANIZATION,
        description=tr("where the account was created"),
    ),
)
_ORGANIZATION: Final = (
    FieldSpec(("name",), JsonType.STRING, description=tr("name of the organization")),
    FieldSpec(
        ("id",), JsonType.STRING, FieldKind.IDENTIFIER, description=tr("id of the organization")
    ),
    FieldSpec(
        ("domain",),
        JsonType.STRING,
        presence=Presence.NULLABLE,
        description=tr("technical account name, not an internet domain"),
    ),
)
_FIELDS: Final = MappingProxyType(
    {
        ObjectType.ENVELOPE: _ENVELOPE,
        ObjectType.SESSION: _SESSION,
        ObjectType.USER: USER_FIELDS,
        ObjectType.ORGANIZATION: _ORGANIZATION,
        ObjectType.COMPANION: COMPANION_FIELDS,
        ObjectType.ORGANIZATION_INFO: ORGANIZATION_INFO_FIELDS,
        ObjectType.PORTAL_ENVELOPE: PORTAL_ENVELOPE_FIELDS,
        ObjectType.PORTAL_SESSION: PORTAL_SESSION_FIELDS,
        ObjectType.PORTAL_PAGE: PORTAL_PAGE_FIELDS,
        ObjectType.PORTAL_COMPANION: PORTAL_COMPANION_FIELDS,
        ObjectType.PORTAL_DATA: PORTAL_DATA_FIELDS,
        ObjectType.PORTAL_APPLICATION: PORTAL_APPLICATION_FIELDS,
        ObjectType.PORTAL_MENU: PORTAL_MENU_FIELDS,
        ObjectType.OTHER: (),
    }
)
_BY_NAME: Final = MappingProxyType(
    {
        place: MappingProxyType({name: one for one in known for name in one.names})
        for place, known in _FIELDS.items()
    }
)
