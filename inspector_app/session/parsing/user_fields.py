"""The documented fields of a user, of which several mean other things than their names say."""

from __future__ import annotations

from typing import Final

from inspector_app.session.parsing.field_spec import (
    FieldKind,
    FieldSpec,
    JsonType,
    Presence,
    ValueMeaning,
)
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

_SINCE_2_3: Final = tr("EnOS documentation 2.3 and later")
_INFERRED_MILLISECONDS: Final = tr("EnOS documentation 2.1 to 2.4; milliseconds inferred")
_INFERRED_UTC: Final = tr("EnOS documentation 2.1 to 2.4; UTC inferred from the ids")
_SAMPLE: Final = tr("in EnOS's sample answer, not documented")
_TWO_TABLES: Final = tr("EnOS documentation: the login page and the SSO user page disagree")
_OLDER_POLICY: Final = tr("EnOS documentation 2.1 to 2.4; of an older policy, perhaps out of date")
_VERIFIED: Final = ((0, ValueMeaning(tr("not verified"))), (1, ValueMeaning(tr("verified"))))


def _read_type(text: Text) -> ValueMeaning:
    """Both readings of ``type``: which table holds is told by the organization's owner alone."""
    return ValueMeaning(text, provenance=Provenance.INFERRED)


USER_FIELDS: Final = (
    FieldSpec(("name",), JsonType.STRING, description=tr("login name")),
    FieldSpec(("id",), JsonType.STRING, FieldKind.IDENTIFIER, description=tr("the user's id")),
    FieldSpec(
        ("type",),
        JsonType.NUMBER,
        FieldKind.CODE,
        meanings=(
            (0, _read_type(tr("user by one table of the documentation, not in the other"))),
            (1, _read_type(tr("owner or user, by which table of the documentation"))),
            (2, _read_type(tr("owner or admin, by which table of the documentation"))),
            (3, _read_type(tr("admin by one table of the documentation, not in the other"))),
        ),
        source=_TWO_TABLES,
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
            (3, ValueMeaning(tr("by SMS or email, as the user chooses"))),
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
        source=_OLDER_POLICY,
    ),
    FieldSpec(
        ("passwordExpireTime", "password_expire_time"),
        JsonType.NUMBER,
        FieldKind.INSTANT,
        Presence.NULLABLE,
        description=tr("when the password expires"),
        source=_INFERRED_MILLISECONDS,
        provenance=Provenance.INFERRED,
    ),
    FieldSpec(
        ("createTime",),
        JsonType.STRING,
        FieldKind.INSTANT,
        description=tr("when the account was created"),
        source=_INFERRED_UTC,
        provenance=Provenance.INFERRED,
    ),
    FieldSpec(
        ("createdAt",),
        JsonType.ANY,
        FieldKind.INSTANT,
        Presence.NULLABLE,
        source=_SAMPLE,
        provenance=Provenance.INFERRED,
    ),
    FieldSpec(("email",), JsonType.STRING, description=tr("e-mail address")),
    FieldSpec(("emailVerified",), JsonType.BOOLEAN, meanings=_VERIFIED),
    FieldSpec(
        ("emailVerifiedAt",),
        JsonType.ANY,
        FieldKind.INSTANT,
        Presence.NULLABLE,
        provenance=Provenance.INFERRED,
    ),
    FieldSpec(("phone",), JsonType.STRING, description=tr("phone number")),
    FieldSpec(("phoneArea",), JsonType.STRING, description=tr("country code of the phone number")),
    FieldSpec(("phoneVerified",), JsonType.BOOLEAN, meanings=_VERIFIED),
    FieldSpec(
        ("phoneVerifiedAt",),
        JsonType.ANY,
        FieldKind.INSTANT,
        Presence.NULLABLE,
        provenance=Provenance.INFERRED,
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
        description=tr("where the user is an external user, inferred from the name"),
        source=_SAMPLE,
        provenance=Provenance.INFERRED,
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
        description=tr("technical account name; of an SSO account, its identity provider"),
        source=_SINCE_2_3,
    ),
)
