"""What is too weak for OpenSSL is refused where another library verifies, and nothing else is.

Each chain is tried both ways: by OpenSSL in a real handshake, and by what stands in for it on
Windows and macOS.
"""

import sys
import warnings
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding

from inspector_app.gateway import tls_trust
from inspector_app.gateway.certificate_strength import check_strength, is_too_weak
from inspector_app.session.exchange import Exchange, Failure, FailureKind
from tests.gateway.certificates import DAY, NOW, RSA, Authority, Flaws, server_context
from tests.gateway.faulty_gateway import answer, replies

GOOD = replies(answer(b'{"status":0}'))
WEAK_KEY = Flaws(key_bits=1024)


def issue_sha1_intermediate(folder, authority):
    intermediate = authority.issue_authority("old-signature")
    intermediate.certificate = authority.sign_with_sha1(intermediate.certificate)
    Path(intermediate.file).write_bytes(intermediate.certificate.public_bytes(Encoding.PEM))
    return intermediate.issue_chain(intermediate)


def issue_below_weak_key(folder, authority):
    intermediate = authority.issue_authority("short-key", WEAK_KEY)
    return intermediate.issue_chain(intermediate)


CHAINS = {
    "good": (lambda _folder, authority: authority.issue(), False),
    "of RSA": (lambda _folder, authority: authority.issue(RSA), False),
    "a short key": (lambda _folder, authority: authority.issue(WEAK_KEY), True),
    "SHA-1": (lambda _folder, authority: authority.issue_with_sha1(), True),
    "an issuer with a short key": (issue_below_weak_key, True),
    "an issuer signed over SHA-1": (issue_sha1_intermediate, True),
    "with its root": (lambda _folder, authority: authority.issue_chain(authority), False),
}


def read_chain(file):
    return [one.public_bytes(Encoding.DER) for one in load(file)]


def load(file):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return x509.load_pem_x509_certificates(Path(file).read_bytes())


@pytest.mark.parametrize("name", CHAINS)
def test_it_is_refused_here_exactly_where_openssl_refuses_it(name, serve, ask, tmp_path):
    """N8: weak keys and SHA-1, on every system."""
    authority = Authority(tmp_path, "strong-root", flaws=RSA)
    issue, is_weak = CHAINS[name]
    files = issue(tmp_path, authority)
    got = ask(
        serve(GOOD, server_context(files)),
        scheme="https", host="localhost", ca_file=authority.file,
    )  # fmt: skip
    assert isinstance(got, Failure if is_weak else Exchange)
    assert getattr(got, "kind", FailureKind.CERTIFICATE_TOO_WEAK) is (
        FailureKind.CERTIFICATE_TOO_WEAK
    )
    assert is_too_weak(read_chain(files[0]), read_chain(authority.file)) is is_weak


def cross_sign(old, new):
    """A root as an older one signed it, over SHA-1."""
    crossed = old.sign_with_sha1(
        x509.CertificateBuilder(
            old.certificate.subject, new.certificate.subject, new.certificate.public_key(),
            7, NOW - DAY, NOW + DAY,
        ).sign(old._key, hashes.SHA256())
    )  # fmt: skip
    return crossed.public_bytes(Encoding.DER)


def test_an_old_signature_of_a_root_that_is_trusted_by_itself_proves_nothing(tmp_path):
    """Servers send cross-signed certificates of old, beside which the root itself is trusted."""
    old, new = Authority(tmp_path, "old-root", flaws=RSA), Authority(tmp_path, "new-root")
    chain = [*read_chain(new.issue()[0]), cross_sign(old, new)]
    assert is_too_weak(chain)
    assert is_too_weak(chain, read_chain(old.file))
    assert not is_too_weak(chain, read_chain(new.file))


def make_certificate(key, algorithm):
    name = x509.Name([])
    made = x509.CertificateBuilder(name, name, key.public_key(), 7, NOW - DAY, NOW + DAY)
    return made.sign(key, algorithm).public_bytes(Encoding.DER)


def test_keys_of_other_kinds_are_measured_by_their_own_measure():
    for key, algorithm, is_weak in (
        (ec.generate_private_key(ec.SECP256R1()), hashes.SHA256(), False),
        (ec.generate_private_key(ec.SECP192R1()), hashes.SHA256(), True),
        (ed25519.Ed25519PrivateKey.generate(), None, False),
    ):
        assert is_too_weak([make_certificate(key, algorithm)]) is is_weak


@pytest.mark.parametrize("chain", [[], [b""], [b"\x30\x80" * 100], [b"no certificate"] * 20])
def test_what_cannot_be_read_is_left_to_the_system(chain):
    assert not is_too_weak(chain)
    assert not is_too_weak(chain, chain)


def test_the_roots_of_windows_are_trusted_by_themselves(tmp_path, monkeypatch):
    """Those in X.509's form: the store may hold others too."""
    old, new = Authority(tmp_path, "old-root", flaws=RSA), Authority(tmp_path, "new-root")
    chain = [*read_chain(new.issue()[0]), cross_sign(old, new)]
    (root,) = read_chain(new.file)
    store = {"ROOT": [(b"", "pkcs_7_asn", True)]}
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("ssl.enum_certificates", store.__getitem__, raising=False)
    with pytest.raises(Exception, match="TOO_WEAK"):
        check_strength(tls_trust.create_ssl_context(old.file), chain)
    store["ROOT"].append((root, "x509_asn", True))
    check_strength(tls_trust.create_ssl_context(old.file), chain)


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_it_is_asked_on_the_systems_that_verify_by_themselves(system, tmp_path, monkeypatch):
    authority = Authority(tmp_path, "strong-root")
    context = tls_trust.create_ssl_context(authority.file)
    weak, good = (read_chain(authority.issue(flaws)[0]) for flaws in (WEAK_KEY, Flaws()))
    check_strength(context, good)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr("ssl.enum_certificates", lambda _store: [], raising=False)
    check_strength(context, good)
    with pytest.raises(Exception, match="TOO_WEAK"):
        check_strength(context, weak)
