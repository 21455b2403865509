"""Detects answers in which the gateway rejects the token or the application's access token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import ApiCall
from inspector_app.session.http_status import NOT_FOUND
from inspector_app.session.parsing import answer_codes, scalars
from inspector_app.session.parsing.answer_parser import detect_format
from inspector_app.session.parsing.json_document import JsonNumber, JsonObject
from inspector_app.session.parsing.parse_errors import BodyParseError
from inspector_app.session.parsing.parsed_answer import AnswerFormat
from inspector_app.session.parsing.strict_json import parse_document

if TYPE_CHECKING:
    from inspector_app.session.exchange import Exchange

_INVALID_TOKEN_STATUSES: Final = {str(code) for code in answer_codes.TOKEN_NOT_VALID}
_FORMATS_OF_NO_SERVICE: Final = frozenset({AnswerFormat.GATEWAY, AnswerFormat.OTHER})
_MAX_BODY_SIZE: Final = 64 * 1024


def parse_envelope(answer: Exchange) -> JsonObject | None:
    """The JSON object in the body; None if it is none, or longer than any rejection."""
    if len(answer.body) > _MAX_BODY_SIZE:  # a refusal is short
        return None
    try:
        root = parse_document(answer.body).root
    except BodyParseError:
        return None
    return root if isinstance(root, JsonObject) else None


def get_identity_status(answer: Exchange) -> str | None:
    """The ``status`` of the identity service's envelope; None if the answer is another's."""
    envelope = parse_envelope(answer)
    is_identity_service = answer.call is not ApiCall.APPLICATION
    status = envelope.get("status") if envelope is not None and is_identity_service else None
    return status.text if isinstance(status, JsonNumber) else None


def is_token_rejected(answer: Exchange) -> bool:
    """Whether the identity service itself says that the token is not valid."""
    return get_identity_status(answer) in _INVALID_TOKEN_STATUSES


def has_no_route(answer: Exchange) -> bool:
    """Whether the gateway has no such path: HTTP 404 that is no answer of a service behind it."""
    if answer.status != NOT_FOUND or answer.call is ApiCall.APPLICATION:
        return False
    envelope = parse_envelope(answer)
    return envelope is None or detect_format(envelope) in _FORMATS_OF_NO_SERVICE


def is_access_token_expired(answer: Exchange) -> bool:
    """Whether the gateway says that the application's access token has expired."""
    envelope = parse_envelope(answer)
    if envelope is None:
        return False
    codes = (
        scalars.parse_integer(envelope.get(name)) for name in ("apim_status", "status", "code")
    )
    return any(code in answer_codes.ACCESS_TOKEN_EXPIRED for code in codes)
