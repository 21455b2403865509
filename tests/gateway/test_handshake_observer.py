"""What a server says in the handshake is known even where the handshake fails."""

import ssl

import pytest

from inspector_app.gateway.handshake_observer import parse_certificate_message
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.failure_texts import describe_failure
from inspector_app.session.exchange import Exchange, Failure, FailureKind, Phase
from tests.gateway.certificates import server_context
from tests.gateway.conftest import TOKEN
from tests.gateway.faulty_gateway import answer, replies

VERSIONS = [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]


@pytest.fixture
def demanding(authority):
    """The TLS side of a gateway that demands, or only asks for, a client certificate."""

    def demanding(version, verify_mode=ssl.CERT_REQUIRED):
        context = server_context(authority.issue(), version)
        context.verify_mode = verify_mode
        context.load_verify_locations(authority.file)
        return context

    return demanding


def refusing(context, then):
    """Refuses the handshake by hand, and reads the request's bytes before it does what follows."""

    def script(wire):
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        server = context.wrap_bio(incoming, outgoing, server_side=True)
        while True:
            try:
                server.do_handshake()
            except ssl.SSLWantReadError:
                wire.sock.sendall(outgoing.read())
                incoming.write(wire.sock.recv(65536))
            except ssl.SSLError:
                break
        then(wire, outgoing.read())

    return script


def send_alert(wire, alert):
    wire.sock.sendall(alert)
    wire.stall()


def send_alert_and_close(wire, alert):
    wire.sock.sendall(alert)


def close_silently(wire, alert):
    """The end of a script closes the connection."""


def reset(wire, alert):
    wire.reset()


ENDS = [send_alert, send_alert_and_close, close_silently, reset]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("version", VERSIONS)
def test_a_wanted_client_certificate_is_named_however_the_server_ends(
    version, end, serve, ask, demanding
):
    """N8, N9, trap 30."""
    gateway = serve(refusing(demanding(version), end))
    got = ask(gateway, scheme="https", host="localhost")
    assert isinstance(got, Failure)
    assert got.kind is FailureKind.CLIENT_CERTIFICATE_REQUIRED
    said = " ".join(str(text) for text in describe_failure(got, Credentials()))
    assert "client certificate" in said
    if version is ssl.TLSVersion.TLSv1_2:
        assert got.phase is Phase.TLS
        assert "The token was not sent." in said
    assert ("not sent" in said) is not got.may_have_sent_token
    assert ("may have received the token" in said) is got.may_have_sent_token


def test_an_alert_after_the_request_was_written_does_not_say_not_sent(serve, ask, demanding):
    """N8, trap 30: under TLS 1.3 the client is through before the server judges."""
    gateway = serve(refusing(demanding(ssl.TLSVersion.TLSv1_3), send_alert))
    got = ask(gateway, scheme="https", host="localhost")
    assert isinstance(got, Failure)
    assert (got.phase, got.may_have_sent_token) == (Phase.WAIT, True)
    assert "not sent" not in " ".join(str(text) for text in describe_failure(got, Credentials()))
    gateway.settled()
    assert TOKEN.encode() not in gateway.received  # what was read of it is encrypted


@pytest.mark.parametrize("version", VERSIONS)
def test_a_gateway_that_only_asks_for_one_answers(version, serve, ask, demanding):
    gateway = serve(replies(answer(b"{}")), demanding(version, ssl.CERT_OPTIONAL))
    assert isinstance(ask(gateway, scheme="https", host="localhost"), Exchange)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_bad_certificate_is_the_cause_even_if_one_of_ours_was_asked_for(
    version, serve, ask, demanding
):
    gateway = serve(replies(answer(b"{}")), demanding(version))
    got = ask(gateway, scheme="https", host="localhost", ca_file=None)
    assert isinstance(got, Failure)
    assert got.kind is FailureKind.CERTIFICATE_NOT_TRUSTED


@pytest.mark.parametrize("version", VERSIONS)
def test_a_gateway_that_ends_without_having_asked_is_not_said_to_want_one(
    version, serve, ask, authority
):
    gateway = serve(lambda wire: wire.request(), server_context(authority.issue(), version))
    got = ask(gateway, scheme="https", host="localhost")
    assert isinstance(got, Failure)
    assert got.kind is FailureKind.NO_ANSWER


def entry(certificate, extensions=None):
    written = len(certificate).to_bytes(3) + certificate
    return written if extensions is None else written + len(extensions).to_bytes(2) + extensions


def message(entries, context=None):
    listed = b"".join(entries)
    begun = b"" if context is None else bytes([len(context)]) + context
    return b"\x0b\0\0\0" + begun + len(listed).to_bytes(3) + listed


def test_the_certificates_of_a_message_are_told_apart():
    chain = (b"leaf", b"issuer", b"root")
    old = message(map(entry, chain))
    new = message(map(entry, chain, (b"", b"ext", b"status")), context=b"xy")
    assert parse_certificate_message(old, is_tls_1_3=False) == chain
    assert parse_certificate_message(new, is_tls_1_3=True) == chain


@pytest.mark.parametrize("is_tls_1_3", [False, True])
def test_half_a_message_gives_the_whole_certificates_in_it(is_tls_1_3):
    context, extensions = (b"", b"") if is_tls_1_3 else (None, None)
    whole = message([entry(b"leaf" * 9, extensions)] * 3, context)
    for length in range(len(whole)):
        chain = parse_certificate_message(whole[:length], is_tls_1_3=is_tls_1_3)
        assert set(chain) <= {b"leaf" * 9}
    assert len(parse_certificate_message(whole, is_tls_1_3=is_tls_1_3)) == 3


def test_a_chain_without_end_is_bounded():
    chain = parse_certificate_message(message([entry(b"x")] * 5000), is_tls_1_3=False)
    assert len(chain) == 20
