"""Keyed pseudonyms that replace people, organizations and other identities in a report."""

from __future__ import annotations

import hmac
import re
from enum import Enum
from typing import Final

from inspector_app.session.interruption import check_interruption

_SHORT_DIGITS: Final = 4
_LONG_DIGITS: Final = 8
"""Hex digits of a pseudonym whose short form collides with another identity in its document."""


class PseudonymKind(Enum):
    """What a pseudonym identifies; an identity has the same kind wherever it occurs."""

    USER = "user"
    ORGANIZATION = "org"
    RESOURCE = "resource"
    APPLICATION = "app"
    FIELD = "field"


_PSEUDONYM: Final = re.compile(
    f"(?:{'|'.join(kind.value for kind in PseudonymKind)})"
    f"#(?:[0-9a-f]{{{_SHORT_DIGITS}}}|[0-9a-f]{{{_LONG_DIGITS}}})"
)


def is_pseudonym(text: str) -> bool:
    """Whether the text is a pseudonym that a report put in place of an identity."""
    return _PSEUDONYM.fullmatch(text) is not None


def compute_pseudonym(
    kind: PseudonymKind, value: str, key: bytes, digits: int = _SHORT_DIGITS
) -> str:
    """The pseudonym of one identity, such as ``user#19c2``: an HMAC, not guessable without the key.

    A text that already is a pseudonym, as in an export that is opened again, is kept unchanged.
    """
    if is_pseudonym(value):
        return value
    return _compute_label(kind, value, key, digits)


def compute_long_pseudonym(kind: PseudonymKind, value: str, key: bytes) -> str:
    """One for an identity whose short one is another's; also where the text is a pseudonym."""
    return _compute_label(kind, value, key, _LONG_DIGITS)


def _compute_label(kind: PseudonymKind, value: str, key: bytes, digits: int) -> str:
    identity = f"{kind.value}\0{value}".encode(errors="surrogatepass")
    return f"{kind.value}#{hmac.digest(key, identity, 'sha256').hex()[:digits]}"


class PseudonymRegistry:
    """The pseudonyms of one document, without collisions between its identities.

    Else a report could say that a user works in the home organization who does not: of 65,536
    pairs of organizations, one has the same four digits.

    ``has_labels``: a document among them was saved with pseudonyms in place of identities. One
    that was read there is that of the identity which has it here: the same person in an answer and
    in a saved one beside it is one. Elsewhere a gateway may call an organization so.
    """

    def __init__(self, key: bytes, *, has_labels: bool = False) -> None:
        self._key = key
        self._has_labels = has_labels
        self._values_by_label: dict[str, str] = {}

    def get_label(self, kind: PseudonymKind, value: str) -> str:
        """The short pseudonym, or the longer one if another identity already has the short one."""
        check_interruption()
        label = compute_pseudonym(kind, value, self._key)
        known = self._values_by_label.setdefault(label, value)
        if self._has_labels and label in {known, value}:
            if known == label:
                self._values_by_label[label] = value
            return label
        if known == value:
            return label
        return compute_long_pseudonym(kind, value, self._key)
