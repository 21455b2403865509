"""What keeps the app from starting is told in words, with an exit code, and nothing dumps core."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.desktop.demo_process import NO_FRAME

ROOT = Path(__file__).parent.parent.parent.parent
DESKTOP = [sys.executable, "-m", "inspector_app"]
CONSOLE = [sys.executable, "-m", "inspector_app.terminal", "environments", "list"]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="X and faketime are Linux's")


def run(command, **environment):
    kept = {
        name: os.environ[name] for name in ("PATH", "HOME", "XDG_RUNTIME_DIR") if name in os.environ
    }
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env={name: value for name, value in (kept | environment).items() if value},
    )


def assert_told(done, *words):
    assert done.returncode == 2, (done.returncode, done.stderr)
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    for word in words:
        assert word in done.stderr


@LINUX
@pytest.mark.parametrize(
    "display",
    [
        {"DISPLAY": ":4711"},
        {
            "WAYLAND_DISPLAY": "nowhere-0",
            "XDG_SESSION_TYPE": "wayland",
            "XDG_RUNTIME_DIR": "/tmp",
        },
    ],
)
def test_a_display_that_cannot_be_reached(display, tmp_path):
    done = run([*DESKTOP, "--demo"], HOME=str(tmp_path), **display)
    assert_told(done, "display cannot be reached", "--screenshot")


@LINUX
@pytest.mark.parametrize("program", [DESKTOP, CONSOLE])
def test_a_clock_in_the_year_9999(program, tmp_path):
    assert shutil.which("faketime"), "faketime is needed: see packaging/linux/system_packages.py"
    late = ["faketime", "-f", "@9999-12-31 23:00:00"]
    done = run([*late, *program], HOME=str(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert_told(done, "clock", "year")


@LINUX
@pytest.mark.parametrize("year", ["1678", "1969", "2261"])
def test_any_other_clock_is_no_obstacle(year, tmp_path):
    picture = tmp_path / "window.png"
    then = ["faketime", "-f", f"@{year}-06-01 12:00:00"]
    done = run(
        [*then, *DESKTOP, "--demo", "--screenshot", str(picture)],
        HOME=str(tmp_path),
        QT_QPA_PLATFORM="offscreen",
    )
    assert done.returncode == 0, done.stderr
    assert f"{year}-06-01" in done.stdout
    assert picture.stat().st_size > 10_000


@pytest.mark.parametrize("zone", ["Nowhere/Land", ":/nowhere", "\u65f6\u533a"])
def test_a_zone_without_its_data_is_none(zone, tmp_path):
    done = run(
        [*DESKTOP, "--demo", "--screenshot", str(tmp_path / "window.png")],
        HOME=str(tmp_path),
        QT_QPA_PLATFORM="offscreen",
        TZ=zone,
    )
    assert done.returncode == 0, done.stderr
    assert "UTC" in done.stdout


# --- asked to end


@LINUX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_starting_terminal_ends_it_as_it_ends_any_program(number, tmp_path):
    with subprocess.Popen(
        # Whoever runs the tests may have ignored some, as nohup does.
        ["env", "--default-signal=HUP,INT,TERM", *DESKTOP, "--demo"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        try:
            until = time.monotonic() + 30
            while not _catches(process.pid, signal.SIGHUP):
                assert process.poll() is None, process.communicate()
                assert time.monotonic() < until
            process.send_signal(number)
            output, errors = process.communicate(timeout=20)
        finally:
            process.kill()
    assert process.returncode == 128 + number
    assert (output, errors.replace(NO_FRAME, "")) == ("", "")


def _catches(pid, number):
    """Whether the process has a handler of its own for the signal, which it has in its loop."""
    status = Path(f"/proc/{pid}/status").read_text()
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught.split()[1], 16) >> (number - 1) & 1)
