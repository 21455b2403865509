"""Loads the certificate that this computer shows to a gateway: PEM files, or PKCS #12.

OpenSSL reads PEM by itself, and lets other threads run while it derives a key from a password. Of
PKCS #12 it reads nothing through Python: there ``cryptography`` does, during which no other thread
runs, so what would take long is refused before (4,000,000 rounds stopped the window for 3 s).
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from inspector_app.gateway.authorization import reveal_certificate_password
from inspector_app.gateway.error_mapping import CallError
from inspector_app.session.exchange import FailureKind
from inspector_app.system.atomic_file import WriteError
from inspector_app.system.regular_file import read_regular_file
from inspector_app.system.temporary_file import PrivateTemporaryFile

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

    from inspector_app.gateway.connection import ClientCertificate

_MAX_FILE_SIZE: Final = 1024 * 1024
_PEM_BEGIN: Final = b"-----BEGIN "
_MAX_ROUNDS: Final = 300_000
"""Rounds of key derivation in all; usual are 2,000 to 10,000 for each of two or three keys."""

_MAX_DEPTH: Final = 32
_OCTET_STRING, _INTEGER = 0x04, 0x02
_CONSTRUCTED, _LONG_FORM, _INDEFINITE = 0x20, 0x80, 0x80


def load_client_certificate(context: ssl.SSLContext, chosen: ClientCertificate) -> None:
    """Have the context show the certificate to a server that asks for one; blocks.

    Raises:
        CallError: if the files cannot be read, or not with this password.
    """
    password = reveal_certificate_password(chosen.password)
    try:
        data = read_regular_file(Path(chosen.certificate_file), _MAX_FILE_SIZE)
        if _PEM_BEGIN in data:
            if chosen.key_file:  # OpenSSL would wait for ever at a pipe
                read_regular_file(Path(chosen.key_file), _MAX_FILE_SIZE)
            context.load_cert_chain(
                # A function, as OpenSSL would ask at the terminal for a password that is missing.
                chosen.certificate_file,
                chosen.key_file or None,
                lambda: password,
            )
        else:
            _load_pkcs12(context, data, password)
    except (OSError, ValueError, WriteError):
        name = Path(chosen.certificate_file).name
        raise CallError(FailureKind.CLIENT_CERTIFICATE_UNUSABLE, name) from None


def _load_pkcs12(context: ssl.SSLContext, data: bytes, password: str) -> None:
    """Load it through a file, as ``ssl`` takes nothing else; its key is encrypted there."""
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        PrivateFormat,
        pkcs12,
    )

    if count_rounds(data) > _MAX_ROUNDS:
        raise ValueError("would take too long")
    key, certificate, others = _parse_pkcs12(pkcs12, data, password)
    once = secrets.token_hex(32)
    pem = b"".join(
        (
            certificate.public_bytes(Encoding.PEM),
            *(one.public_bytes(Encoding.PEM) for one in others),
            key.private_bytes(
                Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(once.encode())
            ),
        )
    )
    file = PrivateTemporaryFile()
    try:
        context.load_cert_chain(file.write("certificate.pem", pem), None, lambda: once)
    finally:
        file.remove()


def _parse_pkcs12(pkcs12: Any, data: bytes, password: str) -> tuple[Any, Any, Any]:  # noqa: ANN401  # cryptography's own
    from cryptography.exceptions import UnsupportedAlgorithm

    try:  # an empty password opens both: what was written with one, and what was without any
        key, certificate, others = pkcs12.load_key_and_certificates(data, password.encode())
    except UnsupportedAlgorithm:
        raise ValueError("of a kind that is not known") from None
    if certificate is None:  # one without its key is among the others
        raise ValueError("lacks one of the two")
    return key, certificate, others


def count_rounds(data: bytes) -> int:
    """The rounds of key derivation that a PKCS #12 file asks for, in all its parts.

    RFC 8018 and 7292 write them as a number behind the salt, an octet string.
    """
    return sum(_iter_rounds(data, 0, len(data), 0))


def _iter_rounds(data: bytes, start: int, end: int, depth: int) -> Iterator[int]:
    previous = 0
    while start < end and depth < _MAX_DEPTH:
        header = _read_header(data, start, end)
        if header is None:
            return
        tag, begin, stop = header
        if tag == _INTEGER and previous == _OCTET_STRING:
            yield int.from_bytes(data[begin : min(stop, begin + 8)])
        if tag & _CONSTRUCTED or tag == _OCTET_STRING:
            yield from _iter_rounds(data, begin, stop, depth + 1)
        previous, start = tag, stop


def _read_header(data: bytes, start: int, end: int) -> tuple[int, int, int] | None:
    """Tag, begin and end of the element at ``start``; None where there is none (X.690)."""
    if start + 2 > end:
        return None
    tag, length = data[start], data[start + 1]
    begin = start + 2
    if length == _INDEFINITE:  # up to a mark that is not looked for: what follows is in it too
        return tag, begin, end
    if length & _LONG_FORM:
        size = length & ~_LONG_FORM
        length = int.from_bytes(data[begin : begin + size])
        begin += size
    stop = begin + length
    return (tag, begin, stop) if stop <= end else None
