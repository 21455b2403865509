"""The part of the JSON export about the calls that were made beside session info."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.report.formats.iso_timestamps import format_utc
from inspector_app.session.exchange import Exchange
from inspector_app.session.parsing.json_document import Json, JsonNumber, JsonObject

if TYPE_CHECKING:
    from inspector_app.session.companion import Companion


def build_companions(companions: tuple[Companion, ...]) -> Json:
    """The redacted answers by what was asked; null where nothing was."""
    if not companions:
        return None
    return JsonObject(tuple((one.kind.value, _build_companion(one)) for one in companions))


def _build_companion(companion: Companion) -> Json:
    answer, document = companion.call_result, companion.document
    status: Json = None
    failure: Json = None
    if isinstance(answer, Exchange):
        taken_at, status = answer.headers_at, JsonNumber(str(answer.status))
    else:
        taken_at, failure = answer.failed_at, answer.kind.value
    return JsonObject(
        (
            ("outcome", companion.outcome.value),
            ("call", answer.call.value),
            ("taken_at", format_utc(taken_at)),
            ("http_status", status),
            ("failure", failure),
            ("asked_about", companion.subject or None),
            ("answer", None if document is None else document.root),
        )
    )
