import http.client
import json
import socket
import threading
import time
from email.utils import parsedate_to_datetime

import pytest

from inspector_app.demo.demo_gateway import DemoGateway

PATH = "/enos-iam-service/v2.0/session/info"
NOW = 1_800_000_000.0


@pytest.fixture
def gateway():
    before = threading.enumerate()
    with DemoGateway(clock=lambda: NOW) as started:
        yield started
    assert threading.enumerate() == before


def token(gateway: DemoGateway, name: str) -> str:
    return next(one.token for one in gateway.scenarios if one.id == name)


def called(
    gateway: DemoGateway,
    authorization: str | None = None,
    *,
    path: str = PATH,
    method: str = "POST",
    body: bytes | None = None,
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(gateway.origin.removeprefix("http://"), timeout=10)
    headers = {} if authorization is None else {"Authorization": authorization}
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("form", ["Bearer {}", "bearer {}", "{}"])
def test_a_scenario_is_called_up_by_its_token_in_either_form(gateway, form):
    answer, body = called(gateway, form.format(token(gateway, "valid")))
    assert answer.status == 200
    assert answer.getheader("Content-Type") == "application/json;charset=UTF-8"
    assert json.loads(body)["session"]["id"] == token(gateway, "valid")


def test_every_quick_scenario_arrives_as_it_is(gateway):
    for one in gateway.scenarios:
        if one.id not in {"slow", "silent"} and not one.is_of_portal:
            answer, body = called(gateway, f"Bearer {one.token}")
            expected = one.build_response(NOW)
            assert (answer.status, body) == (expected.status, expected.body)


PORTAL_PATH = "/app-portal-service/v2.2/session/info"


def test_every_scenario_of_the_portal_arrives_as_it_is(gateway):
    for one in gateway.scenarios:
        if one.is_of_portal and one.id != "portal_older":
            answer, body = called(gateway, f"Bearer {one.token}", path=PORTAL_PATH, method="GET")
            expected = one.build_portal_response(PORTAL_PATH, "", NOW)
            assert expected is not None
            assert (answer.status, body) == (expected.status, expected.body)


def test_an_older_portal_has_the_older_routes_alone(gateway):
    bearer = f"Bearer {token(gateway, 'portal_older')}"
    newer, _ = called(gateway, bearer, path=PORTAL_PATH, method="GET")
    older, body = called(gateway, bearer, path=PORTAL_PATH.replace("2.2", "2.1"), method="GET")
    assert (newer.status, older.status, json.loads(body)["code"]) == (404, 200, 200)


def test_each_service_takes_its_own_tokens_alone(gateway):
    session, portal = token(gateway, "valid"), token(gateway, "portal_valid")
    _, at_portal = called(gateway, f"Bearer {session}", path=PORTAL_PATH, method="GET")
    _, at_session = called(gateway, f"Bearer {portal}")
    assert json.loads(at_portal)["code"] == 31401
    assert json.loads(at_session)["status"] == 30401


def test_the_date_is_the_gateways_own(gateway):
    date = called(gateway)[0].getheader("Date")
    assert date is not None
    assert parsedate_to_datetime(date).timestamp() == NOW


@pytest.mark.parametrize("authorization", [None, "", "Bearer", "Bearer ", "Bearer invented", "x y"])
def test_any_other_token_is_refused_as_not_valid(gateway, authorization):
    answer, body = called(gateway, authorization)
    assert answer.status == 200
    assert json.loads(body)["status"] == 30401
    assert json.loads(body)["session"] is None


@pytest.mark.parametrize("path", ["/", PATH + "/", PATH.upper(), "/enos-iam-service/v2.1/session"])
def test_a_wrong_path_is_not_found_and_not_from_enos(gateway, path):
    answer, body = called(gateway, f"Bearer {token(gateway, 'valid')}", path=path)
    assert answer.status == 404
    assert not body.startswith(b"{")


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_no_other_method_is_answered(gateway, method):
    answer, _ = called(gateway, f"Bearer {token(gateway, 'valid')}", method=method)
    assert answer.status == 405
    assert answer.getheader("Allow") == "POST"


def test_a_body_is_read_and_ignored(gateway):
    answer, body = called(gateway, f"Bearer {token(gateway, 'valid')}", body=b"x" * 60_000)
    assert answer.status == 200
    assert json.loads(body)["success"]


def test_nothing_is_printed(gateway, capfd):
    called(gateway)
    called(gateway, path="/wrong")
    host, port = gateway.origin.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as rude:
        rude.sendall(b"nonsense\r\n\r\n")
        rude.recv(1000)
    gateway.stop()
    assert capfd.readouterr() == ("", "")


def test_it_answers_many_at_once(gateway):
    seen = []

    def call() -> None:
        seen.append(called(gateway, f"Bearer {token(gateway, 'valid')}")[0].status)

    callers = [threading.Thread(target=call) for _ in range(20)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert seen == [200] * 20


@pytest.mark.timing
def test_stopping_cuts_the_slow_answer_and_a_silent_connection():
    before = threading.enumerate()
    gateway = DemoGateway()
    gateway.start()
    host, port = gateway.origin.removeprefix("http://").split(":")
    address = (host, int(port))
    request = f"POST {PATH} HTTP/1.1\r\nAuthorization: {token(gateway, 'slow')}\r\n\r\n"
    with socket.create_connection(address) as slow, socket.create_connection(address):
        slow.sendall(request.encode())
        called(gateway)  # those before it have been taken up by now
        began = time.monotonic()
        gateway.stop()
        assert time.monotonic() - began < 1
        assert slow.recv(1000) == b""
    assert threading.enumerate() == before


def test_the_slow_answer_comes_after_its_delay_and_others_do_not_wait_for_it(gateway):
    host, port = gateway.origin.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as slow:
        slow.sendall(
            f"POST {PATH} HTTP/1.1\r\nAuthorization: {token(gateway, 'slow')}\r\n\r\n".encode()
        )
        assert called(gateway, token(gateway, "valid"))[0].status == 200
        slow.settimeout(0.2)
        with pytest.raises(TimeoutError):
            slow.recv(1)


def test_it_starts_and_stops_as_often_as_one_likes():
    before = threading.enumerate()
    gateway = DemoGateway()
    gateway.stop()
    for _ in range(5):
        gateway.start()
        origin = gateway.origin
        gateway.start()
        assert gateway.origin == origin
        assert called(gateway)[0].status == 200
        gateway.stop()
        gateway.stop()
        with pytest.raises(RuntimeError):
            _ = gateway.origin
        host, port = origin.removeprefix("http://").split(":")
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((host, int(port)), timeout=1)
    assert threading.enumerate() == before


def test_who_asks_again_at_once_sees_the_same_session():
    now = NOW
    with DemoGateway(clock=lambda: now) as gateway:
        first = called(gateway, token(gateway, "valid"))[1]
        now = NOW + 20
        assert called(gateway, token(gateway, "valid"))[1] == first
        now = NOW + 60
        assert called(gateway, token(gateway, "valid"))[1] != first


def test_no_connection_to_it_keeps_the_process_alive(gateway):
    before = set(threading.enumerate())
    host, port = gateway.origin.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10):
        called(gateway)  # the one before it has been taken up by now
        answering = set(threading.enumerate()) - before
        assert answering
        assert all(one.daemon for one in answering)


def test_connections_that_are_over_are_not_kept(gateway):
    for _ in range(30):
        called(gateway, "Bearer none")
    assert gateway._server is not None
    assert len(gateway._server._connections) < 10
