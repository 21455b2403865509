"""The hidden prompt, on a terminal of its own: nothing of what is typed can be seen or is lost."""

import getpass
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from types import SimpleNamespace

import click
import pytest

from inspector_app.terminal import token_input
from inspector_app.terminal.exit_codes import CommandError
from tests.terminal.console import PROGRAM, Terminal, enos, started

pty = pytest.importorskip("pty", reason="there are no ptys on Windows")


TAKE_THE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(int(sys.argv[1]), termios.TIOCSCTTY, 0)
os.execvp(sys.argv[2], sys.argv[2:])
"""


@contextmanager
def at_a_terminal(home, *arguments, start=tuple(PROGRAM), **streams):
    """The program with a terminal of its own, unless a stream is given."""
    keyboard, terminal = pty.openpty()
    every = dict.fromkeys(("stdin", "stdout", "stderr"), terminal) | streams
    take = (sys.executable, "-c", TAKE_THE_TERMINAL, str(terminal))
    more = {"start_new_session": True, "pass_fds": [terminal]}
    running = started(home, *arguments, start=(*take, *start), **every, **more)
    os.close(terminal)
    try:
        yield running, keyboard
    finally:
        running.kill()
        running.wait()
        os.close(keyboard)


def seen(keyboard, until=None, patience=20.0):
    """What the person sees, up to these words or the end."""
    text, deadline = b"", time.monotonic() + patience
    while until is None or until not in text:
        ready, _, _ = select.select([keyboard], [], [], max(0.0, deadline - time.monotonic()))
        assert ready, text
        try:
            piece = os.read(keyboard, 65536)
        except OSError:  # Linux: nobody has the terminal open any more
            break
        if not piece:
            break
        text += piece
    return text


def test_the_token_is_asked_for_without_being_shown(tmp_path, gateway, token):
    with at_a_terminal(tmp_path, "inspect", "--gateway", gateway.origin) as (running, keyboard):
        asked = seen(keyboard, b"Token (not shown): ")
        os.write(keyboard, token("valid") + b"\n")
        shown = seen(keyboard)
        assert running.wait(10) == 0
    assert "✔".encode() in shown
    assert token("valid") not in asked + shown


def test_the_question_is_not_in_the_result(tmp_path, gateway, token):
    where = ["inspect", "--gateway", gateway.origin, "--format", "json"]
    with at_a_terminal(tmp_path, *where, stdout=subprocess.PIPE) as (running, keyboard):
        seen(keyboard, b"Token (not shown): ")
        os.write(keyboard, token("valid") + b"\n")
        with running.stdout:
            assert running.stdout.read().startswith(b"{")


def test_a_question_that_is_broken_off_leaves_nothing_in_the_result(monkeypatch, capsys):
    """The end of its line goes where the question stands."""

    def break_off(_prompt):
        raise KeyboardInterrupt

    monkeypatch.setattr(getpass, "getpass", break_off)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with pytest.raises(click.Abort):
        token_input.read_from_prompt()
    assert capsys.readouterr() == ("", "\n")


@pytest.mark.parametrize("stream", ["stdin", "stderr"])
def test_nobody_is_asked_unless_both_ends_are_a_terminal(tmp_path, gateway, stream):
    where = ["inspect", "--gateway", gateway.origin]
    with at_a_terminal(tmp_path, *where, **{stream: subprocess.DEVNULL}) as (running, _):
        assert running.wait(20) == 2


@pytest.mark.timing
def test_ctrl_c_at_the_question_ends_at_once(tmp_path, gateway):
    with at_a_terminal(tmp_path, "inspect", "--gateway", gateway.origin) as (running, keyboard):
        seen(keyboard, b"Token (not shown): ")
        pressed = time.monotonic()
        os.write(keyboard, b"\x03")
        assert running.wait(10) == 130
        assert time.monotonic() - pressed < 0.2
        assert b"Traceback" not in seen(keyboard)


def test_a_line_that_the_terminal_cuts_is_not_taken_for_a_token(tmp_path, gateway):
    with at_a_terminal(tmp_path, "inspect", "--gateway", gateway.origin) as (running, keyboard):
        seen(keyboard, b"Token (not shown): ")
        for _ in range(50):
            os.write(keyboard, b"x" * 100)
        os.write(keyboard, b"\n")
        assert b"--token-stdin" in seen(keyboard)
        assert running.wait(10) == 2


def test_lines_behind_the_first_reach_no_shell(tmp_path, gateway, token):
    """A pasted command of several lines would otherwise be carried out when the program ends."""
    command = f"{' '.join(PROGRAM)} inspect --gateway {gateway.origin}; timeout 0.5 cat > rest.txt"
    with at_a_terminal(tmp_path, start=["sh", "-c", command]) as (running, keyboard):
        seen(keyboard, b"Token (not shown): ")
        os.write(keyboard, token("valid") + b"\ntouch stolen\n")
        seen(keyboard)
        running.wait(20)
    assert (tmp_path / "rest.txt").read_bytes() == b""


def test_a_token_is_not_read_from_where_it_would_be_seen(gateway):
    where = ["inspect", "--gateway", gateway.origin, "--token-stdin"]
    ended = enos(*where, given=b"x", from_kind=Terminal)
    assert ended.code == 2
    assert "pipe" in ended.err


def test_the_signal_of_the_system_is_the_same_as_the_key(tmp_path, gateway):
    with at_a_terminal(tmp_path, "inspect", "--gateway", gateway.origin) as (running, keyboard):
        seen(keyboard, b"Token (not shown): ")
        running.send_signal(signal.SIGINT)
        assert running.wait(10) == 130


def test_a_program_without_standard_input_says_so(monkeypatch):
    """As one has that a service or another program starts without any."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CommandError) as refused:
        token_input.read_from_stdin()
    assert str(refused.value.messages[0]) == "There is no standard input."
