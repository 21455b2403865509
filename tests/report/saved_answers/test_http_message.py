"""The last answer of several that one command was given, and none where two stand alone."""

import json

import pytest

from inspector_app.report.saved_answers.http_message import (
    has_later_message,
    is_http_message,
    parse_http_message,
)
from inspector_app.report.saved_answers.models import UnreadableFileError
from tests.session.answers import REFUSAL

LAST = b'HTTP/1.1 200 OK\r\nDate: now\r\n\r\n{"session": {}}'
ANSWER = json.dumps(REFUSAL).encode()
LOGIN = b"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\n"


@pytest.mark.parametrize(
    ("head", "headers"),
    [
        (b"HTTP/1.1 200 OK\r\nDate: now\r\nAge:  7 \r\n\r\n", (("Date", "now"), ("Age", "7"))),
        (b"HTTP/2 200\nage: 7\n\n", (("age", "7"),)),
        (b"HTTP/1.1 200 OK\r\nDate: a\r\n  b\r\n\tc\r\n\r\n", (("Date", "a b c"),)),
        (b"HTTP/1.1 200 OK\r\nDate: now\r\nno header\r\n\r\n", (("Date", "now"),)),
        (b"HTTP/1.1 200 OK\r\nDate: now\r\n", (("Date", "now"),)),
        (b"HTTP/1.1 200 OK\r\n\r\n", ()),
    ],
)
def test_a_head_is_read_as_programs_write_it(head, headers):
    assert is_http_message(head)
    message = parse_http_message(head + b'{"a": 1}')
    assert (message.status, message.headers, message.body) == (200, headers, b'{"a": 1}')
    assert message.passed == ()
    assert message.get_header("date") == dict(headers).get("Date")
    assert "now" not in repr(message)


@pytest.mark.parametrize(
    ("before", "passed"),
    [
        (b"HTTP/1.1 200 Connection established\r\n\r\n", (200,)),
        (b"HTTP/1.1 100 Continue\r\n\r\n\r\n", (100,)),
        (b"HTTP/1.1 302 Found\r\nLocation: x\r\n\r\n<html>moved</html>\r\n", (302,)),
        (b"HTTP/1.1 407 Login\r\n\r\nno\r\n", (407,)),
        (LOGIN + b"\r\n[1]\r\n", (401,)),
        (LOGIN + b'\r\n{"message": "no"}\r\n', (401,)),
        (LOGIN + b'\r\n{"a": 1}\r\n', (401,)),
        (LOGIN + b"\r\n" + LOGIN + b"\r\n", (401, 401)),
    ],
)
def test_what_asks_for_the_next_request_is_passed_over(before, passed):
    message = parse_http_message(before + LAST)
    assert (message.status, message.passed) == (200, passed)
    assert message.body == b'{"session": {}}'


@pytest.mark.parametrize(
    "before",
    [
        b"HTTP/1.1 200 OK\r\nDate: x\r\n\r\n" + ANSWER + b"\r\n",
        b"HTTP/1.1 401 Unauthorized\r\nDate: x\r\n\r\nno\r\n",
        LOGIN + b"\r\n" + ANSWER + b"\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: x\r\n\r\n" + ANSWER + b"\r\n",
    ],
)
def test_two_answers_are_none(before):
    """The app never claims more than the answer says: which one is meant, nobody knows."""
    with pytest.raises(UnreadableFileError) as refused:
        parse_http_message(before + LAST)
    assert "several answers" in str(refused.value.message)
    assert has_later_message(b"\n" + before + LAST)


@pytest.mark.parametrize("data", [b"HTTP/1.1 200 OK\r\nDate: now", b"HTTP/1.1 200 OK\r\n"])
def test_a_head_that_is_cut_off_is_told(data):
    with pytest.raises(UnreadableFileError) as refused:
        parse_http_message(data)
    assert "cut off" in str(refused.value.message)


@pytest.mark.parametrize("data", [b"", b"GET / HTTP/1.1\r\n", b" HTTP/1.1 200\r\n", b"{}"])
def test_what_does_not_begin_with_a_status_is_no_answer(data):
    assert not is_http_message(data)
    assert not has_later_message(data)
