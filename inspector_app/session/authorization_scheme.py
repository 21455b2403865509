"""How a token is sent, which an environment may name: the start of the app reads it."""

from __future__ import annotations

from enum import Enum


class AuthorizationScheme(Enum):
    """How the token was sent in the ``Authorization`` header; EnOS samples show both."""

    BEARER = "Bearer"
    BARE = "bare"
