"""The hosts that are reached without the proxy, in every form in which people write them."""

import time

import pytest

from inspector_app.gateway.proxy_exceptions import is_exempt, split_exceptions

HOST = "gateway.example.com"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a.example,b.example", ["a.example", "b.example"]),
        ("a.example, b.example", ["a.example", "b.example"]),
        ("  a.example   b.example ", ["a.example", "b.example"]),
        ("a.example;b.example|c.example", ["a.example", "b.example", "c.example"]),
        (",, ,", []),
        ("", []),
    ],
)
def test_a_list_may_have_any_separators(written, expected):
    assert split_exceptions(written) == expected


@pytest.mark.parametrize(
    ("host", "exception"),
    [
        (HOST, HOST),
        (HOST, "GATEWAY.example.COM"),
        (HOST, "example.com"),
        (HOST, ".example.com"),
        (HOST, "example.com."),
        (HOST, "*.example.com"),
        (HOST, "*example.com"),
        (HOST, "gateway.*"),
        (HOST, "g*.example.*"),
        (HOST, "*"),
        (HOST, "*" * 300),
        (HOST, "*gateway*"),
        (HOST, "gateway*.example.com"),
        ("x.443", "443"),
        (f"x.{HOST}", f" {HOST}\t"),
        (HOST, "gateway.example.com:443"),
        (HOST, "*.example.com:443"),
        (HOST, "https://gateway.example.com"),
        (HOST, "https://gateway.example.com:443"),
        ("xn--bcher-kva.example", "bücher.example"),
        ("gateway", "<local>"),
        ("gateway", "<LOCAL>"),
        ("10.1.2.3", "10.1.2.3"),
        ("10.1.2.3", "10.0.0.0/8"),
        ("10.1.2.3", "10.1.2.9/24"),
        ("10.1.2.3", "10.*"),
        ("10.1.2.3", "10/8"),
        ("169.254.7.7", "169.254/16"),
        ("10.1.2.3", "10.1.2.3:443"),
        ("10.1.2.3", "0.0.0.0/0"),
        ("2001:db8::1", "2001:db8::1"),
        ("2001:db8::1", "[2001:DB8::1]"),
        ("2001:db8::1", "[2001:db8::1]:443"),
        ("2001:db8::1", "2001:db8::/32"),
        ("2001:db8::1", "2001:db8:0:0:0:0:0:1"),
    ],
)
def test_an_exempt_host_is_recognized(host, exception):
    assert is_exempt(host, 443, [exception])
    assert is_exempt(host, 443, ["other.example", exception])


@pytest.mark.parametrize(
    ("host", "exception"),
    [
        (HOST, "ample.com"),
        (HOST, "way.example.com"),
        (HOST, "other.example.com"),
        (HOST, "gateway.example.com:8443"),
        (HOST, "gateway.example.com.evil.example"),
        ("example.com", "*.example.com"),
        (HOST, "*.example.org"),
        (HOST, "gateway*way.example.com"),
        (HOST, ""),
        (HOST, "."),
        (HOST, "<local>"),
        (HOST, "10.0.0.0/8"),
        (HOST, "https://"),
        (HOST, "*" * 301),
        (HOST, "*example*gateway*"),
        (HOST, "gateway.example.com:x"),
        (HOST, "gateway.example.com:\u0664\u0664\u0663"),
        ("10.1.2.3", "11.0.0.0/8"),
        ("10.1.2.3", "2.3"),
        ("10.1.2.3", "2001:db8::/32"),
        ("10.1.2.3", "10.1.2.3:80"),
        ("10.1.2.3", "10.0.0.0/99"),
        ("2001:db8::1", "2001:db9::/32"),
        ("2001:db8::1", "<local>"),
        ("2001:db8::1", "[2001:db8::1]:80"),
    ],
)
def test_any_other_host_goes_through_the_proxy(host, exception):
    assert not is_exempt(host, 443, [exception])


def test_a_hostile_pattern_costs_no_time():
    begun = time.process_time()
    for pattern in ("*a" * 140 + "b", "*" * 290, "a" * 10_000_000):
        is_exempt("a" * 253, 443, [pattern])
    assert time.process_time() - begun < 0.5
