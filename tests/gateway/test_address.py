"""From what a person types to the one origin a token may go to."""

import contextlib
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.gateway import address, client
from inspector_app.gateway.address import AddressError, GatewayAddress, Scheme
from inspector_app.gateway.connection import ConnectionOptions, NoProxy
from inspector_app.session.exchange import Failure

GOOD = {
    "gateway.example.com": "https://gateway.example.com",
    "  https://gateway.example.com/\n": "https://gateway.example.com",
    "HTTPS://Gateway.Example.COM": "https://gateway.example.com",
    "https://gateway.example.com:443": "https://gateway.example.com",
    "https://gateway.example.com:8443": "https://gateway.example.com:8443",
    "gateway.example.com:8443": "https://gateway.example.com:8443",
    "https://gateway.example.com.": "https://gateway.example.com",
    "https://gateway.example.com/enos-iam-service/v2.0/session/info": "https://gateway.example.com",
    "https://gateway.example.com/enos-iam-service/v2.0/session/info/": "https://gateway.example.com",
    "gateway": "https://gateway",
    "apim_test.example.com": "https://apim_test.example.com",
    "https://192.0.2.7": "https://192.0.2.7",
    "https://[2001:DB8::1]": "https://[2001:db8::1]",
    "https://[2001:db8:0:0:0:0:0:1]:8443/": "https://[2001:db8::1]:8443",
    "http://localhost:8080": "http://localhost:8080",
    "http://127.0.0.1:80": "http://127.0.0.1",
    "http://[::1]:8080": "http://[::1]:8080",
    "https://m\u00fcnchen.example.com": "https://xn--mnchen-3ya.example.com",
    "https://\u4f8b\u3048.example.com": "https://xn--r8jz45g.example.com",
    "https://\uff47ateway.example.com": "https://gateway.example.com",  # full width
    "https://gateway\u3002example\u3002com": "https://gateway.example.com",  # ideographic stops
    "https://g\u0430teway.example.com": "https://xn--gteway-3nf.example.com",  # Cyrillic a
    "xn--mnchen-3ya.example.com": "https://xn--mnchen-3ya.example.com",
}

HOSTILE = [
    "",
    "   ",
    "http://gateway.example.com",
    "http://192.0.2.7",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "http://0.0.0.0",
    "http://[2001:db8::1]",
    "ftp://gateway.example.com",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https:gateway.example.com",
    "https:/gateway.example.com",
    "https:///gateway.example.com",
    "https://",
    "//gateway.example.com",
    "https://someone@gateway.example.com",
    "https://someone:secret@gateway.example.com",
    "https://gateway.example.com@evil.example.com",
    "https://gateway.example.com:443@evil.example.com",
    "https://gateway.example.com%40evil.example.com",
    "https://gateway.example.com\\@evil.example.com",
    "https://gateway.example.com\\.evil.example.com",
    "https://gateway.example.com?x=1",
    "https://gateway.example.com#x",
    "https://gateway.example.com/?x=1",
    "https://gateway.example.com/#@evil.example.com",
    "https://gateway.example.com/console",
    "https://gateway.example.com/x/enos-iam-service/v2.0/session/info",
    "https://gateway.example.com/enos-iam-service/v2.0/session/info/../../evil",
    "https://gateway.example.com:0",
    "https://gateway.example.com:65536",
    "https://gateway.example.com:",
    "https://gateway.example.com:https",
    "https://gateway.example.com:8443:1",
    "https://gateway.example.com:\u0661\u0662",  # Arabic digits
    "https://gateway.example.com:+443",
    "https://gate way.example.com",
    "https://gateway.example.com\r\nHost: evil.example.com",
    "https://gateway.example.com\tevil",
    "https://gateway\x00.example.com",
    "https://gateway\u202e.example.com",
    "https://gateway\u200b.example.com",
    "https://gateway..example.com",
    "https://.example.com",
    "https://-gateway.example.com",
    "https://gateway-.example.com",
    "https://*.example.com",
    "https://gateway,example.com",
    "https://" + "a" * 64 + ".example.com",
    "https://" + "a." * 130 + "com",
    "https://" + "a" * 5000,
    "https://2130706433",
    "https://127.1",
    "https://0x7f.0.0.1",
    "https://0177.0.0.1",
    "https://999.1.1.1",
    "https://2001:db8::1",
    "https://[2001:db8::1",
    "https://[2001:db8::1]x",
    "https://[fe80::1%25eth0]",
    "https://[gateway.example.com]",
    "https://gateway.example.com\uff0fevil",  # a full-width slash
    "https://gateway.example.com\uff20evil.example.com",  # a full-width @
    "https://\u2488.example.com",
    "https://\U0001f4a9\u200d.example.com",
    "\ud800.example.com",
    "IAM_S_" + "Ab1" * 10 + "Ab",
    "APP_PORTAL_S_" + "Ab1" * 10 + "Ab",
    "eyJhbGciOi.eyJzdWIiOi.c2ln",
]


@pytest.mark.parametrize(("typed", "origin"), GOOD.items())
def test_an_address_is_normalised_to_its_origin(typed, origin):
    """N3: IDN shown as punycode."""
    assert address.parse_address(typed).origin == origin


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_hostile_address_is_refused_in_words_that_do_not_repeat_it(typed):
    """N3: 70 hostile addresses."""
    with pytest.raises(AddressError) as refused:
        address.parse_address(typed)
    words = str(refused.value.message)
    assert words[0].isupper()
    assert words.endswith(".")
    assert "evil" not in words
    assert "IAM_S" not in words


@pytest.mark.parametrize("typed", [*GOOD, *HOSTILE])
def test_a_token_goes_to_no_host_but_the_one_that_is_shown(typed, token):
    """N3: 0 token bytes to a wrong host."""
    asked = []

    def resolver(host, port):
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "nobody is there")

    try:
        where = address.parse_address(typed)
    except AddressError:
        return
    connection = ConnectionOptions(proxy=NoProxy(), resolver=resolver)
    assert isinstance(client.fetch_session_info(where, token, connection=connection), Failure)
    assert asked == [where.host]


def test_the_words_fit_the_mistake():
    def words(typed):
        with pytest.raises(AddressError) as refused:
            address.parse_address(typed)
        return str(refused.value.message)

    mistakes = [
        *("", "IAM_S_x", "http://gateway.example.com", "ftp://x", "https://a@b", "https://a?b"),
        *("https://a/b", "https://a:0", "https://a b", "https://a\\b", "https://2001:db8::1"),
        *("https://127.1", "https://a..b", "https://[x]", "https:a", "https://", "https://[x"),
        *("a" * 5000, "https://[fe80::1%1]"),
    ]
    assert len({words(typed) for typed in mistakes}) == len(mistakes)


def test_plain_http_to_another_computer_cannot_even_be_built():
    with pytest.raises(AddressError):
        GatewayAddress(Scheme.HTTP, "gateway.example.com")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "::1"])
def test_this_computer_is_known_as_such(host):
    assert GatewayAddress(Scheme.HTTP, host, 8080).is_loopback


def test_the_hint_says_where_enos_shows_the_address():
    assert "Help > Environment Information" in str(address.ADDRESS_HINT)


@settings(deadline=None)
@given(st.text() | st.text(alphabet="htps:/@.[]?#%0123456789abx\\ -_").map("https://".__add__))
def test_any_text_is_an_address_or_refused_in_words(typed):
    with contextlib.suppress(AddressError):
        parsed = address.parse_address(typed)
        assert parsed.origin.isascii()
        assert address.parse_address(parsed.origin) == parsed
        assert parsed.scheme is Scheme.HTTPS or parsed.is_loopback


@pytest.mark.parametrize("host", ["notlocalhost", "localhost.example.com", "a.localhost"])
def test_a_name_with_localhost_in_it_is_another_computer(host):
    """N3: http is for this computer alone."""
    assert not GatewayAddress(Scheme.HTTPS, host, 8443).is_loopback
    with pytest.raises(AddressError):
        GatewayAddress(Scheme.HTTP, host, 8080)


REASONS = {
    "Enter the gateway's address.": ["", " \n"],
    "This is too long for an address.": ["a" * 2049],
    "This looks like a token.": ["iam_s_x", "APP_PORTAL_S_x", "eyJx"],
    "There is a blank or an invisible character": ["a b", "a\u200bb", "a\x00b"],
    "Write the address as https:// and the host.": ["https:a", "HTTP:/a"],
    "A gateway is reached by https://, not by ftp://.": ["ftp://a"],
    "There is a backslash in the address.": ["https://a\\b", "a\\"],
    "Leave out the question mark or number sign": ["https://a?b", "a#b", "a/?x"],
    "Leave out the user name and the @": ["https://me@a", "me@a"],
    "This IPv6 address is not complete": ["[::1", "[::1]x", "https://["],
    "Write an IPv6 address in brackets": ["::1", "a:1:2"],
    "This is not an IPv6 address.": ["[a]", "[]"],
    "Leave out the percent sign and the network card": ["[fe80::1%25eth0]", "[fe80::1%1]"],
    "A port is a number from 1 to 65535.": ["a:0", "a:65536", "a:", "a:x", "[::1]:", "a:123456"],
    "The host is missing": ["https://.", "https://:1", "http:///a"],
    "This is not a host name.": [
        "-a",
        "a-",
        "a..b",
        "a" * 64,
        "*.a",
        "\u2488.a",
        ".".join("a" * 128),
    ],
    "Write an IP address as four numbers": ["127.1", "1.2.3.256", "1.2.3.0x7f", "1"],
    "Leave out what follows the host": ["a/b", "https://a/console"],
    "The token would travel unencrypted.": ["http://a.example.com", "http://0.0.0.0"],
}


@pytest.mark.parametrize(
    ("typed", "reason"), [(one, reason) for reason, every in REASONS.items() for one in every]
)
def test_each_mistake_in_an_address_has_its_own_words(typed, reason):
    """N3: what to do about it, or a person changes the wrong part."""
    with pytest.raises(AddressError) as refused:
        address.parse_address(typed)
    assert str(refused.value.message).startswith(reason)


@pytest.mark.parametrize(
    ("typed", "netloc", "port", "is_loopback"),
    [
        ("a.example.com", "a.example.com", 443, False),
        ("a.example.com:65535", "a.example.com:65535", 65535, False),
        ("a.example.com:1", "a.example.com:1", 1, False),
        ("https://a.example.com:80", "a.example.com:80", 80, False),
        ("http://localhost", "localhost", 80, True),
        ("http://localhost:443", "localhost:443", 443, True),
        ("http://127.9.9.9:80", "127.9.9.9", 80, True),
        ("https://[::1]:443", "[::1]", 443, True),
        ("https://notlocalhost", "notlocalhost", 443, False),
        ("a" * 63 + "." + "b" * 63, "a" * 63 + "." + "b" * 63, 443, False),
        (".".join(["a"] * 127), ".".join(["a"] * 127), 443, False),
    ],
)
def test_an_address_tells_where_it_leads(typed, netloc, port, is_loopback):
    """N3."""
    made = address.parse_address(typed)
    assert (made.netloc, made.tcp_port, made.is_loopback) == (netloc, port, is_loopback)
    assert made.origin == f"{made.scheme.value}://{netloc}"
