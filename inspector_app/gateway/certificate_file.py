"""Reads certificates from a file in the forms in which authorities hand them out.

PEM with or without other text, in any encoding an editor saves; DER; and PKCS #7 (``.p7b``), which
Windows exports, in both. OpenSSL alone reads the first two, and only as ASCII.
"""

from __future__ import annotations

import base64
import binascii
import codecs
from typing import Final

_PEM_BEGIN: Final = "-----BEGIN "
_PEM_END: Final = "-----END "
_DASHES: Final = "-----"
_CERTIFICATE_LABELS: Final = {"CERTIFICATE", "X509 CERTIFICATE"}
_PKCS7_LABELS: Final = {"PKCS7", "CMS", "PKCS #7 SIGNED DATA"}
_BYTE_ORDER_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_WIDE_DASHES: Final = {"-----".encode(name): name for name in ("utf-16-le", "utf-16-be")}
_SEQUENCE: Final = 0x30
"""The first byte of a certificate and of PKCS #7 in DER."""

_LONG_LENGTH: Final = 0x80
_OBJECT_IDENTIFIER: Final = 0x06


def parse_certificates(data: bytes) -> tuple[bytes, ...]:
    """The certificates in a file, each in DER; what is none of them is passed over.

    Raises:
        ValueError: if a part that should be certificates is not, or there is none at all.
    """
    text = _decode_text(data)
    if _PEM_BEGIN in text:
        found = [one for label, body in _split_pem(text) for one in _parse_block(label, body)]
    elif data[:1] == bytes([_SEQUENCE]):
        found = _parse_der(data)
    else:
        found = []
    if not found:
        raise ValueError("no certificate")
    return tuple(found)


def _decode_text(data: bytes) -> str:
    """The file as text; what is not ASCII can only stand in a comment, and is dropped."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, "ignore")
    for dashes, encoding in _WIDE_DASHES.items():
        if data.startswith(dashes):  # without a mark, as a script may write it
            return data.decode(encoding, "ignore")
    return data.decode("ascii", "ignore")


def _split_pem(text: str) -> list[tuple[str, str]]:
    """Label and base64 of each block (RFC 7468); a last one without an end is as it is."""
    blocks = []
    for part in text.split(_PEM_BEGIN)[1:]:
        label, _, rest = part.partition(_DASHES)
        body, end, _ = rest.partition(_PEM_END)
        if not end:
            raise ValueError("a block without an end")
        blocks.append((label.strip(), body))
    return blocks


def _parse_block(label: str, body: str) -> list[bytes]:
    if label not in _CERTIFICATE_LABELS | _PKCS7_LABELS:
        return []
    try:
        der = base64.b64decode("".join(body.split()), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
    return [der] if label in _CERTIFICATE_LABELS else _parse_pkcs7(der)


def _parse_der(data: bytes) -> list[bytes]:
    """One certificate, several one after the other, or PKCS #7, which begins with its type."""
    begin = 2 + (data[1] & ~_LONG_LENGTH if len(data) > 1 and data[1] & _LONG_LENGTH else 0)
    is_pkcs7 = data[begin : begin + 1] == bytes([_OBJECT_IDENTIFIER])
    return _parse_pkcs7(data) if is_pkcs7 else [data]


def _parse_pkcs7(der: bytes) -> list[bytes]:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

    try:
        certificates = pkcs7.load_der_pkcs7_certificates(der)
    except UnsupportedAlgorithm as error:  # signed or encrypted data of another kind
        raise ValueError("not a list of certificates") from error
    return [certificate.public_bytes(Encoding.DER) for certificate in certificates]
