"""A connection is tested without a user's token, and what is said is what was seen."""

import threading
import time

import pytest

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection.connection_check import check_connection
from inspector_app.inspection.connection_secrets import ConnectionSecrets
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import ConnectionSettings, create_environment
from inspector_app.vault.backends import MemoryOnly
from inspector_app.vault.vault import Vault
from tests.gateway.certificates import Authority, server_context
from tests.gateway.faulty_gateway import FaultyGateway, answer, replies, unused_port
from tests.systems import not_told_by_wine

JSON = "Content-Type: application/json"
SECRET = "secret-" + "q3" * 8
ASKS = b'{"status":30401,"success":false,"session":null,"message":"not valid"}'


@pytest.fixture
def vault():
    return Vault(MemoryOnly(tr("No keyring.")))


def check(where, vault, typed=None, cancellation=None, **connection):
    made = create_environment("New", where, ConnectionSettings(**connection))
    return check_connection(
        made, typed or ConnectionSecrets(), lambda: vault, cancellation or Cancellation()
    )


def words(report):
    assert all(map(str, report.sentences)), "none is empty"
    return " ".join(map(str, report.sentences))


def test_one_request_without_a_token_and_the_gateway_is_known_as_one_of_enos(vault):
    """N1"""
    with FaultyGateway(replies(answer(ASKS, JSON))) as gateway:
        report = check(f"http://127.0.0.1:{gateway.port}", vault)
    assert report.is_good
    assert "as EnOS does" in words(report)
    assert "without encryption" in words(report)
    assert len(gateway.requests) == 1
    assert b"authorization" not in gateway.received.lower()


def test_the_demo_is_such_a_gateway(vault):
    demo = DemoGateway()
    demo.start()
    try:
        assert check(demo.origin, vault).is_good
    finally:
        demo.stop()


def test_what_is_not_enos_is_not_called_so(vault):
    pages = (
        answer(b"<html>Welcome</html>", "Content-Type: text/html"),
        answer(b"nothing here", status="404 Not Found"),
        answer(b'{"hello": 1}', JSON),
        answer(b"", status="502 Bad Gateway"),
    )
    for page in pages:
        with FaultyGateway(replies(page)) as gateway:
            report = check(f"http://127.0.0.1:{gateway.port}", vault)
        assert not report.is_good, page
        assert words(report)


def test_an_address_that_is_none_is_not_good(vault):
    report = check("https://", vault)
    assert not report.is_good
    assert len(report.sentences) == 1


def test_a_gateway_that_cannot_be_reached_is_not_good(vault):
    """N8"""
    closed = check(f"http://127.0.0.1:{unused_port()}", vault)
    assert not closed.is_good
    assert words(closed)


def test_a_certificate_of_the_authority_in_the_environments_file_is_good(vault, tmp_path):
    """N9"""
    authority = Authority(tmp_path, "Corporate")
    context = server_context(authority.issue())
    with FaultyGateway(replies(answer(ASKS, JSON)), context) as gateway:
        trusted = check(f"https://localhost:{gateway.port}", vault, ca_file=authority.file)
    assert trusted.is_good
    assert "TLSv1" in words(trusted)


@not_told_by_wine("it takes certificates of issuers that it does not know")
def test_a_certificate_that_nobody_vouches_for_is_told_as_one(vault, tmp_path):
    """N8, N9"""
    context = server_context(Authority(tmp_path, "Corporate").issue())
    with FaultyGateway(replies(answer(ASKS, JSON)), context) as gateway:
        untrusted = check(f"https://localhost:{gateway.port}", vault)
    assert not untrusted.is_good
    assert "certificate" in words(untrusted).lower()


def test_a_secret_that_was_typed_counts_and_one_that_is_missing_is_named(vault):
    with FaultyGateway(replies(answer(b'{"code":1}', JSON))) as gateway:
        where = f"http://127.0.0.1:{gateway.port}"
        missing = check(where, vault, access_key="key-1")
        assert not missing.is_good
        assert "SecretKey" in words(missing)
        assert len(missing.sentences) == 2, "what happened, and what to do"
        assert gateway.requests == []
        check(where, vault, ConnectionSecrets(Token(SECRET)), access_key="key-1")
        assert len(gateway.requests) == 1  # of the application's access token
        assert SECRET.encode() not in gateway.received


def test_a_secret_that_the_gateway_repeats_is_not_shown(vault):
    """A1: the token service knows it as well as this app."""
    said = f'{{"status": 1003, "msg": "not the hash of {SECRET}"}}'.encode()
    with FaultyGateway(replies(answer(said, JSON))) as gateway:
        typed = ConnectionSecrets(Token(SECRET))
        told = words(check(f"http://127.0.0.1:{gateway.port}", vault, typed, access_key="key-1"))
    assert "not the hash of" in told
    assert SECRET not in told


def test_a_cancel_ends_it_at_once_and_reports_nothing(vault):
    """N5"""
    asked = threading.Event()

    def stall(wire):
        wire.request()
        asked.set()
        wire.stall()

    cancellation = Cancellation()
    with FaultyGateway(stall) as gateway:

        def cancel():
            assert asked.wait(5)
            cancellation.cancel()

        threading.Thread(target=cancel).start()
        began = time.monotonic()
        found = check(f"http://127.0.0.1:{gateway.port}", vault, cancellation=cancellation)
        assert found is None
        assert time.monotonic() - began < 5
