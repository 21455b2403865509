"""A proxy is chosen by the person or the system, sees the host, and never the token."""

import base64
import contextlib
import socket
import threading
from urllib.parse import quote

import pytest

from inspector_app.gateway import address, authorization, proxies
from inspector_app.gateway.connection import ManualProxy, NoProxy, SystemProxy
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.failure_texts import describe_failure
from inspector_app.session.exchange import Exchange, Failure, FailureKind, Phase
from inspector_app.session.token import Token
from tests.gateway.certificates import Flaws, server_context
from tests.gateway.conftest import TOKEN
from tests.gateway.faulty_gateway import answer, replies, unused_port
from tests.gateway.stalls import on_loopback

GATEWAY = address.parse_address("https://gateway.example.com")
VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def no_proxy_variables(monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def tunnelling(tls, reply=b"HTTP/1.1 200 Connection established\r\n\r\n", status="200 OK"):
    """A proxy and the gateway behind it in one: what is asked of each is kept."""

    def script(wire):
        asked.append(wire.request())
        wire.send(reply)
        if b" 200 " in reply:
            wire.start_tls(tls)
            wire.request()
            wire.send(answer(b'{"status":0}', status=status))

    asked: list[bytes] = []
    return script, asked


def relaying_to(port):
    """A proxy that passes bytes on, both ways, and understands none of them."""

    def script(wire):
        wire.request()
        wire.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(("127.0.0.1", port)) as onward:
            back = threading.Thread(target=pass_on, args=(onward, wire.sock))
            back.start()
            pass_on(wire.sock, onward)
            back.join()

    return script


def pass_on(source, target):
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)


def through(gateway, ask, **chosen):
    proxy = ManualProxy(f"http://127.0.0.1:{gateway.port}", **chosen)
    place = {"scheme": "https", "host": "gateway.example.com", "resolver": on_loopback}
    return ask(gateway, proxy=proxy, **place)


def test_a_call_through_a_proxy_shows_it_the_host_alone(serve, ask, good_tls):
    script, asked = tunnelling(good_tls)
    gateway = serve(script)
    got = through(gateway, ask)
    assert isinstance(got, Exchange)
    assert got.route.proxy == f"127.0.0.1:{gateway.port}"
    assert got.tls is not None
    assert asked[0].startswith(f"CONNECT gateway.example.com:{gateway.port} HTTP/1.".encode())
    assert TOKEN.encode() not in asked[0]
    assert b"Proxy-Authorization" not in asked[0]
    assert f"Authorization: Bearer {TOKEN}\r\n".encode() in gateway.received


@pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden", "407 X", "502 Bad"])
def test_what_the_gateway_answers_through_a_tunnel_is_no_refusal_of_the_proxy(
    status, serve, ask, good_tls
):
    script, _ = tunnelling(good_tls, status=status)
    got = through(serve(script), ask)
    assert isinstance(got, Exchange)
    assert got.status == int(status[:3])


@pytest.mark.parametrize("host", ["gateway.example.com", "192.0.2.7", "[2001:db8::7]"])
def test_behind_a_proxy_it_is_the_gateway_that_a_certificate_has_to_name(
    host, serve, ask, authority
):
    """N8: a name, behind a proxy that has an address alone."""
    script, _ = tunnelling(server_context(authority.issue(Flaws(names=(host.strip("[]"),)))))
    gateway = serve(script)
    proxy = ManualProxy(f"http://127.0.0.1:{gateway.port}")
    got = ask(gateway, proxy=proxy, scheme="https", host=host, resolver=on_loopback)
    assert isinstance(got, Exchange)


@pytest.mark.parametrize("login", ["someone:secret", "someone:", "jemand:p@ss:wörd/€"])
def test_a_login_goes_to_the_proxy_and_not_to_the_gateway(login, serve, ask, good_tls):
    script, asked = tunnelling(good_tls)
    gateway = serve(script)
    user, _, password = login.partition(":")
    secret = Token(quote(password, safe="")) if password else None
    got = through(gateway, ask, user=user, password=secret)
    assert isinstance(got, Exchange)
    expected = b"Proxy-Authorization: Basic " + base64.b64encode(login.encode())
    assert expected in asked[0]
    assert gateway.received.count(b"Proxy-Authorization") == 1
    assert login not in repr(got)
    assert password not in repr(secret) or not password


@pytest.mark.parametrize(
    ("reply", "kind", "detail"),
    [
        (
            "407 Proxy Authentication Required",
            FailureKind.PROXY_AUTHENTICATION_REQUIRED,
            "HTTP 407",
        ),
        ("403 Forbidden by policy", FailureKind.PROXY_FAILED, "HTTP 403"),
        ("502 Bad Gateway", FailureKind.PROXY_FAILED, "HTTP 502"),
    ],
)
def test_a_proxy_that_refuses_is_told_apart_from_the_gateway(
    reply, kind, detail, serve, ask, good_tls
):
    """N9, N10: proxy, 407."""
    script, asked = tunnelling(good_tls, f"HTTP/1.1 {reply}\r\n\r\n".encode())
    gateway = serve(script)
    verdict = through(gateway, ask)
    assert isinstance(verdict, Failure)
    assert (verdict.kind, verdict.detail) == (kind, detail)
    assert verdict.phase is Phase.CONNECT
    assert verdict.route.proxy == f"127.0.0.1:{gateway.port}"
    assert len(asked) == 1
    assert TOKEN.encode() not in gateway.received


@pytest.mark.parametrize("reply", [b"", b"SSH-2.0\r\n", b"HTTP/1.1 200"])
def test_a_proxy_that_talks_nonsense_has_failed(reply, serve, ask):
    """N9: proxy."""

    def script(wire):
        wire.request()
        wire.send(reply)

    verdict = through(serve(script), ask)
    assert isinstance(verdict, Failure)
    assert verdict.kind in {FailureKind.PROXY_FAILED, FailureKind.TLS_FAILED}


def challenge(*headers, status="407 Proxy Authentication Required"):
    lines = [f"HTTP/1.1 {status}", *headers, "Content-Length: 0"]
    return "\r\n".join([*lines, "", ""]).encode()


@pytest.mark.parametrize(
    ("headers", "schemes"),
    [
        (["Proxy-Authenticate: NTLM"], "NTLM"),
        (["Proxy-Authenticate: Negotiate", "Proxy-Authenticate: NTLM"], "Negotiate, NTLM"),
        (
            ['Proxy-Authenticate: Negotiate, Kerberos, Digest realm="a, b", qop="auth"'],
            "Negotiate, Kerberos, Digest",
        ),
        (["Proxy-Authenticate: NTLM TlRMTVNTUAAC, NTLM"], "NTLM"),
    ],
)
def test_a_proxy_that_takes_no_password_is_told_as_such(headers, schemes, serve, ask, good_tls):
    """N9, N10: what helps is a relay that signs in."""
    script, asked = tunnelling(good_tls, challenge(*headers))
    gateway = serve(script)
    verdict = through(gateway, ask)
    assert isinstance(verdict, Failure)
    assert (verdict.kind, verdict.detail) == (FailureKind.PROXY_LOGIN_UNSUPPORTED, schemes)
    _, happened, next_step = map(str, describe_failure(verdict, Credentials()))
    assert f"accepts no password, but {schemes} alone" in happened
    assert "relay" in next_step
    assert len(asked) == 1


@pytest.mark.parametrize(
    "headers",
    [
        [],
        ['Proxy-Authenticate: Basic realm="x"'],
        ["Proxy-Authenticate: NTLM", 'Proxy-Authenticate: basic realm="x"'],
        ['Proxy-Authenticate: Digest realm="NTLM, Negotiate", Basic realm="x"'],
        ["Proxy-Authenticate: "],
        ["not a header"],
    ],
)
def test_a_proxy_that_takes_a_password_asks_for_it(headers, serve, ask, good_tls):
    script, _ = tunnelling(good_tls, challenge(*headers))
    verdict = through(serve(script), ask)
    assert isinstance(verdict, Failure)
    assert verdict.kind is FailureKind.PROXY_AUTHENTICATION_REQUIRED


@pytest.mark.parametrize(
    ("header", "detail"),
    [
        ("Server: squid/6.9", "HTTP 403 (squid/6.9)"),
        ("Via: 1.1 filter.example.com", "HTTP 403 (1.1 filter.example.com)"),
        ("Proxy-Agent: Example Filter", "HTTP 403 (Example Filter)"),
        ("X-Other: y", "HTTP 403"),
        ("Server: a\x08b" + "c" * 500, None),
    ],
)
def test_who_refused_the_tunnel_and_how_is_in_the_sentence(header, detail, serve, ask, good_tls):
    """N9."""
    script, _ = tunnelling(good_tls, challenge(header, status="403 Forbidden"))
    gateway = serve(script)
    verdict = through(gateway, ask)
    assert isinstance(verdict, Failure)
    assert verdict.kind is FailureKind.PROXY_FAILED
    assert verdict.detail is not None
    assert len(verdict.detail) < 100
    assert "\x08" not in verdict.detail
    assert detail in {None, verdict.detail}
    happened = str(describe_failure(verdict, Credentials())[1])
    assert f"127.0.0.1:{gateway.port} answered HTTP 403" in happened


def test_a_proxy_that_is_not_there_has_failed(serve, ask):
    gateway = serve(lambda wire: None)
    gateway.port = unused_port()
    verdict = through(gateway, ask)
    assert isinstance(verdict, Failure)
    assert (verdict.kind, verdict.phase) == (FailureKind.PROXY_FAILED, Phase.CONNECT)


def test_a_bad_certificate_behind_a_proxy_is_the_gateways(serve, ask, good_tls):
    script, _ = tunnelling(good_tls)
    verdict = through(serve(script), ask)
    assert isinstance(verdict, Exchange)
    gateway = serve(script)
    proxy = ManualProxy(f"127.0.0.1:{gateway.port}")
    place = {"scheme": "https", "host": "other.example.com", "resolver": on_loopback}
    verdict = ask(gateway, proxy=proxy, **place)
    assert isinstance(verdict, Failure)
    assert verdict.kind is FailureKind.CERTIFICATE_HOSTNAME_MISMATCH
    assert TOKEN.encode() not in gateway.received


def test_a_proxy_reached_by_tls_is_held_to_the_same_trust(serve, ask, good_tls):
    gateway = serve(lambda wire: wire.request(), good_tls)
    place = {"scheme": "https", "host": "gateway.example.com", "resolver": on_loopback}
    proxy = ManualProxy(f"https://127.0.0.1:{gateway.port}")
    verdict = ask(gateway, proxy=proxy, ca_file=None, **place)
    assert isinstance(verdict, Failure)
    assert verdict.kind is FailureKind.PROXY_FAILED
    assert gateway.received == b""


@pytest.mark.parametrize("reached_by", ["http", "https"])
def test_a_call_arrives_at_a_gateway_behind_a_real_proxy(reached_by, serve, ask, good_tls):
    """TLS through a tunnel, and TLS through a tunnel through TLS."""
    gateway = serve(replies(answer(b'{"status":0}')), good_tls)
    proxy = serve(relaying_to(gateway.port), good_tls if reached_by == "https" else None)
    place = {"scheme": "https", "host": "gateway.example.com", "resolver": on_loopback}
    choice = ManualProxy(f"{reached_by}://127.0.0.1:{proxy.port}")
    got = ask(gateway, proxy=choice, **place)
    assert isinstance(got, Exchange)
    assert got.tls is not None
    assert got.tls.subject == "commonName=localhost"
    assert f"Authorization: Bearer {TOKEN}\r\n".encode() in gateway.received
    assert proxy.received.startswith(b"CONNECT gateway.example.com")
    assert TOKEN.encode() not in proxy.received


def test_the_systems_proxy_is_used_for_other_computers(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://someone:p%40ss@proxy.example.com:3128")
    proxy = proxies.select_proxy(GATEWAY, SystemProxy()).proxy
    assert proxy is not None
    assert (proxy.netloc, proxy.login) == ("proxy.example.com:3128", "someone:p@ss")
    assert "p@ss" not in repr(proxy)


def test_a_proxy_for_everything_counts_too(monkeypatch):
    monkeypatch.setenv("all_proxy", "proxy.example.com:3128")
    proxy = proxies.select_proxy(GATEWAY, SystemProxy()).proxy
    assert proxy is not None
    assert proxy.netloc == "proxy.example.com:3128"


@pytest.mark.parametrize(
    "exempt",
    ["gateway.example.com", "example.com", ".example.com", "a.example, gateway.example.com"],
)
def test_an_exempt_host_is_reached_directly(exempt, monkeypatch):
    monkeypatch.setenv("https_proxy", "http://proxy.example.com:3128")
    monkeypatch.setenv("no_proxy", exempt)
    assert proxies.select_proxy(GATEWAY, SystemProxy()).proxy is None


@pytest.mark.parametrize("choice", [NoProxy(), SystemProxy()])
def test_without_a_proxy_the_gateway_is_reached_directly(choice):
    assert proxies.select_proxy(GATEWAY, choice) == proxies.ProxySelection()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "127.8.9.10"])
def test_this_computer_is_never_reached_through_a_proxy(host):
    where = address.parse_address(f"https://{host}:8443")
    chosen = ManualProxy("http://proxy.example.com:3128")
    assert proxies.select_proxy(where, chosen) == proxies.ProxySelection()


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("proxy.example.com:3128", "proxy.example.com:3128"),
        (" http://proxy.example.com ", "proxy.example.com:80"),
        ("https://proxy.example.com", "proxy.example.com:443"),
        ("http://proxy.example.com:8080/", "proxy.example.com:8080"),
        ("socks5://proxy.example.com", "proxy.example.com:1080"),
        ("socks4://proxy.example.com:9050", "proxy.example.com:9050"),
        ("socks://proxy.example.com", "proxy.example.com:1080"),
        ("http://[2001:db8::1]:3128", "[2001:db8::1]:3128"),
    ],
)
def test_a_typed_proxy_is_read(typed, place):
    proxy = proxies.select_proxy(GATEWAY, ManualProxy(typed)).proxy
    assert proxy is not None
    assert proxy.netloc == place


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "http://",
        "http://x:99999",
        "http://[x",
        "ftp://x",
        ":3128",
    ],
)
def test_a_typed_proxy_that_cannot_be_used_is_refused(typed):
    with pytest.raises(proxies.ProxySettingError) as refused:
        proxies.select_proxy(GATEWAY, ManualProxy(typed))
    assert refused.value.shown


@pytest.mark.parametrize(
    ("setting", "shown"),
    [
        ("socks9://mara:pa55word@proxy.example.com:1080", "socks9://proxy.example.com"),
        ("http://mara:pa55word@proxy.example.com:99999", "http://proxy.example.com"),
        ("mara:pa55word@proxy.example.com:99999/x", "proxy.example.com"),
        ("http://mara:pa55word", "http://mara"),
        ("ftp://mara:pa55word://x@proxy.example.com", "ftp://proxy.example.com"),
        ("mara:pa55word://proxy.example.com", "proxy.example.com"),
        ("http://mara:pa55word@[2001:db8::1", "http://[2001:db8::1"),
        ("ftp://a\u202eb", "ftp://a\\u202eb"),
        ("", "?"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_without_its_login(
    setting, shown, monkeypatch, serve, ask
):
    """N9, A7: never "without a proxy" beside a proxy that failed."""
    monkeypatch.setenv("https_proxy", setting or "http://")
    gateway = serve(lambda wire: wire.request())
    place = {"scheme": "https", "host": "gateway.example.com", "resolver": on_loopback}
    got = ask(gateway, proxy=SystemProxy(), **place)
    assert isinstance(got, Failure)
    assert (got.kind, got.phase) == (FailureKind.PROXY_SETTING_UNUSABLE, None)
    assert got.route.proxy == (shown if setting else "http://")
    title, happened, _ = describe_failure(got, Credentials())
    assert "pa55word" not in f"{title}{happened}"
    assert str(got.route.proxy) in str(happened)
    assert gateway.requests == []


def test_the_login_of_a_manual_proxy_is_not_shown():
    proxy = ManualProxy("http://proxy.example.com", "someone", Token("secret"))
    assert authorization.format_proxy_login(proxy) == "someone:secret"
    assert "secret" not in repr(proxy)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("http://someone:secret@proxy.example.com:3128", "fields of their own"),
        ("someone@proxy.example.com", "fields of their own"),
        ("socks9://proxy.example.com:1080", "or socks5://"),
        ("", "or socks5://"),
        ("http://proxy.example.com:99999", "or socks5://"),
    ],
)
def test_a_proxy_for_the_settings_is_an_address_without_a_login(typed, reason):
    """A7: a password in the address would stand in the settings."""
    with pytest.raises(address.AddressError) as refused:
        proxies.parse_proxy(typed)
    assert reason in str(refused.value.message)
    assert "secret" not in str(refused.value.message)


def test_a_proxy_for_the_settings_is_read_as_it_will_be_used():
    assert proxies.parse_proxy(" proxy.example.com:3128 ").netloc == "proxy.example.com:3128"


@pytest.fixture
def kde(tmp_path, monkeypatch):
    """Sets KDE's proxy, in its real file."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    def write(*lines):
        text = "\n".join(["[Proxy Settings]", *lines, ""])
        (tmp_path / "kioslaverc").write_text(text, encoding="utf-8")

    return write


def test_the_proxy_of_the_desktop_is_used(kde, serve, ask, good_tls):
    script, asked = tunnelling(good_tls)
    gateway = serve(script)
    kde("ProxyType=1", f"httpsProxy=http://127.0.0.1 {gateway.port}", "NoProxyFor=other.example")
    place = {"scheme": "https", "host": "gateway.example.com", "resolver": on_loopback}
    got = ask(gateway, proxy=SystemProxy(), **place)
    assert isinstance(got, Exchange)
    assert got.route.proxy == f"127.0.0.1:{gateway.port}"
    assert asked[0].startswith(b"CONNECT gateway.example.com")


@pytest.mark.parametrize(
    ("is_reversed", "exception", "is_direct"),
    [
        (False, "example.com", True),
        (False, "example.org", False),
        (True, "example.com", False),
        (True, "example.org", True),
    ],
)
def test_the_desktops_exceptions_count(is_reversed, exception, is_direct, kde):
    reverse = f"ReversedException={str(is_reversed).lower()}"
    kde("ProxyType=1", "httpsProxy=http://p.example 3128", f"NoProxyFor={exception}", reverse)
    assert (proxies.select_proxy(GATEWAY, SystemProxy()).proxy is None) is is_direct


def test_a_variable_comes_before_the_desktops_settings(kde, monkeypatch):
    kde("ProxyType=1", "httpsProxy=http://desktop.example.com 3128")
    monkeypatch.setenv("https_proxy", "http://variable.example.com:3128")
    proxy = proxies.select_proxy(GATEWAY, SystemProxy()).proxy
    assert proxy is not None
    assert proxy.host == "variable.example.com"


def test_a_proxy_script_is_named_as_what_is_not_run(kde, serve, ask, good_tls):
    """N9: the call goes straight to the gateway, and says so where that fails."""
    kde("ProxyType=2", "Proxy Config Script=http://wpad.example.com/proxy.pac")
    gateway = serve(replies(answer(b"{}")), good_tls)
    place = {"scheme": "https", "host": "gateway.example.com", "resolver": on_loopback}
    got = ask(gateway, proxy=SystemProxy(), **place)
    assert isinstance(got, Exchange)
    assert got.route.ignored_proxy_script == "http://wpad.example.com/proxy.pac"
    gateway.port = unused_port()
    got = ask(gateway, proxy=SystemProxy(), **place)
    assert isinstance(got, Failure)
    assert got.kind is FailureKind.CONNECTION_REFUSED
    happened = str(describe_failure(got, Credentials())[1])
    assert "The system's proxy script http://wpad.example.com/proxy.pac was not run" in happened
    assert ask(gateway, proxy=NoProxy(), **place).route.ignored_proxy_script is None
