"""Parse a JSON document into an answer, whatever release and format it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.parsing import (
    answer_codes,
    portal_session,
    scalars,
    schema_notes,
)
from inspector_app.session.parsing.companion_recognition import get_recognized_type
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import (
    Json,
    JsonArray,
    JsonDocument,
    JsonObject,
)
from inspector_app.session.parsing.member_lookup import MemberLookup
from inspector_app.session.parsing.parsed_answer import (
    AnswerFormat,
    AnswerOutcome,
    OutcomeSignal,
    ParsedAnswer,
    ParsedField,
    Session,
)
from inspector_app.session.parsing.session_parser import parse_portal_session, parse_session

if TYPE_CHECKING:
    from collections.abc import KeysView

_SUCCESS_FLAGS: Final = ("success", "successful")
_FAILURE_FLAGS: Final = ("fail", "failed")
_FLAGS: Final = frozenset(_SUCCESS_FLAGS + _FAILURE_FLAGS)
_GATEWAY_NAMES: Final = frozenset({"message", "request_id", "requestId"})
_ENVELOPE_TYPES: Final = {
    AnswerFormat.IAM: ObjectType.ENVELOPE,
    AnswerFormat.PORTAL: ObjectType.PORTAL_ENVELOPE,
}
"""The formats whose deviations from the documentation are told."""

_IAM_CODES: Final = range(30_000, 31_000)
_HTTP_REFUSAL: Final = 400
_HTTP_SUCCESS: Final = 200


def parse_answer(document: JsonDocument, status: int) -> ParsedAnswer:
    """What the document says; ``status`` is the HTTP status of its answer. Never raises."""
    root = document.root
    content = root if isinstance(root, JsonObject) else JsonObject()
    envelope = MemberLookup(ObjectType.ENVELOPE, (), content)
    shape = detect_format(content)
    session = parse_session(envelope) if shape is AnswerFormat.IAM else None
    if shape is AnswerFormat.PORTAL:
        session = parse_portal_session(content)
    votes = _collect_signals(envelope, session) if shape is not AnswerFormat.OTHER else ()
    result = _compute_outcome(votes, session, status)
    place = get_recognized_type(content) or _ENVELOPE_TYPES.get(shape)
    return ParsedAnswer(
        document=document,
        http_status=status,
        answer_format=shape,
        outcome=result,
        code=_parse_code(envelope),
        message=_parse_message(envelope),
        signals=votes,
        session=session,
        notes=()
        if place is None
        else schema_notes.collect_notes(content, session, result, votes, place),
        has_iam_envelope=shape is AnswerFormat.IAM
        and envelope.names >= _FLAGS
        and not envelope.names.isdisjoint({"status", "code"}),
    )


def detect_format(content: JsonObject) -> AnswerFormat:
    """The family of answers to which an object belongs, by its members alone."""
    names = content.names
    if "apim_status" in names:
        return AnswerFormat.APIM
    if "business" in names and "status" in names:
        return AnswerFormat.TOKEN_SERVICE
    if _is_iam_answer(content, names):
        return AnswerFormat.IAM
    if portal_session.is_portal_answer(content):
        return AnswerFormat.PORTAL
    return _detect_plain_format(content, names)


def _detect_plain_format(content: JsonObject, names: KeysView[str]) -> AnswerFormat:
    if "code" in names and names & {"msg", "message"}:
        return AnswerFormat.GENERAL
    is_message = isinstance(content.get("message"), str) and names <= _GATEWAY_NAMES
    return AnswerFormat.GATEWAY if is_message else AnswerFormat.OTHER


def _is_iam_answer(content: JsonObject, names: KeysView[str]) -> bool:
    """Whether it is an IAM answer: also one cut down to the fields that only IAM sends together.

    ``{status, message}`` alone is not: many web frameworks write their own errors so.
    """
    if isinstance(content.get("session"), JsonObject | JsonArray):
        return True
    if scalars.parse_integer(content.get("status")) in _IAM_CODES:
        return True
    if scalars.parse_integer(content.get("code")) in _IAM_CODES and "msg" not in names:
        return True
    return bool("status" in names and names & (_FLAGS | {"session"})) or len(names & _FLAGS) > 1


def _parse_code(envelope: MemberLookup) -> ParsedField[int]:
    """The first number by which the answer names its outcome, one of a refusal before a 0."""
    sent = [
        envelope.parse_field(name, scalars.parse_integer)
        for name in ("status", "code", "apim_status")
    ]
    numbered = [one for one in sent if one.value is not None]
    return next((one for one in numbered if one.value), next(iter(numbered), ParsedField()))


def _parse_message(envelope: MemberLookup) -> ParsedField[str]:
    sent = [envelope.parse_field(name, _parse_string) for name in ("message", "msg")]
    return next(
        (one for one in sent if one.value), next((one for one in sent if one.path), ParsedField())
    )


def _parse_string(value: Json) -> str | None:
    return value if isinstance(value, str) else None


def _collect_signals(envelope: MemberLookup, session: Session | None) -> tuple[OutcomeSignal, ...]:
    votes = [
        OutcomeSignal((name,), is_success=truth is wanted)
        for names, wanted in ((_SUCCESS_FLAGS, True), (_FAILURE_FLAGS, False))
        for name in names
        if (truth := scalars.parse_boolean(envelope.get_value(name))) is not None
    ]
    status = scalars.parse_integer(envelope.get_value("status"))
    if status is not None:
        votes.insert(0, OutcomeSignal(("status",), is_success=status == answer_codes.SUCCESS))
    code = scalars.parse_integer(envelope.get_value("code"))
    if code is not None:
        votes.append(
            OutcomeSignal(("code",), is_success=code in {answer_codes.SUCCESS, _HTTP_SUCCESS})
        )
    if session is not None:
        votes.append(OutcomeSignal(session.evidence[0], is_success=True))
    elif any(vote.is_success for vote in votes) and "session" in envelope.names:
        votes.append(OutcomeSignal(("session",), is_success=False))
    return tuple(votes)


def _compute_outcome(
    signals: tuple[OutcomeSignal, ...], session: Session | None, status: int
) -> AnswerOutcome:
    said = {vote.is_success for vote in signals}
    if not said:
        return AnswerOutcome.UNKNOWN
    if len(said) > 1:
        return AnswerOutcome.CONTRADICTORY
    if False in said:
        return AnswerOutcome.REFUSAL
    if status >= _HTTP_REFUSAL:
        return AnswerOutcome.CONTRADICTORY
    return AnswerOutcome.SUCCESS if session is not None else AnswerOutcome.UNKNOWN
