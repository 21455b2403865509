"""Application credentials (AccessKey, SecretKey), access tokens and their in-memory cache.

EnOS documentation of the APIM token service: the AccessKey and a hash with the SecretKey are
exchanged for an access token; each call then carries it with a signature in ``apim-*`` headers.
``authorization`` builds both.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.session.exchange import Exchange
    from inspector_app.session.token import Token

APIM_PATH: Final = "/apim-token-service/v2.0/token/get"
"""EnOS documentation of the APIM token service: the call that gives an access token."""

_DEFAULT_LIFETIME: Final = 60.0
"""Seconds an access token is used for where its answer does not say how long it lives."""

_USED_LIFETIME_FRACTION: Final = 0.9
"""The share of its lifetime that an access token is used for: it must not expire in transit."""

MAX_ACCESS_KEY_LENGTH: Final = 256
"""Characters an AccessKey may have: several times what any documented one has."""

_CacheKey: TypeAlias = "tuple[str, Application]"


@dataclass(frozen=True, slots=True)
class Application:
    """An application registered in EnOS; ``secret_key`` signs and never leaves this computer.

    Raises:
        ValueError: if the AccessKey is not 1 to 256 visible ASCII characters.
    """

    access_key: str
    secret_key: Token = field(repr=False)

    def __post_init__(self) -> None:
        if not is_access_key(self.access_key):
            raise ValueError("not an AccessKey")


@dataclass(frozen=True, slots=True)
class AccessToken:
    """What the token service issued; ``lifetime`` in seconds from when it was requested."""

    value: Token
    lifetime: float


class AccessTokenCache:
    """In-memory cache of access tokens by gateway and application, each for its lifetime.

    Instants are epoch seconds: a clock that stops while the computer sleeps would keep a token
    past its end. Safe to use from several threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tokens: dict[_CacheKey, tuple[Token, float]] = {}

    def find_token(
        self, address: GatewayAddress, application: Application, now: float
    ) -> Token | None:
        """The access token, until it expires."""
        with self._lock:
            value, until = self._tokens.get((address.origin, application), (None, 0.0))
        return value if now < until else None

    def store_token(
        self,
        address: GatewayAddress,
        application: Application,
        access_token: AccessToken,
        now: float,
    ) -> None:
        """Caches the token that was requested at ``now``."""
        with self._lock:
            until = now + access_token.lifetime * _USED_LIFETIME_FRACTION
            self._tokens[address.origin, application] = (access_token.value, until)

    def remove_token(self, address: GatewayAddress, application: Application) -> None:
        """Removes it: the gateway does not accept it any more."""
        with self._lock:
            self._tokens.pop((address.origin, application), None)


def is_access_key(text: str) -> bool:
    """Whether the text is a well-formed AccessKey."""
    return 1 <= len(text) <= MAX_ACCESS_KEY_LENGTH and all(
        "!" <= character <= "~" for character in text
    )


def parse_access_token(answer: Exchange) -> AccessToken | None:
    """Parses the access token in an answer of the token service; None if it issued none."""
    from inspector_app.gateway.rejection import parse_envelope
    from inspector_app.session.parsing import scalars
    from inspector_app.session.parsing.json_document import JsonObject
    from inspector_app.session.token import Token

    envelope = parse_envelope(answer)
    if envelope is None or scalars.parse_integer(envelope.get("status")) != 0:
        return None
    data = envelope.get("data")
    value = data.get("accessToken") if isinstance(data, JsonObject) else None
    if not isinstance(data, JsonObject) or not isinstance(value, str):
        return None
    lifetime = scalars.parse_number(data.get("expire"))
    try:
        return AccessToken(
            Token(value), float(lifetime) if lifetime is not None else _DEFAULT_LIFETIME
        )
    except ValueError:  # not what a header can carry
        return None
