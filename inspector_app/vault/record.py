"""Serializes a token together with the gateway host it was stored for, as one text.

The two are bound so that a token never goes to another gateway, whatever is done to the settings
between two starts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from inspector_app.session.token import MAX_TOKEN_LENGTH, Token
from inspector_app.vault.errors import DamagedSecretError

MAX_RECORD_LENGTH: Final = MAX_TOKEN_LENGTH * 2 + 2048
"""Characters of the longest text ``serialize_record`` makes of a token (each may need a backslash)
and a host of ordinary length; a text longer than that is refused before any keyring is touched."""


@dataclass(frozen=True, slots=True)
class TokenRecord:
    """A token and the one gateway host it may be sent to.

    ``expires_at`` is when it shall be deleted, in epoch seconds of this computer; None for never.
    """

    host: str
    token: Token
    expires_at: float | None = None


def serialize_record(record: TokenRecord) -> str:
    """The record as one line of ASCII: every store counts its characters alike."""
    fields = {"host": record.host, "token": record.token.reveal()}
    return json.dumps(
        fields if record.expires_at is None else fields | {"until": round(record.expires_at)}
    )


def parse_record(text: str) -> TokenRecord:
    """The record that ``serialize_record`` wrote.

    Raises:
        DamagedSecretError: if the text is anything else; it holds nothing of the text.
    """
    try:
        fields = json.loads(text)
        host, token, until = fields["host"], fields["token"], fields.get("until")
        is_valid_time = until is None or (isinstance(until, int) and not isinstance(until, bool))
        if isinstance(host, str) and isinstance(token, str) and is_valid_time:
            return TokenRecord(host, Token(token), until)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    raise DamagedSecretError  # outside of the handler: the caught error would carry the text along
