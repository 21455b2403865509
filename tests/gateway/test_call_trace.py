"""The course of one attempt: what it knows, and that it can be cut at any moment."""

import socket
import time

import pytest

from inspector_app.gateway.call_trace import CallTrace, RequestAbortedError
from inspector_app.session.exchange import Phase, Route


def course(seconds=10.0):
    return CallTrace(Route("gateway.example.com"), time.monotonic() + seconds)


def test_an_attempt_that_was_cut_early_gets_no_socket():
    cut = course()
    cut.abort()
    with socket.socket() as sock, pytest.raises(RequestAbortedError):
        cut.attach_socket(sock)
    cut.close()


def test_cutting_wakes_a_reader_of_the_original_socket():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        cut = course()
        cut.attach_socket(ours)
        cut.abort()
        assert ours.recv(1) == b""
        cut.close()


def test_an_attempt_may_be_cut_and_closed_again_and_again():
    cut = course()
    with socket.socket() as unconnected:
        cut.attach_socket(unconnected)
        for _ in range(2):
            cut.abort()
            cut.close()


def test_the_duplicate_of_an_address_that_failed_is_let_go():
    tried = course()
    with socket.socket() as first, socket.socket() as second:
        tried.attach_socket(first)
        tried.attach_socket(second)
        tried.detach_socket(first)
        tried.detach_socket(first)
    tried.close()


def test_cutting_wakes_every_socket_but_those_let_go():
    pairs = [socket.socketpair() for _ in range(3)]
    cut = course()
    for ours, _ in pairs:
        cut.attach_socket(ours)
    cut.detach_socket(pairs[0][0])
    cut.abort()
    with pytest.raises(RequestAbortedError):
        cut.raise_if_aborted()
    pairs[0][1].sendall(b"still open")
    assert [ours.recv(20) for ours, _ in pairs] == [b"still open", b"", b""]
    cut.close()
    for one in (end for pair in pairs for end in pair):
        one.close()


def test_phases_that_did_not_take_place_have_no_time():
    walked = course()
    assert walked.phase is None
    walked.enter_phase(Phase.RESOLVE)
    walked.enter_phase(Phase.CONNECT)
    phases = walked.compute_phases()
    assert walked.phase is Phase.CONNECT
    assert phases.resolve is not None
    assert phases.connect is not None
    assert (phases.tls, phases.wait, phases.read) == (None, None, None)
    assert phases.total >= phases.resolve + phases.connect


def test_nothing_remains_after_the_deadline():
    assert course().get_remaining_time() > 9
    with pytest.raises(TimeoutError):
        course(-1).get_remaining_time()


def test_at_the_deadline_itself_nothing_remains(monkeypatch):
    """N4: a socket whose limit is 0 s does not wait at all, and fails otherwise."""
    monkeypatch.setattr(time, "monotonic", lambda: 4096.0)
    with pytest.raises(TimeoutError):
        course(0).get_remaining_time()
