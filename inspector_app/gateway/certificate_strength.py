"""Refuses weak keys and signatures where the system that verifies certificates takes them.

On Linux OpenSSL verifies, at its security level 2. Windows and macOS verify by themselves: Windows
takes RSA keys of 1024 bits and SHA-1. What is refused here is what OpenSSL refuses at that level,
in the certificates that the server sent.
"""

from __future__ import annotations

import ssl
import sys
import warnings
from typing import TYPE_CHECKING, Any, Final

from inspector_app.gateway.certificate_chain import build_path
from inspector_app.gateway.error_mapping import CallError
from inspector_app.session.exchange import FailureKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cryptography.x509 import Certificate

_MIN_BITS: Final = 2048  # of RSA and DSA
_MIN_CURVE_BITS: Final = 224
"""Bits of a key for 112 bits of security: NIST SP 800-57, part 1, table 2."""

_WEAK_HASHES: Final = frozenset({"md5", "sha1"})


def check_strength(context: ssl.SSLContext | None, chain: Sequence[bytes]) -> None:
    """Refuses a chain, in DER and the server's own first, that OpenSSL would call too weak.

    Does nothing where OpenSSL has verified it.

    Raises:
        CallError: if it is too weak.
    """
    if sys.platform == "linux":
        return
    inner: Any = getattr(context, "_ctx", context)  # truststore's context has it inside
    anchors = [*inner.get_ca_certs(binary_form=True), *_list_system_roots()]
    if is_too_weak(chain, anchors):
        raise CallError(FailureKind.CERTIFICATE_TOO_WEAK)


def is_too_weak(chain: Sequence[bytes], anchors: Iterable[bytes] = ()) -> bool:
    """Whether a key, or a signature that proves something, is of a kind that is no longer safe.

    The signature of an authority proves nothing where its key is in one of the ``anchors``, which
    are trusted by themselves: servers send old cross-signed certificates of them.
    """
    path = build_path(chain)
    if any(_has_weak_key(one) for one in path):
        return True
    doubtful = [one for one in path if one.issuer != one.subject and _has_weak_signature(one)]
    if not doubtful:
        return False
    trusted = {_get_key(one) for anchor in anchors for one in build_path([anchor])}
    return any(_get_key(one) not in trusted for one in doubtful)


def _has_weak_key(certificate: Certificate) -> bool:
    from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa

    try:
        key = certificate.public_key()
    except Exception:  # noqa: BLE001  # of a kind that is not known here
        return False
    if isinstance(key, rsa.RSAPublicKey | dsa.DSAPublicKey):
        return key.key_size < _MIN_BITS
    return isinstance(key, ec.EllipticCurvePublicKey) and key.key_size < _MIN_CURVE_BITS


def _has_weak_signature(certificate: Certificate) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is told here
            algorithm = certificate.signature_hash_algorithm
    except Exception:  # noqa: BLE001  # idem
        return False
    return algorithm is not None and algorithm.name in _WEAK_HASHES


def _get_key(certificate: Certificate) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    try:
        key = certificate.public_key()
        return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    except Exception:  # noqa: BLE001  # idem: one that equals no other
        return certificate.tbs_certificate_bytes


def _list_system_roots() -> list[bytes]:
    """The roots that this computer trusts, as far as the system lists them."""
    if sys.platform != "win32":
        return []
    return [content for content, kind, _ in ssl.enum_certificates("ROOT") if kind == "x509_asn"]
