"""Find credentials in bytes, in any of their encodings: as it is, hexadecimal, base64."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MIN_CREDENTIAL_LENGTH: Final = 8
"""Characters from which on a credential is searched for inside of other text: a shorter one
occurs everywhere."""


@dataclass(frozen=True, slots=True)
class CredentialEncodings:
    """Finds credentials in bytes, and shows none of them.

    ``max_length``: bytes of the longest one, not encoded.
    """

    max_length: int
    _plain: tuple[bytes, ...] = field(repr=False)
    _hexadecimal: tuple[bytes, ...] = field(repr=False)

    def has_match(self, data: bytes) -> bool:
        """Whether one of them occurs there: as it is, in base64 of both alphabets, in hex."""
        if any(form in data for form in self._plain):
            return True
        lower = data.lower()
        return any(form in lower for form in self._hexadecimal)


def build_encodings(credentials: Iterable[str]) -> CredentialEncodings:
    """The encodings of these credentials."""
    secrets = [one.encode(errors="surrogatepass") for one in credentials]
    return CredentialEncodings(
        max_length=max(map(len, secrets), default=0),
        _plain=tuple(form for secret in secrets for form in (secret, *_iter_base64_forms(secret))),
        _hexadecimal=tuple(secret.hex().encode() for secret in secrets),
    )


def _iter_base64_forms(secret: bytes) -> Iterator[bytes]:
    """The characters that any base64 text with the secret in it must hold, by its alignment."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + secret)
        first = (0, 2, 3)[before]  # characters that the bytes before have a part in
        last = len(encoded) - (0, 3, 2)[(before + len(secret)) % 3]  # and the bytes behind
        yield encoded[first:last]
        yield encoded[first:last].translate(bytes.maketrans(b"+/", b"-_"))
