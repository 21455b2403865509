"""Observes what a server says in the TLS handshake: its certificates, and whether it wants one.

When a handshake fails, Python tells neither: the chain is gone with the socket, and an alert does
not say that a client certificate was asked for. A second connection to find out would be a second
call, so the messages of the one are read as they pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

_HANDSHAKE_CONTENT: Final = 22
"""RFC 8446, 5.1: the content type of handshake messages."""

_CERTIFICATE: Final = 11
_CERTIFICATE_REQUEST: Final = 13
_TLS_1_3: Final = 0x0304
_HEADER_LENGTH: Final = 4
_LENGTH_BYTES: Final = 3
_EXTENSION_LENGTH_BYTES: Final = 2
_MAX_CHAIN_LENGTH: Final = 20
"""Certificates of a chain that are kept; real ones have two to four."""


@dataclass(slots=True)
class Handshake:
    """What the server said: its certificates in DER, its own first, and its wish for one.

    ``has_client_certificate``: there is one to show it.
    """

    chain: tuple[bytes, ...] = ()
    is_client_certificate_requested: bool = False
    has_client_certificate: bool = False


def observe_handshake(
    context: ssl.SSLContext, handshake: Handshake, is_observed: Callable[[], bool]
) -> None:
    """Notes in ``handshake`` what is said in the context's handshakes while ``is_observed()``."""

    def note_message(  # the six arguments that Python calls with
        _connection: object,
        direction: str,
        version: int,
        content_type: int,
        message_type: int,
        message: bytes,
    ) -> None:
        if direction != "read" or content_type != _HANDSHAKE_CONTENT or not is_observed():
            return
        if message_type == _CERTIFICATE_REQUEST:
            handshake.is_client_certificate_requested = True
        elif message_type == _CERTIFICATE:
            handshake.chain = parse_certificate_message(message, is_tls_1_3=version >= _TLS_1_3)

    # Of the standard library since 3.8 and its only door to these messages, though not documented;
    # truststore's context hands everything to the one inside it.
    inner: Any = getattr(context, "_ctx", context)
    inner._msg_callback = note_message  # noqa: SLF001  # as above


def parse_certificate_message(message: bytes, *, is_tls_1_3: bool) -> tuple[bytes, ...]:
    """The certificates in a Certificate message, as far as it is well-formed.

    RFC 5246, 7.4.2, and RFC 8446, 4.4.2: the latter puts a context before the list, and extensions
    behind each certificate.
    """
    position = _HEADER_LENGTH
    if is_tls_1_3:
        position += 1 + (message[position] if len(message) > position else 0)
    position += _LENGTH_BYTES
    chain: list[bytes] = []
    while len(message) > position and len(chain) < _MAX_CHAIN_LENGTH:
        begin = position + _LENGTH_BYTES
        end = begin + int.from_bytes(message[position:begin])
        if begin == end or end > len(message):
            break
        chain.append(message[begin:end])
        position = end
        if is_tls_1_3:
            extensions = message[position : position + _EXTENSION_LENGTH_BYTES]
            position += _EXTENSION_LENGTH_BYTES + int.from_bytes(extensions)
    return tuple(chain)
