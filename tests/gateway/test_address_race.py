"""Of several addresses the first that answers is used, and a dead one costs a quarter second."""

import contextlib
import errno
import os
import socket
import threading
import time

import pytest

from inspector_app.gateway import address_race
from inspector_app.gateway.address_race import order_addresses, race_addresses
from inspector_app.gateway.call_trace import CallTrace, RequestAbortedError
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.session.exchange import Exchange, Failure, FailureKind, Phase, Route
from tests.gateway.faulty_gateway import BusyPort, answer, replies, unused_port

GOOD = replies(answer(b'{"status":0}'))
V4, V6 = socket.AF_INET, socket.AF_INET6
NOWHERE = (V6, ("2001:db8::1", 443, 0, 0))
"""Documentation's own network, to which this test machine has no route."""


def here(port, host="127.0.0.1"):
    return V4, (host, port)


def course(seconds=5.0):
    return CallTrace(Route("gateway.example.com"), time.monotonic() + seconds)


@contextlib.contextmanager
def racing(addresses, seconds=5.0):
    """The socket of a race, which ends with the test."""
    trace = course(seconds)
    with contextlib.closing(trace), race_addresses(trace, addresses) as sock:
        yield sock


@pytest.mark.timing
@pytest.mark.parametrize("dead_count", [1, 2, 4])
def test_each_dead_address_costs_a_quarter_of_a_second(dead_count, serve, ask, good_tls):
    """N4."""
    gateway = serve(GOOD, good_tls)
    with BusyPort() as busy:
        dead = [here(busy.port)] * dead_count
        begun = time.monotonic()
        got = ask(
            gateway,
            scheme="https",
            host="localhost",
            resolver=lambda host, port: [*dead, here(port)],
            deadline=15.0,
        )
        spent = time.monotonic() - begun
    assert isinstance(got, Exchange)
    assert 0.25 * dead_count <= spent < 0.25 * dead_count + 0.3


@pytest.mark.timing
def test_an_address_that_refuses_costs_nothing():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        alive = here(listener.getsockname()[1])
        begun = time.monotonic()
        with racing([here(unused_port())] * 5 + [alive]) as sock:
            assert time.monotonic() - begun < 0.1
            assert sock.getpeername() == alive[1]


def test_a_race_between_dead_addresses_ends_at_the_deadline():
    """N4."""
    with (
        BusyPort() as busy,
        pytest.raises(TimeoutError),
        racing([here(busy.port)] * 3, seconds=0.4),
    ):
        pass


class Watched(CallTrace):
    """Counts how often a race looks whether it was aborted."""

    looks = 0

    def raise_if_aborted(self):
        self.looks += 1
        super().raise_if_aborted()


def test_a_race_waits_for_what_happens_next_and_does_not_spin(monkeypatch):
    """The first address has its head start, then both are waited for, 20 ms at a time."""
    monkeypatch.setattr(address_race, "ATTEMPT_DELAY", 0.02)
    trace = Watched(Route("gateway.example.com"), time.monotonic() + 0.2)
    with BusyPort() as busy, contextlib.closing(trace), pytest.raises(TimeoutError):
        race_addresses(trace, [here(busy.port)] * 2)
    assert trace.looks < 30


def test_only_one_connection_carries_a_request(serve, ask, good_tls):
    """N1: the connections that lost are closed before a byte is written."""
    gateway = serve(GOOD, good_tls)
    got = ask(
        gateway,
        scheme="https",
        host="localhost",
        resolver=lambda host, port: [here(port), here(port, "127.0.0.2"), here(port)],
    )
    assert isinstance(got, Exchange)
    gateway.settled()
    assert sum(request.startswith(b"POST ") for request in gateway.requests) == 1


def test_families_take_turns_in_the_resolvers_order():
    six = [(V6, (f"2001:db8::{n}", 443, 0, 0)) for n in range(3)]
    four = [(V4, (f"192.0.2.{n}", 443)) for n in range(2)]
    assert order_addresses([*six, *four]) == [six[0], four[0], six[1], four[1], six[2]]
    assert order_addresses([*four, *six]) == [four[0], six[0], four[1], six[1], six[2]]
    assert order_addresses([]) == []


def test_a_family_without_a_route_does_not_hide_that_the_computer_refused():
    for addresses in ([NOWHERE, here(unused_port())], [here(unused_port()), NOWHERE]):
        with pytest.raises(ConnectionRefusedError), racing(addresses):
            pass


UNKNOWN_FAMILY = (9999, ("127.0.0.1", 443))


@pytest.mark.parametrize(
    ("address", "code"),
    [(UNKNOWN_FAMILY, errno.EAFNOSUPPORT), ((V4, ("224.0.0.1", 443)), errno.ENETUNREACH)],
)
def test_what_the_system_says_of_an_address_is_told_and_not_that_it_has_no_name(address, code):
    with pytest.raises(OSError, match=os.strerror(code)), racing([address]):
        pass


@pytest.mark.parametrize("dead", [NOWHERE, UNKNOWN_FAMILY])
def test_after_one_that_fails_at_once_the_next_needs_no_head_start(dead, monkeypatch):
    monkeypatch.setattr(address_race, "ATTEMPT_DELAY", 60.0)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        alive = here(listener.getsockname()[1])
        with racing([dead, alive]) as sock:
            assert sock.getpeername() == alive[1]


def test_a_family_without_a_route_is_followed_by_the_other():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        alive = here(listener.getsockname()[1])
        with racing([NOWHERE, alive]) as sock:
            assert sock.getpeername() == alive[1]
            assert 0 < sock.gettimeout() <= 5


def test_addresses_without_end_do_not_use_up_the_sockets():
    addresses = [here(unused_port())] * 100_000
    with BusyPort() as busy, pytest.raises(ConnectionRefusedError):
        race_addresses(course(), [*addresses, here(busy.port)])


@pytest.mark.timing
def test_a_race_between_dead_addresses_is_cancelled_at_once(ask):
    """N5: every attempt under way is ended, not only the last."""
    cancellation = Cancellation()
    with BusyPort() as busy:
        threading.Timer(0.6, cancellation.cancel).start()
        begun = time.monotonic()
        got = ask(
            busy,
            scheme="https",
            host="localhost",
            resolver=lambda host, port: [here(port)] * 5,
            cancellation=cancellation,
            deadline=10.0,
        )
        assert time.monotonic() - begun < 0.8
        assert isinstance(got, Failure)
        assert (got.kind, got.phase) == (FailureKind.CANCELLED, Phase.CONNECT)
        attempts = [one for one in threading.enumerate() if one.name == "gateway attempt"]
        for thread in attempts:
            thread.join(1)
            assert not thread.is_alive()


@pytest.mark.parametrize("count", [0, 1])
def test_an_aborted_race_does_not_begin(count):
    trace = course()
    trace.abort()
    with pytest.raises(RequestAbortedError):
        race_addresses(trace, [here(unused_port())] * count)


def test_an_abort_ends_a_race_whose_sockets_it_does_not_wake(monkeypatch):
    """N5: not every system wakes a socket that has yet to connect."""
    trace = course(0.5)

    def shut_down(_sock, _how):
        raise OSError(errno.ENOTCONN, "not connected")

    monkeypatch.setattr(socket.socket, "shutdown", shut_down)
    monkeypatch.setattr(address_race, "ATTEMPT_DELAY", 0.02)
    with BusyPort() as busy, contextlib.closing(trace):
        threading.Timer(0.03, trace.abort).start()
        with pytest.raises(RequestAbortedError):
            race_addresses(trace, [here(busy.port)])
