"""What a person is told, from the bytes on a socket to the sentence: each mishap its own words."""

import json
import socket
import time
from typing import Any

import pytest

from inspector_app.gateway.connection import ManualProxy
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.exchange import Failure
from inspector_app.session.token import Token
from tests.gateway.certificates import DAY, NOW, Flaws, server_context
from tests.gateway.conftest import TOKEN
from tests.gateway.faulty_gateway import BusyPort, Wire, answer, replies, unused_port
from tests.gateway.stalls import no_headers, on_loopback

HEAD = b"HTTP/1.1 200 OK\r\n"
BODY = HEAD + b'Content-Length: 100\r\n\r\n{"session":'
ELSEWHERE = {"scheme": "https", "host": "gateway.example.com", "resolver": on_loopback}


def judged(got):
    token = Token(TOKEN)
    return judge(JudgeInput(analyze_answer(got, token), time.time(), token=token))


def told(verdict):
    return tuple(str(part) for part in (verdict.sentence, verdict.detail, verdict.next_step))


def after(data, then=lambda wire: None):
    def script(wire):
        wire.request()
        wire.send(data)
        then(wire)

    return script


def reset_in_handshake(wire):
    wire.sock.recv(1)
    wire.reset()


def nobody(host, port):
    raise socket.gaierror(socket.EAI_NONAME, "nobody")


def at_unused_port(serve, ask):
    gateway = serve(lambda wire: None)
    gateway.port = unused_port()
    return ask(gateway)


def at_busy_port(serve, ask):
    with BusyPort() as busy:
        return ask(busy, deadline=0.3)


def unknown(serve, ask):
    return ask(serve(lambda wire: None), scheme="https", host="x.example.com", resolver=nobody)


def http(script, **chosen):
    return lambda serve, ask: ask(serve(script), **chosen)


def https(script, **chosen):
    return lambda serve, ask: ask(serve(script), **{"scheme": "https", **chosen})


def by_proxy(script):
    def through(serve, ask):
        proxy = serve(script)
        return ask(proxy, proxy=ManualProxy(f"127.0.0.1:{proxy.port}"), **ELSEWHERE)

    return through


def at_no_proxy(serve, ask):
    proxy = ManualProxy(f"127.0.0.1:{unused_port()}")
    return ask(serve(lambda wire: None), proxy=proxy, **ELSEWHERE)


FAULTS = {
    "DNS": unknown,
    "refused": at_unused_port,
    "timeout, connecting": at_busy_port,
    "timeout, handshake": https(Wire.stall, deadline=0.3),
    "TLS, reset": https(reset_in_handshake),
    "TLS, plain text": https(replies(b"HTTP/1.1 400 Bad Request\r\n\r\n"), deadline=1.0),
    "proxy, not there": at_no_proxy,
    "proxy, refuses": by_proxy(after(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")),
    "proxy, login": by_proxy(after(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")),
    "before headers, reset": http(after(b"", Wire.reset)),
    "before headers, closed": http(after(b"")),
    "before headers, timeout": http(no_headers, deadline=0.3),
    "before headers, truncated": http(after(HEAD + b"Content-Le")),
    "before headers, not HTTP": http(after(b"SSH-2.0-OpenSSH_9.6\r\n")),
    "body, reset": http(after(BODY, Wire.reset)),
    "body, truncated": http(after(BODY)),
    "body, timeout": http(after(BODY, Wire.stall), deadline=0.3),
    "body, not HTTP": http(after(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nab")),
    "body, encoding": http(after(HEAD + b"Content-Encoding: br\r\n\r\nx")),
    "body, too large": http(after(HEAD + b"Content-Length: 99999999\r\n\r\nx")),
    "redirect": http(after(b"HTTP/1.1 302 Found\r\nLocation: https://a.example.com\r\n\r\n")),
}


@pytest.mark.timing
def test_each_fault_on_the_way_gets_its_own_words(serve, ask):
    """N9: 21 of 16, 0 hangs."""
    said: dict[tuple[str, ...], list[str]] = {}
    for name, fault in FAULTS.items():
        begun = time.monotonic()
        got = fault(serve, ask)
        assert time.monotonic() - begun < 1.5, name
        assert isinstance(got, Failure), name
        words = told(judged(got))
        assert all(words), name
        assert "127.0.0.1" in words[1] or "example.com" in words[1], name
        assert TOKEN not in " ".join(words), name
        said.setdefault(words[:2], []).append(name)
    assert len(said) == len(FAULTS), said


BAD = {
    "expired": Flaws(not_after=NOW - DAY / 2),
    "not yet valid": Flaws(not_before=NOW + DAY),
    "wrong host": Flaws(names=("other.example.com",)),
    "weak": Flaws(key_bits=1024),
}


def test_each_bad_certificate_gets_its_own_words_and_names_whom_is_trusted(serve, ask, authority):
    """N8, N9."""
    contexts = {name: server_context(authority.issue(flaws)) for name, flaws in BAD.items()}
    contexts["self-signed"] = server_context(authority.self_signed())
    said = set()
    for context in contexts.values():
        gateway = serve(replies(answer(b"{}")), context)
        words = told(judged(ask(gateway, scheme="https", host="localhost")))
        assert "operating system + test-root.pem" in words[1]
        said.add(words[:2])
    assert len(said) == len(contexts)


JSON = "Content-Type: application/json;charset=UTF-8"
HTML = "Content-Type: text/html"
PAGE = b"<!DOCTYPE html><html><head><title>Sign in</title></head><body>no</body></html>"


def iam(status, message=""):
    said = {"fail": True, "session": None, "success": False, "message": message, "status": status}
    return json.dumps({**said, "failed": True, "successful": False}).encode()


def shaped(**members):
    return json.dumps(members).encode()


LOGIN = "LDAP connection does not exist"
ANSWERS: dict[str, tuple[Any, ...]] = {  # HTTP status, body, headers
    "token not valid, 2.1": (200, iam(30401), JSON),
    "token not valid, 2.3": (401, iam(401), JSON),
    "session not found, 2.1": (200, iam(30404), JSON),
    "session not found, 2.3": (200, iam(404), JSON),
    "organization not found": (200, iam(404, "Organization does not exist"), JSON),
    "LDAP": (200, iam(30404, LOGIN), JSON),
    "wrong password": (200, iam(30400), JSON),
    "password expired": (200, iam(30410), JSON),
    "too many logins": (200, iam(30429), JSON),
    "account disabled": (200, iam(30511), JSON),
    "unknown IAM code": (200, iam(30499), JSON),
    "invalid parameter": (200, shaped(code=99400, msg="x", data=None), JSON),
    "no permission": (200, shaped(code=99403, msg="x", data=None), JSON),
    "general not found": (200, shaped(code=99404, msg="x", data=None), JSON),
    "general internal": (200, shaped(code=99500, msg="x", data=None), JSON),
    "apim 4011": (401, shaped(apim_status=4011), JSON),
    "apim 4012": (401, shaped(apim_status=4012), JSON),
    **{
        f"token service {code}": (200, shaped(status=code, msg="", business="b", data=None), JSON)
        for code in (1001, 1002, 1003, 1004, 1005, 1202, 1203, 1204)
    },
    **{
        f"gateway {status}": (status, shaped(message=f"says {status}"), JSON)
        for status in (400, 401, 403, 404, 405, 407, 408, 413, 415, 429, 451, 500, 502, 503, 504)
    },
    **{f"empty {status}": (status, b"", JSON) for status in (200, 401, 403, 404, 500)},
    "IP not allowed": (403, shaped(message="Your IP address is not allowed"), JSON),
    "429, seconds": (429, b"{}", JSON, "Retry-After: 90"),
    "429, date": (429, b"{}", JSON, "Retry-After: Fri, 01 Jan 2100 10:00:00 GMT"),
    "503, seconds": (503, b"", JSON, "Retry-After: 7200"),
    "page with 200": (200, PAGE, HTML),
    "page with 403": (403, PAGE, HTML),
    "page without a title": (200, b"<html><body>x</body></html>", HTML),
    "page called JSON": (200, PAGE.replace(b"Sign in", b"Proxy"), JSON),
    "plain text": (200, b"ok", "Content-Type: text/plain"),
    "not UTF-8": (200, b'{"status":0,"message":"\xff"}', JSON),
    "cut": (200, b'{"status":0,"session":{"user"', JSON),
    "NaN": (200, b'{"status":NaN}', JSON),
    "too deep": (200, b"[" * 100, JSON),
    "a list": (200, b"[]", JSON),
    "another JSON": (200, shaped(hello="world"), JSON),
    "success without a session": (200, shaped(status=0, success=True, session=None), JSON),
    "contradictory": (200, shaped(status=0, success=False, fail=True, session=None), JSON),
}


def test_every_status_and_shape_gets_words_of_its_own(serve, ask):
    """N10: 62 answers, at least 25 distinct texts, none of them with a secret in it."""
    said: dict[tuple[str, ...], list[str]] = {}
    for name, (status, body, *headers) in ANSWERS.items():
        got = ask(serve(replies(answer(body, *headers, status=f"{status} Something"))))
        assert not isinstance(got, Failure), name
        words = told(judged(got))
        assert all(words), name
        said.setdefault(words, []).append(name)
    assert len(ANSWERS) == 62
    assert len(said) >= 55, [names for names in said.values() if len(names) > 1]


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_repeats_the_token_is_told_without_it(name, serve, ask):
    """N10: secret-free."""
    status, body, *headers = ANSWERS[name]
    echo = f"you sent {TOKEN}"
    if body[:1] == b"{" and b"NaN" not in body and name not in {"cut", "not UTF-8"}:
        members = json.loads(body)
        body = json.dumps({**members, "message": echo, "msg": echo, "token": TOKEN}).encode()
    else:
        body = body.replace(b"Sign in", echo.encode()).replace(b"Proxy", echo.encode())
    got = ask(serve(replies(answer(body, f"X-Echo: {TOKEN}", *headers, status=f"{status} Any"))))
    verdict = judged(got)
    assert TOKEN not in repr(verdict)
    assert TOKEN not in " ".join(told(verdict))


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("90", "Wait 1 min 30 s, then inspect again."),
        ("7200", "Wait 2 h, then inspect again."),
        (
            "Fri, 01 Jan 2100 10:00:00 GMT",
            "Wait until 2100-01-01 10:00:00 UTC, then inspect again.",
        ),
        ("Mon, 02 Feb 2015 10:00:00 GMT", "is over: inspect again."),
        ("0", "Wait a minute, then inspect again."),
        ("-5", "Wait a minute, then inspect again."),
        ("soon", "Wait a minute, then inspect again."),
        ("9" * 400, "Wait a minute, then inspect again."),
        ("", "Wait a minute, then inspect again."),
    ],
)
def test_the_time_that_a_gateway_asks_to_wait_is_told_in_words(header, words, serve, ask):
    """N10: 429 with Retry-After."""
    busy = answer(b"", f"Retry-After: {header}", status="429 Too Many Requests")
    verdict = judged(ask(serve(replies(busy))))
    assert verdict.code is VerdictCode.RATE_LIMITED
    assert words in str(verdict.next_step)
