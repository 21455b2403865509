"""Every answer of every sample session, byte by byte, as a checksum; and the head of each kind.

After a change of the samples, ``python -m tests.demo.test_pinned_answers`` writes ``answers.json``
anew.
"""

from __future__ import annotations

import json
import re
import socket
import zlib
from pathlib import Path

import pytest

from inspector_app.demo.companion_response import build_companion_response
from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.demo.portal_response import PORTAL_PATHS, build_portal_response, build_refusal
from inspector_app.demo.scenarios import list_scenarios
from inspector_app.demo.stub_response import StubResponse, render_response
from inspector_app.system import resources

FILE = Path(__file__).parent / "answers.json"
PINNED = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
NOW = 1_800_000_000.25
LARGE = {"too_large", "many_organizations"}
SESSION_PATH = "/enos-iam-service/v2.0/session/info"
ORGANIZATION_PATH = "/enos-iam-service/v2.0/organization/info"
LIST_PATH = "/enos-iam-service/v2.0/user/organization/list"


def list_keys(name):
    """The ids of organizations, or the AccessKeys of applications, that a sample knows; and one."""
    text = resources.read(f"scenarios/{name}.json").decode()
    return sorted({"unknown", *re.findall(r'"(o\d{10,}|[A-Za-z0-9-]{30,40})"', text)})


def list_answers(one):
    if not one.is_of_portal:
        yield one.build_response(NOW)
        for key in (None, *list_keys(one.id)):
            yield one.build_companion_response(key, NOW)
            assert build_companion_response(one.id, key, NOW, one.token) == (
                one.build_companion_response(key, NOW)
            )
        return
    for path in sorted(PORTAL_PATHS):
        for key in list_keys(one.id) if "resource" in path else ("",):
            yield one.build_portal_response(path, key, NOW)
            assert build_portal_response(one.id, path, key, NOW, one.token) == (
                one.build_portal_response(path, key, NOW)
            )


def pin_all():
    for one in list_scenarios():
        words = f"{one.group.name} {one.title} {one.token_kind.value} {one.token[-6:]}"
        if one.id in LARGE:
            yield one.id, [words]
            continue
        answers = list(list_answers(one))
        texts = [
            one and (*vars_of(one)[:2], one.body.decode(), *vars_of(one)[3:]) for one in answers
        ]
        yield one.id, [words, *(f"{zlib.crc32(repr(text).encode()):08x}" for text in texts)]


def vars_of(response):
    return tuple(getattr(response, name) for name in StubResponse.__slots__)


def test_every_sample_answers_as_it_did():
    assert dict(pin_all()) == PINNED


@pytest.fixture(scope="module")
def gateway():
    with DemoGateway(clock=lambda: NOW + 59) as started:
        yield started


def token(name):
    return next(one.token for one in list_scenarios() if one.id == name)


def exchange(gateway, request, body=b""):
    """The bytes that come, as text, for a request line and its headers."""
    host, port = gateway.origin.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as link:
        link.sendall(request.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)
        came = b""
        while piece := link.recv(65536):
            came += piece
    head, _, content = came.partition(b"\r\n\r\n")
    return head.decode().split("\r\n"), content


COMMON = ["Server: demo ", "Date: Fri, 15 Jan 2027 08:00:59 GMT"]
JSON = "Content-Type: application/json;charset=UTF-8"
TEXT = "Content-Type: text/plain; charset=utf-8"


@pytest.mark.parametrize(
    ("request_line", "status", "headers"),
    [
        (f"POST {SESSION_PATH}", "200 OK", [JSON, "Content-Length: 175", "Connection: close"]),
        ("POST /x", "404 Not Found", [TEXT, "Content-Length: 17", "Connection: close"]),
        (
            f"GET {SESSION_PATH}",
            "405 Method Not Allowed",
            [TEXT, "Content-Length: 10", "Connection: close", "Allow: POST"],
        ),
        (
            "HEAD /x",
            "405 Method Not Allowed",
            [TEXT, "Content-Length: 10", "Connection: close", "Allow: POST"],
        ),
        (
            "GET /app-portal-service/v2.2/session/info",
            "200 OK",
            [JSON, "Content-Length: 58", "Connection: close"],
        ),
    ],
)
def test_the_head_of_an_answer_is_that_of_a_gateway(gateway, request_line, status, headers):
    head, content = exchange(gateway, f"{request_line} HTTP/1.1\nHost: x")
    assert head == [f"HTTP/1.1 {status}", *COMMON, *headers]
    assert (content == b"") is request_line.startswith("HEAD")


def test_a_status_of_the_vendors_own_has_no_phrase_and_its_headers_come(gateway):
    head, _ = exchange(
        gateway, f"POST {SESSION_PATH} HTTP/1.1\nAuthorization: {token('api_not_allowed')}"
    )
    assert head[0] == "HTTP/1.1 498 "
    head, _ = exchange(
        gateway, f"POST {SESSION_PATH} HTTP/1.1\nAuthorization: {token('rate_limited')}"
    )
    assert "Retry-After: 30" in head
    head, _ = exchange(
        gateway, f"POST {SESSION_PATH} HTTP/1.1\nAuthorization: {token('clocks_disagree')}"
    )
    assert "Date: Fri, 15 Jan 2027 11:00:59 GMT" in head


@pytest.mark.parametrize(
    ("sent", "organization"),
    [
        (b'{"id": "o15578227985001"}', "o15578227985001"),
        (b'{"id": 5}', None),
        (b"[1]", None),
        (b"{", None),
        (b"", None),
    ],
)
def test_an_organization_is_asked_for_in_the_body(gateway, sent, organization):
    asked = f"POST {ORGANIZATION_PATH} HTTP/1.1\nAuthorization: Bearer {token('valid')}"
    _, content = exchange(gateway, f"{asked}\nContent-Length: {len(sent)}", sent)
    found = json.loads(content)["organization"]
    assert (found and found["id"]) == organization


def test_the_list_is_asked_for_without_one(gateway):
    asked = f"POST {LIST_PATH} HTTP/1.1\nAuthorization: Bearer {token('valid')}"
    _, content = exchange(gateway, asked)
    expected = next(iter(list_scenarios())).build_companion_response(None, NOW // 60 * 60)
    assert content == expected.body


def test_every_application_gets_an_access_token_of_its_own(gateway):
    asked = "POST /apim-token-service/v2.0/token/get HTTP/1.1"
    first, second = (json.loads(exchange(gateway, asked)[1]) for _ in range(2))
    assert first["data"].pop("accessToken") != second["data"].pop("accessToken")
    assert first == {
        "status": 0,
        "msg": "SUCCESS",
        "business": "apim-token-service",
        "data": {"expire": 7200},
    }


def test_a_body_longer_than_is_read_does_not_hold_it_up(gateway):
    asked = f"POST {SESSION_PATH} HTTP/1.1\nContent-Length: 70000"
    head, content = exchange(gateway, asked, b"x" * 65536)
    assert head[0] == "HTTP/1.1 200 OK"
    assert json.loads(content) == {
        "fail": True,
        "session": None,
        "success": False,
        "requestId": None,
        "failed": True,
        "message": "The provided bearer token is not valid",
        "status": 30401,
        "successful": False,
    }


def test_what_a_file_does_not_say_is_usual():
    assert render_response({"http_status": 200, "text": "x"}, NOW, "t") == StubResponse(
        200, "application/json;charset=UTF-8", b"x", 0.0, (), 0.0
    )
    assert build_refusal(NOW) == StubResponse(
        200,
        "application/json;charset=UTF-8",
        b'{"code":31401,"message":"please log in first","data":null}',
    )


@pytest.mark.parametrize(
    ("placeholder", "value"),
    [
        ({"$seconds_before_now": 5}, 1_799_999_995),
        ({"$milliseconds_before_now": 5}, 1_799_999_995_000),
        ({"$milliseconds_after_now": 5}, 1_800_000_005_000.0),
        ({"$account_time_before_now": 5}, "2027-01-15 07:59:55.0"),
        ({"$token": True}, "t"),
        ({"$letters": 3}, "xxx"),
        ({"$token": True, "x": 1}, {"$token": True, "x": 1}),
        ({"name": 1}, {"name": 1}),
        (
            {"$organizations": 2},
            [
                {"id": "o1500000007919", "name": "Site 000001"},
                {"id": "o1500000015838", "name": "Site 000002"},
            ],
        ),
    ],
)
def test_each_placeholder_stands_for_its_value(placeholder, value):
    made = render_response({"http_status": 200, "body": [placeholder, "王"]}, NOW, "t")
    assert json.loads(made.body) == [value, "王"]
    assert made.body.decode().endswith(',"王"]')


def test_a_placeholder_that_is_none_is_refused():
    with pytest.raises(ValueError, match="nothing"):
        render_response({"http_status": 200, "body": {"$nothing": 1}}, NOW, "t")


if __name__ == "__main__":
    FILE.write_text(json.dumps(dict(pin_all()), indent=0, ensure_ascii=False) + "\n", "utf-8")
