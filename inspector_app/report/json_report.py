"""The answer as a JSON export, which another program or a later release can read.

The members of version 1, in this order:

* ``schema``: always ``enos-session-inspector/answer``
* ``version``: 1
* ``level``: what was removed, ``personal`` (secrets and personal data) or ``secrets``
* ``taken_at``: when the answer was there, by this computer's clock, UTC
* ``environment``: the environment's name, as the person calls it
* ``http_status``: a number, or null where no answer came
* ``verdict``: ``code`` (one of a closed list) and ``sentence`` (English)
* ``answer``: the redacted answer, numbers digit for digit as they were sent, or null where there
  is none or it is not JSON
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from inspector_app.report.credential_scan import checked
from inspector_app.report.material import content
from inspector_app.session.document import Json, JsonNumber, JsonObject, written
from inspector_app.session.exchange import Exchange

if TYPE_CHECKING:
    from inspector_app.report.material import Material

SCHEMA: Final = "enos-session-inspector/answer"
VERSION: Final = 1

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def export(material: Material) -> bytes:
    """The bytes of the export: plain ASCII, the same for the same material.

    Raises:
        CredentialFound: if a credential is still in them; then nothing may leave.
    """
    made = content(material)
    answer, document = made.examination.answer, made.examination.document
    status: Json = JsonNumber(str(answer.status)) if isinstance(answer, Exchange) else None
    envelope = JsonObject(
        (
            ("schema", SCHEMA),
            ("version", JsonNumber(str(VERSION))),
            ("level", material.redaction.level.value),
            ("taken_at", utc(material.taken_at)),
            ("environment", made.environment),
            ("http_status", status),
            (
                "verdict",
                JsonObject(
                    (
                        ("code", made.verdict.code.value),
                        ("sentence", str(made.verdict.sentence)),
                    )
                ),
            ),
            ("answer", None if document is None else document.root),
        )
    )
    return checked(f"{written(envelope)}\n".encode(), material.credentials)


def utc(seconds: float) -> str:
    """Epoch seconds as ISO 8601 in whole seconds: ``2026-11-23T18:24:07Z``."""
    return f"{_EPOCH + timedelta(seconds=int(seconds)):%Y-%m-%dT%H:%M:%SZ}"
