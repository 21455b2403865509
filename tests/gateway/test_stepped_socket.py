"""Where no shutdown wakes a thread that waits, as on Windows, an aborted request ends all the same.

Here ``SteppedSocket`` is given the shutdown of Windows, which does nothing to a thread that waits;
`python3 dev.py windows` tries the real one.
"""

import select
import socket
import ssl
import threading
import time

import pytest

from inspector_app.gateway import address, client
from inspector_app.gateway.call_trace import CallTrace, RequestAbortedError
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.gateway.connection import ConnectionOptions, ManualProxy
from inspector_app.gateway.stepped_socket import SteppedSocket, step_handshakes
from inspector_app.session.exchange import Exchange, Failure, FailureKind, Route
from tests.gateway.faulty_gateway import answer
from tests.gateway.stalls import HEAD, no_headers, on_loopback

LONG = 30.0
LOOKS = 3


class Watched(CallTrace):
    """A trace that says when a socket has looked at it a few times: it waits by then."""

    def __init__(self):
        super().__init__(Route("gateway.example.com"), time.monotonic() + LONG)
        self.looks = 0
        self.is_waiting = threading.Event()

    def raise_if_aborted(self):
        self.looks += 1
        if self.looks >= LOOKS:
            self.is_waiting.set()
        super().raise_if_aborted()


@pytest.fixture(autouse=True)
def like_windows(monkeypatch):
    monkeypatch.setattr(SteppedSocket, "step", 0.01)
    monkeypatch.setattr(SteppedSocket, "shutdown", lambda _self, _how: None, raising=False)


@pytest.fixture
def pair():
    """A socket of ours, its trace, and the other end."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        theirs = socket.create_connection(server.getsockname())
        accepted, _ = server.accept()
        ours = SteppedSocket(accepted.family, accepted.type, fileno=accepted.detach())
    ours.settimeout(LONG)
    ours.trace = Watched()
    with ours, theirs:
        yield ours, ours.trace, theirs


def run_aside(work):
    """Start ``work`` in a thread; the list gets what it returned or raised."""
    results = []

    def run():
        try:
            results.append(work())
        except OSError as error:
            results.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, results


@pytest.mark.parametrize(
    "wait",
    [
        lambda ours: ours.recv(10),
        lambda ours: ours.recv_into(bytearray(10)),
        lambda ours: ours.makefile("rb").read(10),
        lambda ours: ours.sendall(b"x" * 50_000_000),
    ],
    ids=["recv", "recv_into", "file", "sendall"],
)
def test_whoever_waits_ends_once_nobody_waits_for_it(pair, wait):
    """N5."""
    ours, trace, _ = pair
    thread, results = run_aside(lambda: wait(ours))
    assert trace.is_waiting.wait(LONG)
    trace.abort()
    thread.join(LONG)
    assert [type(one) for one in results] == [RequestAbortedError]
    assert ours.gettimeout() == LONG


def test_its_own_timeout_is_kept_in_all(pair):
    ours, trace, _ = pair
    ours.settimeout(0.05)
    with pytest.raises(TimeoutError):
        ours.recv(1)
    assert trace.looks > 1
    assert ours.gettimeout() == 0.05


@pytest.mark.parametrize("timeout", [0.0, None, 0.05])
@pytest.mark.parametrize("has_trace", [True, False])
def test_where_there_is_nothing_to_step_through_it_is_as_any_other_socket(pair, timeout, has_trace):
    """Not waited for, waited for without end, or of no request."""
    ours, trace, theirs = pair
    ours.trace = trace if has_trace else None
    ours.settimeout(timeout)
    if timeout is not None:
        with pytest.raises(BlockingIOError if timeout == 0 else TimeoutError):
            ours.recv(1)
    theirs.sendall(b"x")
    select.select([ours], [], [])
    assert ours.recv(1) == b"x"
    assert ours.gettimeout() == timeout


def test_what_is_sent_to_a_slow_reader_arrives_whole(pair):
    ours, trace, theirs = pair
    content = bytes(range(256)) * 40_000
    thread, results = run_aside(lambda: ours.sendall(content))
    assert trace.is_waiting.wait(LONG)
    received = b""
    while len(received) < len(content):
        received += theirs.recv(1 << 20)
    thread.join(LONG)
    assert results == [None]
    assert received == content


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_record_in_two_pieces_is_read_over_several_steps(pair, authority, good_tls, version):
    ours, trace, theirs = pair
    context = ssl.create_default_context(cafile=authority.file)
    context.maximum_version = context.minimum_version = version
    step_handshakes(context, trace)
    thread, results = run_aside(lambda: context.wrap_socket(ours, server_hostname="localhost"))
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    server = good_tls.wrap_bio(incoming, outgoing, server_side=True)
    is_done = False
    while not is_done:
        try:
            server.do_handshake()
            is_done = True
        except ssl.SSLWantReadError:
            pass
        said = outgoing.read()
        theirs.sendall(said[: len(said) // 2])
        if not is_done or version is ssl.TLSVersion.TLSv1_2:
            wait_for_looks(trace)  # in TLS 1.3 the server's last words are not waited for
        theirs.sendall(said[len(said) // 2 :])
        if not is_done:
            incoming.write(theirs.recv(1 << 16))
    thread.join(LONG)
    (tls,) = results
    with tls:
        server.write(b"an answer")
        record = outgoing.read()
        theirs.sendall(record[:-5])
        thread, results = run_aside(lambda: tls.recv(100))
        wait_for_looks(trace)
        theirs.sendall(record[-5:])
        thread.join(LONG)
    assert results == [b"an answer"]


def wait_for_looks(trace):
    trace.looks = 0
    trace.is_waiting.clear()
    assert trace.is_waiting.wait(LONG)


def handshake(wire):
    wire.stall()


def half_a_body(wire):
    wire.request()
    wire.send(HEAD + b'Content-Length: 100\r\n\r\n{"session":')
    wire.stall()


STALLS = {
    "no headers": (no_headers, "http", None),
    "half a body": (half_a_body, "http", None),
    "no handshake": (handshake, "https", None),
    "no headers after a handshake": (no_headers, "https", None),
    "an HTTP proxy": (no_headers, "https", "http"),
    "a SOCKS proxy": (handshake, "https", "socks5"),
}


@pytest.mark.parametrize("name", STALLS)
def test_a_cancelled_call_leaves_no_thread_behind(name, serve, token, authority, good_tls):
    """N5."""
    script, scheme, proxy = STALLS[name]
    reached = threading.Event()

    def stall(wire):
        reached.set()
        script(wire)

    gateway = serve(stall, good_tls if name.endswith("a handshake") else None)
    port = 443 if proxy else gateway.port
    options = ConnectionOptions(LONG, authority.file, resolver=on_loopback)
    if proxy:
        options = ConnectionOptions(
            LONG, proxy=ManualProxy(f"{proxy}://127.0.0.1:{gateway.port}"), resolver=on_loopback
        )
    cancellation = Cancellation()
    host = "gateway.example.com" if scheme == "https" else "localhost"
    where = address.parse_address(f"{scheme}://{host}:{port}")
    thread, results = run_aside(
        lambda: client.fetch_session_info(
            where, token, connection=options, cancellation=cancellation
        )
    )
    assert reached.wait(LONG)
    (worker,) = [one for one in threading.enumerate() if one.name == "gateway attempt"]
    cancellation.cancel()
    worker.join(LONG / 3)
    assert not worker.is_alive()
    thread.join(LONG)
    (got,) = results
    assert isinstance(got, Failure)
    assert got.kind is FailureKind.CANCELLED


def test_an_answer_is_read_in_steps_as_it_is_in_one(serve, ask, good_tls):
    body = b'{"status":0,"padding":"' + b"x" * 300_000 + b'"}'
    whole = answer(body)

    def send_in_pieces(wire):
        wire.request()
        for start in range(0, len(whole), 100_000):
            wire.send(whole[start : start + 100_000])

    got = ask(serve(send_in_pieces, good_tls), scheme="https", host="localhost", deadline=20.0)
    assert isinstance(got, Exchange)
    assert got.body == body
