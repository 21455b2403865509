"""N5: Ctrl+C ends a command at once, wherever it waits, and nothing is printed as a result."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from inspector_app.demo.scenarios import list_scenarios
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.session.interruption import WorkInterruptedError, check_interruption
from inspector_app.terminal import interruptible
from tests.gateway.faulty_gateway import BusyPort, FaultyGateway, Wire
from tests.gateway.stalls import dripping_body, dripping_headers, half_a_body, no_headers
from tests.terminal.console import started

WITHOUT_A_RESOLVER = """
import socket, sys, threading
def for_ever(*_, **__):
    print("waiting", file=sys.stderr, flush=True)
    threading.Event().wait()
socket.getaddrinfo = for_ever
from inspector_app.terminal.__main__ import main
main()
"""
WITHOUT_A_KEYRING = """
import sys, threading
from inspector_app.vault import backends
def for_ever():
    print("waiting", file=sys.stderr, flush=True)
    threading.Event().wait()
backends.open_backend = for_ever
from inspector_app.terminal.__main__ import main
main()
"""


def begun(home, *arguments, **how):
    """The program, with a token on its standard input."""
    running = started(home, *arguments, **how)
    running.stdin.write(b"tokenOfSomebody")
    running.stdin.close()
    return running


def interrupted(running):
    """Seconds from the key to the end; the streams are read to theirs."""
    pressed = time.monotonic()
    running.send_signal(signal.SIGINT)
    running.wait(10)
    took = time.monotonic() - pressed
    with running.stdout, running.stderr:
        assert running.stdout.read() == b""
        told = running.stderr.read().decode()
    assert running.returncode == 130, told
    assert "Cancelled." in told
    assert "Traceback" not in told
    return took


def stalling(script):
    connected = threading.Event()

    def told(wire):
        connected.set()
        script(wire)

    return FaultyGateway(told), connected


@pytest.mark.parametrize(
    ("scheme", "script"),
    [
        ("https", Wire.stall),
        ("http", no_headers),
        ("http", dripping_headers),
        ("http", dripping_body),
        ("http", half_a_body),
    ],
    ids=["TLS", "headers", "dripping headers", "dripping body", "body"],
)
@pytest.mark.timing
def test_ctrl_c_while_the_gateway_is_waited_for(tmp_path, scheme, script):
    """N5."""
    gateway, connected = stalling(script)
    with gateway:
        where = f"{scheme}://127.0.0.1:{gateway.port}"
        running = begun(
            tmp_path, "inspect", "--gateway", where, "--token-stdin", "--format", "json"
        )
        assert connected.wait(20)
        assert interrupted(running) < 0.2


@pytest.mark.timing
def test_ctrl_c_while_the_connection_is_made(tmp_path):
    """N5."""
    with BusyPort() as busy:
        where = f"http://127.0.0.1:{busy.port}"
        before = _waiting_at(busy.port)
        running = begun(tmp_path, "inspect", "--gateway", where, "--token-stdin")
        until = time.monotonic() + 20
        while _waiting_at(busy.port) == before and time.monotonic() < until:
            pass
        assert interrupted(running) < 0.2


def _waiting_at(port):
    """How many connections to this port are being made: Linux, SYN_SENT."""
    return Path("/proc/net/tcp").read_text().count(f"0100007F:{port:04X} 02")


@pytest.mark.parametrize(
    ("script", "arguments"),
    [
        (WITHOUT_A_RESOLVER, ["inspect", "--gateway", "gateway.example.com", "--token-stdin"]),
        (WITHOUT_A_KEYRING, ["inspect", "--environment", "Test"]),
        (WITHOUT_A_KEYRING, ["environments", "show", "Test"]),
    ],
    ids=["name look-up", "keyring", "keyring of show"],
)
@pytest.mark.timing
def test_ctrl_c_while_something_is_waited_for_that_nothing_can_end(tmp_path, script, arguments):
    """N5, K1."""
    folder = tmp_path / ".config" / "enos-session-inspector"
    folder.mkdir(parents=True)
    environment = {"id": "1", "name": "Test", "address": "gateway.example.com"}
    (folder / "settings.json").write_text(json.dumps({"version": 1, "environments": [environment]}))
    running = begun(tmp_path, *arguments, start=(sys.executable, "-c", script))
    while b"waiting" not in running.stderr.readline():
        pass
    assert interrupted(running) < 0.2


@pytest.mark.parametrize(
    "arguments",
    [["inspect", "--gateway", "gateway.example.com", "--token-stdin"], ["read", "-"]],
)
@pytest.mark.timing
def test_ctrl_c_while_standard_input_is_waited_for(tmp_path, arguments):
    with ExitStack() as open_ends:
        ours, theirs = (open_ends.enter_context(end) for end in socket.socketpair())
        running = started(tmp_path, *arguments, stdin=theirs)
        ours.sendall(b"x")
        until = time.monotonic() + 20
        while unread(theirs) and time.monotonic() < until:  # until the program has read it
            pass
        assert interrupted(running) < 0.2


def unread(end):
    try:
        return end.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return b""


@pytest.mark.timing
@pytest.mark.skipif(not Path("/proc").exists(), reason="/proc is on Linux only")
def test_ctrl_c_while_nobody_takes_the_result(tmp_path):
    """What is left of it in this program's own buffer would wait for room for ever."""
    with full_pipe() as full:
        running = started(tmp_path, "--help", stdout=full)
        until = time.monotonic() + 20
        while not _sleeps(running.pid) and time.monotonic() < until:
            pass
        pressed = time.monotonic()
        running.send_signal(signal.SIGINT)
        try:
            assert running.wait(10) == 130
        finally:
            running.kill()
        assert time.monotonic() - pressed < 0.2
        _, told = running.communicate()
    assert told.endswith(b"enos-session: Cancelled.\n")


@contextmanager
def full_pipe():
    """The end to write to, of a pipe that takes no more and that nobody reads."""
    ours, theirs = os.pipe()
    try:
        os.set_blocking(theirs, False)
        with suppress(BlockingIOError):
            while os.write(theirs, b"x"):
                pass
        os.set_blocking(theirs, True)
        yield theirs
    finally:
        os.close(theirs)
        os.close(ours)


def _sleeps(process):
    """Whether it waits; while it asks for help it has nothing to wait for but the pipe."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "S"


@pytest.mark.timing
def test_ctrl_c_ends_the_demo_gateway(tmp_path):
    running = started(tmp_path, "demo-gateway", stdin=subprocess.DEVNULL)
    where = running.stdout.readline().split()[1].decode()
    for _ in list_scenarios():
        running.stdout.readline()
    assert interrupted(running) < 0.2
    host, port = where.removeprefix("http://").split(":")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((host, int(port)))


def test_what_the_work_gives_or_raises_is_what_the_caller_gets():
    assert interruptible.run_interruptible(lambda: 7, Cancellation()) == 7
    with pytest.raises(ZeroDivisionError):
        interruptible.run_interruptible(lambda: 1 // 0, Cancellation())


def test_an_interrupt_cancels_the_work():
    cancellation, ended = Cancellation(), threading.Event()
    cancellation.add_cancel_callback(ended.set)

    def work():
        os.kill(os.getpid(), signal.SIGINT)
        return ended.wait(5)

    with pytest.raises(KeyboardInterrupt):
        interruptible.run_interruptible(work, cancellation)
    assert cancellation.is_cancelled


LONG_ANSWER = b"[" + b'{"name": "ab", "value": "cd"},' * 240_000 + b"0]"
"""7 MB: two seconds of work."""


@pytest.mark.timing
def test_ctrl_c_while_standard_input_is_read(tmp_path):
    """N5: reading what came stands under the cancel, too."""
    running = started(tmp_path, "read", "-", stdin=subprocess.PIPE)
    running.stdin.write(LONG_ANSWER)
    running.stdin.close()  # all of it was taken, but for what a pipe holds
    until = time.monotonic() + 20
    while threads_of(running.pid) < 2 and time.monotonic() < until:
        pass
    assert interrupted(running) < 0.2


def threads_of(process):
    return len(list(Path(f"/proc/{process}/task").iterdir()))


def test_cancelled_work_ends_where_it_stands():
    """N5: it does not go on beside whatever follows."""
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(WorkInterruptedError):
        interruptible.run_interruptible(check_interruption, cancellation)
