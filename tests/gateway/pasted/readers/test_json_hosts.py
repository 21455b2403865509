"""The host that a request in JSON names, under whichever names programs give to it."""

from typing import Any

import pytest

from inspector_app.gateway.pasted.readers.json_hosts import (
    HEADER_NAMES,
    find_host,
    find_listed_host,
)

HOST = "gateway.example.com"
URL = f"https://{HOST}/x"


@pytest.mark.parametrize(
    "members",
    [
        {"url": URL},
        {"URL": URL},
        {"uri": URL},
        {"url": {"raw": URL}},
        {"url": {"full": URL}},
        {"url": {"href": URL}},
        {"url": {"host": ["gateway", "example", "com"], "path": ["x"]}},
        {"url": {"host": HOST}},
        {"url": {"domain": HOST}},
        {"request": {"url": URL}},
        {"req": {"url": URL}},
        {"req": {"uri": URL}},
        {"request": {"host": HOST, "method": "POST"}},
        {"headers": {"Host": HOST}},
        {"headers": {"host": HOST, "Accept": "x"}},
        {"headers": [{"name": "Host", "value": HOST}]},
        {"headers": [{"key": "host", "value": HOST}]},
        {"headers": [["Accept", "x"], ["Host", HOST]]},
        {"Host": HOST, "authorization": "x"},
        {"Gateway": URL},
        {"enosBaseUrl": URL},
        {"auth": {}, "item": [{"item": [{"request": {"url": {"raw": URL}}}]}]},
        {"item": [{"request": {"url": URL}}, {"request": {"url": f"{URL}/y"}}, "x"]},
        {"item": [{"item": [{"request": {"url": URL}}] * 120}, {"item": [{}] * 120}]},
    ],
)
def test_the_host_of_a_request_is_found(members):
    """N3."""
    assert find_host(members) == HOST


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"note": URL},
        {"portal": URL, "enosPortalUrl": URL, "gateway": HOST},
        {"item": [{"request": {"url": URL}}, {"request": {"url": "https://b.example.com"}}]},
        {"item": [{"request": {"url": URL}}] * 300},  # too many to say it of all of them
        {"item": [{"request": {"url": "{{base}}/x"}}, {"note": URL}], "name": "x"},
        {"request": {"note": URL}},
        {"request": URL[8:9]},
        {"host": HOST},
        {"headers": {"Referer": URL}},
        {"headers": [{"name": "Referer", "value": URL}, "x", 7, ["a"]]},
        {"url": 7},
        {"url": {"path": "/x"}},
        {"url": {"host": 7}},
        {"x" * 5000: URL},
    ],
)
def test_what_names_no_request_has_none(members):
    """N3: a token goes to no host that is not its own."""
    assert find_host(members) is None


def test_the_request_inside_counts_before_what_is_around_it():
    """N3."""
    around: dict[str, Any] = {"url": "https://page.example.com", "request": {"url": URL}}
    assert find_host(around) == HOST
    assert find_listed_host([]) is None
    assert (
        find_listed_host([{"name": "HOST", "value": HOST}, {"name": "Host", "value": "b"}]) == HOST
    )
    assert find_listed_host([{"key": "password", "value": URL}]) is None
    assert find_listed_host([{"key": "n", "value": "x"}, {"key": "baseUrl", "value": URL}]) == HOST
    assert "authorization" in HEADER_NAMES


@pytest.mark.parametrize(
    "key",
    [
        "url", "uri", "endpoint", "requestUrl", "request_url", "requestURI", "request_uri",
        "fullUrl", "baseURL", "base_url", "http.url", "url.full", "url.original",
    ],
)  # fmt: skip
def test_an_address_stands_under_each_of_these_names(key):
    assert find_host({key: URL}) == find_host({key: f"{HOST}/x"}) == HOST
    assert find_host({f"{key}s": URL}) is None


@pytest.mark.parametrize("key", ["Host", ":authority", "authority", "hostname"])
@pytest.mark.parametrize(
    "beside", ["method", "path", "port", "headers", "scheme", "protocol", "cookie", "authorization"]
)
def test_a_host_counts_beside_what_only_a_request_has(key, beside):
    """N3: a machine of a log is none."""
    assert find_host({key: HOST, beside: "x"}) == HOST
    assert find_host({key: HOST, "level": "x"}) is None
    if key != "hostname":
        assert find_listed_host([[key, HOST]]) == HOST


@pytest.mark.parametrize("key", ["server.address", "net.peer.name", "http.host", "url.domain"])
def test_a_trace_names_the_host_of_its_request_in_its_own_words(key):
    """N3: as members, and as a list of attributes."""
    assert find_host({key: HOST, "level": "x"}) == HOST
    values: tuple[Any, ...] = (HOST, {"stringValue": HOST})
    for value in values:
        assert (
            find_listed_host([{"key": "x", "value": value}, {"key": key, "value": value}]) == HOST
        )
    assert find_listed_host([{"key": key, "value": {"intValue": 1}}]) is None


def test_a_list_of_attributes_names_the_address_of_its_request():
    listed: Any = [{"key": "url.full", "value": {"stringValue": URL}}]
    assert find_listed_host(listed) == HOST
    assert find_listed_host([{"key": "note", "value": {"stringValue": URL}}]) is None
