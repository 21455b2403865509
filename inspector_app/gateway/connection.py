"""Connection options of a gateway: deadline, CA file, proxy and authorization form."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.gateway.application import AccessTokenCache
from inspector_app.session.authorization_scheme import AuthorizationScheme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inspector_app.gateway.application import Application
    from inspector_app.session.token import Token

SocketAddress: TypeAlias = "tuple[int, tuple[str, int] | tuple[str, int, int, int]]"
"""An address family and what ``socket.connect`` takes for it."""

Resolver: TypeAlias = "Callable[[str, int], Sequence[SocketAddress]]"
"""From host and port to the addresses to try, in order; raises ``socket.gaierror``."""

MAX_DEADLINE: Final = 600.0
"""Seconds: nobody waits longer for one answer."""


PROXY_EXAMPLE: Final = "http://proxy.example.com:3128"
"""How a person may write a proxy's address."""


def resolve_host(host: str, port: int) -> Sequence[SocketAddress]:
    """Resolves the host with the operating system (``getaddrinfo``)."""
    infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(int(family), address) for family, _, _, _, address in infos]  # type: ignore[misc]  # TCP addresses only


@dataclass(frozen=True, slots=True)
class SystemProxy:
    """The proxy of the operating system or the environment variables."""


@dataclass(frozen=True, slots=True)
class NoProxy:
    """Always a direct connection to the gateway."""


@dataclass(frozen=True, slots=True)
class ManualProxy:
    """The proxy a person typed, such as ``PROXY_EXAMPLE``.

    ``password`` is percent-encoded, as it would be in a URL, so that it may have any characters.
    """

    address: str
    user: str = ""
    password: Token | None = field(default=None, repr=False)


ProxyChoice: TypeAlias = "SystemProxy | NoProxy | ManualProxy"


@dataclass(frozen=True, slots=True)
class ClientCertificate:
    """The files of the certificate, and the password of whichever of them has one.

    ``key_file`` is empty where the key is in the certificate's file. ``password`` is
    percent-encoded, so that it may have any characters.
    """

    certificate_file: str
    key_file: str = ""
    password: Token | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ConnectionOptions:
    """Options of the connection to one gateway.

    ``deadline`` is the time in seconds from the call to the verdict, everything included.
    ``ca_file`` names a file (PEM, DER, PKCS #7) of certificates to trust besides the system's.
    ``client_certificate`` is shown to a gateway that asks for one.
    ``authorization`` None means automatic: ``first_form``, and the other one if the token is
    refused in it. ``first_form`` is the one that this gateway accepted before.
    ``application`` signs the call where the gateway requires that; ``access_tokens`` caches its
    access token between calls.

    Raises:
        ValueError: if the deadline is not between 0 and 600 seconds.
    """

    deadline: float = 15.0
    ca_file: str | None = None
    client_certificate: ClientCertificate | None = None
    proxy: ProxyChoice = SystemProxy()
    authorization: AuthorizationScheme | None = None
    first_form: AuthorizationScheme = AuthorizationScheme.BEARER
    resolver: Resolver = resolve_host
    application: Application | None = None
    access_tokens: AccessTokenCache = field(
        default_factory=AccessTokenCache, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        if not 0 < self.deadline <= MAX_DEADLINE:
            raise ValueError(f"a deadline lies between 0 and {MAX_DEADLINE:.0f} seconds")


DEFAULT_OPTIONS: Final = ConnectionOptions()
"""The default options of a gateway's connection."""
