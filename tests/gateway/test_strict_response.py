"""A head that is cut off or malformed is no answer, whatever http.client makes of it."""

import http.client
import socket

import pytest

from inspector_app.gateway.strict_response import StrictResponse

OK = b"HTTP/1.1 200 OK\r\n"
WHOLE = OK + b"Content-Length: 2\r\n\r\nok"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
EARLY = b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"


def read(data):
    """The status and the body of what a server sends before it closes the connection."""
    server, client = socket.socketpair()
    with server, client:
        server.sendall(data)
        server.shutdown(socket.SHUT_WR)
        with StrictResponse(client, method="POST") as response:
            response.begin()
            return response.status, response.read()


@pytest.mark.parametrize(
    ("data", "status", "body"),
    [
        (WHOLE, 200, b"ok"),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + WHOLE, 200, b"ok"),
        (b"HTTP/1.1 102 Processing\r\n\r\n" + WHOLE, 200, b"ok"),
        (b"HTTP/1.1 199 x\r\n\r\n" + WHOLE, 200, b"ok"),
        (b"HTTP/1.1 101 Switching Protocols\r\n\r\n" + WHOLE, 101, b""),
        (EARLY * 15 + WHOLE, 200, b"ok"),
        (OK + b"\r\nto the end", 200, b"to the end"),
        (CHUNKED + b"2;a=b\r\nok\r\nA\r\n0123456789\r\n0\r\n\r\n", 200, b"ok0123456789"),
        (CHUNKED + b"2;" + b"x" * 65_532 + b"\r\nok\r\n0\r\n\r\n", 200, b"ok"),
    ],
    ids=range(9),
)
def test_an_answer_is_read_behind_those_that_announce_it(data, status, body):
    assert read(data) == (status, body)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (OK, http.client.IncompleteRead),
        (OK + b"Date: now", http.client.IncompleteRead),
        (OK + b"Date: now\r\n", http.client.IncompleteRead),
        (OK + b"no header\r\nContent-Length: 2\r\n\r\nok", http.client.HTTPException),
        (EARLY * 16 + WHOLE, http.client.HTTPException),
        (CHUNKED, http.client.IncompleteRead),
        (CHUNKED + b"2\r\nok\r\n", http.client.IncompleteRead),
        (CHUNKED + b"2\r\nok\r\n0", http.client.IncompleteRead),
        (CHUNKED + b"x\r\nok\r\n0\r\n\r\n", http.client.IncompleteRead),
        (CHUNKED + b"2;" + b"x" * 65_533 + b"\r\nok\r\n0\r\n\r\n", http.client.LineTooLong),
    ],
    ids=range(10),
)
def test_what_is_cut_off_malformed_or_endless_is_none(data, error):
    """N6."""
    with pytest.raises(error):
        read(data)
