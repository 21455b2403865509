"""The fields of a session answer that EnOS documents, object by object."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from inspector_app.session.reading.documented_field import Field, Form, Place, Presence, Sense, Word
from inspector_app.session.severity import Severity
from inspector_app.session.wording import tr


def field(place: Place, name: str) -> Field | None:
    """The documented field of that name, in any of its spellings."""
    return _BY_NAME[place].get(name)


def fields(place: Place) -> tuple[Field, ...]:
    """All documented fields of an object."""
    return _FIELDS[place]


_SINCE_2_3: Final = tr("EnOS documentation 2.3 and later")
_INFERRED_SECONDS: Final = tr("EnOS documentation 2.1 to 2.4; seconds inferred from the size")
_INFERRED_MILLISECONDS: Final = tr("EnOS documentation 2.1 to 2.4; milliseconds inferred")
_INFERRED_UTC: Final = tr("EnOS documentation 2.1 to 2.4; UTC inferred from the ids")
_SAMPLE: Final = tr("in EnOS's sample answer, not documented")
_VERIFIED: Final = ((0, Word(tr("not verified"))), (1, Word(tr("verified"))))


def _flag(*names: str) -> Field:
    return Field(names, Form.FLAG, presence=Presence.EXPECTED)


_ENVELOPE: Final = (
    Field(("status",), Form.NUMBER, Sense.ANSWER_CODE),
    Field(("code",), Form.NUMBER, Sense.ANSWER_CODE, Presence.OPTIONAL),
    Field(("apim_status",), Form.NUMBER, Sense.ANSWER_CODE, Presence.OPTIONAL),
    Field(("message",), Form.TEXT, presence=Presence.NULLABLE),
    Field(("msg",), Form.TEXT, presence=Presence.OPTIONAL),
    Field(("requestId",), Form.TEXT, presence=Presence.NULLABLE),
    _flag("success"),
    _flag("successful"),
    _flag("fail"),
    _flag("failed"),
    Field(("session",), Form.OBJECT | Form.LIST),
)
_SESSION: Final = (
    Field(("id",), Form.TEXT, Sense.CREDENTIAL, about=tr("the session ID: the credential itself")),
    Field(
        ("status",),
        Form.NUMBER,
        Sense.CODE,
        Presence.OPTIONAL,
        words=(
            (0, Word(tr("initialized: access is limited"), Severity.WARNING)),
            (1, Word(tr("normal"))),
        ),
        source=_SINCE_2_3,
    ),
    Field(
        ("ssoLogin",),
        Form.FLAG,
        presence=Presence.OPTIONAL,
        words=((0, Word(tr("no SSO login"))), (1, Word(tr("SSO login")))),
        source=_SINCE_2_3,
    ),
    Field(("createTime",), Form.NUMBER, Sense.INSTANT, source=_INFERRED_SECONDS),
    Field(("refreshTime",), Form.NUMBER, Sense.INSTANT, source=_INFERRED_SECONDS),
    Field(("expires",), Form.NUMBER, Sense.SPAN),
    Field(("user",), Form.OBJECT, Sense.USER, about=tr("who signed in")),
    Field(
        ("workingOrganization",),
        Form.OBJECT,
        Sense.ORGANIZATION,
        about=tr("the current organization"),
    ),
    Field(
        ("residentOrganization",),
        Form.OBJECT,
        Sense.ORGANIZATION,
        about=tr("where the account was created"),
    ),
)
_USER: Final = (
    Field(("name",), Form.TEXT, about=tr("login name")),
    Field(("id",), Form.TEXT, Sense.IDENTIFIER, about=tr("the user's id")),
    Field(
        ("type",),
        Form.NUMBER,
        Sense.CODE,
        words=(
            (0, Word(tr("user"))),
            (1, Word(tr("organization owner"))),
            (2, Word(tr("organization admin"))),
        ),
    ),
    Field(
        ("state",),
        Form.NUMBER,
        Sense.CODE,
        words=((0, Word(tr("enabled"))), (1, Word(tr("disabled"), Severity.BAD))),
    ),
    Field(
        ("authType",),
        Form.NUMBER,
        Sense.CODE,
        words=((0, Word(tr("EnOS account"))), (1, Word(tr("LDAP account")))),
    ),
    Field(
        ("mfaType",),
        Form.NUMBER,
        Sense.CODE,
        Presence.NULLABLE,
        words=(
            (0, Word(tr("disabled"))),
            (1, Word(tr("by SMS"))),
            (2, Word(tr("by email"))),
            (3, Word(tr("by SMS and email"))),
        ),
    ),
    Field(
        ("passwordState", "password_state"),
        Form.NUMBER,
        Sense.CODE,
        words=(
            (0, Word(tr("normal"))),
            (1, Word(tr("password must be changed"), Severity.WARNING)),
        ),
    ),
    Field(
        ("passwordStrength", "password_strength"),
        Form.NUMBER | Form.TEXT,
        Sense.CODE,
        words=((0, Word(tr("medium"))), (1, Word(tr("strong"))), (2, Word(tr("very strong")))),
        texts=(("MEDIUM", 0), ("STRONG", 1), ("VERY_STRONG", 2)),
    ),
    Field(
        ("passwordExpireTime", "password_expire_time"),
        Form.NUMBER,
        Sense.INSTANT,
        Presence.NULLABLE,
        about=tr("when the password expires"),
        source=_INFERRED_MILLISECONDS,
    ),
    Field(
        ("createTime",),
        Form.TEXT,
        Sense.INSTANT,
        about=tr("when the account was created"),
        source=_INFERRED_UTC,
    ),
    Field(
        ("createdAt",),
        Form.ANY,
        Sense.INSTANT,
        Presence.NULLABLE,
        source=_SAMPLE,
        guesses_unit=True,
    ),
    Field(("email",), Form.TEXT, about=tr("email address")),
    Field(("emailVerified",), Form.FLAG, words=_VERIFIED),
    Field(("emailVerifiedAt",), Form.ANY, Sense.INSTANT, Presence.NULLABLE, guesses_unit=True),
    Field(("phone",), Form.TEXT, about=tr("phone number")),
    Field(("phoneArea",), Form.TEXT, about=tr("country code of the phone number")),
    Field(("phoneVerified",), Form.FLAG, words=_VERIFIED),
    Field(("phoneVerifiedAt",), Form.ANY, Sense.INSTANT, Presence.NULLABLE, guesses_unit=True),
    Field(
        ("organizationId",),
        Form.TEXT,
        Sense.IDENTIFIER,
        about=tr("the user's organization"),
    ),
    Field(("organization",), Form.ANY, presence=Presence.NULLABLE, source=_SAMPLE),
    Field(
        ("guestOrganizations",),
        Form.LIST,
        Sense.ORGANIZATION,
        Presence.NULLABLE,
        about=tr("by its name, where the user is an external user"),
        source=_SAMPLE,
    ),
    Field(("description",), Form.TEXT, presence=Presence.NULLABLE, about=tr("description")),
    Field(("extra",), Form.ANY, presence=Presence.NULLABLE, about=tr("additional information")),
    Field(("resourceId",), Form.TEXT, Sense.IDENTIFIER, about=tr("resource id of the user")),
    Field(
        ("createdByUserId",),
        Form.TEXT,
        Sense.IDENTIFIER,
        Presence.NULLABLE,
        about=tr("who created the account"),
    ),
    Field(
        ("domain",),
        Form.TEXT,
        presence=Presence.OPTIONAL,
        about=tr("technical account name, not an internet domain"),
        source=_SINCE_2_3,
    ),
)
_ORGANIZATION: Final = (
    Field(("name",), Form.TEXT, about=tr("name of the organization")),
    Field(("id",), Form.TEXT, Sense.IDENTIFIER, about=tr("id of the organization")),
    Field(
        ("domain",),
        Form.TEXT,
        presence=Presence.NULLABLE,
        about=tr("technical account name, not an internet domain"),
    ),
)
_FIELDS: Final = MappingProxyType(
    {
        Place.ENVELOPE: _ENVELOPE,
        Place.SESSION: _SESSION,
        Place.USER: _USER,
        Place.ORGANIZATION: _ORGANIZATION,
        Place.ELSEWHERE: (),
    }
)
_BY_NAME: Final = MappingProxyType(
    {
        place: MappingProxyType({name: one for one in known for name in one.names})
        for place, known in _FIELDS.items()
    }
)
