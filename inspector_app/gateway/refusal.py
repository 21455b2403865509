"""Detects answers in which the gateway rejects the token or the application's access token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import ApiCall
from inspector_app.session.reading import scalars
from inspector_app.session.reading.document import JsonNumber, JsonObject
from inspector_app.session.reading.strict_json import BodyParseError, parse_document

if TYPE_CHECKING:
    from inspector_app.session.exchange import Exchange

_NOT_VALID: Final = {"401", "30401"}
"""EnOS documentation: "the provided bearer token is not valid", 30401 in 2.1-2.2, later 401."""

_ACCESS_TOKEN_EXPIRED: Final = {4011, 1203}
"""EnOS documentation of the token service: 1203, access token expired; ``apim_status`` 4011 is the
gateway's code for it."""

_LONGEST: Final = 64 * 1024


def envelope(answer: Exchange) -> JsonObject | None:
    """The JSON object in the body; None if it is none, or longer than any rejection."""
    if len(answer.body) > _LONGEST:  # a refusal is short
        return None
    try:
        root = parse_document(answer.body).root
    except BodyParseError:
        return None
    return root if isinstance(root, JsonObject) else None


def identity_status(answer: Exchange) -> str | None:
    """The ``status`` of the identity service's envelope; None if the answer is another's."""
    found = envelope(answer)
    status = found.get("status") if found is not None and answer.call is ApiCall.SESSION else None
    return status.text if isinstance(status, JsonNumber) else None


def refuses_token(answer: Exchange) -> bool:
    """Whether the identity service itself says that the token is not valid."""
    return identity_status(answer) in _NOT_VALID


def refuses_access_token(answer: Exchange) -> bool:
    """Whether the gateway says that the application's access token has expired."""
    found = envelope(answer)
    if found is None:
        return False
    names = ("apim_status", "status", "code")
    return any(scalars.parse_integer(found.get(name)) in _ACCESS_TOKEN_EXPIRED for name in names)
