"""Whom the transport believes, and that nobody else ever sees the token."""

import ssl

import pytest
import trustme
import truststore
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from inspector_app.gateway import tls_trust
from inspector_app.gateway.error_mapping import CallError
from inspector_app.session.exchange import Exchange, Failure, FailureKind, Phase
from tests.gateway.certificates import DAY, NOW, RSA, Authority, Flaws, key_usage, server_context
from tests.gateway.conftest import TOKEN
from tests.gateway.faulty_gateway import answer, replies
from tests.gateway.stalls import on_loopback

GOOD = replies(answer(b'{"status":0}'))


def refused(verdict, kind):
    assert isinstance(verdict, Failure)
    assert (verdict.kind, verdict.phase) == (kind, Phase.TLS)


BAD = {
    "expired": (Flaws(not_after=NOW - DAY / 2), FailureKind.CERTIFICATE_EXPIRED),
    "not yet valid": (Flaws(not_before=NOW + DAY), FailureKind.CERTIFICATE_NOT_YET_VALID),
    "wrong host": (
        Flaws(names=("other.example.com",)),
        FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
    ),
    "no alternative name": (Flaws(names=()), FailureKind.CERTIFICATE_HOSTNAME_MISMATCH),
    "alternative names of another kind": (
        Flaws(names=("127.0.0.1",)),
        FailureKind.CERTIFICATE_HOSTNAME_MISMATCH,
    ),
    "weak key": (Flaws(key_bits=1024), FailureKind.CERTIFICATE_TOO_WEAK),
    "a client's certificate": (
        Flaws(extended_key_usage=x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])),
        FailureKind.CERTIFICATE_WRONG_PURPOSE,
    ),
    "a key that may only sign lists": (
        Flaws(key_usage=key_usage("crl_sign")),
        FailureKind.CERTIFICATE_WRONG_PURPOSE,
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_certificate_is_refused_by_name_before_anything_is_sent(name, serve, ask, authority):
    """N8: expired, not yet valid, wrong host, no SAN, weak key, wrong usage."""
    flaws, kind = BAD[name]
    gateway = serve(GOOD, server_context(authority.issue(flaws)))
    refused(ask(gateway, scheme="https", host="localhost"), kind)
    gateway.settled()
    assert gateway.received == b""


def test_a_signature_over_sha1_is_refused(serve, ask, tmp_path):
    """N8: SHA-1."""
    authority = Authority(tmp_path, "test-root", flaws=RSA)
    gateway = serve(GOOD, server_context(authority.issue_with_sha1()))
    verdict = ask(gateway, scheme="https", host="localhost", ca_file=authority.file)
    refused(verdict, FailureKind.CERTIFICATE_TOO_WEAK)
    assert gateway.received == b""


def test_a_self_signed_certificate_is_refused(serve, ask, authority):
    """N8: self-signed."""
    gateway = serve(GOOD, server_context(authority.self_signed()))
    verdict = ask(gateway, scheme="https", host="localhost")
    refused(verdict, FailureKind.CERTIFICATE_SELF_SIGNED)
    assert gateway.received == b""


def test_an_unknown_root_is_refused(serve, ask, tmp_path):
    """N8: unknown root."""
    stranger = Authority(tmp_path, "stranger")
    gateway = serve(GOOD, server_context(stranger.issue()))
    verdict = ask(gateway, scheme="https", host="localhost")
    refused(verdict, FailureKind.CERTIFICATE_NOT_TRUSTED)
    assert gateway.received == b""


def test_an_ip_address_that_the_certificate_does_not_name_is_refused(serve, ask, authority):
    gateway = serve(GOOD, server_context(authority.issue(Flaws(names=("localhost",)))))
    refused(ask(gateway, scheme="https"), FailureKind.CERTIFICATE_HOSTNAME_MISMATCH)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_an_old_version_of_tls_is_refused(version, serve, ask, authority):
    """N8: TLS 1.0, TLS 1.1."""
    gateway = serve(GOOD, server_context(authority.issue(), version))
    verdict = ask(gateway, scheme="https", host="localhost")
    refused(verdict, FailureKind.TLS_VERSION_TOO_OLD)
    assert gateway.received == b""


@pytest.mark.parametrize(
    "greeting", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"220 mail.example.com ESMTP\r\n", b"\0" * 64]
)
def test_plaintext_where_tls_belongs_is_refused(greeting, serve, ask):
    """N8: plaintext on 443."""

    def plain(wire):
        wire.send(greeting)
        wire.stall()

    gateway = serve(plain)
    refused(ask(gateway, scheme="https"), FailureKind.NOT_TLS)
    gateway.settled()
    assert TOKEN.encode() not in gateway.received


def test_a_handshake_that_ends_early_is_a_tls_failure(serve, ask):
    verdict = ask(serve(lambda wire: wire.sock.recv(1)), scheme="https")
    assert isinstance(verdict, Failure)
    assert verdict.phase is Phase.TLS
    assert verdict.kind in {FailureKind.TLS_FAILED, FailureKind.CONNECTION_RESET}


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_good_gateway_is_described(version, serve, ask, authority):
    gateway = serve(GOOD, server_context(authority.issue(), version))
    got = ask(gateway, scheme="https", host="gateway.example.com", resolver=on_loopback)
    assert isinstance(got, Exchange)
    assert got.tls is not None
    assert got.tls.version == {771: "TLSv1.2", 772: "TLSv1.3"}[version]
    names = {cipher["name"] for cipher in ssl.create_default_context().get_ciphers()}
    assert got.tls.cipher in names
    assert (got.tls.subject, got.tls.issuer) == ("commonName=localhost", "commonName=test-root")
    assert got.tls.not_after == (NOW + 30 * DAY).strftime("%Y-%m-%d %H:%M:%S UTC")
    assert got.tls.not_before < got.tls.not_after
    assert got.route.trust_store == "operating system + test-root.pem"


def test_a_certificate_made_by_another_tool_is_accepted_too(serve, ask, tmp_path):
    ca = trustme.CA()
    ca.cert_pem.write_to_path(tmp_path / "root.pem")
    leaf = ca.issue_cert("localhost")
    leaf.private_key_and_cert_chain_pem.write_to_path(tmp_path / "leaf.pem")
    files = (str(tmp_path / "leaf.pem"), str(tmp_path / "leaf.pem"))
    gateway = serve(GOOD, server_context(files))
    chosen = {"ca_file": str(tmp_path / "root.pem")}
    assert isinstance(ask(gateway, scheme="https", host="localhost", **chosen), Exchange)


@pytest.mark.parametrize("host", ["gateway.example.com", "127.0.0.1", "[2001:db8::7]"])
def test_a_certificate_that_names_nothing_but_the_gateway_is_accepted(host, serve, ask, authority):
    """N8: also one for an address alone."""
    gateway = serve(GOOD, server_context(authority.issue(Flaws(names=(host.strip("[]"),)))))
    got = ask(gateway, scheme="https", host=host, resolver=on_loopback)
    assert isinstance(got, Exchange)


def test_openssl_is_given_a_long_file_in_steps(tmp_path, monkeypatch):
    """R3: 5,600 certificates at once stopped the window for 0.6 s."""
    root = trustme.CA().cert_pem.bytes()
    (tmp_path / "root.pem").write_bytes(root * 70)
    load, sizes = truststore.SSLContext.load_verify_locations, []

    def note(context, **given):
        sizes.append(len(given["cadata"]))
        load(context, **given)

    monkeypatch.setattr(truststore.SSLContext, "load_verify_locations", note)
    context = tls_trust.create_ssl_context(str(tmp_path / "root.pem"))
    one = len(ssl.PEM_cert_to_DER_cert(root.decode()))
    assert sizes == [32 * one, 32 * one, 6 * one]
    assert context.verify_flags & ssl.VerifyFlags.VERIFY_X509_PARTIAL_CHAIN


def test_the_certificates_that_requests_brings_are_not_trusted(
    serve, ask, authority, good_tls, monkeypatch
):
    """N8: the operating system's store and the person's file, and nothing else."""
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, authority.file)
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", authority.file)
    gateway = serve(GOOD, good_tls)
    verdict = ask(gateway, scheme="https", host="localhost", ca_file=None)
    assert isinstance(verdict, Failure)
    assert verdict.kind is FailureKind.CERTIFICATE_NOT_TRUSTED
    assert verdict.route.trust_store == "operating system"


@pytest.mark.parametrize("content", [None, b"", b"no certificate", b"\xff\xfe"])
def test_a_ca_file_that_cannot_be_used_is_said_to_be_so(content, serve, ask, tmp_path, good_tls):
    file = tmp_path / "corporate.pem"
    if content is not None:
        file.write_bytes(content)
    gateway = serve(GOOD, good_tls)
    verdict = ask(gateway, scheme="https", ca_file=str(file))
    assert isinstance(verdict, Failure)
    assert (verdict.kind, verdict.detail) == (FailureKind.CA_FILE_UNUSABLE, "corporate.pem")
    assert gateway.requests == []


def test_the_context_cannot_be_talked_out_of_its_care(monkeypatch, tmp_path):
    """N8, N11: verification on, TLS 1.2 or newer, no key log."""
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    context = tls_trust.create_ssl_context(None)
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    assert context.security_level >= 2
    assert context.keylog_filename is None


def test_keys_are_not_logged_during_a_call(serve, ask, good_tls, monkeypatch, tmp_path):
    """N1, N11: ``SSLKEYLOGFILE`` is not honoured."""
    keys = tmp_path / "keys"
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    assert isinstance(ask(serve(GOOD, good_tls), scheme="https"), Exchange)
    assert not keys.exists()


def test_an_unknown_instant_or_name_is_left_empty():
    facts = tls_trust.build_tls_facts("TLSv1.3", "", {})
    assert (facts.subject, facts.issuer, facts.not_before, facts.not_after) == ("", "", "", "")


def test_a_certificate_without_any_name_is_refused():
    with pytest.raises(CallError):
        tls_trust.check_subject_alt_name({}, "gateway.example.com")
