"""Every way in which a call can break is told apart from the others."""

import errno
import http.client
import socket
import ssl
from pathlib import Path

import pytest
import urllib3
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from inspector_app.gateway.error_mapping import CallError, classify_error
from inspector_app.gateway.handshake_observer import Handshake
from inspector_app.session.exchange import Exchange, Failure, FailureKind, Phase
from tests.gateway.certificates import DAY, NOW, Authority, Flaws
from tests.gateway.conftest import TOKEN
from tests.gateway.faulty_gateway import FaultyGateway, Wire, answer, replies, unused_port
from tests.gateway.stalls import no_headers

HEAD = b"HTTP/1.1 200 OK\r\n"
BODY = HEAD + b'Content-Length: 100\r\n\r\n{"session":'


def after(data, then):
    def script(wire):
        wire.request()
        wire.send(data)
        then(wire)

    return script


def close(wire):
    """The end of a script closes the connection."""


FAULTS = {
    "reset before headers": (after(b"", Wire.reset), "CONNECTION_RESET", Phase.WAIT),
    "closed before headers": (after(b"", close), "NO_ANSWER", Phase.WAIT),
    "no answer in time": (no_headers, "TIMED_OUT", Phase.WAIT),
    "half a status line": (after(b"HTTP/1.1 2", close), "NOT_HTTP", Phase.WAIT),
    "half the headers": (after(HEAD + b"Content-Le", close), "ANSWER_TRUNCATED", Phase.WAIT),
    "headers without an end": (after(HEAD, close), "ANSWER_TRUNCATED", Phase.WAIT),
    "reset in the headers": (after(HEAD, Wire.reset), "CONNECTION_RESET", Phase.WAIT),
    "garbage": (after(b"SSH-2.0-OpenSSH_9.6\r\n", close), "NOT_HTTP", Phase.WAIT),
    "a header that is none": (
        after(HEAD + b"no colon here\r\n\r\n{}", close),
        "NOT_HTTP",
        Phase.WAIT,
    ),
    "HTTP/2 by itself": (after(b"HTTP/2 200\r\n\r\n", close), "NOT_HTTP", Phase.WAIT),
    "two lengths": (
        after(HEAD + b"Content-Length: 2, 3\r\n\r\n{}", close),
        "NOT_HTTP",
        Phase.WAIT,
    ),
    "reset in the body": (after(BODY, Wire.reset), "CONNECTION_RESET", Phase.READ),
    "truncated body": (after(BODY, close), "ANSWER_TRUNCATED", Phase.READ),
    "body not in time": (after(BODY, Wire.stall), "TIMED_OUT", Phase.READ),
    "truncated chunks": (
        after(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab", close),
        "ANSWER_TRUNCATED",
        Phase.READ,
    ),
    "chunks without the last one": (
        after(HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n", close),
        "ANSWER_TRUNCATED",
        Phase.READ,
    ),
    "too many headers": (
        after(HEAD + b"X-A: b\r\n" * 200 + b"\r\n{}", close),
        "TOO_LARGE",
        Phase.WAIT,
    ),
    "a header too long": (
        after(HEAD + b"X-A: " + b"b" * 70_000 + b"\r\n\r\n{}", close),
        "TOO_LARGE",
        Phase.WAIT,
    ),
    "interim answers without end": (
        after(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 40, close),
        "NOT_HTTP",
        Phase.WAIT,
    ),
    "garbage for a chunk": (
        after(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nab", close),
        "NOT_HTTP",
        Phase.READ,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_on_the_wire_gets_its_own_kind_and_phase(name, serve, ask):
    """N9: before headers and in the body."""
    script, kind, phase = FAULTS[name]
    verdict = ask(serve(script), deadline=0.4 if kind == "TIMED_OUT" else 10.0)
    assert isinstance(verdict, Failure)
    assert (verdict.kind, verdict.phase) == (FailureKind[kind], phase)


@pytest.mark.parametrize("name", ["truncated body", "closed before headers", "garbage"])
def test_the_same_faults_are_found_under_tls(name, serve, ask, good_tls):
    """N9."""
    script, kind, phase = FAULTS[name]
    verdict = ask(serve(script, good_tls), scheme="https")
    assert isinstance(verdict, Failure)
    assert (verdict.kind, verdict.phase) == (FailureKind[kind], phase)


def test_a_port_at_which_nothing_listens_refuses(ask):
    """N9: refused."""
    with FaultyGateway(close) as gateway:
        gateway.port = unused_port()
        verdict = ask(gateway)
    assert isinstance(verdict, Failure)
    assert (verdict.kind, verdict.phase) == (FailureKind.CONNECTION_REFUSED, Phase.CONNECT)


@pytest.mark.parametrize("error", [socket.EAI_NONAME, socket.EAI_AGAIN, socket.EAI_FAIL])
def test_a_name_that_nobody_knows_is_said_to_be_so(error, serve, ask):
    """N9: DNS."""

    def unknown(host, port):
        raise socket.gaierror(error, "text of the system")

    verdict = ask(
        serve(close), scheme="https", host="no-such-gateway.example.com", resolver=unknown
    )
    assert isinstance(verdict, Failure)
    assert (verdict.kind, verdict.phase) == (FailureKind.HOST_NOT_FOUND, Phase.RESOLVE)


@pytest.mark.parametrize(
    "error", [errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL]
)
def test_a_network_without_a_way_there_is_unreachable(error):
    kind, _ = classify_error(OSError(error, "text"), Phase.CONNECT, None)
    assert kind is FailureKind.NETWORK_UNREACHABLE


def test_the_innermost_error_decides_however_it_was_wrapped():
    try:
        try:
            raise ConnectionRefusedError(errno.ECONNREFUSED, "refused")
        except OSError as cause:
            raise http.client.HTTPException(TOKEN) from cause
    except http.client.HTTPException as error:
        wrapped = RuntimeError(RuntimeError(error))
    assert classify_error(wrapped, Phase.WAIT, None)[0] is FailureKind.NOT_HTTP
    assert (
        classify_error(RuntimeError(TimeoutError()), Phase.WAIT, None)[0] is FailureKind.TIMED_OUT
    )


def test_an_error_that_is_its_own_cause_ends_the_search():
    error = RuntimeError()
    error.args = (error,)
    assert classify_error(error, None, None) == (FailureKind.UNEXPECTED, "RuntimeError")


@pytest.mark.parametrize(
    "error",
    [
        UnicodeEncodeError("latin-1", f"Bearer {TOKEN}", 0, 1, "not latin-1"),
        ValueError(f"Invalid header value b'Bearer {TOKEN}'"),
        OSError(TOKEN),
        ssl.SSLError(1, TOKEN),
        RuntimeError(TOKEN),
        CallError(FailureKind.TOO_LARGE, "8 MiB"),
    ],
)
@pytest.mark.parametrize("phase", [None, *Phase])
@pytest.mark.parametrize("proxy", [None, "proxy.example.com:3128"])
def test_the_text_of_an_exception_never_gets_out(error, phase, proxy):
    """N2, trap of exception text: header values stand in it."""
    kind, detail = classify_error(error, phase, proxy)
    assert TOKEN not in f"{kind} {detail}"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (0x800B0101, FailureKind.CERTIFICATE_OUT_OF_DATE),
        (0x800B010F, FailureKind.CERTIFICATE_HOSTNAME_MISMATCH),
        (0x800B0109, FailureKind.CERTIFICATE_NOT_TRUSTED),
        (-67818, FailureKind.CERTIFICATE_EXPIRED),
        (-67602, FailureKind.CERTIFICATE_HOSTNAME_MISMATCH),
        (-67843, FailureKind.CERTIFICATE_NOT_TRUSTED),
    ],
)
def test_the_verdicts_of_windows_and_macos_are_understood(code, kind):
    error = ssl.SSLCertVerificationError("text")
    error.verify_code = code
    assert classify_error(error, Phase.TLS, None)[0] is kind


WINDOWS_DATE = 0x800B0101
YESTERDAY, TOMORROW = Flaws(not_after=NOW - DAY / 2), Flaws(not_before=NOW + DAY)


@pytest.mark.parametrize(
    ("own", "issuer", "code", "kind", "detail"),
    [
        (YESTERDAY, Flaws(), WINDOWS_DATE, FailureKind.CERTIFICATE_EXPIRED, None),
        (TOMORROW, Flaws(), WINDOWS_DATE, FailureKind.CERTIFICATE_NOT_YET_VALID, None),
        (Flaws(), YESTERDAY, WINDOWS_DATE, FailureKind.CERTIFICATE_EXPIRED, "Issuing 9"),
        (Flaws(), TOMORROW, WINDOWS_DATE, FailureKind.CERTIFICATE_NOT_YET_VALID, "Issuing 9"),
        (Flaws(), Flaws(), WINDOWS_DATE, FailureKind.CERTIFICATE_OUT_OF_DATE, "Root 9"),
        (Flaws(), Flaws(), 0x800B0109, FailureKind.CERTIFICATE_NOT_TRUSTED, "Root 9"),
        (Flaws(), Flaws(), -67843, FailureKind.CERTIFICATE_NOT_TRUSTED, "Root 9"),
    ],
)
def test_what_windows_says_of_dates_is_told_apart_by_the_chain(  # as the parameters
    own, issuer, code, kind, detail, tmp_path
):
    """N8."""
    between = Authority(tmp_path, "Root 9").issue_authority("Issuing 9", issuer)
    assert classify_verdict(code, between.issue_chain(between, flaws=own)) == (kind, detail)


@pytest.mark.parametrize("code", [0x800B0109, 0x800B010A, -67843])
def test_a_certificate_that_vouches_for_itself_is_told_from_an_unknown_issuer(code, tmp_path):
    """N8."""
    authority = Authority(tmp_path, "Root 8")
    assert classify_verdict(code, authority.self_signed())[0] is FailureKind.CERTIFICATE_SELF_SIGNED
    namesake = authority.issue(Flaws(common_name="Root 8"))
    assert classify_verdict(code, namesake)[0] is FailureKind.CERTIFICATE_NOT_TRUSTED


def classify_verdict(code, files):
    """The kind for a verdict of the system on a chain that was sent."""
    sent = x509.load_pem_x509_certificates(Path(files[0]).read_bytes())
    chain = tuple(one.public_bytes(Encoding.DER) for one in sent)
    error = ssl.SSLCertVerificationError("text")
    error.verify_code = code
    return classify_error(error, Phase.TLS, None, Handshake(chain))


@pytest.mark.parametrize("interim", ["100 Continue", "102 Processing", "103 Early Hints"])
def test_what_comes_before_the_answer_is_not_the_answer(interim, serve, ask):
    """N10."""
    before = f"HTTP/1.1 {interim}\r\nLink: </a>\r\n\r\n".encode() * 2
    got = ask(serve(replies(before + answer(b'{"status":0}'))))
    assert isinstance(got, Exchange)
    assert (got.status, got.body) == (200, b'{"status":0}')


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("TLSV13_ALERT_CERTIFICATE_REQUIRED", FailureKind.CLIENT_CERTIFICATE_REQUIRED),
        ("WRONG_VERSION_NUMBER", FailureKind.CONNECTION_RESET),
    ],
)
def test_an_alert_after_the_request_does_not_say_that_nothing_was_sent(reason, expected):
    """N8, trap 30."""
    error = ssl.SSLError(1, "text")
    error.reason = reason
    kind, _ = classify_error(error, Phase.WAIT, None)
    assert kind is expected
    assert classify_error(ssl.SSLEOFError(8, "eof"), Phase.WAIT, None)[0] is FailureKind.NO_ANSWER


def test_an_honest_answer_is_none_of_these(serve, ask):
    assert not isinstance(ask(serve(replies(answer(b"{}")))), Failure)


INCOMPLETE = http.client.IncompleteRead(b"x", 3)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (INCOMPLETE, "ANSWER_TRUNCATED"),
        (RuntimeError(INCOMPLETE, ValueError("zz")), "NOT_HTTP"),
        (http.client.RemoteDisconnected("x"), "NO_ANSWER"),
        (http.client.HTTPException("got more than 100 headers"), "TOO_LARGE"),
        (http.client.LineTooLong("header line"), "TOO_LARGE"),
        (http.client.LineTooLong("status line"), "NOT_HTTP"),
        (http.client.HTTPException("got more than enough"), "NOT_HTTP"),
        (http.client.HTTPException("too many headers"), "NOT_HTTP"),
        (http.client.HTTPException(), "NOT_HTTP"),
        (http.client.BadStatusLine("x"), "NOT_HTTP"),
        (urllib3.exceptions.InvalidHeader("x"), "NOT_HTTP"),
        (socket.gaierror(socket.EAI_NONAME, "x"), "HOST_NOT_FOUND"),
        (UnicodeError("x"), "HOST_NOT_FOUND"),
        (ConnectionRefusedError(errno.ECONNREFUSED, "x"), "CONNECTION_REFUSED"),
        (ConnectionResetError(errno.ECONNRESET, "x"), "CONNECTION_RESET"),
        (BrokenPipeError(errno.EPIPE, "x"), "CONNECTION_RESET"),
        (TimeoutError("x"), "TIMED_OUT"),
        (OSError(errno.ENETUNREACH, "x"), "NETWORK_UNREACHABLE"),
        (OSError(errno.ENOSPC, "x"), "UNEXPECTED"),
        (KeyError("x"), "UNEXPECTED"),
    ],
)
def test_each_error_has_its_kind_however_it_is_wrapped(error, kind):
    """N9: a proxy's are the proxy's, as long as nothing but the proxy was reached."""
    cause = RuntimeError("outer")
    cause.__cause__ = error
    context = RuntimeError("outer")
    context.__context__ = error
    for wrapped in (error, RuntimeError(error), cause, context):
        named = type(wrapped).__name__ if kind == "UNEXPECTED" else None
        assert classify_error(wrapped, None, None) == (FailureKind[kind], named)
        assert classify_error(wrapped, Phase.READ, "proxy:1") == (FailureKind[kind], named)
        of_proxy = kind if kind == "TIMED_OUT" else "PROXY_FAILED"
        for phase in (Phase.RESOLVE, Phase.CONNECT):
            assert classify_error(wrapped, phase, "proxy:1") == (FailureKind[of_proxy], None)
            assert classify_error(wrapped, phase, None) == (FailureKind[kind], named)


@pytest.mark.parametrize("phase", [None, *Phase])
def test_a_break_is_for_want_of_a_certificate_only_before_the_answer(phase):
    """N8: with an answer under way the server had taken none for an answer, too."""
    wanted = Handshake(is_client_certificate_requested=True)
    is_early = phase in {Phase.TLS, Phase.WAIT}
    for error in (ConnectionResetError(), http.client.RemoteDisconnected("x")):
        kind, _ = classify_error(error, phase, None, wanted)
        assert (kind is FailureKind.CLIENT_CERTIFICATE_REQUIRED) is is_early
    kind, _ = classify_error(TimeoutError(), phase, None, wanted)
    assert kind is FailureKind.TIMED_OUT
