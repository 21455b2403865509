"""The fields of a session answer that EnOS documents, object by object."""

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
_INFERRED_MILLISECONDS: Final = tr("EnOS documentation 2.1 to 2.4; milliseconds inferred")
_INFERRED_UTC: Final = tr("EnOS documentation 2.1 to 2.4; UTC inferred from the ids")
_SAMPLE: Final = tr("in EnOS's sample answer, not documented")
_VERIFIED: Final = ((0, ValueMeaning(tr("not verified"))), (1, ValueMeaning(tr("verified"))))


def _build_flag(*names: str) -> FieldSpec:
    return FieldSpec(names, JsonType.BOOLEAN, presence=Presence.EXPECTED)


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
    FieldSpec(("createTime",), JsonType.NUMBER, FieldKind.INSTANT, source=_INFERRED_SECONDS),
    FieldSpec(("refreshTime",), JsonType.NUMBER, FieldKind.INSTANT, source=_INFERRED_SECONDS),
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
_USER: Final = (
    FieldSpec(("name",), JsonType.STRING, description=tr("login name")),
    FieldSpec(("id",), JsonType.STRING, FieldKind.IDENTIFIER, description=tr("the user's id")),
    FieldSpec(
        ("type",),
        JsonType.NUMBER,
        FieldKind.CODE,
        meanings=(
            (0, ValueMeaning(tr("user"))),
            (1, ValueMeaning(tr("organization owner"))),
            (2, ValueMeaning(tr("organization admin"))),
        ),
    ),
    FieldSpec(
        ("state",),
        JsonType.NUMBER,
        FieldKind.CODE,
        meanings=(
            (0, ValueMeaning(tr("enabled"))),
            (1, ValueMeaning(tr("disabled"), Severity.BAD)),
        ),
    ),
    FieldSpec(
        ("authType",),
        JsonType.NUMBER,
        FieldKind.CODE,
        meanings=(
            (0, ValueMeaning(tr("EnOS account"))),
            (1, ValueMeaning(tr("LDAP account"))),
            (2, ValueMeaning(tr("SSO account"))),
        ),
    ),
    FieldSpec(
        ("mfaType",),
        JsonType.NUMBER,
        FieldKind.CODE,
        Presence.NULLABLE,
        meanings=(
            (0, ValueMeaning(tr("disabled"))),
            (1, ValueMeaning(tr("by SMS"))),
            (2, ValueMeaning(tr("by email"))),
            (3, ValueMeaning(tr("by SMS and email"))),
        ),
    ),
    FieldSpec(
        ("passwordState", "password_state"),
        JsonType.NUMBER,
        FieldKind.CODE,
        meanings=(
            (0, ValueMeaning(tr("normal"))),
            (1, ValueMeaning(tr("password must be changed"), Severity.WARNING)),
        ),
    ),
    FieldSpec(
        ("passwordStrength", "password_strength"),
        JsonType.NUMBER | JsonType.STRING,
        FieldKind.CODE,
        meanings=(
            (0, ValueMeaning(tr("medium"))),
            (1, ValueMeaning(tr("strong"))),
            (2, ValueMeaning(tr("very strong"))),
        ),
        text_codes=(("MEDIUM", 0), ("STRONG", 1), ("VERY_STRONG", 2)),
    ),
    FieldSpec(
        ("passwordExpireTime", "password_expire_time"),
        JsonType.NUMBER,
        FieldKind.INSTANT,
        Presence.NULLABLE,
        description=tr("when the password expires"),
        source=_INFERRED_MILLISECONDS,
    ),
    FieldSpec(
        ("createTime",),
        JsonType.STRING,
        FieldKind.INSTANT,
        description=tr("when the account was created"),
        source=_INFERRED_UTC,
    ),
    FieldSpec(
        ("createdAt",),
        JsonType.ANY,
        FieldKind.INSTANT,
        Presence.NULLABLE,
        source=_SAMPLE,
        is_unit_guessed=True,
    ),
    FieldSpec(("email",), JsonType.STRING, description=tr("email address")),
    FieldSpec(("emailVerified",), JsonType.BOOLEAN, meanings=_VERIFIED),
    FieldSpec(
        ("emailVerifiedAt",),
        JsonType.ANY,
        FieldKind.INSTANT,
        Presence.NULLABLE,
        is_unit_guessed=True,
    ),
    FieldSpec(("phone",), JsonType.STRING, description=tr("phone number")),
    FieldSpec(("phoneArea",), JsonType.STRING, description=tr("country code of the phone number")),
    FieldSpec(("phoneVerified",), JsonType.BOOLEAN, meanings=_VERIFIED),
    FieldSpec(
        ("phoneVerifiedAt",),
        JsonType.ANY,
        FieldKind.INSTANT,
        Presence.NULLABLE,
        is_unit_guessed=True,
    ),
    FieldSpec(
        ("organizationId",),
        JsonType.STRING,
        FieldKind.IDENTIFIER,
        description=tr("the user's organization"),
    ),
    FieldSpec(("organization",), JsonType.ANY, presence=Presence.NULLABLE, source=_SAMPLE),
    FieldSpec(
        ("guestOrganizations",),
        JsonType.ARRAY,
        FieldKind.ORGANIZATION,
        Presence.NULLABLE,
        description=tr("by its name, where the user is an external user"),
        source=_SAMPLE,
    ),
    FieldSpec(
        ("description",), JsonType.STRING, presence=Presence.NULLABLE, description=tr("description")
    ),
    FieldSpec(
        ("extra",),
        JsonType.ANY,
        presence=Presence.NULLABLE,
        description=tr("additional information"),
    ),
    FieldSpec(
        ("resourceId",),
        JsonType.STRING,
        FieldKind.IDENTIFIER,
        description=tr("resource id of the user"),
    ),
    FieldSpec(
        ("createdByUserId",),
        JsonType.STRING,
        FieldKind.IDENTIFIER,
        Presence.NULLABLE,
        description=tr("who created the account"),
    ),
    FieldSpec(
        ("domain",),
        JsonType.STRING,
        presence=Presence.OPTIONAL,
        description=tr("technical account name, not an internet domain"),
        source=_SINCE_2_3,
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
        ObjectType.USER: _USER,
        ObjectType.ORGANIZATION: _ORGANIZATION,
        ObjectType.OTHER: (),
    }
)
_BY_NAME: Final = MappingProxyType(
    {
        place: MappingProxyType({name: one for one in known for name in one.names})
        for place, known in _FIELDS.items()
    }
)
