"""What stands on the wire: one request, as intended, whatever the environment says."""

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app import __version__
from inspector_app.gateway import transport
from inspector_app.gateway.address import GatewayAddress, Scheme
from inspector_app.gateway.call_trace import CallTrace
from inspector_app.gateway.connection import SystemProxy
from inspector_app.session.exchange import Exchange, Failure, FailureKind, Route
from tests.gateway.conftest import TOKEN
from tests.gateway.faulty_gateway import answer, replies, unused_port
from tests.gateway.stalls import on_loopback

ROOT = Path(__file__).parents[2]
GOOD = replies(answer(b'{"status":0}', "Set-Cookie: sticky=1; Path=/"))


def intended(host):
    return (
        "POST /enos-iam-service/v2.0/session/info HTTP/1.1\r\n"
        f"Host: {host}\r\n"
        f"User-Agent: enos-session-inspector/{__version__}\r\n"
        "Accept: application/json\r\n"
        "Accept-Encoding: identity\r\n"
        "Content-Type: application/json\r\n"
        "Content-Length: 0\r\n"
        f"Authorization: Bearer {TOKEN}\r\n"
        "\r\n"
    ).encode()


def netrc(content):
    def hostile(monkeypatch, tmp_path):
        file = tmp_path / "netrc"
        file.write_text(content)
        file.chmod(0o600)
        monkeypatch.setenv("NETRC", str(file))

    return hostile


def variables(**values):
    def hostile(monkeypatch, tmp_path):
        del tmp_path
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return hostile


def earlier_cookies(monkeypatch, tmp_path):
    """Nothing to prepare: the gateway sets a cookie on the first of two calls."""


DEAD_PROXY = f"http://someone:secret@127.0.0.1:{unused_port()}"
HOSTILE = {
    "a netrc match": netrc("machine 127.0.0.1 login mallory password stolen\n"),
    "a netrc default": netrc("default login mallory password stolen\n"),
    "proxy variables": variables(
        http_proxy=DEAD_PROXY, HTTPS_PROXY=DEAD_PROXY, ALL_PROXY=DEAD_PROXY
    ),
    "a CA variable": variables(REQUESTS_CA_BUNDLE="/nowhere", CURL_CA_BUNDLE="/nowhere"),
    "cookies of an earlier call": earlier_cookies,
    "a key log": variables(SSLKEYLOGFILE="/nowhere/keys"),
}


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("name", HOSTILE)
def test_one_request_as_intended_in_a_hostile_environment(
    name, scheme, serve, ask, good_tls, monkeypatch, tmp_path, on_the_wire
):
    """N1: 6 of 6."""
    HOSTILE[name](monkeypatch, tmp_path)
    gateway = serve(GOOD, good_tls if scheme == "https" else None)
    for _ in range(2):
        assert isinstance(ask(gateway, scheme=scheme, proxy=SystemProxy()), Exchange)
    assert gateway.requests == [intended(f"127.0.0.1:{gateway.port}")] * 2
    on_the_wire(f"{scheme}, {name}", gateway.requests[1])


CODES = (301, 302, 303, 307, 308)
TARGETS = {
    "the same host": "http://127.0.0.1:{own}/elsewhere",
    "another host": "http://localhost:{other}/enos-iam-service/v2.0/session/info",
    "a path alone": "/login?token=1",
}


@pytest.mark.parametrize(("code", "name"), list(itertools.product(CODES, TARGETS)))
def test_a_redirect_is_named_and_not_followed(code, name, serve, ask):
    """N7: 5 codes, 3 targets each, 0 requests arrive."""
    other = serve(GOOD)
    requests = []

    def redirecting(wire):
        requests.append(wire.request())
        target = TARGETS[name].format(own=own.port, other=other.port)
        wire.send(answer(b"", f"Location: {target}", status=f"{code} Moved"))

    own = serve(redirecting)
    verdict = ask(own)
    assert isinstance(verdict, Failure)
    host = "localhost" if name == "another host" else "127.0.0.1"
    assert (verdict.kind, verdict.detail) == (FailureKind.REDIRECTED, host)
    assert len(requests) == 1
    assert other.requests == []


def test_the_endless_body_of_a_redirect_is_not_read(serve, ask):
    """N6, N7: requests reads it even when told not to follow."""

    def endless(wire):
        wire.request()
        wire.send(b"HTTP/1.1 302 Found\r\nLocation: /x\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not wire.stopped.is_set():
            wire.send(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")

    verdict = ask(serve(endless))
    assert isinstance(verdict, Failure)
    assert verdict.kind is FailureKind.REDIRECTED


@pytest.mark.parametrize(
    ("location", "named"),
    [
        ("https://login.example.com/sso?next=1", "login.example.com"),
        ("https://someone:secret@login.example.com", "login.example.com"),
        ("//login.example.com", "login.example.com"),
        ("https://login.example.com:99999/", "login.example.com"),
        ("javascript:alert(1)", None),
        ("https://[broken", None),
        ("https://" + "a" * 5000, None),
        ("https://evil\u202ecom/", None),
    ],
)
def test_a_redirect_target_is_named_by_its_host_alone(location, named, serve, ask):
    reply = answer(b"", status="302 Found").replace(
        b"\r\n\r\n", b"\r\nLocation: " + location.encode() + b"\r\n\r\n"
    )
    verdict = ask(serve(replies(reply)))
    assert isinstance(verdict, Failure)
    assert verdict.kind is FailureKind.REDIRECTED
    if named is not None:
        assert verdict.detail == named
    else:
        assert verdict.detail is None or (
            len(verdict.detail) < 1000 and verdict.detail.isprintable()
        )


def test_a_redirect_status_without_a_target_is_an_answer(serve, ask):
    got = ask(serve(replies(answer(b"", status="302 Found"))))
    assert isinstance(got, Exchange)
    assert got.status == 302


def test_a_host_name_is_sent_with_its_port(serve, ask, good_tls):
    gateway = serve(GOOD, good_tls)
    where = {"scheme": "https", "host": "gateway.example.com", "resolver": on_loopback}
    assert isinstance(ask(gateway, **where), Exchange)
    assert gateway.requests == [intended(f"gateway.example.com:{gateway.port}")]


def test_an_ipv6_address_is_sent_in_brackets(serve, ask):
    gateway = serve(GOOD)
    assert isinstance(ask(gateway, host="[::1]", resolver=on_loopback), Exchange)
    assert gateway.requests == [intended(f"[::1]:{gateway.port}")]


def test_a_session_takes_nothing_from_its_surroundings():
    address = GatewayAddress(Scheme.HTTP, "localhost")
    trace = CallTrace(Route("localhost"), 0.0)
    session = transport.create_session(trace, on_loopback, address, None)
    assert not session.trust_env
    assert list(session.cookies) == []
    assert session.proxies == {}
    assert session.verify is True


WARNS = """
import logging
logging.basicConfig()
from inspector_app.gateway import transport
for name in ("urllib3", "urllib3.connection", "urllib3.connectionpool", "urllib3.util.retry"):
    logging.getLogger(name).error("what a gateway sent")
logging.getLogger("urllib3.connection").critical("what a gateway sent")
"""


def test_the_libraries_below_say_nothing_even_where_a_log_is_kept():
    """P5, trap of exception text: their warnings quote headers."""
    done = subprocess.run(
        [sys.executable, "-c", WARNS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("", "")
