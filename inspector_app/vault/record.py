"""What is kept of a token: the token together with the gateway host it was kept for, as one text.

The two are bound so that a token never goes to another gateway, whatever is done to the settings
between two starts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from inspector_app.session.token import LONGEST, Token
from inspector_app.vault.problem import Damaged

LONGEST_TEXT: Final = LONGEST * 2 + 2048
"""Characters of the longest text ``as_text`` makes of a token (each may need a backslash) and a
host of ordinary length; a text longer than that is refused before any keyring is touched."""


@dataclass(frozen=True, slots=True)
class Record:
    """A token and the one gateway host it may be sent to."""

    host: str
    token: Token


def as_text(record: Record) -> str:
    """The record as one line of ASCII: every store counts its characters alike."""
    return json.dumps({"host": record.host, "token": record.token.reveal()})


def from_text(text: str) -> Record:
    """The record that ``as_text`` wrote.

    Raises:
        Damaged: if the text is anything else; it holds nothing of the text.
    """
    try:
        fields = json.loads(text)
        host, token = fields["host"], fields["token"]
        if isinstance(host, str) and isinstance(token, str):
            return Record(host, Token(token))
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise Damaged  # outside of the handler: the caught error would carry the text along
