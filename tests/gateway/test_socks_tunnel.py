"""A gateway is reached through a SOCKS proxy, under the same promises as through any other."""

import contextlib
import socket
import threading
import time
from urllib.parse import quote

import pytest

from inspector_app.gateway.call_trace import CallTrace
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.gateway.connection import ManualProxy, SystemProxy
from inspector_app.gateway.error_mapping import CallError
from inspector_app.gateway.proxies import Proxy
from inspector_app.gateway.socks_tunnel import open_socks_tunnel
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.failure_texts import describe_failure
from inspector_app.session.exchange import Exchange, Failure, FailureKind, Phase, Route
from inspector_app.session.token import Token
from tests.gateway.conftest import TOKEN
from tests.gateway.faulty_gateway import answer, replies, unused_port
from tests.gateway.socks_proxy import SocksProxy
from tests.gateway.stalls import on_loopback

GOOD = replies(answer(b'{"status":0}'))


@pytest.fixture
def gateway(serve, good_tls):
    return serve(GOOD, good_tls)


@pytest.fixture
def through(serve, ask, gateway):
    """Asks the gateway through a SOCKS proxy, which is a script of its own."""

    def through(script, scheme="socks5", host="gateway.example.com", **chosen):
        listener = serve(script)
        login = {name: chosen.pop(name) for name in ("user", "password") if name in chosen}
        proxy = ManualProxy(f"{scheme}://127.0.0.1:{listener.port}", **login)
        settings = {"resolver": on_loopback, "deadline": 3.0, **chosen}
        return ask(gateway, scheme="https", host=host, proxy=proxy, **settings), listener

    return through


@pytest.mark.parametrize(
    ("scheme", "asked"),
    [
        ("socks5", (5, "gateway.example.com")),
        ("socks5h", (5, "gateway.example.com")),
        ("socks", (5, "gateway.example.com")),
        ("socks4a", (4, "gateway.example.com")),
        ("socks4", (4, "127.0.0.1")),
    ],
)
def test_a_call_goes_through_each_kind_of_socks_proxy(scheme, asked, through, gateway):
    """N1, N9: the proxy sees the host, and never the token."""
    script = SocksProxy(gateway.port)
    got, listener = through(script, scheme)
    assert isinstance(got, Exchange)
    assert script.asked == [(*asked, gateway.port)]
    assert got.route.proxy == f"127.0.0.1:{listener.port}"
    assert got.tls is not None
    assert got.phases.connect is not None
    assert gateway.received.count(f"Authorization: Bearer {TOKEN}\r\n".encode()) == 1
    assert TOKEN.encode() not in listener.received


@pytest.mark.parametrize("host", ["192.0.2.7", "[2001:db8::1]"])
def test_an_address_is_asked_for_as_an_address(host, through, gateway):
    """N8: the certificate names another host, so that the handshake fails."""
    script = SocksProxy(gateway.port)
    got, _ = through(script, host=host)
    assert isinstance(got, Failure)
    assert got.kind is FailureKind.CERTIFICATE_HOSTNAME_MISMATCH
    assert script.asked == [(5, host.strip("[]"), gateway.port)]


def test_the_variable_names_a_socks_proxy_too(serve, ask, gateway, monkeypatch):
    for name in ("https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    script = SocksProxy(gateway.port)
    monkeypatch.setenv("all_proxy", f"socks5h://127.0.0.1:{serve(script).port}")
    got = ask(
        gateway,
        scheme="https",
        host="gateway.example.com",
        proxy=SystemProxy(),
        resolver=on_loopback,
    )
    assert isinstance(got, Exchange)
    assert script.asked == [(5, "gateway.example.com", gateway.port)]


def test_a_login_goes_to_the_proxy_alone(through, gateway):
    script = SocksProxy(gateway.port, login=(b"mara", "pä55:w/€".encode()))
    secret = Token(quote("pä55:w/€", safe=""))
    got, _ = through(script, user="mara", password=secret)
    assert isinstance(got, Exchange)
    assert script.logins == ["mara:pä55:w/€".encode()]
    assert b"pa55" not in gateway.received


@pytest.mark.parametrize("login", [{}, {"user": "mara", "password": Token("wrong")}])
def test_a_proxy_that_wants_another_login_says_so(login, through, gateway):
    """N9, N10."""
    got, listener = through(SocksProxy(gateway.port, login=(b"mara", b"right")), **login)
    assert isinstance(got, Failure)
    assert (got.kind, got.phase) == (FailureKind.PROXY_AUTHENTICATION_REQUIRED, Phase.CONNECT)
    assert gateway.requests == []
    assert TOKEN.encode() not in listener.received


@pytest.mark.parametrize(
    ("scheme", "code", "detail"),
    [
        ("socks5", 2, "SOCKS 5, 0x02"),
        ("socks5", 4, "SOCKS 5, 0x04"),
        ("socks5", 5, "SOCKS 5, 0x05"),
        ("socks4", 91, "SOCKS 4, 0x5b"),
        ("socks4a", 93, "SOCKS 4, 0x5d"),
    ],
)
def test_a_refusal_is_told_with_the_proxys_code(scheme, code, detail, through, gateway):
    """N9."""
    got, listener = through(SocksProxy(gateway.port, refusal=code), scheme)
    assert isinstance(got, Failure)
    assert (got.kind, got.phase) == (FailureKind.PROXY_FAILED, Phase.CONNECT)
    happened = str(describe_failure(got, Credentials())[1])
    assert f"127.0.0.1:{listener.port} answered {detail}" in happened
    assert gateway.requests == []


@pytest.mark.parametrize(
    "script",
    [
        lambda wire: None,
        lambda wire: wire.send(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        lambda wire: wire.send(b"\x05"),
        lambda wire: wire.reset(),
        lambda wire: wire.send(b"\x05\x00\x05\x00\x00\x09"),
    ],
)
def test_a_proxy_that_speaks_something_else_has_failed(script, through):
    """N9."""
    got, _ = through(script)
    assert isinstance(got, Failure)
    assert (got.kind, got.phase) == (FailureKind.PROXY_FAILED, Phase.CONNECT)


def test_a_proxy_that_is_not_there_has_failed(ask, gateway):
    proxy = ManualProxy(f"socks5://127.0.0.1:{unused_port()}")
    place = {"scheme": "https", "host": "gateway.example.com", "resolver": on_loopback}
    got = ask(gateway, proxy=proxy, **place)
    assert isinstance(got, Failure)
    assert (got.kind, got.phase) == (FailureKind.PROXY_FAILED, Phase.CONNECT)


def test_a_name_that_socks_4_cannot_carry_is_looked_up_here(through, gateway):
    def unknown(host, port):
        if host == "gateway.example.com":
            raise socket.gaierror(socket.EAI_NONAME, "text of the system")
        return on_loopback(host, port)

    got, _ = through(SocksProxy(gateway.port), "socks4", resolver=unknown)
    assert isinstance(got, Failure)
    assert gateway.requests == []
    got, _ = through(SocksProxy(gateway.port), "socks5", resolver=unknown)
    assert isinstance(got, Exchange)


@pytest.mark.parametrize("length", [127, 128, 253])
def test_a_long_name_is_sent_whole_or_not_at_all(length, through, gateway):
    host = ("a" * 50 + ".") * 4 + "a" * 60
    host = host[-length:].lstrip(".")
    script = SocksProxy(gateway.port)
    got, _ = through(script, host=host)
    assert isinstance(got, Failure)
    assert script.asked in ([], [(5, host, gateway.port)])
    assert bool(script.asked) == (len(host) <= 127)


def test_a_tunnel_that_cannot_be_asked_for_is_an_error_and_closed():
    near, far = socket.socketpair()
    trace = CallTrace(Route("gateway.example.com"), time.monotonic() + 5)
    proxy, host = Proxy("socks5", "127.0.0.1", 1080), "a" * 128
    with contextlib.closing(trace), far:
        with pytest.raises(CallError):
            open_socks_tunnel(near, proxy, trace, on_loopback, host, 443)
        assert far.recv(1) == b""


@pytest.mark.timing
def test_a_silent_proxy_ends_at_the_deadline_and_at_a_cancel(through):
    """N4, N5."""
    begun = time.monotonic()
    got, _ = through(lambda wire: wire.stall(), deadline=0.3)
    assert isinstance(got, Failure)
    assert (got.kind, got.phase) == (FailureKind.TIMED_OUT, Phase.CONNECT)
    assert 0.3 <= time.monotonic() - begun < 0.8
    cancellation = Cancellation()
    threading.Timer(0.2, cancellation.cancel).start()
    begun = time.monotonic()
    got, _ = through(lambda wire: wire.stall(), deadline=10.0, cancellation=cancellation)
    assert isinstance(got, Failure)
    assert got.kind is FailureKind.CANCELLED
    assert time.monotonic() - begun < 0.4
    for thread in threading.enumerate():
        if thread.name == "gateway attempt":
            thread.join(1)
            assert not thread.is_alive()
