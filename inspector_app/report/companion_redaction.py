"""Redacts the answers of the calls beside session info, as the session's own answer is redacted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.session.companion import (
    Companion,
    CompanionKind,
    CompanionOutcome,
    mark_stored,
    read_companion,
)
from inspector_app.session.credentials import Credentials
from inspector_app.session.exchange import Failure
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import JsonDocument

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.report.exchange_redactor import ExchangeRedactor
    from inspector_app.report.personal_data import PersonalDataRedactor
    from inspector_app.session.parsing.json_document import Json

_NO_CREDENTIALS: Final = Credentials()


def get_document_type(kind: CompanionKind) -> ObjectType:
    """What the document of such an answer is."""
    return ObjectType.PORTAL_COMPANION if kind.is_of_portal else ObjectType.COMPANION


def mask_companion(companion: Companion, mask_secrets: Callable[[Json], Json]) -> Companion:
    """The companion without secrets in its document and what was asked about."""
    subject = mask_secrets(companion.subject)
    companion = replace(companion, subject=subject if isinstance(subject, str) else "")
    if companion.document is None:
        return companion
    return replace(companion, document=JsonDocument(mask_secrets(companion.document.root)))


def redact_companion(
    companion: Companion, around: ExchangeRedactor, personal: PersonalDataRedactor | None
) -> Companion:
    """The masked companion, redacted, as if the gateway had sent only what is left.

    ``personal`` is None where personal data may be reported.
    """
    answer = companion.call_result
    if isinstance(answer, Failure) or companion.document is None:
        subject = companion.subject
        return replace(
            companion,
            call_result=around.redact_failure(answer)
            if isinstance(answer, Failure)
            else around.redact_exchange(answer),
            credentials=_NO_CREDENTIALS,
            subject=subject if personal is None else personal.label_application(subject),
        )
    root, subject = companion.document.root, companion.subject
    if personal is not None:
        root = personal.redact_companion(get_document_type(companion.kind), root)
        subject = personal.label_application(subject)
    document = JsonDocument(root)
    answer = around.redact_exchange(replace(answer, body=b""))  # the document stands for it
    read = replace(read_companion(companion.kind, answer, document), subject=subject)
    return mark_stored(read) if companion.outcome is CompanionOutcome.STORED else read


def find_organization_label(
    original: tuple[Companion, ...], redacted: tuple[Companion, ...], expected: str
) -> str | None:
    """What an organization of the list, typed as id or name, is called in the redacted list."""
    for before, after in zip(original, redacted, strict=True):
        listed, shown = before.organizations, after.organizations
        row = None if listed is None else listed.find_row(expected)
        if shown is not None and row is not None:
            return shown.labels[row] or None
    return None


def list_organization_labels(redacted: tuple[Companion, ...]) -> frozenset[str]:
    """The ids of all organizations in the redacted lists."""
    return frozenset(
        label for one in redacted if one.organizations for label in one.organizations.rows_by_id
    )
