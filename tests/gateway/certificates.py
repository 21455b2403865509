"""Certificates made for the tests: good ones by trustme, each kind of bad one by hand."""

import datetime as dt
import ipaddress
import ssl
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID

NOW = dt.datetime.now(dt.UTC)
SHA256_WITH_RSA = bytes.fromhex("2a864886f70d01010b")
SHA1_WITH_RSA = bytes.fromhex("2a864886f70d010105")
DAY = dt.timedelta(days=1)

_Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Flaws:
    """What is wrong with a certificate; as it stands here, nothing is.

    ``key_bits`` of RSA; without them its key is of an elliptic curve, and made in no time.
    """

    names: tuple[str, ...] = ("localhost", "gateway.example.com", "127.0.0.1")
    not_before: dt.datetime = NOW - DAY
    not_after: dt.datetime = NOW + 30 * DAY
    key_bits: int | None = None
    common_name: str = "localhost"
    key_usage: x509.KeyUsage | None = None
    extended_key_usage: x509.ExtendedKeyUsage | None = None


RSA = Flaws(key_bits=2048)
"""No flaw, but such a key, which is what can sign over SHA-1 here."""


class Authority:
    """A root, or what another authority made one, that signs whatever it is asked to."""

    def __init__(
        self, folder: Path, name: str, issuer: Self | None = None, flaws: Flaws = Flaws()
    ) -> None:
        self._folder = folder
        self._key = _create_key(flaws.key_bits)
        self._name = _name(name)
        signer = issuer or self
        self.certificate = (
            _builder(self._name, signer._name, flaws)
            .public_key(self._key.public_key())
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(signer._key, hashes.SHA256())
        )
        self.file = str(folder / f"{name}.pem")
        Path(self.file).write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))

    def issue(self, flaws: Flaws = Flaws()) -> tuple[str, str]:
        """Files of a certificate and its key."""
        key = _create_key(flaws.key_bits)
        return self._written(_leaf(self._name, key, flaws).sign(self._key, hashes.SHA256()), key)

    def issue_authority(self, name: str, flaws: Flaws = Flaws()) -> "Authority":
        """An intermediate authority below this one."""
        return Authority(self._folder, name, self, flaws)

    def issue_chain(self, *above: "Authority", flaws: Flaws = Flaws()) -> tuple[str, str]:
        """Files of a certificate with those above it, and its key, as a server sends them."""
        certificate, key = self.issue(flaws)
        with Path(certificate).open("ab") as file:
            file.writelines(Path(authority.file).read_bytes() for authority in above)
        return certificate, key

    def issue_with_sha1(self) -> tuple[str, str]:
        """The same with a signature over SHA-1, which no tool makes any more: written by hand."""
        key = _create_key(RSA.key_bits)
        modern = _leaf(self._name, key, Flaws()).sign(self._key, hashes.SHA256())
        return self._written(self.sign_with_sha1(modern), key)

    def sign_with_sha1(self, modern: x509.Certificate) -> x509.Certificate:
        """The certificate that this authority has signed, signed over SHA-1 instead."""
        signed = modern.tbs_certificate_bytes.replace(SHA256_WITH_RSA, SHA1_WITH_RSA)
        assert isinstance(self._key, rsa.RSAPrivateKey), "this authority is to be made with RSA"
        signature = self._key.sign(signed, padding.PKCS1v15(), hashes.SHA1())
        written = modern.public_bytes(serialization.Encoding.DER)
        written = written.replace(SHA256_WITH_RSA, SHA1_WITH_RSA)
        written = written.replace(modern.signature, signature)
        return x509.load_der_x509_certificate(written)

    def self_signed(self) -> tuple[str, str]:
        """Files of a certificate that only vouches for itself, and its key."""
        flaws = Flaws()
        key = _create_key(flaws.key_bits)
        return self._written(
            _leaf(_name(flaws.common_name), key, flaws).sign(key, hashes.SHA256()), key
        )

    def _written(self, certificate: x509.Certificate, key: _Key) -> tuple[str, str]:
        stem = self._folder / f"{certificate.serial_number:x}"
        stem.with_suffix(".crt").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        stem.with_suffix(".key").write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        return str(stem.with_suffix(".crt")), str(stem.with_suffix(".key"))


def server_context(files: tuple[str, str], version: ssl.TLSVersion | None = None) -> ssl.SSLContext:
    """A server's side that accepts any flaw of its own; ``version`` is the only one it speaks."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.load_cert_chain(*files)
    if version is not None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = context.maximum_version = version
    return context


def _create_key(bits: int | None) -> _Key:
    if bits is None:
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _builder(subject: x509.Name, issuer: x509.Name, flaws: Flaws) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .serial_number(x509.random_serial_number())
        .not_valid_before(flaws.not_before)
        .not_valid_after(flaws.not_after)
    )


def _leaf(issuer: x509.Name, key: _Key, flaws: Flaws) -> x509.CertificateBuilder:
    builder = _builder(_name(flaws.common_name), issuer, flaws).public_key(key.public_key())
    if flaws.names:
        names = x509.SubjectAlternativeName([_alternative(name) for name in flaws.names])
        builder = builder.add_extension(names, critical=False)
    for usage in (flaws.key_usage, flaws.extended_key_usage):
        if usage is not None:
            builder = builder.add_extension(usage, critical=True)
    return builder


def key_usage(*allowed: str) -> x509.KeyUsage:
    """The named uses of a key, and no others."""
    names = (
        *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"),
        *("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
    )
    return x509.KeyUsage(**{name: name in allowed for name in names})


def _alternative(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
