"""Labels that stand in a report in place of people, organizations and the like."""

from __future__ import annotations

import hmac
import re
from enum import Enum
from typing import Final

_DIGITS: Final = 4
_MORE_DIGITS: Final = 8
"""Hex digits of a label whose short form already stands for another identity of its document."""


class Kind(Enum):
    """Of what a label is; the same identity has the same one wherever it stands."""

    USER = "user"
    ORGANIZATION = "org"
    RESOURCE = "resource"
    FIELD = "field"


_LABEL: Final = re.compile(
    f"(?:{'|'.join(kind.value for kind in Kind)})"
    f"#(?:[0-9a-f]{{{_DIGITS}}}|[0-9a-f]{{{_MORE_DIGITS}}})"
)


def is_label(text: str) -> bool:
    """Whether a report put this in an identity's place."""
    return _LABEL.fullmatch(text) is not None


def pseudonym(kind: Kind, value: str, key: bytes, digits: int = _DIGITS) -> str:
    """The label of one identity, such as ``user#19c2``; to be guessed only with the key.

    What is such a label already, in an export that is opened again, stays the one it is.
    """
    if is_label(value):
        return value
    told = f"{kind.value}\0{value}".encode(errors="surrogatepass")
    return f"{kind.value}#{hmac.digest(key, told, 'sha256').hex()[:digits]}"


class Pseudonyms:
    """The labels of one document, in which no two identities have the same one.

    Else a report could say that a user works at home who does not: of 65,536 pairs of
    organizations, one has the same four digits.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._holders: dict[str, str] = {}

    def label(self, kind: Kind, value: str) -> str:
        """The short label, unless another identity had it first: then the longer one."""
        label = pseudonym(kind, value, self._key)
        if self._holders.setdefault(label, value) == value:
            return label
        return pseudonym(kind, value, self._key, _MORE_DIGITS)
