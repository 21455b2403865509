"""A real window on a real X server, driven by a keyboard: Linux has one to start for a test."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.virtual_screen import virtual_screen

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Xvfb and xdotool are for X servers"
)


@pytest.fixture
def screen():
    """The environment of a program that shall show its window on a screen of the test's own.

    Made after the autouse fixture that gives each test its own home.
    """
    with virtual_screen() as display:
        yield os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
        }


def test_the_picture_of_a_real_window_is_saved_with_the_report(screen, tmp_path):
    picture = tmp_path / "window.png"
    done = subprocess.run(
        [sys.executable, "-m", "inspector_app", "--demo", "--screenshot", str(picture)],
        env=screen,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.startswith("Session valid, about ")
    assert str(picture) in done.stdout
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_main_job_by_keyboard_alone(screen):
    """Start, Enter, copy the report, quit: what a person does, with nothing but keys."""
    app = subprocess.Popen(
        [sys.executable, "-m", "inspector_app", "--demo"],
        env=screen,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    window = xdotool(
        screen, "search", "--sync", "--onlyvisible", "--name", "EnOS Session Inspector"
    )
    xdotool(screen, "windowfocus", "--sync", window.split()[0])
    made_by_reports = Path(screen["XDG_STATE_HOME"], "enos-session-inspector", "report-labels.key")
    until = time.monotonic() + 30
    while not made_by_reports.exists() and time.monotonic() < until and app.poll() is None:
        # Enter inspects the demo's token once it stands in the field; the report needs an answer.
        xdotool(screen, "key", "Return")
        xdotool(screen, "key", "ctrl+shift+r")
    assert made_by_reports.exists()
    xdotool(screen, "key", "ctrl+q")
    said, _ = app.communicate(timeout=20)
    assert app.returncode == 0, said
    assert said == ""


def xdotool(screen, *arguments):
    done = subprocess.run(
        ["xdotool", *arguments], env=screen, capture_output=True, text=True, timeout=30, check=True
    )
    return done.stdout
