"""Getting a socket: each address in turn, and plain HTTP to this computer only."""

import socket
import time

import pytest

from inspector_app.session.exchange import Exchange, Failure, FailureKind, Phase
from tests.gateway.faulty_gateway import BusyPort, answer, replies, unused_port

GOOD = replies(answer(b'{"status":0}'))


def resolving_to(*addresses):
    return lambda host, port: [(socket.AF_INET, (at, port)) for at in addresses]


@pytest.mark.timing
def test_a_dead_address_does_not_use_up_the_time_of_the_next(serve, ask, good_tls):
    gateway = serve(GOOD, good_tls)
    with BusyPort() as busy:

        def resolver(host, port):
            return [
                (socket.AF_INET, ("127.0.0.1", busy.port)),
                (socket.AF_INET, ("127.0.0.1", port)),
            ]

        begun = time.monotonic()
        got = ask(gateway, scheme="https", host="localhost", resolver=resolver, deadline=0.8)
    assert isinstance(got, Exchange)
    assert time.monotonic() - begun < 0.8


def test_a_refusing_address_is_followed_by_the_next(serve, ask, good_tls):
    gateway = serve(GOOD, good_tls)
    dead = unused_port()

    def resolver(host, port):
        return [(socket.AF_INET, ("127.0.0.1", dead)), (socket.AF_INET, ("127.0.0.1", port))]

    assert isinstance(ask(gateway, scheme="https", host="localhost", resolver=resolver), Exchange)


def test_a_name_without_an_address_is_not_found(serve, ask):
    verdict = ask(serve(GOOD), scheme="https", host="localhost", resolver=resolving_to())
    assert isinstance(verdict, Failure)
    assert verdict.kind is FailureKind.HOST_NOT_FOUND


@pytest.mark.parametrize("elsewhere", ["192.0.2.1", "10.0.0.1", "0.0.0.0", "2001:db8::1"])
def test_plain_http_goes_nowhere_else_even_if_localhost_does(elsewhere, serve, ask):
    """N3: a token never travels unencrypted to another computer."""
    gateway = serve(GOOD)
    verdict = ask(gateway, host="localhost", resolver=resolving_to(elsewhere))
    assert isinstance(verdict, Failure)
    assert (verdict.kind, verdict.phase) == (FailureKind.HOST_NOT_FOUND, Phase.RESOLVE)
    assert gateway.requests == []


def test_the_system_resolves_localhost(serve, ask):
    assert isinstance(ask(serve(GOOD), host="localhost"), Exchange)
