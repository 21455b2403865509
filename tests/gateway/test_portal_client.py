"""The portal's calls on the wire: GET, the newer path first, signed where an application is."""

import hashlib
import json
import re

import pytest

from inspector_app import __version__
from inspector_app.gateway import address, portal_client
from inspector_app.gateway.application import Application
from inspector_app.gateway.connection import ConnectionOptions, NoProxy
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.exchange import ApiCall, Exchange, Failure, FailureKind
from inspector_app.session.token import Token
from tests.gateway.faulty_gateway import answer

TOKEN = "APP_PORTAL_S_" + "kT4m" * 8
NEWER = "/app-portal-service/v2.2/session/info"
OLDER = "/app-portal-service/v2.1/session/info"
TAKEN = b'{"code":0,"message":"OK","data":{"userId":"u1","currentOrgId":"o1"}}'
NO_ROUTE = answer(b'{"message":"no Route matched with those values"}', status="404 Not Found")
KEY = "key-" + "p3" * 12
SECRET = "secret-" + "w8" * 14


class Portal:
    """Answers by path; ``asked`` has the head of each request."""

    def __init__(self, serve):
        self.answers = {NEWER: answer(TAKEN), OLDER: answer(TAKEN)}
        self.asked = []
        self.port = serve(self._script).port

    def _script(self, wire):
        head, _, body = wire.request().partition(b"\r\n\r\n")
        length = re.findall(rb"Content-Length: (\d+)", head)
        while length and len(body) < int(length[0]):
            body += wire.sock.recv(65536) or b"?"
        self.asked.append(head.decode())
        path = head.decode().split(" ")[1].partition("?")[0]
        if "token/get" in path:
            data = {"accessToken": "access-" + "c6" * 8, "expire": 7200}
            content = {"status": 0, "msg": "SUCCESS", "business": "apim-token-service"}
            wire.send(answer(json.dumps({**content, "data": data}).encode()))
        else:
            wire.send(self.answers.get(path, NO_ROUTE))

    def lines(self):
        return [head.split(" HTTP/", 1)[0] for head in self.asked]


@pytest.fixture
def portal(serve):
    return Portal(serve)


def ask(portal, fetch=portal_client.fetch_portal_session, *arguments, **chosen):
    where = address.parse_address(f"http://127.0.0.1:{portal.port}")
    connection = ConnectionOptions(**{"deadline": 10.0, "proxy": NoProxy(), **chosen})
    return fetch(where, Token(TOKEN), *arguments, connection=connection)


def test_the_session_is_asked_for_once_by_get(portal):
    """N1, N2."""
    got = ask(portal)

    assert isinstance(got, Exchange)
    assert (got.call, got.path, got.body) == (ApiCall.PORTAL_SESSION, NEWER, TAKEN)
    (request,) = portal.asked
    assert request == (
        f"GET {NEWER} HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{portal.port}\r\n"
        f"User-Agent: enos-session-inspector/{__version__}\r\n"
        "Accept: application/json\r\n"
        "Accept-Encoding: identity\r\n"
        "Content-Type: application/json\r\n"
        f"Authorization: Bearer {TOKEN}"
    )


@pytest.mark.parametrize(
    "missing",
    [
        b'{"message":"no Route matched with those values"}',
        b'{"message":"no API found with those values"}',
        b"404 page not found",
        b"<html>Not Found</html>",
        b"",
        b'{"timestamp":1,"status":404,"error":"Not Found","path":"/x"}',
    ],
)
def test_where_the_newer_path_is_not_there_the_older_is_asked(portal, missing):
    portal.answers[NEWER] = answer(missing, status="404 Not Found")
    got = ask(portal)

    assert portal.lines() == [f"GET {NEWER}", f"GET {OLDER}"]
    assert isinstance(got, Exchange)
    assert (got.path, got.body) == (OLDER, TAKEN)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        ("404 Not Found", b'{"code":31404,"message":"not found"}'),
        ("404 Not Found", b'{"code":404,"message":"not found","data":null}'),
        ("401 Unauthorized", b'{"message":"Invalid authentication credentials"}'),
        ("200 OK", b'{"code":31401,"message":"please log in first"}'),
        ("500 Internal Server Error", b""),
        ("405 Method Not Allowed", b""),
    ],
)
def test_any_other_answer_is_the_answer(portal, status, body):
    portal.answers[NEWER] = answer(body, status=status)
    got = ask(portal)

    assert portal.lines() == [f"GET {NEWER}"]
    assert isinstance(got, Exchange)
    assert got.body == body


def test_without_either_path_the_last_answer_says_so(portal):
    portal.answers = {}
    got = ask(portal)

    assert portal.lines() == [f"GET {NEWER}", f"GET {OLDER}"]
    assert isinstance(got, Exchange)
    assert (got.status, got.path) == (404, OLDER)


def test_an_older_path_that_hangs_ends_at_the_one_deadline(serve, portal):
    """N4: the token went out before."""
    portal.answers[NEWER] = NO_ROUTE
    portal.answers[OLDER] = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{"

    got = ask(portal, deadline=0.5)
    assert isinstance(got, Failure)
    assert got.kind in {FailureKind.ANSWER_TRUNCATED, FailureKind.TIMED_OUT}
    assert got.was_token_sent_before
    assert got.path == OLDER


def test_the_form_that_an_environment_asks_for_is_used(portal):
    ask(portal, authorization=AuthorizationScheme.BARE)
    assert f"Authorization: {TOKEN}" in portal.asked[0]


def test_a_refused_token_is_not_tried_in_the_other_form(portal):
    """N10: documented is the bearer form alone."""
    portal.answers[NEWER] = answer(b'{"code":31401,"message":"please log in first"}')
    ask(portal)
    assert len(portal.asked) == 1


def test_an_accesskey_goes_into_the_query_and_is_signed_along(portal):
    """N1: with an application, computed independently."""
    portal.answers["/app-portal-service/v2.2/user/app/resource/info"] = answer(b'{"code":31403}')
    application = Application(KEY, Token(SECRET))
    got = ask(portal, portal_client.fetch_application_access, "a b&c=1", application=application)

    assert isinstance(got, Exchange)
    assert got.path == "/app-portal-service/v2.2/user/app/resource/info"
    _, request = portal.asked
    assert request.startswith(f"GET {got.path}?accessKey=a+b%26c%3D1 HTTP/1.1")
    stamp = re.findall(r"apim-timestamp: (\d+)", request)[0]
    signed = "access-" + "c6" * 8 + "accessKeya b&c=1" + stamp + SECRET
    assert f"apim-signature: {hashlib.sha256(signed.encode()).hexdigest()}" in request
