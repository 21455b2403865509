"""Certificates are read in each form in which authorities hand them out, and are anchors."""

import ssl
import subprocess

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from inspector_app.gateway.certificate_file import parse_certificates
from inspector_app.session.exchange import Exchange, Failure, FailureKind
from tests.gateway.certificates import server_context
from tests.gateway.faulty_gateway import answer, replies

GOOD = replies(answer(b"{}"))


@pytest.fixture(scope="module")
def pem(authority):
    return authority.certificate.public_bytes(Encoding.PEM)


@pytest.fixture(scope="module")
def der(authority):
    return authority.certificate.public_bytes(Encoding.DER)


def forms(authority):
    """Each form of the one certificate, by what makes it."""
    root = authority.certificate
    pem, der = (root.public_bytes(form) for form in (Encoding.PEM, Encoding.DER))
    text = pem.decode()
    p7b = pkcs7.serialize_certificates([root], Encoding.PEM)
    return {
        "PEM": pem,
        "PEM without a last line end": pem.rstrip(),
        "PEM with line ends of Windows": pem.replace(b"\n", b"\r\n"),
        "PEM in one line": text.replace("\n", " ").encode(),
        "PEM with UTF-8's mark": text.encode("utf-8-sig"),
        "UTF-16 with a mark": text.encode("utf-16"),
        "UTF-16 the other way round": b"\xfe\xff" + text.encode("utf-16-be"),
        "UTF-16 without a mark": text.encode("utf-16-le"),
        "UTF-16 without a mark, the other way round": text.encode("utf-16-be"),
        "a bundle with names": "# Wurzel für Ämter\r\n".encode("latin-1") + pem,
        "after what openssl x509 -text prints": b"Certificate:\n    Data:\n" + pem,
        "beside a key": pem + b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "OpenSSL's old name": pem.replace(b" CERT", b" X509 CERT"),
        "DER": der,
        "two in DER": der + der,
        "p7b in DER": pkcs7.serialize_certificates([root, root], Encoding.DER),
        "p7b in PEM": p7b,
        "p7b in UTF-16": p7b.decode().encode("utf-16"),
    }


@pytest.mark.parametrize(
    "form",
    [
        *("PEM", "PEM without a last line end", "PEM with line ends of Windows"),
        *("PEM in one line", "PEM with UTF-8's mark", "UTF-16 with a mark"),
        *("UTF-16 the other way round", "UTF-16 without a mark"),
        *("UTF-16 without a mark, the other way round", "a bundle with names"),
        *("after what openssl x509 -text prints", "beside a key", "OpenSSL's old name"),
        *("DER", "two in DER", "p7b in DER", "p7b in PEM", "p7b in UTF-16"),
    ],
)
def test_a_gateway_is_trusted_by_each_form_of_its_authority(
    form, authority, serve, ask, good_tls, tmp_path
):
    """N8."""
    file = tmp_path / "chosen.cer"
    file.write_bytes(forms(authority)[form])
    gateway = serve(GOOD, good_tls)
    assert isinstance(ask(gateway, scheme="https", host="localhost", ca_file=str(file)), Exchange)


def test_what_openssl_writes_is_read(authority, der, tmp_path):
    """The real part: PKCS #7 as the program itself makes it."""
    for form in ("PEM", "DER"):
        out = tmp_path / f"chain.{form}"
        command = ["openssl", "crl2pkcs7", "-nocrl", "-certfile", authority.file]
        subprocess.run([*command, "-outform", form, "-out", str(out)], check=True)
        assert parse_certificates(out.read_bytes()) == (der,)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"0",
        b"0\x80",
        b"0\x84\xff\xff\xff\xff\x06",
        b"0\x03\x06\x01\x00",
        b"-----BEGIN CERTIFICATE-----\nAAAA",
        b"-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
        b"-----BEGIN PKCS7-----\nAAAA\n-----END PKCS7-----\n",
        b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        b"-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
        b"-----BEGIN ",
        b"PK\x03\x04 a compressed folder",
        "no certificate".encode("utf-16"),
    ],
)
def test_what_holds_no_certificate_is_refused_by_name(content, serve, ask, good_tls, tmp_path):
    """N8: before anything is sent."""
    file = tmp_path / "corporate.pem"
    file.write_bytes(content)
    gateway = serve(GOOD, good_tls)
    got = ask(gateway, scheme="https", host="localhost", ca_file=str(file))
    assert isinstance(got, Failure)
    assert (got.kind, got.detail) == (FailureKind.CA_FILE_UNUSABLE, "corporate.pem")
    assert gateway.requests == []


def test_a_file_that_was_cut_in_transfer_is_refused_whole(pem):
    """N8: also where the cut went through no more than the end of the last one."""
    cut = pem.partition(b"-----END")[0]
    for content in (cut, pem + cut):
        with pytest.raises(ValueError, match="without an end"):
            parse_certificates(content)


def test_a_folder_of_many_certificates_keeps_their_order(authority, pem, der):
    other = x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER)
    assert parse_certificates(pem + pkcs7_of(authority) + pem) == (der, other, der)


def pkcs7_of(authority):
    return pkcs7.serialize_certificates([authority.certificate], Encoding.PEM)


def test_the_servers_own_certificate_is_an_anchor(authority, serve, ask):
    """A person who chose this certificate trusts it, whoever signed it."""
    files = authority.issue()
    gateway = serve(GOOD, server_context(files))
    got = ask(gateway, scheme="https", host="localhost", ca_file=files[0])
    assert isinstance(got, Exchange)
    assert got.route.trust_store is not None
    assert got.route.trust_store.startswith("operating system + ")


def test_another_certificate_of_the_same_authority_is_not_trusted_by_it(authority, serve, ask):
    """N8: an anchor that is no authority vouches for itself alone."""
    gateway = serve(GOOD, server_context(authority.issue()))
    got = ask(gateway, scheme="https", host="localhost", ca_file=authority.issue()[0])
    assert isinstance(got, Failure)
    assert got.kind is FailureKind.CERTIFICATE_NOT_TRUSTED
    assert gateway.received == b""


def test_an_intermediate_is_an_anchor(authority, serve, ask):
    """The root may be unknown, and the server may send nothing but its own."""
    intermediate = authority.issue_authority("issuing")
    gateway = serve(GOOD, server_context(intermediate.issue()))
    got = ask(gateway, scheme="https", host="localhost", ca_file=intermediate.file)
    assert isinstance(got, Exchange)


def test_the_self_signed_certificate_itself_is_an_anchor(authority, serve, ask):
    files = authority.self_signed()
    gateway = serve(GOOD, server_context(files))
    assert isinstance(ask(gateway, scheme="https", host="localhost", ca_file=files[0]), Exchange)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_an_anchor_is_held_to_its_dates_and_its_host(version, authority, serve, ask):
    """N8: choosing a certificate forgives nothing else of it."""
    from tests.gateway.certificates import DAY, NOW, Flaws

    for flaws, kind in (
        (Flaws(not_after=NOW - DAY / 2), FailureKind.CERTIFICATE_EXPIRED),
        (Flaws(names=("other.example.com",)), FailureKind.CERTIFICATE_HOSTNAME_MISMATCH),
    ):
        files = authority.issue(flaws)
        gateway = serve(GOOD, server_context(files, version))
        got = ask(gateway, scheme="https", host="localhost", ca_file=files[0])
        assert isinstance(got, Failure)
        assert got.kind is kind
        assert gateway.received == b""
