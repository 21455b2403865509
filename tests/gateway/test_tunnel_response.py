"""What a proxy says when it refuses a tunnel: its kind, its status, and what it is."""

import base64
from http.client import HTTPMessage

import pytest

from inspector_app.gateway.tunnel_response import build_refusal, list_login_schemes
from inspector_app.session.exchange import FailureKind

LOGIN, UNSUPPORTED, FAILED = (
    FailureKind.PROXY_AUTHENTICATION_REQUIRED,
    FailureKind.PROXY_LOGIN_UNSUPPORTED,
    FailureKind.PROXY_FAILED,
)
NAME = "Proxy-Authenticate"
MANY = ", ".join(f"S{number}" for number in range(9))


def head(*pairs):
    made = HTTPMessage()
    for name, value in pairs:
        made[name] = value
    return made


@pytest.mark.parametrize(
    ("status", "pairs", "kind", "detail"),
    [
        (407, [], LOGIN, "HTTP 407"),
        (407, [(NAME, 'Basic realm="x"')], LOGIN, "HTTP 407"),
        (407, [(NAME, "BASIC"), (NAME, "NTLM")], LOGIN, "HTTP 407"),
        (407, [(NAME, "Negotiate"), (NAME, "NTLM")], UNSUPPORTED, "Negotiate, NTLM"),
        (407, [(NAME, 'Digest realm="x", qop=auth, nonce = 7')], UNSUPPORTED, "Digest"),
        (407, [(NAME, MANY)], UNSUPPORTED, "S0, S1, S2, S3, S4, S5"),
        (403, [], FAILED, "HTTP 403"),
        (502, [("Via", "1.1 proxy (squid)")], FAILED, "HTTP 502 (1.1 proxy (squid))"),
        (502, [("Server", "s"), ("Via", "v"), ("Proxy-Agent", "a")], FAILED, "HTTP 502 (a)"),
        (502, [("Server", "s"), ("Via", "v")], FAILED, "HTTP 502 (v)"),
        (502, [("Server", " s\u202e ")], FAILED, "HTTP 502 (s\\u202e)"),
        (502, [("Server", "s" * 60)], FAILED, f"HTTP 502 ({'s' * 60})"),
        (502, [("Server", "s" * 61)], FAILED, f"HTTP 502 ({'s' * 60}\u2026 (+1))"),
        (502, [("Server", "")], FAILED, "HTTP 502"),
        (503, [(NAME, "Negotiate")], FAILED, "HTTP 503"),
    ],
)
def test_each_refusal_is_told_as_what_it_is(status, pairs, kind, detail):
    """N9, J2."""
    refusal = build_refusal(status, head(*pairs))
    assert (refusal.kind, refusal.detail) == (kind, detail)


PASSWORD = "Sun/7"
AUTHORIZATION = "Basic " + base64.b64encode(f"mara:{PASSWORD}".encode()).decode()


@pytest.mark.parametrize("repeated", [PASSWORD, PASSWORD.upper(), "Sun%2F7", AUTHORIZATION[6:]])
def test_nothing_is_quoted_that_repeats_the_login(repeated):
    """A7."""
    refusal = build_refusal(502, head(("Via", f"1.1 a, 1.1 {repeated}")), AUTHORIZATION)
    assert refusal.detail == "HTTP 502"
    kept = build_refusal(502, head(("Via", "1.1 a")), AUTHORIZATION)
    assert kept.detail == "HTTP 502 (1.1 a)"


def test_a_way_to_sign_in_that_is_called_as_the_password_is_not_named():
    """A7."""
    login = "Basic " + base64.b64encode(b"mara:Sunrise").decode()
    refusal = build_refusal(407, head((NAME, "NTLM"), (NAME, "Sunrise")), login)
    assert (refusal.kind, refusal.detail) == (UNSUPPORTED, "NTLM")


@pytest.mark.parametrize("authorization", ["Basic", "Basic =", "Basic /w==", "Basic bWFyYQ=="])
def test_a_login_that_cannot_be_read_is_no_error(authorization):
    refusal = build_refusal(502, head(("Via", "1.1 a")), authorization)
    assert refusal.detail == "HTTP 502 (1.1 a)"


@pytest.mark.parametrize(
    ("value", "schemes"),
    [
        ("Basic, basic, BASIC", ["Basic"]),
        ("realm=x", []),
        ("realm = x", []),
        ("9Basic", []),
        ("A" * 30, ["A" * 30]),
        ("A" * 31, []),
        ("a-b9 x=y, C", ["a-b9", "C"]),
        ("", []),
    ],
)
def test_a_way_to_sign_in_is_the_first_word_of_a_challenge(value, schemes):
    assert list_login_schemes(head((NAME, value))) == schemes
