"""A recorded response is read under every name that programs give to its parts."""

import base64
import json

import pytest

from inspector_app.report.saved_answers import response_record
from inspector_app.session.parsing.json_document import JsonArray, JsonObject
from inspector_app.session.parsing.strict_json import parse_document

BODY = b'{"session": {"id": "opaque"}, "success": true}'
CALL = "https://gateway.example.com/enos-iam-service/v2.0/session/info"


def record(**members):
    root = parse_document(json.dumps(members).encode()).root
    assert isinstance(root, JsonObject)
    return root


STATUS_NAMES = """
    status statusCode status_code code responseCode httpStatus http_status responseStatus
""".split()  # noqa: SIM905
BODY_NAMES = """
    content body text data stream responseBody response_body responseText rawBody bodyText json
    payload
""".split()  # noqa: SIM905


@pytest.mark.parametrize("name", STATUS_NAMES)
def test_the_status_is_read_under_each_name(name):
    for value in (403, "403", {"code": 403, "name": "Forbidden"}):
        assert response_record.parse_status(record(**{name: value})) == 403
    for odd in (99, 1000, 0, None, "x", [403], True):
        assert response_record.parse_status(record(**{name: odd})) == 0
    assert response_record.parse_status(record(**{f"{name}x": 403})) == 0


@pytest.mark.parametrize(
    "name", ["headers", "header", "responseHeaders", "response_headers", "rawHeaders"]
)
def test_headers_are_read_under_each_name_and_in_each_form(name):
    expected = (("Date", "now"), ("Age", "7"))
    for value in (
        {"Date": "now", "Age": 7},
        {"Date": ["now", "then"], "Age": ["7"]},
        [{"name": "Date", "value": "now"}, {"name": "Age", "value": "7"}],
        [{"key": "Date", "value": "now"}, {"key": "Age", "value": "7"}],
        [["Date", "now"], ["Age", "7"]],
        {"headers": [{"name": "Date", "value": "now"}, {"name": "Age", "value": "7"}]},
        [["Date", "now"], ["Age", "7"], ["x"], {"name": "", "value": "x"}, {"name": "x"}, "x", 7],
    ):
        assert response_record.parse_headers(record(**{name: value})) == expected
    for nothing in ("Date: now", 7, None, [], {}):  # type: ignore[var-annotated]
        assert response_record.parse_headers(record(**{name: nothing})) == ()
    assert response_record.parse_headers(record(**{f"{name}x": {"Date": "now"}})) == ()


@pytest.mark.parametrize("name", BODY_NAMES)
def test_the_body_is_read_under_each_name_and_in_each_form(name):
    encoded = base64.b64encode(BODY).decode()
    for value in (
        BODY.decode(),
        list(BODY),
        {"type": "Buffer", "data": list(BODY)},
        {"mimeType": "x", "text": BODY.decode()},
        {"encoding": "base64", "text": encoded},
        {"size": 8, "encoded": encoded},
        *({"charset": "x", inner: BODY.decode()} for inner in ("content", "body", "data", "value")),
        {"mime": "x", "raw": BODY.decode()},
        {"mimeType": "x", "raw": BODY.decode()},
    ):
        assert response_record.find_body(record(**{name: value})) == BODY
    assert response_record.find_body(record(**{name: encoded, "encoding": "BASE64"})) == BODY
    whole = response_record.find_body(record(**{name: {"session": {}}}))
    assert isinstance(whole, JsonObject)
    assert isinstance(response_record.find_body(record(**{name: [{"a": 1}]})), JsonArray)
    assert isinstance(response_record.find_body(record(**{name: [1, 256]})), JsonArray)
    described = {"compression": 0, "encoding": "", "comment": "not kept", "text": None}
    for lost in (None, {"size": 7, "mimeType": "x"}, {"size": 7, **described}, 7, True):
        assert response_record.find_body(record(**{name: lost})) is None
    assert response_record.find_body(record(**{f"{name}x": "a"})) is None


@pytest.mark.parametrize(
    ("members", "lost"),
    [
        ({"bodySize": 7}, True),
        ({"content": {"size": 7}}, True),
        ({"bodySize": 0, "content": {"size": 0}}, False),
        ({"bodySize": -1}, False),
        ({"content": "x"}, False),
        ({}, False),
    ],
)
def test_a_body_that_was_not_recorded_is_told_by_its_size(members, lost):
    assert response_record.has_lost_body(record(**members)) is lost


@pytest.mark.parametrize(
    ("body", "redacted"),
    [
        *((f"[{word}]", True) for word in (
            "redacted", "SANITIZED", "sanitised", "removed", "masked", "hidden", "scrubbed",
            "filtered", "omitted", "stripped",
        )),
        ("*** redacted by proxy ***", True),
        ('{"removed": 1}', False),
        ("nothing removed", False),
        ("[" + "redacted " * 40 + "]", False),
        ("", False),
    ],
)  # fmt: skip
def test_a_sanitizers_word_is_no_body(body, redacted):
    assert response_record.is_redacted(body.encode()) is redacted


@pytest.mark.parametrize(
    ("members", "seconds"),
    [
        ({"startedDateTime": "2027-01-15T08:00:00Z"}, 1_799_999_999 + 1),
        ({"startedDateTime": "2027-01-15T08:00:00Z", "time": 1500}, 1_800_000_001.5),
        ({"startedDateTime": "2027-01-15T08:00:00Z", "time": -1}, 1_800_000_000),
        ({"startedDateTime": "2027-01-15T08:00:00Z", "time": 3_599_000}, 1_800_003_599),
        ({"startedDateTime": "2027-01-15T08:00:00Z", "time": 3_600_000}, 1_800_000_000),
        ({"startedDateTime": "2027-01-15T08:00:00Z", "time": 1e12}, 1_800_000_000),
        ({"times": {"start": "2027-01-15T08:00:00Z"}}, 1_800_000_000),
        ({"type": "response", "created": 1_800_000_000_000}, 1_800_000_000),
        ({"_type": "Response", "created": 1_800_000_000_000}, 1_800_000_000),
        ({"type": "request", "created": 1_800_000_000_000}, None),
        ({"startedDateTime": "soon"}, None),
        ({}, None),
    ],
)
def test_a_call_ended_when_it_began_and_lasted(members, seconds):
    assert response_record.parse_time(record(**members)) == seconds


@pytest.mark.parametrize(
    ("members", "is_one"),
    [
        *(({name: {"url": CALL}}, True) for name in ("request", "originalRequest", "config")),
        ({"url": f"{CALL}/?a=1#b"}, True),
        ({"url": "https://portal.example.com/app-portal/web/v1/session/get"}, True),
        ({"url": "https://gateway.example.com/session/info/other"}, False),
        ({"host": "gateway.example.com", "path": "/v2.0/session/info"}, True),
        ({"path": "/v2.0/session/info"}, None),
        ({"request": {"url": {"raw": CALL}}}, True),
        ({"request": {"url": {"path": ["v2.0", "session", "info"]}}}, True),
        ({"request": {"url": {"path": ["v2.0", "user"]}}}, False),
        ({"request": {"url": CALL, "method": "OPTIONS"}}, False),
        ({"url": "{{address}}"}, None),
        ({"url": "{{address}}/session/info"}, True),
        ({"url": ""}, None),
        ({}, None),
    ],
)
def test_the_call_for_a_session_is_known_by_its_address(members, is_one):
    """N1."""
    assert response_record.names_session_call(record(**members)) is is_one
