"""The certificate of this computer: shown where it is asked for, and told when it is no use."""

import ssl
import subprocess
import threading
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.gateway import client
from inspector_app.gateway.address import parse_address
from inspector_app.gateway.client_certificate import count_rounds, load_client_certificate
from inspector_app.gateway.connection import ClientCertificate, ConnectionOptions
from inspector_app.gateway.error_mapping import CallError
from inspector_app.session.exchange import Exchange, FailureKind
from inspector_app.session.token import Token
from tests.gateway.certificates import RSA, Authority, server_context
from tests.gateway.faulty_gateway import FaultyGateway, answer, replies

TOKEN = Token("IAM_S_" + "cC7p" * 8)
PASSWORD = "p ä§ss% wörd"
ENCODED = Token(quote(PASSWORD, safe=""))
BODY = b'{"status":30401,"success":false,"session":null,"message":"no"}'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("certificates")


@pytest.fixture(scope="module")
def authority(folder):
    return Authority(folder, "Clients")


@pytest.fixture(scope="module")
def pair(authority):
    """Files of a client's certificate and its key, without a password."""
    return authority.issue(RSA)


def read_pair(pair):
    certificate = x509.load_pem_x509_certificate(Path(pair[0]).read_bytes())
    key = load_pem_private_key(
        Path(pair[1]).read_bytes(), None, unsafe_skip_rsa_key_validation=True
    )
    return certificate, key


def write(folder, name, data):
    file = folder / name
    file.write_bytes(data)
    return str(file)


def build_pkcs12(pair, rounds=2048, password=PASSWORD):
    certificate, key = read_pair(pair)
    if password is None:
        return pkcs12.serialize_key_and_certificates(b"me", key, certificate, None, NoEncryption())
    protection = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(rounds)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(password.encode())
    )
    return pkcs12.serialize_key_and_certificates(b"me", key, certificate, None, protection)


def export_by_openssl(*options):
    command = ["openssl", "pkcs12", "-export", "-passout", "pass:", *options]
    return subprocess.run(command, check=True, capture_output=True).stdout


def build_with_empty_password(pair):
    """Encrypted all the same, as programs write it where nothing is typed."""
    return export_by_openssl("-in", pair[0], "-inkey", pair[1])


def build_of_unknown_kind(folder):
    """Its key is on a curve that OpenSSL has and ``cryptography`` has not."""
    command = ["openssl", "ecparam", "-genkey", "-noout", "-name", "secp224k1"]
    key = subprocess.run(command, check=True, capture_output=True).stdout
    return export_by_openssl("-nocerts", "-inkey", write(folder, "curve.pem", key))


def list_forms(folder, pair):
    certificate, key = read_pair(pair)
    secured = key.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(PASSWORD.encode())
    )
    plain = Path(pair[1]).read_bytes()
    pem = certificate.public_bytes(Encoding.PEM)
    return {
        "a pair": ClientCertificate(*pair),
        "one file": ClientCertificate(write(folder, "one.pem", plain + pem)),
        "a pair with a password": ClientCertificate(
            pair[0], write(folder, "secured.key", secured), ENCODED
        ),
        "one file with a password": ClientCertificate(
            write(folder, "secured.pem", pem + secured), password=ENCODED
        ),
        "PKCS #12": ClientCertificate(
            write(folder, "me.p12", build_pkcs12(pair)), password=ENCODED
        ),
        "PKCS #12 without a password": ClientCertificate(
            write(folder, "open.p12", build_pkcs12(pair, password=None))
        ),
        "PKCS #12 with an empty password": ClientCertificate(
            write(folder, "empty.p12", build_with_empty_password(pair))
        ),
    }


FORMS = (
    *("a pair", "one file", "a pair with a password", "one file with a password"),
    *("PKCS #12", "PKCS #12 without a password", "PKCS #12 with an empty password"),
)


def ask(gateway, authority, certificate):
    return client.fetch_session_info(
        parse_address(f"https://localhost:{gateway.port}"),
        TOKEN,
        connection=ConnectionOptions(ca_file=authority.file, client_certificate=certificate),
    )


def strict_context(authority, version):
    context = server_context(authority.issue())
    context.minimum_version = context.maximum_version = version
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(authority.file)
    return context


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_shown_to_a_server_that_wants_it(authority, pair, folder, form, version):
    """N8"""
    chosen = list_forms(folder, pair)[form]
    with FaultyGateway(
        replies(answer(BODY, "Content-Type: application/json")), strict_context(authority, version)
    ) as gateway:
        assert isinstance(ask(gateway, authority, chosen), Exchange)


@pytest.mark.parametrize("is_pkcs12", [False, True])
def test_those_above_it_are_shown_along(authority, folder, is_pkcs12):
    """N8: a server that knows the root alone takes no other."""
    between = authority.issue_authority("Between")
    chosen = ClientCertificate(*between.issue_chain(between))
    if is_pkcs12:
        certificate, key = read_pair(between.issue())
        packed = pkcs12.serialize_key_and_certificates(
            None, key, certificate, [between.certificate], NoEncryption()
        )
        chosen = ClientCertificate(write(folder, "chain.p12", packed))
    context = strict_context(authority, ssl.TLSVersion.TLSv1_3)
    with FaultyGateway(replies(answer(BODY, "Content-Type: application/json")), context) as gateway:
        assert isinstance(ask(gateway, authority, chosen), Exchange)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_one_that_the_server_does_not_take_is_told_as_refused(authority, folder, version):
    """N8"""
    stranger = Authority(folder, "Strangers").issue()
    with FaultyGateway(replies(answer(BODY)), strict_context(authority, version)) as gateway:
        got = ask(gateway, authority, ClientCertificate(*stranger))
    # Under TLS 1.3 the alert comes after the request, and may be overtaken by the end.
    late = {FailureKind.CONNECTION_RESET, FailureKind.NO_ANSWER}
    assert got.kind in {FailureKind.CLIENT_CERTIFICATE_REFUSED, *late}
    if version is ssl.TLSVersion.TLSv1_2:
        assert got.kind is FailureKind.CLIENT_CERTIFICATE_REFUSED
        assert not got.may_have_sent_token


def test_a_server_that_wants_none_gets_none(authority, pair):
    with FaultyGateway(
        replies(answer(BODY, "Content-Type: application/json")), server_context(authority.issue())
    ) as gateway:
        assert isinstance(ask(gateway, authority, ClientCertificate(*pair)), Exchange)


def load(chosen):
    load_client_certificate(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), chosen)


def test_what_cannot_be_used_is_named_and_nothing_is_sent(authority, pair, folder):
    """N8, A7"""
    forms = list_forms(folder, pair)
    other = authority.issue()
    certificate, key = read_pair(pair)
    halves = (
        pkcs12.serialize_key_and_certificates(None, key, None, None, NoEncryption()),
        pkcs12.serialize_key_and_certificates(None, None, certificate, None, NoEncryption()),
    )
    unusable = [
        ClientCertificate(str(folder / "missing.pem")),
        ClientCertificate("a\0b"),
        ClientCertificate(write(folder, "empty.pem", b"")),
        ClientCertificate(write(folder, "noise.p12", bytes(range(256)) * 40)),
        ClientCertificate(pair[0]),  # without its key
        *(
            ClientCertificate(write(folder, f"unusable{number}.p12", data))
            for number, data in enumerate((*halves, build_of_unknown_kind(folder)))
        ),
        ClientCertificate(pair[0], other[1]),  # with another's
        ClientCertificate(pair[0], str(folder)),
        ClientCertificate(forms["PKCS #12"].certificate_file),
        ClientCertificate(forms["PKCS #12"].certificate_file, password=Token("wrong")),
        ClientCertificate(pair[0], forms["a pair with a password"].key_file),
        ClientCertificate(pair[0], forms["a pair with a password"].key_file, Token("wrong")),
    ]
    with FaultyGateway(replies(answer(BODY)), server_context(authority.issue())) as gateway:
        for chosen in unusable:
            got = ask(gateway, authority, chosen)
            assert got.kind is FailureKind.CLIENT_CERTIFICATE_UNUSABLE, chosen
            assert not got.may_have_sent_token
            assert "wrong" not in str(got.detail)
        assert gateway.received == b""


def test_what_only_looks_like_rounds_is_not_counted():
    """The bits of a key, say: what is no part of anything is not read as parts."""
    salt_and_rounds = b"\x04\x01s\x02\x02\xff\xff"
    for tag, rounds in ((b"\x30", 0xFFFF), (b"\x03", 0), (b"\x06", 0)):
        assert count_rounds(tag + bytes([len(salt_and_rounds)]) + salt_and_rounds) == rounds


def test_rounds_are_counted_in_all_parts(pair):
    assert count_rounds(build_pkcs12(pair, 5_000)) >= 10_000
    assert count_rounds(build_pkcs12(pair, password=None)) < 300_000
    assert count_rounds(b"") == 0


def test_one_that_would_stop_the_window_is_refused_at_once(pair, folder):
    """R3: during 4,000,000 rounds no other thread ran for 3 s."""
    file = write(folder, "slow.p12", build_pkcs12(pair, 400_000))
    began = time.perf_counter()
    with pytest.raises(CallError):
        load(ClientCertificate(file, password=ENCODED))
    assert time.perf_counter() - began < 0.3


@given(st.binary(max_size=300))
def test_anything_can_be_counted(data):
    assert count_rounds(data) >= 0


def test_nothing_of_the_key_stays_in_a_file(pair, folder, tmp_path, monkeypatch):
    """A1"""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    load(list_forms(folder, pair)["PKCS #12"])
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_not_waited_for(pair, folder):
    """N4"""
    import os

    pipe = folder / "pipe"
    if not hasattr(os, "mkfifo"):
        pytest.skip("Windows' named pipes stand in no folder")
    os.mkfifo(pipe)
    ended = threading.Event()

    def try_both():
        for chosen in (ClientCertificate(str(pipe)), ClientCertificate(pair[0], str(pipe))):
            with pytest.raises(CallError):
                load(chosen)
        ended.set()

    thread = threading.Thread(target=try_both, daemon=True)
    thread.start()
    assert ended.wait(5)
    thread.join()
