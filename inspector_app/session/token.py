"""The secret type of a credential: masked wherever it is printed, formatted or logged."""

from __future__ import annotations

import hashlib
import hmac
from enum import Enum
from typing import Final, NoReturn, Protocol, Self, TypeVar

MAX_TOKEN_LENGTH: Final = 8192
"""Characters a token may have: twice what any documented EnOS credential needs."""

SESSION_ID_LENGTHS: Final = (32, 128)
"""Letters and digits after the prefix of the EnOS session IDs in documentation and samples."""

PORTAL_TOKEN_LENGTH: Final = 32
"""The same of the portal tokens in documentation and samples."""

MASK: Final = "•" * 12
"""Stands for a credential wherever one is shown: of one length, whatever the credential's is."""

_JWT_DOTS: Final = 2


class TokenKind(Enum):
    """What a token's prefix says it is: a hint for people, never a reason to refuse it."""

    SESSION = "IAM_S_"
    PORTAL = "APP_PORTAL_S_"
    JWT = "eyJ"
    OPAQUE = ""


CREDENTIAL_PREFIXES: Final = tuple(kind.value for kind in TokenKind if kind.value)


class CredentialSet(Protocol):
    """What a token adds itself to; ``session.credentials.Credentials`` is one."""

    def with_value(self, credential: str) -> Self:
        """The set with one more credential in it."""


CredentialSetT = TypeVar("CredentialSetT", bound=CredentialSet)


class Token:
    """A credential of 1 to 8192 visible ASCII characters.

    Printing, formatting and logging give the masked form; it cannot be pickled or copied into
    other forms. ``reveal`` is the only way out, for the two places that must: the one that puts it
    on the wire and the one that puts it in the keyring; a test counts them.

    Raises:
        ValueError: if the text is empty, too long, or has anything but visible ASCII in it. The
            message never holds the text.
    """

    __slots__ = ("__value",)

    def __init__(self, value: str) -> None:
        if not 1 <= len(value) <= MAX_TOKEN_LENGTH:
            raise ValueError(f"a token has 1 to {MAX_TOKEN_LENGTH} characters")
        if not (value.isascii() and value.isprintable()) or " " in value:
            raise ValueError("a token is made of visible ASCII characters")
        self.__value = value

    def reveal(self) -> str:
        """The credential itself."""
        return self.__value

    def add_to(self, credentials: CredentialSetT) -> CredentialSetT:
        """Those credentials with this one among them, to be masked wherever one of them occurs."""
        return credentials.with_value(self.__value)

    @property
    def kind(self) -> TokenKind:
        """What the prefix suggests."""
        return next(kind for kind in TokenKind if self.__value.startswith(kind.value))

    @property
    def is_probably_truncated(self) -> bool | None:
        """Whether a part seems to be missing; None where its kind has no known form.

        An EnOS session ID has one of ``SESSION_ID_LENGTHS``, a portal token has
        ``PORTAL_TOKEN_LENGTH``, a JWT has three parts. A hint for people, never a reason to refuse
        a token.
        """
        match self.kind:
            case TokenKind.SESSION:
                rest = self.__value.removeprefix(TokenKind.SESSION.value)
                return len(rest) not in SESSION_ID_LENGTHS or not rest.isalnum()
            case TokenKind.PORTAL:
                rest = self.__value.removeprefix(TokenKind.PORTAL.value)
                return len(rest) != PORTAL_TOKEN_LENGTH or not rest.isalnum()
            case TokenKind.JWT:
                return self.__value.count(".") != _JWT_DOTS
            case _:
                return None

    @property
    def is_longer_than_documented(self) -> bool:
        """Whether something seems to have been copied along; False where no length is known.

        A hint for people, likewise.
        """
        longest = {
            TokenKind.SESSION: SESSION_ID_LENGTHS[-1],
            TokenKind.PORTAL: PORTAL_TOKEN_LENGTH,
        }.get(self.kind)
        return longest is not None and len(self.__value) > len(self.kind.value) + longest

    @property
    def fingerprint(self) -> str:
        """Eight hex digits by which two people can tell that they hold the same token."""
        return hashlib.sha256(b"token fingerprint\0" + self.__value.encode()).hexdigest()[:8]

    def format_masked(self) -> str:
        """The kind's prefix and a fixed number of dots: nothing of the secret, not its length."""
        return self.kind.value + MASK

    def __str__(self) -> str:
        return self.format_masked()

    def __repr__(self) -> str:
        return f"<Token {self.format_masked()}>"

    def __format__(self, spec: str) -> str:
        return format(self.format_masked(), spec)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Token):
            return NotImplemented
        return hmac.compare_digest(self.__value, other.__value)

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a token does not leave the process")
