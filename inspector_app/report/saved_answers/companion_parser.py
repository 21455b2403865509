"""Parses the part of a JSON export about the calls that were made beside session info."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.report.saved_answers.member_parser import (
    parse_enum,
    parse_instant,
    parse_object,
    parse_status,
)
from inspector_app.report.saved_answers.models import SavedCompanion
from inspector_app.session.companion import CompanionKind, CompanionOutcome
from inspector_app.session.exchange import (
    MAX_SUBJECT_LENGTH,
    ApiCall,
    Exchange,
    Failure,
    FailureKind,
    Route,
    TimeSource,
)
from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.strict_json import build_document

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import Json, JsonObject

_COMPANIONS: Final = "companions"


def parse_companions(root: JsonObject) -> tuple[SavedCompanion, ...]:
    """The saved answers, one of a kind.

    Raises:
        UnreadableFileError: if one of them is damaged.
    """
    value = root.get(_COMPANIONS)
    if value is None:
        return ()
    content = parse_object(value, _COMPANIONS)
    return tuple(
        _parse_companion(kind, content.get(kind.value))
        for kind in CompanionKind
        if kind.value in content.names
    )


def _parse_companion(kind: CompanionKind, value: Json) -> SavedCompanion:
    name = f"{_COMPANIONS}.{kind.value}"
    saved = parse_object(value, name)
    is_application = saved.get("call") == ApiCall.APPLICATION.value
    call = ApiCall.APPLICATION if is_application else kind.call
    subject = (scalars.parse_text(saved.get("asked_about")) or "")[:MAX_SUBJECT_LENGTH]
    taken_at = parse_instant(saved.get("taken_at"), f"{name}.taken_at")
    if saved.get("failure") is not None:
        failure = parse_enum(FailureKind, saved.get("failure"), f"{name}.failure")
        failed = Failure(failure, Route(""), taken_at, call=call)
        return SavedCompanion(kind, failed, subject=subject)
    answer = Exchange(
        status=parse_status(saved.get("http_status"), f"{name}.http_status"),
        headers=(),
        body=b"",
        sent_at=taken_at,
        headers_at=taken_at,
        route=Route(""),
        call=call,
        time_source=TimeSource.RECORDED,
    )
    content = saved.get("answer")
    document = None if content is None else build_document(content)
    is_stored = saved.get("outcome") == CompanionOutcome.STORED.value
    return SavedCompanion(kind, answer, document, subject, is_stored)
