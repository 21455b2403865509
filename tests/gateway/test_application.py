"""An application signs the call: the documented flow, byte for byte, over real sockets."""

import hashlib
import json
import re
import socket
import threading
import time

import pytest

from inspector_app import __version__
from inspector_app.gateway import address, application
from inspector_app.gateway.application import AccessTokenCache, Application
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.exchange import ApiCall, Exchange, Failure, FailureKind
from inspector_app.session.token import Token
from tests.gateway.conftest import TOKEN
from tests.gateway.faulty_gateway import answer
from tests.gateway.stalls import on_loopback

KEY = "key-" + "k7" * 12
SECRET = "secret-" + "s9" * 14
APPLICATION = Application(KEY, Token(SECRET))
TOKEN_SERVICE = "/apim-token-service/v2.0/token/get"
SESSION_INFO = "/enos-iam-service/v2.0/session/info"
GOOD = b'{"status":0,"success":true,"session":{"expires":7200}}'
NOT_VALID = b'{"fail":true,"session":null,"message":"not valid","status":30401,"success":false}'
EXPIRED = b'{"apim_status":4011,"apim_message":"expired"}'


def granted(value, expire: object = 7200):
    data = {"accessToken": value, "expire": expire}
    given = {"status": 0, "msg": "SUCCESS", "business": "apim-token-service", "data": data}
    return answer(json.dumps(given).encode())


def whole_request(wire):
    """Head and body: a connection that is closed on unread bytes is reset amid the answer."""
    head, _, body = wire.request().partition(b"\r\n\r\n")
    length = int(re.findall(rb"Content-Length: (\d+)", head)[0])
    while len(body) < length:
        body += wire.sock.recv(65536) or b"?"
    return head.decode() + "\r\n\r\n", body.decode()


class Gateway:
    """The token service and session/info; the scripts may replace what either says."""

    def __init__(self, serve):
        self.asked = []
        self.tokens = (granted(f"access-{number}-" + "a5" * 8) for number in range(100))
        self.session = lambda _head: answer(GOOD)
        self._served = serve(self._script)
        self.port = self._served.port

    def _script(self, wire):
        head, body = whole_request(wire)
        self.asked.append(head + body)
        if TOKEN_SERVICE in head:
            wire.send(next(self.tokens))
        else:
            wire.send(self.session(head))

    def paths(self):
        return [request.split(" ", 2)[1] for request in self.asked]


@pytest.fixture
def gateway(serve):
    return Gateway(serve)


@pytest.fixture
def asked(gateway, ask):
    """Asks the gateway in the application's name, as the app does."""

    def asked(**chosen):
        return ask(gateway, **{"application": APPLICATION, "deadline": 10.0, **chosen})

    return asked


def header(request, name):
    return re.findall(rf"^{name}: (.*)\r$", request, re.MULTILINE)[0]


def sha256(*parts):
    return hashlib.sha256("".join(parts).encode("ascii")).hexdigest()


def test_the_two_requests_stand_on_the_wire_as_documented(gateway, asked):
    """N1: with an application, computed independently."""
    before = time.time() * 1000
    got = asked()
    assert isinstance(got, Exchange)
    assert (got.body, got.call) == (GOOD, ApiCall.SESSION)
    for_token, for_session = gateway.asked

    head, _, body = for_token.partition("\r\n\r\n")
    wanted = json.loads(body)
    assert list(wanted) == ["appKey", "encryption", "timestamp"]
    assert wanted["appKey"] == KEY
    assert before - 1 <= wanted["timestamp"] <= time.time() * 1000
    assert wanted["encryption"] == sha256(KEY, str(wanted["timestamp"]), SECRET)
    common = (
        f"Host: 127.0.0.1:{gateway.port}\r\n"
        f"User-Agent: enos-session-inspector/{__version__}\r\n"
        "Accept: application/json\r\n"
        "Accept-Encoding: identity\r\n"
        "Content-Type: application/json\r\n"
    )
    assert head == f"POST {TOKEN_SERVICE} HTTP/1.1\r\n{common}Content-Length: {len(body)}"

    access = "access-0-" + "a5" * 8
    stamp = header(for_session, "apim-timestamp")
    assert before - 1 <= int(stamp) <= time.time() * 1000
    assert for_session == (
        f"POST {SESSION_INFO} HTTP/1.1\r\n{common}Content-Length: 0\r\n"
        f"Authorization: Bearer {TOKEN}\r\n"
        f"apim-accesstoken: {access}\r\n"
        f"apim-timestamp: {stamp}\r\n"
        f"apim-signature: {sha256(access, stamp, SECRET)}\r\n\r\n"
    )


def test_neither_the_secret_key_nor_the_users_token_goes_to_the_token_service(gateway, asked):
    asked()
    assert SECRET not in "".join(gateway.asked)
    assert TOKEN not in gateway.asked[0]


def test_an_access_token_serves_for_its_life_in_memory(gateway, asked):
    kept = AccessTokenCache()
    for _ in range(3):
        assert isinstance(asked(access_tokens=kept), Exchange)
    assert gateway.paths() == [TOKEN_SERVICE, *[SESSION_INFO] * 3]
    stamps = {header(request, "apim-timestamp") for request in gateway.asked[1:]}
    signatures = {header(request, "apim-signature") for request in gateway.asked[1:]}
    assert len(signatures) == len(stamps)


@pytest.mark.parametrize("expire", [0, -1, "0"])
def test_an_access_token_whose_life_is_over_is_not_used_again(expire, gateway, asked):
    gateway.tokens = (granted(f"access-{number}", expire) for number in range(9))
    kept = AccessTokenCache()
    for _ in range(2):
        asked(access_tokens=kept)
    assert gateway.paths() == [TOKEN_SERVICE, SESSION_INFO] * 2


def test_an_access_token_is_kept_for_most_of_its_life():
    kept = AccessTokenCache()
    where = address.parse_address("https://gateway.example.com")
    given = application.AccessToken(Token("access"), 100.0)
    kept.store_token(where, APPLICATION, given, 1000.0)
    assert kept.find_token(where, APPLICATION, 1089.0) == Token("access")
    assert kept.find_token(where, APPLICATION, 1091.0) is None
    elsewhere = address.parse_address("https://other.example.com")
    assert kept.find_token(elsewhere, APPLICATION, 1000.0) is None
    assert kept.find_token(where, Application(KEY, Token("other")), 1000.0) is None


@pytest.mark.parametrize(
    "refusal",
    [
        EXPIRED,
        b'{"apim_status":"4011"}',
        b'{"code":4011,"msg":"x"}',
        b'{"status":1203,"msg":"expired","business":"apim-token-service"}',
    ],
)
@pytest.mark.parametrize("status", ["200 OK", "401 Unauthorized"])
def test_an_expired_access_token_is_renewed_once(refusal, status, gateway, asked):
    """N10: no other retry than this and the one of the other form."""
    gateway.session = lambda head: (
        answer(refusal, status=status) if "access-0" in head else answer(GOOD)
    )
    got = asked()
    assert isinstance(got, Exchange)
    assert got.body == GOOD
    assert gateway.paths() == [TOKEN_SERVICE, SESSION_INFO] * 2


def test_an_access_token_that_is_never_taken_is_renewed_no_second_time(gateway, asked):
    gateway.session = lambda head: answer(EXPIRED)
    got = asked()
    assert isinstance(got, Exchange)
    assert gateway.paths() == [TOKEN_SERVICE, SESSION_INFO] * 2
    assert verdict(got).code is VerdictCode.GATEWAY_REFUSED_APPLICATION


def test_an_access_token_is_renewed_once_for_both_forms(gateway, asked):
    """N10: one that is not taken for the other form either is not asked for again."""
    gateway.session = lambda head: answer(
        NOT_VALID if "Bearer" in head and "access-1" in head else EXPIRED
    )
    got = asked()
    assert verdict(got).code is VerdictCode.TOKEN_NOT_VALID
    assert gateway.paths() == [*[TOKEN_SERVICE, SESSION_INFO] * 2, SESSION_INFO]


def test_a_call_that_finds_no_way_after_a_renewal_was_sent_before(gateway, asked):
    """N8: with the access token that had expired."""
    ways = iter([on_loopback] * 3)

    def resolve(host, port):
        try:
            return next(ways)(host, port)
        except StopIteration:
            raise socket.gaierror(socket.EAI_NONAME, "gone") from None

    gateway.session = lambda _head: answer(EXPIRED)
    got = asked(resolver=resolve)
    assert (got.kind, got.call) == (FailureKind.HOST_NOT_FOUND, ApiCall.SESSION)
    assert not got.may_have_written_token
    assert got.may_have_sent_token


@pytest.mark.parametrize("second", ["refused", "unanswered"])
def test_a_renewal_that_fails_does_not_say_that_the_token_was_not_sent(second, gateway, asked):
    """N8: it went out with the access token that had expired."""
    first = granted("access-0-" + "a5" * 8)
    gateway.tokens = iter([first, REFUSALS["1002"] if second == "refused" else b""])
    gateway.session = lambda _head: answer(EXPIRED)
    got = asked()
    assert got.call is ApiCall.APPLICATION
    detail = str(verdict(got).detail)
    assert "was not sent" not in detail
    assert "token was sent" in detail or "may have received the token" in detail


def test_a_signature_that_is_not_valid_is_not_tried_again(gateway, asked):
    gateway.session = lambda head: answer(b'{"apim_status":4012}')
    assert verdict(asked()).code is VerdictCode.GATEWAY_REFUSED_APPLICATION
    assert gateway.paths() == [TOKEN_SERVICE, SESSION_INFO]


def test_both_forms_are_signed_with_one_access_token(gateway, asked):
    gateway.session = lambda head: answer(NOT_VALID if "Bearer" in head else GOOD)
    got = asked()
    assert isinstance(got, Exchange)
    assert (got.body, got.authorization) == (GOOD, AuthorizationScheme.BARE)
    assert gateway.paths() == [TOKEN_SERVICE, SESSION_INFO, SESSION_INFO]
    assert all("apim-signature" in request for request in gateway.asked[1:])


def verdict(got):
    return judge(JudgeInput(analyze_answer(got, Token(TOKEN)), time.time(), token=Token(TOKEN)))


REFUSALS = {
    "1001": answer(b'{"status":1001,"msg":"repeated request","business":"apim-token-service"}'),
    "1002": answer(b'{"status":1002,"msg":"no such appKey","business":"apim-token-service"}'),
    "1003": answer(b'{"status":1003,"msg":"encryption","business":"apim-token-service"}'),
    "1004": answer(b'{"status":1004,"msg":"parameter","business":"apim-token-service"}'),
    "1005": answer(b'{"status":1005,"msg":"internal","business":"apim-token-service"}'),
    "401": answer(b'{"status":401,"success":false,"session":null}', status="401 Unauthorized"),
    "30404": answer(b'{"status":30404,"success":false,"session":null}'),
    "gateway": answer(b'{"message":"no Route matched"}', status="404 Not Found"),
    "busy": answer(b"", "Retry-After: 30", status="429 Too Many Requests"),
    "down": answer(b"<html>down</html>", status="503 Service Unavailable"),
    "page": answer(b"<html><title>Sign in</title></html>"),
    "empty": answer(b""),
    "no token": answer(b'{"status":0,"business":"apim-token-service","data":{}}'),
    "null": answer(b'{"status":0,"business":"apim-token-service","data":null}'),
    "no text": granted(17),
    "no header": granted("two words"),
    "a session": answer(GOOD),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_of_the_application_says_nothing_about_the_session(name, gateway, asked):
    """N10: ``gateway_refused_application``, and the user's token is not even sent."""
    gateway.tokens = iter([REFUSALS[name]])
    got = asked()
    assert isinstance(got, Exchange)
    assert got.call is ApiCall.APPLICATION
    found = verdict(got)
    assert found.code is VerdictCode.GATEWAY_REFUSED_APPLICATION
    assert found.findings == ()
    assert str(found.next_step)
    assert gateway.paths() == [TOKEN_SERVICE]
    assert TOKEN not in "".join(gateway.asked)


def test_the_refusals_have_words_of_their_own(gateway, asked):
    """N10."""
    said = set()
    for reply in REFUSALS.values():
        gateway.tokens = iter([reply])
        found = verdict(asked())
        said.add((str(found.sentence), str(found.detail)))
    assert len(said) >= 12


def test_a_failure_on_the_way_to_the_token_service_says_so(serve, ask):
    def resets(wire):
        whole_request(wire)
        wire.reset()

    gateway = serve(resets)
    got = ask(gateway, application=APPLICATION)
    assert isinstance(got, Failure)
    assert (got.kind, got.call) == (FailureKind.CONNECTION_RESET, ApiCall.APPLICATION)
    found = verdict(got)
    assert "access token" in str(found.detail)
    assert TOKEN.encode() not in gateway.received


@pytest.mark.timing
def test_all_requests_share_one_deadline(gateway, asked):
    """N4."""

    def stalls(head):
        threading.Event().wait(0.3)
        return answer(EXPIRED)

    gateway.session = stalls
    begun = time.monotonic()
    got = asked(deadline=0.5)
    assert 0.5 <= time.monotonic() - begun < 1.0
    assert isinstance(got, Failure)
    assert (got.kind, got.detail) == (FailureKind.TIMED_OUT, "0.5")


@pytest.mark.timing
def test_cancelling_ends_the_token_services_call_too(serve, ask):
    """N5: idle within 200 ms."""
    stalling = threading.Event()

    def stalls(wire):
        wire.request()
        stalling.set()
        wire.stall()

    gateway = serve(stalls)
    cancellation = Cancellation()
    answers = []

    def run():
        answers.append(
            ask(gateway, application=APPLICATION, deadline=30.0, cancellation=cancellation)
        )

    caller = threading.Thread(target=run)
    caller.start()
    assert stalling.wait(5)
    cancelled = time.monotonic()
    cancellation.cancel()
    caller.join(5)
    assert time.monotonic() - cancelled < 0.2
    assert (answers[0].kind, answers[0].call) == (FailureKind.CANCELLED, ApiCall.APPLICATION)


def test_a_signed_call_goes_by_tls_like_any_other(serve, ask, good_tls):
    def script(wire):
        head, _ = whole_request(wire)
        if TOKEN_SERVICE in head:
            wire.send(granted("access"))
        else:
            wire.send(answer(GOOD))

    gateway = serve(script, good_tls)
    where = {"scheme": "https", "host": "gateway.example.com", "resolver": on_loopback}
    got = ask(gateway, application=APPLICATION, deadline=10.0, **where)
    assert isinstance(got, Exchange)
    assert got.tls is not None
    assert len(gateway.requests) == 2


@pytest.mark.parametrize("key", ["", "two words", "schl\u00fcssel", "k" * 257, "a\r\nb", "\ud800"])
def test_what_cannot_be_an_access_key_is_refused(key):
    with pytest.raises(ValueError, match="not an AccessKey"):
        Application(key, Token("x"))


def test_an_application_shows_nothing_of_its_secrets():
    shown = repr([APPLICATION, str(APPLICATION), application.AccessToken(Token(SECRET), 1.0)])
    assert SECRET not in shown


def test_an_access_token_that_an_answer_repeats_is_hidden(gateway, asked):
    """A1."""
    gateway.session = lambda head: answer(
        json.dumps({"message": f"seen {header(head, 'apim-accesstoken')}"}).encode(),
        status="403 Forbidden",
    )
    kept = AccessTokenCache()
    got = asked(access_tokens=kept)
    access = kept.find_token(
        address.parse_address(f"http://127.0.0.1:{gateway.port}"), APPLICATION, time.time()
    )
    found = judge(JudgeInput(analyze_answer(got, Token(TOKEN), access), time.time()))
    assert "access-0" not in str(found.detail)
    assert "access-0" not in repr(found)
