"""The documented fields of what the calls about organizations answer."""

from __future__ import annotations

from typing import Final

from inspector_app.session.parsing.field_spec import (
    FieldKind,
    FieldSpec,
    JsonType,
    Presence,
    ValueMeaning,
)
from inspector_app.session.parsing.parsed_answer import SYSTEM_USER_ID
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import tr

STATE_NORMAL: Final = 0
STATE_DISABLED: Final = 1
STATE_QUIT: Final = 2
"""The documented ``state`` of an organization."""

APPROVAL_PENDING: Final = 0
APPROVAL_GRANTED: Final = 1
APPROVAL_DENIED: Final = 2
"""The documented ``approvalState`` of an organization."""

_INFERRED_UTC: Final = tr("EnOS documentation 2.1 to 2.4; UTC inferred from the ids")
_UNDEFINED: Final = ValueMeaning(tr("undefined"))
_NOT_FOUND: Final = ValueMeaning(
    tr("no such session or no such organization: the message alone tells which"),
    Severity.WARNING,
)
_TOKEN_NOT_VALID: Final = ValueMeaning(
    tr("the provided bearer token is not valid"), Severity.WARNING
)
_NO_PERMISSION: Final = ValueMeaning(tr("no permission"), Severity.WARNING)
_CODE_MEANINGS: Final = (
    (0, ValueMeaning(tr("success"))),
    (30401, _TOKEN_NOT_VALID),
    (401, _TOKEN_NOT_VALID),
    (30404, _NOT_FOUND),
    (404, _NOT_FOUND),
    (99403, _NO_PERMISSION),
)


def _build_optional(name: str, json_type: JsonType) -> FieldSpec:
    return FieldSpec((name,), json_type, presence=Presence.OPTIONAL)


COMPANION_FIELDS: Final = (
    FieldSpec(("organization",), JsonType.OBJECT, FieldKind.ORGANIZATION_INFO, Presence.OPTIONAL),
    FieldSpec(("organizations",), JsonType.ARRAY, FieldKind.ORGANIZATION_INFO, Presence.OPTIONAL),
    FieldSpec(("status",), JsonType.NUMBER, FieldKind.CODE, meanings=_CODE_MEANINGS),
    FieldSpec(
        ("code",), JsonType.NUMBER, FieldKind.CODE, Presence.OPTIONAL, meanings=_CODE_MEANINGS
    ),
    FieldSpec(("apim_status",), JsonType.NUMBER, FieldKind.ANSWER_CODE, Presence.OPTIONAL),
    FieldSpec(("message",), JsonType.STRING, presence=Presence.NULLABLE),
    _build_optional("msg", JsonType.STRING),
    FieldSpec(("requestId",), JsonType.STRING, presence=Presence.NULLABLE),
    *(
        _build_optional(name, JsonType.BOOLEAN)
        for name in ("success", "successful", "fail", "failed")
    ),
)
ORGANIZATION_INFO_FIELDS: Final = (
    FieldSpec(("name",), JsonType.STRING, description=tr("name of the organization")),
    FieldSpec(
        ("id",), JsonType.STRING, FieldKind.IDENTIFIER, description=tr("id of the organization")
    ),
    FieldSpec(
        ("state",),
        JsonType.NUMBER,
        FieldKind.CODE,
        meanings=(
            (-1, _UNDEFINED),
            (STATE_NORMAL, ValueMeaning(tr("normal"))),
            (STATE_DISABLED, ValueMeaning(tr("the organization is disabled"), Severity.BAD)),
            (STATE_QUIT, ValueMeaning(tr("the organization has quit"), Severity.BAD)),
        ),
    ),
    FieldSpec(
        ("approvalState",),
        JsonType.NUMBER,
        FieldKind.CODE,
        Presence.OPTIONAL,
        meanings=(
            (-1, _UNDEFINED),
            (APPROVAL_PENDING, ValueMeaning(tr("not approved"), Severity.WARNING)),
            (APPROVAL_GRANTED, ValueMeaning(tr("approved"))),
            (APPROVAL_DENIED, ValueMeaning(tr("disapproved"), Severity.WARNING)),
        ),
    ),
    FieldSpec(
        ("approvalDescription",),
        JsonType.STRING,
        presence=Presence.OPTIONAL,
        description=tr("words about the approval"),
    ),
    FieldSpec(
        ("certificationState",),
        JsonType.NUMBER,
        FieldKind.CODE,
        Presence.OPTIONAL,
        meanings=(
            (-1, _UNDEFINED),
            (0, ValueMeaning(tr("not certified"))),
            (1, ValueMeaning(tr("certified"))),
        ),
    ),
    FieldSpec(
        ("type",),
        JsonType.NUMBER,
        FieldKind.CODE,
        meanings=(
            (-1, _UNDEFINED),
            (1, ValueMeaning(tr("individual"))),
            (2, ValueMeaning(tr("enterprise"))),
        ),
    ),
    FieldSpec(
        ("ownerId",),
        JsonType.STRING,
        FieldKind.IDENTIFIER,
        description=tr("the user who owns the organization"),
    ),
    FieldSpec(
        ("domain",),
        JsonType.STRING,
        presence=Presence.NULLABLE,
        description=tr("technical account name, not an internet domain"),
    ),
    FieldSpec(
        ("createTime",),
        JsonType.ANY,
        FieldKind.INSTANT,
        Presence.NULLABLE,
        description=tr("when the organization was created"),
        source=_INFERRED_UTC,
        provenance=Provenance.INFERRED,
    ),
    FieldSpec(
        ("createdByUserId",),
        JsonType.STRING,
        FieldKind.IDENTIFIER,
        Presence.NULLABLE,
        description=tr("who created the organization"),
        meanings=(
            (
                int(SYSTEM_USER_ID),
                ValueMeaning(tr("the system, inferred from the 0"), provenance=Provenance.INFERRED),
            ),
        ),
    ),
    FieldSpec(
        ("resourceId",),
        JsonType.STRING,
        FieldKind.IDENTIFIER,
        Presence.NULLABLE,
        description=tr("resource id of the organization"),
    ),
    FieldSpec(
        ("description",), JsonType.STRING, presence=Presence.NULLABLE, description=tr("description")
    ),
    FieldSpec(
        ("code",),
        JsonType.ANY,
        presence=Presence.NULLABLE,
        description=tr("code of the organization"),
    ),
    FieldSpec(
        ("extra",),
        JsonType.ANY,
        presence=Presence.NULLABLE,
        description=tr("additional information"),
    ),
)
