"""Which host a token in a text belongs to: that of the request around it, or none."""

import pytest

from inspector_app.gateway.pasted.readers.addresses import Addresses, NearAddresses

A, B = "a.example.com", "b.example.com"
NAMED_ONLY = [
    (f"GET https://{A}/x\n\nx: @", A),
    (f"@\nGET https://{A}/x", A),
    (f"@\n\nGET https://{A}/x", A),
    (f'fetch("https://{A}/x")\n\nh: "@"', A),
    (f'url = "https://{A}"\n\n@\nurl = "https://{B}"', B),
]
ALWAYS = [
    (f"GET https://{A}/x\nx: @", A),
    (f'fetch("https://{A}/x", {{h: "@"}})', A),
    (f'fetch("https://{A}/x", {{\n\nh: "@"}})', A),
    (f'url = "https://{A}"\n@\nurl = "https://{B}"', A),
    (f'url = "https://{A}" @ url = "https://{B}"', A),
    (f'@ url = "https://{B}"', B),
    (f"POST /x HTTP/1.1\nHost: {A}\nA: @", A),
    (f"POST /x HTTP/1.1\nA: @\nHost: {A}", A),
    (f"POST /x HTTP/1.1\nHost: {A}\n\nPOST /y HTTP/1.1\nHost: {B}\nA: @", B),
    (f"POST /x HTTP/1.1\nHost: {A}\nA: @\n\nPOST /y HTTP/1.1\nHost: {B}", A),
    (f"https://{A}/enos-iam-service/v2.0/x @", A),
    (f'HTTPSConnection("{A}")\n@', A),
    (f"HTTPSConnectionPool(host='{A}', port=443)\n@", A),
    (f":authority: {A}\nx: @", A),
    (f'"host": "{A}", "url": "/x", "t": "@"', A),
    (f'{A} 192.0.2.7 - - [x] "GET /?t=@', A),
    (f'https://{A} "POST /x @', A),
    (f"stream for https://{A} @", A),
    (f'requests.get("https://{A}")\n@', A),
    (f"Host: {A}\nHost: {B}\n@", B),
]
SETTINGS = [
    f"ENOS_GATEWAY=https://{A}\nENOS_TOKEN=@",
    f"TOKEN=@\n\n\nENOS_GATEWAY=https://{A}",
    f"enosUrl: https://{A}\ntoken: @",
    f"- MY_APIM_BASE_URL=https://{A}\n- TOKEN=@",
    f"- name: ENOS_GATEWAY\n  value: https://{A}\n- name: T\n  value: @",
    f'<add key="EnosGateway" value="https://{A}"/>\n<add key="T" value="@"/>',
]
NEVER = [
    "@",
    f"DATABASE_URL=https://{A}\nENOS_TOKEN=@",
    f"ENOS_PORTAL_URL=https://{A}\nENOS_TOKEN=@",
    f"HTTPS_PROXY=https://{A}\nENOS_TOKEN=@",
    "POST /x HTTP/1.1\nA: @",
    f"POST /x HTTP/1.1\nHost: {A}\n\nPOST /y HTTP/1.1\nA: @",
    f"see https://{A} @",
    f'proxy = "https://{A}"\n@',
    f'redirect_url="https://{A}"\n@',
    f'log("https://{A}", "@")',
    f"https://{A}/enos-iam-service/v2.0/x?t=@",
    f'host = "{A}"; @',
]


@pytest.mark.parametrize("text", SETTINGS)
def test_a_token_in_settings_belongs_to_the_gateway_that_they_name(text):
    """N3."""
    assert Addresses(text).find_host(text.index("@"), is_named=True) == A


@pytest.mark.parametrize(
    ("text", "named", "unnamed"),
    [
        *((text, host, None) for text, host in NAMED_ONLY),
        *((text, host, host) for text, host in ALWAYS),
        *((text, None, None) for text in NEVER),
    ],
)
def test_a_token_belongs_to_the_request_around_it(text, named, unnamed):
    """N3: a word of a sentence to fewer than the value of a header or a variable."""
    place = text.index("@")
    for addresses in (Addresses(text), NearAddresses(text)):
        assert addresses.find_host(place, is_named=True) == named
        assert addresses.find_host(place, is_named=False) == unnamed


@pytest.mark.parametrize("before", [0, 100, 20_000, 60_000])
@pytest.mark.parametrize("behind", [0, 60_000])
def test_of_a_long_text_what_stands_around_the_token_counts(before, behind):
    """J5, N3."""
    filler = "a line of any kind\n"
    head = filler * (before // len(filler))
    text = f"{head}GET https://{A}/x\nx: @\n\n{filler * (behind // len(filler))}"
    near = NearAddresses(text)
    for _ in range(2):
        assert near.find_host(text.index("@"), is_named=True) == A
    far = f"GET https://{A}/x\n{filler * 2000}x: @"
    assert NearAddresses(far).find_host(far.index("@"), is_named=True) is None


@pytest.mark.parametrize(("size", "host"), [(4000, A), (5000, None)])
def test_a_call_may_be_long_but_not_endless(size, host):
    """J5."""
    blank_lines = "a\n\n" * (size // 3)
    text = f'fetch("https://{A}/x", {{{blank_lines}@'
    assert Addresses(text).find_host(text.index("@"), is_named=False) == host
    closed = f'fetch("https://{A}/x", {{}}){blank_lines}@'
    assert Addresses(closed).find_host(closed.index("@"), is_named=False) is None


@pytest.mark.parametrize(("distance", "host"), [(4096, A), (4097, None)])
def test_how_far_a_token_may_stand_from_the_address_of_its_call(distance, host):
    """N3."""
    begin = f'fetch("https://{A}/x", {{\n\n'
    (address,) = Addresses(begin)._begins
    text = begin.ljust(address.end + distance, "a") + "@"
    assert Addresses(text).find_host(text.index("@"), is_named=False) == host
