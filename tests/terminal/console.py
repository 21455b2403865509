"""How the tests use the console twin: in this process where that is enough, else as a program."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from inspector_app.terminal.runner import run_command_line

ROOT = Path(__file__).parent.parent.parent
PROGRAM = [sys.executable, "-m", "inspector_app.terminal"]


@dataclass(frozen=True)
class Ended:
    """What a command left behind."""

    code: int
    out: bytes
    err: str


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def enos(*arguments, given=b"", from_kind=io.TextIOWrapper, to_kind=io.TextIOWrapper):
    """Run a command in this process, with these bytes on standard input."""
    out, err = io.BytesIO(), io.BytesIO()
    stdout, stderr = to_kind(out, encoding="utf-8"), io.TextIOWrapper(err, encoding="utf-8")
    stdin = from_kind(io.BytesIO(given), encoding="utf-8")
    with patch.object(sys, "stdin", stdin), redirect_stdout(stdout), redirect_stderr(stderr):
        code = run_command_line([str(one) for one in arguments])
        stdout.flush()
        stderr.flush()
    return Ended(int(code), out.getvalue(), err.getvalue().decode())


def surroundings(home, **more):
    """The environment variables of a program that has nobody's settings but those in ``home``."""
    kept = {
        name: os.environ[name]
        for name in ("PATH", "DBUS_SESSION_BUS_ADDRESS")
        if name in os.environ
    }
    # As an installation is compiled: by the first test, into a folder that all of them share.
    compiled = {"PYTHONPYCACHEPREFIX": str(home.parent / "compiled")}
    return {
        **kept,
        **compiled,
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "TZ": "UTC",
        "PYTHONPATH": str(ROOT),
        **more,
    }


def program(home, *arguments, given=b"", **more):
    """Run a command as a program of its own."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        input=given,
        capture_output=True,
        timeout=30,
        check=False,
        cwd=home,
        env=surroundings(home, **more),
    )
    return Ended(done.returncode, done.stdout, done.stderr.decode())


def started(home, *arguments, start=tuple(PROGRAM), **streams) -> Any:
    """A command that goes on while the test looks at it; its streams are pipes unless given."""
    every = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE) | streams
    return subprocess.Popen(
        [*start, *map(str, arguments)], cwd=home, env=surroundings(home), **every
    )
