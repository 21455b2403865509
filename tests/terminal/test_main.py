"""The program itself: started in no time, closed to the curious, and quick with an answer."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inspector_app import __version__
from inspector_app.terminal import __main__
from inspector_app.terminal.exit_codes import ExitCode
from tests.terminal.console import PROGRAM, program, started, surroundings
from tests.terminal.test_interruptible import unread

ATTEMPTS = 7


def best(home, command, given=b""):
    """Seconds of the quickest of several runs, from its start to its end.

    While other programs have the processors too, what it would take without them: its own time.
    """
    took = []
    for _ in range(ATTEMPTS):
        own, began = processor_time(), time.perf_counter()
        done = subprocess.run(
            command, input=given, capture_output=True, check=False, cwd=home, env=surroundings(home)
        )
        elapsed = time.perf_counter() - began
        is_crowded = waiting_programs() > (os.cpu_count() or 1)
        took.append(processor_time() - own if is_crowded else elapsed)
        assert done.returncode == 0, done.stderr
    return min(took)


def waiting_programs():
    """How many programs wanted a processor in the last minute; none where nobody counts them."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0


def processor_time():
    """Seconds of all programs that were started here and have ended."""
    spent = os.times()
    return spent.children_user + spent.children_system


@pytest.mark.timing
def test_the_version_is_there_in_no_time(tmp_path):
    nothing = best(tmp_path, [sys.executable, "-c", "pass"])
    version = best(tmp_path, [*PROGRAM, "--version"])
    assert version <= 2 * nothing + 0.06


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.timing
def test_an_inspection_takes_no_longer_than_a_glance(tmp_path, gateway, token, form):
    """400 ms where Python itself starts in 15 ms, as on an idle computer of these years."""
    command = [*PROGRAM, "inspect", "--gateway", gateway.origin, "--token-stdin", "--format", form]
    took = best(tmp_path, command, token("valid"))
    slowness = max(1.0, best(tmp_path, [sys.executable, "-c", "pass"]) / 0.015)
    assert took <= 0.4 * slowness


def test_the_version_is_the_same_however_it_is_asked_for(tmp_path):
    """The one way is quick, the other the parser's own."""
    for arguments in (["--version"], ["--version", "inspect"]):
        ended = program(tmp_path, *arguments)
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.decode() == f"enos-session {__version__}\n"


AT_ITS_END = """
import os, sys
ended = os._exit
def told(code):
    print({question}, file=sys.stderr)
    ended(code)
os._exit = told
from inspector_app.terminal.__main__ import main
main()
"""


def at_its_end(home, question, gateway, token, **more):
    """What the program would answer when it has told of a session."""
    where = ["inspect", "--gateway", gateway.origin, "--token-stdin"]
    script = [sys.executable, "-c", AT_ITS_END.format(question=question), *where]
    done = subprocess.run(
        script,
        input=token("valid"),
        capture_output=True,
        check=True,
        env=surroundings(home, **more),
    )
    return done.stderr.decode().splitlines()[-1]


def test_neither_qt_nor_colours_nor_the_keyring_are_imported_for_a_pipe(tmp_path, gateway, token):
    question = "sorted({'PySide6', 'rich', 'keyring', 'jinja2'} & set(sys.modules))"
    assert at_its_end(tmp_path, question, gateway, token) == "[]"


def test_variables_that_let_others_listen_in_are_taken_out(tmp_path, gateway, token):
    """N11."""
    hostile = {"SSLKEYLOGFILE": str(tmp_path / "keys"), "PYTHON_KEYRING_BACKEND": "os.system"}
    question = f"sorted({set(hostile)} & set(os.environ))"
    assert at_its_end(tmp_path, question, gateway, token, **hostile) == "[]"


@pytest.mark.skipif(not Path("/proc").exists(), reason="/proc is on Linux only")
def test_the_process_is_closed_before_a_token_is_read(tmp_path, resource):
    """A5: it waits for a token, and there is no core file and no reading it from outside."""
    arguments = ["inspect", "--gateway", "gateway.example.com", "--token-stdin"]
    ours, theirs = socket.socketpair()
    with ours, theirs, started(tmp_path, *arguments, stdin=theirs) as running:
        try:
            ours.sendall(b"x")
            until = time.monotonic() + 20
            while unread(theirs) and time.monotonic() < until:
                pass  # until it reads what it is given
            assert resource.prlimit(running.pid, resource.RLIMIT_CORE) == (0, 0)
            if os.getuid() != 0:
                assert Path("/proc", str(running.pid), "mem").stat().st_uid == 0
        finally:
            running.kill()


def test_the_codes_that_it_repeats_are_those_of_the_table():
    """They are not imported where only the version was asked for."""
    assert __main__._COMMAND_FAILED == ExitCode.COMMAND_FAILED
    assert __main__._INTERRUPTED == ExitCode.INTERRUPTED
