"""Find credentials in bytes, in any of their encodings: as it is, hexadecimal, base64."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORTEST: Final = 8
"""Characters from which on a credential is searched for inside of other text: a shorter one
occurs everywhere."""


@dataclass(frozen=True, slots=True)
class Writings:
    """Finds credentials in bytes, and shows none of them.

    ``max_length``: bytes of the longest one, not encoded.
    """

    longest: int
    _plain: tuple[bytes, ...] = field(repr=False)
    _hexadecimal: tuple[bytes, ...] = field(repr=False)

    def are_in(self, view: bytes) -> bool:
        """Whether one of them occurs there: as it is, in base64 of both alphabets, in hex."""
        if any(form in view for form in self._plain):
            return True
        lower = view.lower()
        return any(form in lower for form in self._hexadecimal)


def writings(credentials: Iterable[str]) -> Writings:
    """The encodings of these credentials."""
    secrets = [one.encode(errors="surrogatepass") for one in credentials]
    return Writings(
        longest=max(map(len, secrets), default=0),
        _plain=tuple(form for secret in secrets for form in (secret, *_base64_forms(secret))),
        _hexadecimal=tuple(secret.hex().encode() for secret in secrets),
    )


def _base64_forms(secret: bytes) -> Iterator[bytes]:
    """The characters that any base64 text with the secret in it must hold, by its alignment."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + secret)
        first = (0, 2, 3)[before]  # characters that the bytes before have a part in
        last = len(encoded) - (0, 3, 2)[(before + len(secret)) % 3]  # and the bytes behind
        yield encoded[first:last]
        yield encoded[first:last].translate(bytes.maketrans(b"+/", b"-_"))
