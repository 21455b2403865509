"""One call, from the person's side: always an answer, in bounded time, cancelled at once."""

import itertools
import threading
import time
from pathlib import Path

import pytest

from inspector_app.gateway import address, client
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.gateway.connection import ConnectionOptions, NoProxy
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.exchange import ApiCall, Exchange, Failure, FailureKind, Phase
from tests.gateway.conftest import TOKEN
from tests.gateway.faulty_gateway import answer, replies
from tests.gateway.stalls import STALLS

REFUSED = b'{"fail":true,"session":null,"message":"not valid","status":%d,"success":false}'


def workers():
    return [thread for thread in threading.enumerate() if thread.name == "gateway attempt"]


def call(stalled, token, deadline, cancellation=None):
    where = address.parse_address(f"{stalled.scheme}://{stalled.host}:{stalled.port}")
    connection = ConnectionOptions(deadline, resolver=stalled.resolver, proxy=stalled.proxy)
    return client.fetch_session_info(where, token, connection=connection, cancellation=cancellation)


def cancelled(stalled, token):
    """The verdict, the seconds ``cancel`` took, from there to the verdict, to the worker's end."""
    cancellation = Cancellation()
    verdicts = []

    def run():
        verdicts.append((call(stalled, token, 30.0, cancellation), time.monotonic()))

    caller = threading.Thread(target=run)
    caller.start()
    caller.join(0.25)  # until it is certainly inside the phase that stalls
    assert caller.is_alive()
    worker = workers()[-1]
    pressed = time.monotonic()
    cancellation.cancel()
    returned = time.monotonic()
    caller.join(5)
    verdict, at = verdicts[0]
    worker.join(1)
    gone = None if worker.is_alive() else time.monotonic() - pressed
    return verdict, returned - pressed, at - pressed, gone


@pytest.mark.parametrize("name", STALLS)
@pytest.mark.timing
def test_a_stall_ends_at_the_deadline_or_at_once_when_cancelled(name, token, note_stall):
    """N4, N5: deadline + 0.5 s; idle within 200 ms, cancel 5 ms, worker gone within 1 s."""
    stall, phase = STALLS[name]
    with stall() as stalled:
        begun = time.monotonic()
        timed_out = call(stalled, token, 0.3)
        verdict_after = time.monotonic() - begun
        stopped, press, idle_after, gone_after = cancelled(stalled, token)
    assert isinstance(timed_out, Failure)
    assert (timed_out.kind, timed_out.phase) == (FailureKind.TIMED_OUT, phase)
    assert timed_out.detail == "0.3"
    assert 0.3 <= verdict_after < 0.8
    assert isinstance(stopped, Failure)
    assert (stopped.kind, stopped.phase) == (FailureKind.CANCELLED, phase)
    assert press < 0.005
    assert idle_after < 0.2
    if phase is not Phase.RESOLVE:  # a name look-up cannot be ended, only left behind
        assert gone_after is not None
    note_stall((name, verdict_after, idle_after, gone_after))


QUIET = ("DNS", "connect", "proxy's tunnel", "no handshake", "no headers", "half a body")


@pytest.mark.parametrize("name", QUIET)
@pytest.mark.timing
def test_waiting_leaves_the_processor_idle(name, token, resource):
    """N4: no thread of the process polls.

    The figure includes the scripted gateway, which looks at its socket twenty times a second.
    """
    stall, _ = STALLS[name]
    with stall() as stalled:
        call(stalled, token, 0.2)  # what is loaded at the first call is no waiting
        switches = resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw
        before = time.process_time()
        call(stalled, token, 1.0)
        spent = time.process_time() - before
        switches = resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw - switches
    assert spent < 0.1, f"{spent:.3f} s of processor time in a second of waiting"
    assert switches < 300


def test_nothing_is_sent_when_it_was_cancelled_before_it_began(serve, ask):
    gateway = serve(replies(answer(b"{}")))
    cancellation = Cancellation()
    cancellation.cancel()
    verdict = ask(gateway, cancellation=cancellation)
    assert isinstance(verdict, Failure)
    assert verdict.kind is FailureKind.CANCELLED
    assert gateway.requests == []


def test_an_answer_comes_with_what_was_observed_on_the_way(serve, ask):
    date = "Date: Mon, 02 Feb 2026 10:00:00 GMT"
    gateway = serve(replies(answer(b'{"status":0}', date, "X-A: 1", "X-A: 2")))
    before = time.time()
    got = ask(gateway)
    assert isinstance(got, Exchange)
    assert (got.status, got.body) == (200, b'{"status":0}')
    assert got.get_header("date") == "Mon, 02 Feb 2026 10:00:00 GMT"
    assert [value for name, value in got.headers if name == "X-A"] == ["1", "2"]
    assert before <= got.sent_at <= got.headers_at <= time.time()
    assert got.route.host == "127.0.0.1"
    assert (got.route.proxy, got.route.trust_store, got.tls) == (None, None, None)


def fetch_organization(where, token, *, connection):
    return client.fetch_organization(where, token, "o1", connection=connection)


@pytest.mark.parametrize(
    ("fetch", "path", "body", "call"),
    [
        (client.fetch_session_info, "session/info", b"", ApiCall.SESSION),
        (fetch_organization, "organization/info", b'{"id":"o1"}', ApiCall.ORGANIZATION),
        (client.fetch_organization_list, "user/organization/list", b"", ApiCall.ORGANIZATION_LIST),
    ],
)
def test_each_call_sends_what_is_documented_and_is_told_by_its_name(
    fetch, path, body, call, serve, token
):
    """Once, in the connection's first form."""

    def script(wire):
        wire.request()
        while not wire.received.endswith(body) and (piece := wire.sock.recv(65536)):
            wire.received += piece
        wire.send(answer(b'{"status":0}'))

    gateway = serve(script)
    where = address.parse_address(f"http://127.0.0.1:{gateway.port}")
    bare = ConnectionOptions(5.0, first_form=AuthorizationScheme.BARE, proxy=NoProxy())
    got = fetch(where, token, connection=bare)
    assert isinstance(got, Exchange)
    assert got.call is call
    gateway.settled()
    (request,) = gateway.requests
    head, _, sent = request.partition(b"\r\n\r\n")
    assert head.splitlines()[0].endswith(f"/{path} HTTP/1.1".encode())
    assert f"Authorization: {TOKEN}".encode() in head.splitlines()
    assert sent == body


def test_the_time_of_a_call_is_told_by_phase(serve, ask, good_tls):
    def slow(wire):
        wire.request()
        wire.stopped.wait(0.1)
        wire.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n")
        wire.stopped.wait(0.1)
        wire.send(b"{}")

    got = ask(serve(slow, good_tls), scheme="https")
    assert isinstance(got, Exchange)
    phases = got.phases
    named = (phases.resolve, phases.connect, phases.tls, phases.wait, phases.read)
    assert all(spent is not None for spent in named)
    assert 0.1 <= sum(spent or 0 for spent in named) <= phases.total
    assert (phases.wait or 0) >= 0.05
    assert (phases.read or 0) >= 0.05


@pytest.mark.parametrize("status", [401, 30401])
def test_a_token_refused_with_bearer_is_sent_once_more_bare(status, serve, ask):
    """N10: the other Authorization form is the only retry."""

    def picky(wire):
        bare = f"Authorization: {TOKEN}\r\n".encode() in wire.request()
        wire.send(answer(b'{"status":0}' if bare else REFUSED % status))

    gateway = serve(picky)
    got = ask(gateway)
    assert isinstance(got, Exchange)
    assert (got.body, got.authorization) == (b'{"status":0}', AuthorizationScheme.BARE)
    assert len(gateway.requests) == 2


def test_a_token_refused_in_both_forms_is_refused_as_it_was_at_first(serve, ask):
    gateway = serve(replies(answer(REFUSED % 401, status="401 Unauthorized")))
    got = ask(gateway)
    assert isinstance(got, Exchange)
    assert (got.status, got.authorization) == (401, AuthorizationScheme.BEARER)
    assert len(gateway.requests) == 2


def test_a_second_form_that_fails_leaves_the_first_answer_standing(serve, ask):
    def once(wire):
        if b"Bearer" in wire.request():
            wire.send(answer(REFUSED % 401))
        else:
            wire.reset()

    got = ask(serve(once))
    assert isinstance(got, Exchange)
    assert got.authorization is AuthorizationScheme.BEARER


def test_a_cancel_during_the_second_form_is_told_as_one(serve, ask):
    """N8: and that the token went out before it."""
    cancellation = Cancellation()

    def cancel_at_second(wire):
        if b"Bearer" in wire.request():
            wire.send(answer(REFUSED % 401))
        else:
            cancellation.cancel()
            wire.stall()

    got = ask(serve(cancel_at_second), cancellation=cancellation)
    assert isinstance(got, Failure)
    assert (got.kind, got.was_token_sent_before) == (FailureKind.CANCELLED, True)


def test_both_forms_share_one_deadline(serve, ask):
    def slow_second(wire):
        if b"Bearer" in wire.request():
            wire.send(answer(REFUSED % 401))
        else:
            wire.stall()

    begun = time.monotonic()
    got = ask(serve(slow_second), deadline=0.4)
    assert time.monotonic() - begun < 0.9
    assert isinstance(got, Exchange)


def test_the_form_that_was_accepted_before_is_tried_first(serve, ask):
    def picky(wire):
        bare = f"Authorization: {TOKEN}\r\n".encode() in wire.request()
        wire.send(answer(REFUSED % 401 if bare else b'{"status":0}'))

    gateway = serve(picky)
    got = ask(gateway, first_form=AuthorizationScheme.BARE)
    assert isinstance(got, Exchange)
    assert got.authorization is AuthorizationScheme.BEARER
    assert [b"Bearer" in one for one in gateway.requests] == [False, True]


@pytest.mark.parametrize("form", AuthorizationScheme)
def test_a_chosen_form_is_the_only_one_sent(form, serve, ask):
    gateway = serve(replies(answer(REFUSED % 401)))
    ask(gateway, authorization=form)
    sent = f"Bearer {TOKEN}" if form is AuthorizationScheme.BEARER else TOKEN
    assert [f"Authorization: {sent}\r\n".encode() in one for one in gateway.requests] == [True]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>401</html>",
        b'{"message":"invalid authentication credentials"}',
        b'{"apim_status":4011}',
        b'{"status":30404}',
        b'{"status":"401"}',
        b"[401]",
        b"[" * 100_000,
        b'{"status":30401' + b" " * 70_000 + b"}",
        b'{"status":NaN}',
    ],
)
def test_a_refusal_by_anyone_else_is_not_tried_again(body, serve, ask):
    gateway = serve(replies(answer(body, status="401 Unauthorized")))
    got = ask(gateway)
    assert isinstance(got, Exchange)
    assert (got.status, got.body) == (401, body)
    assert len(gateway.requests) == 1


STATUSES = (
    *(200, 201, 202, 204, 206, 304, 400, 401, 403, 404, 405, 407, 408, 409, 410),
    *(413, 415, 421, 422, 429, 451, 500, 501, 502, 503, 504, 511, 599),
)


@pytest.mark.parametrize("status", STATUSES)
def test_every_http_status_is_an_answer_and_is_never_tried_again(status, serve, ask):
    """N10: 28 statuses, Retry-After kept."""
    body = b"" if status in {204, 304} else b"<html>no</html>"
    gateway = serve(replies(answer(body, "Retry-After: 7", status=f"{status} Something")))
    got = ask(gateway)
    assert isinstance(got, Exchange)
    assert (got.status, got.body, got.get_header("retry-after")) == (status, body, "7")
    assert len(gateway.requests) == 1


def test_a_call_never_raises_even_when_the_machine_has_no_thread_left(token, monkeypatch):
    def none_left(self):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", none_left)
    verdict = client.fetch_session_info(address.parse_address("http://127.0.0.1:1"), token)
    assert isinstance(verdict, Failure)
    assert verdict.kind is FailureKind.UNEXPECTED


def test_many_calls_leave_nothing_open(serve, ask):
    def fickle(wire):
        number = len(wire.request()) and next(numbers)
        if number % 3 == 0:
            wire.reset()
        elif number % 3 == 1:
            wire.send(answer(b"{}"))
        else:
            wire.send(b"HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 9\r\n\r\n")

    numbers = itertools.count()
    gateway = serve(fickle)
    ask(gateway)
    gateway.settled()
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(60):
        ask(gateway)
    gateway.settled()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_failure_and_an_answer_show_nothing_of_the_token(serve, ask):
    def echo(wire):
        wire.request()
        wire.reset()

    assert TOKEN not in repr(ask(serve(echo)))
    assert TOKEN not in repr(ask(serve(replies(answer(b"{}")))))


def test_no_call_keeps_the_app_from_ending(serve, ask):
    """R1: whatever it waits for."""
    seen: list[bool] = []

    def script(wire):
        wire.request()
        threads = [one for one in threading.enumerate() if one.name == "gateway attempt"]
        seen.extend(one.daemon for one in threads)
        wire.send(answer(b"{}"))

    ask(serve(script))
    assert seen == [True]
