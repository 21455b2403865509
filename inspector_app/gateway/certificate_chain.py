"""Tells what is wrong with a chain of certificates: which one expired, and who signed the last."""

from __future__ import annotations

import warnings
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import FailureKind
from inspector_app.session.plain_text import elide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cryptography.x509 import Certificate, Name

_MAX_NAME_LENGTH: Final = 120


def find_outdated_issuer(chain: Sequence[bytes]) -> str | None:
    """Who vouches for the gateway with a certificate that is not valid now, or not any more.

    ``chain`` is what the server sent, in DER, its own certificate first. None if that one itself is
    not valid now, or nothing can be read from it. Where all that was sent is valid, it is the one
    that this computer has of the last issuer.
    """
    path = build_path(chain)
    now = datetime.now(UTC)
    if not path or not _is_valid(path[0], now):
        return None
    outdated = next((one for one in path if not _is_valid(one, now)), None)
    return _format_name(path[-1].issuer if outdated is None else outdated.subject)


def find_last_issuer(chain: Sequence[bytes]) -> str | None:
    """Who signed the last certificate of those that lead up from the server's own.

    It is the authority that this computer would have to know. None if it cannot be read.
    """
    path = build_path(chain)
    return _format_name(path[-1].issuer) if path else None


def find_date_fault(chain: Sequence[bytes]) -> FailureKind | None:
    """In which way a certificate of a chain is not valid today; None where all that was sent are.

    Where several are not, it is the one nearest to the root, as OpenSSL has it.
    """
    now = datetime.now(UTC)
    for certificate in reversed(build_path(chain)):
        if now < certificate.not_valid_before_utc:
            return FailureKind.CERTIFICATE_NOT_YET_VALID
        if now > certificate.not_valid_after_utc:
            return FailureKind.CERTIFICATE_EXPIRED
    return None


def is_self_signed(chain: Sequence[bytes]) -> bool:
    """Whether the server's own certificate is signed with its own key."""
    path = build_path(chain)
    if not path or path[0].issuer != path[0].subject:
        return False
    try:
        path[0].verify_directly_issued_by(path[0])
    except Exception:  # noqa: BLE001  # a stranger's bytes
        return False
    return True


def build_path(chain: Sequence[bytes]) -> list[Certificate]:
    """The server's certificate, then its issuer's and so on, as far as they were sent.

    Servers send superfluous ones and any order, so the names lead, and each is used once.
    """
    parsed = [one for one in map(_parse_certificate, chain) if one is not None]
    path, others = parsed[:1], parsed[1:]
    while path and path[-1].issuer != path[-1].subject:
        issuer = next((one for one in others if one.subject == path[-1].issuer), None)
        if issuer is None:
            break
        others.remove(issuer)
        path.append(issuer)
    return path


def _parse_certificate(der: bytes) -> Certificate | None:
    from cryptography import x509

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what other programs accept all the same
            certificate = x509.load_der_x509_certificate(der)
            _ = certificate.subject, certificate.issuer, certificate.not_valid_after_utc
    except Exception:  # noqa: BLE001  # a stranger's bytes, and a fact that may be missing
        return None
    return certificate


def _is_valid(certificate: Certificate, now: datetime) -> bool:
    return certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc


def _format_name(name: Name) -> str | None:
    """Common name and organization, such as ``Example Root (Example Ltd)``; None without both."""
    from cryptography.x509.oid import NameOID

    parts = []
    for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        values = [attribute.value for attribute in name.get_attributes_for_oid(oid)]
        texts = [value for value in values if isinstance(value, str) and value.strip()]
        parts += [elide(" ".join(texts[0].split()), _MAX_NAME_LENGTH)] if texts else []
    if len(parts) > 1 and parts[0] != parts[1]:
        return f"{parts[0]} ({parts[1]})"
    return parts[0] if parts else None
