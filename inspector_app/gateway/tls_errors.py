"""Maps errors of TLS to failure kinds, with what was observed of the handshake."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Final

from inspector_app.gateway import certificate_chain
from inspector_app.session.exchange import FailureKind, Phase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from inspector_app.gateway.handshake_observer import Handshake

_CERTIFICATE_FAILURES: Final[Mapping[int, FailureKind]] = {
    # as in x509_vfy.h of OpenSSL
    9: FailureKind.CERTIFICATE_NOT_YET_VALID,
    10: FailureKind.CERTIFICATE_EXPIRED,
    18: FailureKind.CERTIFICATE_SELF_SIGNED,
    62: FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
    64: FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
    66: FailureKind.CERTIFICATE_TOO_WEAK,
    67: FailureKind.CERTIFICATE_TOO_WEAK,
    68: FailureKind.CERTIFICATE_TOO_WEAK,
    26: FailureKind.CERTIFICATE_WRONG_PURPOSE,
    # Windows: winerror.h, CERT_E_EXPIRED ("not within its validity period": too early as well),
    # CERT_E_WRONG_USAGE and CERT_E_CN_NO_MATCH
    0x800B0101: FailureKind.CERTIFICATE_OUT_OF_DATE,
    0x800B0110: FailureKind.CERTIFICATE_WRONG_PURPOSE,
    0x800B010F: FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
    # macOS: SecBase.h, errSecCertificateExpired, NotValidYet and HostNameMismatch
    -67818: FailureKind.CERTIFICATE_EXPIRED,
    -67819: FailureKind.CERTIFICATE_NOT_YET_VALID,
    -67602: FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
}

_TLS_FAILURES: Final[Mapping[str, FailureKind]] = {
    "WRONG_VERSION_NUMBER": FailureKind.NOT_TLS,
    "RECORD_LAYER_FAILURE": FailureKind.NOT_TLS,
    "HTTP_REQUEST": FailureKind.NOT_TLS,
    "PACKET_LENGTH_TOO_LONG": FailureKind.NOT_TLS,
    "UNSUPPORTED_PROTOCOL": FailureKind.TLS_VERSION_TOO_OLD,
    "TLSV1_ALERT_PROTOCOL_VERSION": FailureKind.TLS_VERSION_TOO_OLD,
    "EE_KEY_TOO_SMALL": FailureKind.CERTIFICATE_TOO_WEAK,
    "CA_KEY_TOO_SMALL": FailureKind.CERTIFICATE_TOO_WEAK,
    "CA_MD_TOO_WEAK": FailureKind.CERTIFICATE_TOO_WEAK,
    "DH_KEY_TOO_SMALL": FailureKind.CERTIFICATE_TOO_WEAK,
}

_ISSUER_FINDERS: Final[Mapping[FailureKind, Callable[[Sequence[bytes]], str | None]]] = {
    FailureKind.CERTIFICATE_EXPIRED: certificate_chain.find_outdated_issuer,
    FailureKind.CERTIFICATE_NOT_YET_VALID: certificate_chain.find_outdated_issuer,
    FailureKind.CERTIFICATE_OUT_OF_DATE: certificate_chain.find_outdated_issuer,
    FailureKind.CERTIFICATE_NOT_TRUSTED: certificate_chain.find_last_issuer,
}
_CERTIFICATE_REQUIRED_ALERT: Final = "TLSV13_ALERT_CERTIFICATE_REQUIRED"
"""RFC 8446, 6.2: the one alert that by itself says that a client certificate is wanted."""


_CERTIFICATE_REFUSED_ALERTS: Final = frozenset(
    {
        "TLSV1_ALERT_UNKNOWN_CA",
        "TLSV1_ALERT_ACCESS_DENIED",
        "SSLV3_ALERT_BAD_CERTIFICATE",
        "SSLV3_ALERT_UNSUPPORTED_CERTIFICATE",
        "SSLV3_ALERT_CERTIFICATE_REVOKED",
        "SSLV3_ALERT_CERTIFICATE_EXPIRED",
        "SSLV3_ALERT_CERTIFICATE_UNKNOWN",
    }
)
"""RFC 8446, 6.2: what a server says of a certificate that it was shown and does not take."""


def classify_tls_error(
    error: ssl.SSLError, phase: Phase | None, handshake: Handshake
) -> tuple[FailureKind, str | None]:
    """The kind of failure and, where there is one, a fact that helps."""
    if isinstance(error, ssl.SSLCertVerificationError):
        code = getattr(error, "verify_code", 0)
        kind = _CERTIFICATE_FAILURES.get(code, FailureKind.CERTIFICATE_NOT_TRUSTED)
        kind = _specify(kind, handshake.chain)
        find_issuer = _ISSUER_FINDERS.get(kind)
        return kind, find_issuer(handshake.chain) if find_issuer else None
    if phase is Phase.READ:
        return FailureKind.ANSWER_TRUNCATED, None
    reason = getattr(error, "reason", None) or ""
    if handshake.has_client_certificate and reason in _CERTIFICATE_REFUSED_ALERTS:
        return FailureKind.CLIENT_CERTIFICATE_REFUSED, None
    is_end = isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError))
    if phase is Phase.WAIT:  # TLS 1.3: the server may refuse after the request was written
        kind = FailureKind.NO_ANSWER if is_end else FailureKind.CONNECTION_RESET
        if reason == _CERTIFICATE_REQUIRED_ALERT:
            kind = FailureKind.CLIENT_CERTIFICATE_REQUIRED
        return explain_broken_connection(kind, handshake), None
    if _lacks_certificate(handshake) and (is_end or "_ALERT_" in reason):
        return FailureKind.CLIENT_CERTIFICATE_REQUIRED, None
    detail = reason.replace("_", " ").lower() or None
    return _TLS_FAILURES.get(reason, FailureKind.TLS_FAILED), detail


def _specify(kind: FailureKind, chain: Sequence[bytes]) -> FailureKind:
    """What the system says in general, as exactly as OpenSSL has it where the chain tells it."""
    if kind is FailureKind.CERTIFICATE_OUT_OF_DATE:
        return certificate_chain.find_date_fault(chain) or kind
    if kind is FailureKind.CERTIFICATE_NOT_TRUSTED and certificate_chain.is_self_signed(chain):
        return FailureKind.CERTIFICATE_SELF_SIGNED
    return kind


def explain_broken_connection(kind: FailureKind, handshake: Handshake) -> FailureKind:
    """The kind of a connection that the server ended before it answered.

    One that asked for a client certificate and got none ends it in any way: with an alert, with
    none, or with a reset that overtakes the alert.
    """
    return FailureKind.CLIENT_CERTIFICATE_REQUIRED if _lacks_certificate(handshake) else kind


def _lacks_certificate(handshake: Handshake) -> bool:
    return handshake.is_client_certificate_requested and not handshake.has_client_certificate
