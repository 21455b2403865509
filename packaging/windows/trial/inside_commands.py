"""Tried inside Windows: the app and the console app, each in a process of its own."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from inspector_app.demo.demo_gateway import DemoGateway
from windows.trial.report import Trial, expect

CLOSED_PIPES = (["--version"], ["--help"], ["inspect", "--help"])
_FAR_USER = {"id": "u1", "state": 0, "password_expire_time": 253_402_185_600_000}
_FAR_SESSION = {"id": "S" * 40, "createTime": 1, "expires": 7200, "user": _FAR_USER}
_FAR_DATES = (b"1970-01-01", b"9999-12-3")
"""Within a day of the epoch and beyond the year 3000: Windows' C library knows neither."""


def try_commands(trial: Trial) -> None:
    """Try all of this module, in a folder that goes with it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        saved = folder / "far.json"
        body = {"success": True, "status": 0, "session": _FAR_SESSION}
        saved.write_text(json.dumps(body), encoding="utf-8")
        trial.run("dates of the years 1970 and 9999 are told", lambda: read_far_dates(saved))
        trial.run("a picture of them on code page 437", lambda: end_on_legacy_page(saved))
    trial.run("the self-test", run_self_test)
    trial.run("the console app says its version and help", say_version)
    trial.run("an inspection over loopback, in text and JSON", inspect_over_loopback)
    trial.run("a refused session has exit code 1", inspect_refused)
    for command in CLOSED_PIPES:
        trial.run(f"a closed pipe is quiet: {' '.join(command)}", lambda c=command: close_pipe(c))  # type: ignore[misc]
    trial.run("the demo gateway closes at once", close_gateway)


def run(*arguments: str, given: bytes = b"", **variables: str) -> tuple[int, bytes, bytes]:
    """Run Python with these arguments; returns exit code, standard output and error."""
    done = subprocess.run(
        [sys.executable, *arguments],
        input=given,
        env=os.environ | variables,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def run_console(*arguments: str, given: bytes = b"", **variables: str) -> tuple[int, bytes, bytes]:
    """Run the console app."""
    return run("-m", "inspector_app.terminal", *arguments, given=given, **variables)


def read_far_dates(saved: Path) -> str:
    """Say what an answer means whose dates a C library does not know."""
    code, out, told = run_console("read", str(saved))
    expect(all(date in out for date in _FAR_DATES), (code, out, told))
    return f"exit code {code}"


def end_on_legacy_page(saved: Path) -> str:
    """Take a picture of it under a name that the code page cannot say; whatever it is, it ends."""
    picture = saved.with_name("风电场.png")
    code, out, told = run(
        "-m", "inspector_app", str(saved), "--screenshot", str(picture),
        PYTHONIOENCODING="cp437", WINEQT_QPA_PLATFORM="offscreen", QT_QPA_PLATFORM="offscreen",
    )  # fmt: skip
    expect(code == 0 and picture.exists(), (code, told))
    expect(all(date in out for date in _FAR_DATES) and rb"\u98ce" in out, out)
    return ""


def run_self_test() -> str:
    """Run the app's own proof that it is whole."""
    code, out, told = run("-m", "inspector_app", "--self-test")
    expect(code == 0, out + told)
    return f"{out.count(b'ok      ')} checks"


def say_version() -> str:
    """Ask for version and help."""
    code, version, _ = run_console("--version")
    expect(code == 0 and version.startswith(b"enos-session "), version)
    code, text, _ = run_console("--help")
    expect(code == 0 and b"inspect" in text, text)
    return version.decode().strip()


def inspect_over_loopback() -> str:
    """Inspect the first invented session."""
    with DemoGateway() as gateway:
        token = next(one.token for one in gateway.scenarios if one.id == "valid").encode()
        command = ["inspect", "--gateway", gateway.origin, "--token-stdin"]
        code, text, told = run_console(*command, given=token)
        expect(code == 0 and b"Session valid" in text, (code, text, told))
        code, data, told = run_console(*command, "--format", "json", given=token)
    verdict = json.loads(data)["verdict"]["code"]
    expect((code, verdict) == (0, "valid"), (code, verdict, told))
    expect(token not in data)
    return ""


def inspect_refused() -> str:
    """Inspect with a token that the gateway does not know."""
    with DemoGateway() as gateway:
        command = ["inspect", "--gateway", gateway.origin, "--token-stdin"]
        code, _text, told = run_console(*command, given=secrets.token_hex(20).encode())
    expect(code == 1, (code, told))
    return ""


def close_pipe(arguments: list[str]) -> str:
    """Run a command whose output nobody reads."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-m", "inspector_app.terminal", *arguments]
    with os.fdopen(write_end, "wb") as pipe:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=subprocess.PIPE, check=False
        )
    expect(done.stderr == b"", done.stderr)
    return f"exit code {done.returncode}"


def close_gateway() -> str:
    """Stop the demo gateway while a connection says nothing."""
    gateway = DemoGateway()
    gateway.start()
    with socket.create_connection(("127.0.0.1", int(gateway.origin.rpartition(":")[2]))):
        time.sleep(0.3)
        started = time.monotonic()
        gateway.stop()
    seconds = time.monotonic() - started
    expect(seconds < 2, seconds)  # noqa: PLR2004  # seconds; its connections wait for longer
    return f"{seconds:.2f} s"
