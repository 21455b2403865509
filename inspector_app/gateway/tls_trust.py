"""Certificate trust: an SSL context from the system store and a CA file, and TLS details."""

from __future__ import annotations

import ipaddress
import ssl
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import truststore

from inspector_app.gateway.certificate_file import parse_certificates
from inspector_app.gateway.error_mapping import CallError
from inspector_app.session import trust_store
from inspector_app.session.exchange import FailureKind, TlsInfo
from inspector_app.session.time_format import format_absolute
from inspector_app.system.regular_file import read_regular_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MIN_SECURITY_LEVEL: Final = 2
_MAX_CA_FILE_SIZE: Final = 8 * 1024 * 1024
"""Bytes of a CA file: all the authorities that browsers trust have a thirtieth of it."""

_CA_STEP: Final = 32
"""Certificates that OpenSSL is given at once: some milliseconds, during which nothing else runs."""


def create_ssl_context(ca_file: str | None) -> ssl.SSLContext:
    """Creates a context that verifies against the system's store and the file: TLS 1.2 or newer.

    It is built by hand because ``ssl.create_default_context`` and urllib3 both honour
    ``SSLKEYLOGFILE``, which would write the keys of the conversation to a file.

    Raises:
        CallError: if the file cannot be read or holds no certificate.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if (
        context.security_level < _MIN_SECURITY_LEVEL
    ):  # a build of OpenSSL that takes short keys and SHA-1
        context.set_ciphers(f"DEFAULT:@SECLEVEL={_MIN_SECURITY_LEVEL}")
    if ca_file is not None:
        try:
            for some in _read_certificates(Path(ca_file)):
                context.load_verify_locations(cadata=some)
            # What a person chose is an anchor by itself, be it a root, an intermediate or the
            # server's own; for the system's store, which has roots alone, it changes nothing.
            context.verify_flags |= ssl.VerifyFlags.VERIFY_X509_PARTIAL_CHAIN
        except (OSError, ValueError):
            raise CallError(FailureKind.CA_FILE_UNUSABLE, Path(ca_file).name) from None
    return context


def _read_certificates(ca_file: Path) -> Iterator[bytes]:
    """Read the file's certificates, some at once, as DER one after the other.

    Not OpenSSL reads it: it would wait for ever at a pipe, and read a device without end.
    """
    found = parse_certificates(read_regular_file(ca_file, _MAX_CA_FILE_SIZE))
    for start in range(0, len(found), _CA_STEP):
        yield b"".join(found[start : start + _CA_STEP])


def get_store_name(ca_file: str | None) -> str:
    """Name of the certificate store that verifies a gateway, as a route notes it."""
    return trust_store.build_trust_store_name(None if ca_file is None else Path(ca_file).name)


def check_subject_alt_name(certificate: Mapping[str, Any], host: str) -> None:
    """Refuses a certificate that names its host in the subject alone, as OpenSSL would take it.

    Raises:
        CallError: if no alternative name of the host's kind is in the certificate.
    """
    try:
        ipaddress.ip_address(host)
        kind = "IP Address"
    except ValueError:
        kind = "DNS"
    if not any(name == kind for name, _ in certificate.get("subjectAltName", ())):
        raise CallError(FailureKind.CERTIFICATE_HOSTNAME_MISMATCH)


def build_tls_facts(version: str, cipher: str, certificate: Mapping[str, Any]) -> TlsInfo:
    """The negotiated TLS parameters and the certificate, as text; instants in UTC."""
    return TlsInfo(
        version=version,
        cipher=cipher,
        subject=_format_name(certificate.get("subject", ())),
        issuer=_format_name(certificate.get("issuer", ())),
        not_before=_format_timestamp(certificate.get("notBefore")),
        not_after=_format_timestamp(certificate.get("notAfter")),
    )


def _format_name(parts: tuple[tuple[tuple[str, str], ...], ...]) -> str:
    return ", ".join(f"{key}={value}" for part in parts for key, value in part)


def _format_timestamp(text: str | None) -> str:
    if text is None:
        return ""
    return str(format_absolute(ssl.cert_time_to_seconds(text), UTC))
