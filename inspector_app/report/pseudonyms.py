"""Keyed pseudonyms that replace people, organizations and other identities in a report."""

from __future__ import annotations

import hmac
import re
from enum import Enum
from typing import Final

_DIGITS: Final = 4
_MORE_DIGITS: Final = 8
"""Hex digits of a pseudonym whose short form collides with another identity in its document."""


class Kind(Enum):
    """What a pseudonym identifies; an identity has the same kind wherever it occurs."""

    USER = "user"
    ORGANIZATION = "org"
    RESOURCE = "resource"
    FIELD = "field"


_LABEL: Final = re.compile(
    f"(?:{'|'.join(kind.value for kind in Kind)})"
    f"#(?:[0-9a-f]{{{_DIGITS}}}|[0-9a-f]{{{_MORE_DIGITS}}})"
)


def is_label(text: str) -> bool:
    """Whether the text is a pseudonym that a report put in place of an identity."""
    return _LABEL.fullmatch(text) is not None


def pseudonym(kind: Kind, value: str, key: bytes, digits: int = _DIGITS) -> str:
    """The pseudonym of one identity, such as ``user#19c2``: an HMAC, not guessable without the key.

    A text that already is a pseudonym, as in an export that is opened again, is kept unchanged.
    """
    if is_label(value):
        return value
    told = f"{kind.value}\0{value}".encode(errors="surrogatepass")
    return f"{kind.value}#{hmac.digest(key, told, 'sha256').hex()[:digits]}"


class Pseudonyms:
    """The pseudonyms of one document, without collisions between its identities.

    Else a report could say that a user works in the home organization who does not: of 65,536
    pairs of organizations, one has the same four digits.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._holders: dict[str, str] = {}

    def label(self, kind: Kind, value: str) -> str:
        """The short pseudonym, or the longer one if another identity already has the short one."""
        label = pseudonym(kind, value, self._key)
        if self._holders.setdefault(label, value) == value:
            return label
        return pseudonym(kind, value, self._key, _MORE_DIGITS)
