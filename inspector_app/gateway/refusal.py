"""A light look at an answer: did the identity service refuse the token as not valid?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.document import JsonNumber, JsonObject
from inspector_app.session.strict_json import Unreadable, parse

if TYPE_CHECKING:
    from inspector_app.session.exchange import Exchange

_NOT_VALID: Final = {"401", "30401"}
"""EnOS documentation: "the provided bearer token is not valid", 30401 in 2.1-2.2, later 401."""

_LONGEST: Final = 64 * 1024


def identity_status(answer: Exchange) -> str | None:
    """The ``status`` of the identity service's envelope; None if the answer is another's."""
    if len(answer.body) > _LONGEST:  # a refusal is short
        return None
    try:
        envelope = parse(answer.body).root
    except Unreadable:
        return None
    status = envelope.get("status") if isinstance(envelope, JsonObject) else None
    return status.text if isinstance(status, JsonNumber) else None


def refuses_token(answer: Exchange) -> bool:
    """Whether the identity service itself says that the token is not valid."""
    return identity_status(answer) in _NOT_VALID
