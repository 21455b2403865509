"""Redacts the answers of the calls beside session info, as the session's own answer is redacted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from inspector_app.session.companion import Companion, read_companion
from inspector_app.session.credentials import Credentials
from inspector_app.session.exchange import Failure
from inspector_app.session.parsing.json_document import JsonDocument

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.report.exchange_redactor import ExchangeRedactor
    from inspector_app.report.personal_data import PersonalDataRedactor
    from inspector_app.session.parsing.json_document import Json

_NO_CREDENTIALS: Final = Credentials()


def mask_companion(companion: Companion, mask_secrets: Callable[[Json], Json]) -> Companion:
    """The companion without secrets in its document; all else of it is redacted later."""
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
    if isinstance(answer, Failure):
        return replace(
            companion, call_result=around.redact_failure(answer), credentials=_NO_CREDENTIALS
        )
    if companion.document is None:
        return replace(
            companion, call_result=around.redact_exchange(answer), credentials=_NO_CREDENTIALS
        )
    root = companion.document.root
    document = JsonDocument(root if personal is None else personal.redact_companion(root))
    answer = around.redact_exchange(replace(answer, body=b""))  # the document stands for it
    return read_companion(companion.kind, answer, document)


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
