"""A real window on a real X server, driven by a keyboard: Linux has one to start for a test."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.virtual_screen import focus, hand

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Xvfb and xdotool are for X servers"
)


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


@pytest.fixture
def app(screen):
    """The app on its demo, in a process of its own, which ends with the test at the latest."""
    running = subprocess.Popen(
        [sys.executable, "-m", "inspector_app", "--demo"],
        env=screen,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with running:
        yield running
        running.kill()


def test_the_main_job_by_keyboard_alone(screen, app):
    """Start, Enter, copy the report, quit: what a person does, with nothing but keys."""
    focus(screen, "EnOS Session Inspector", app)
    made_by_reports = Path(screen["XDG_STATE_HOME"], "enos-session-inspector", "report-labels.key")
    until = time.monotonic() + 30
    while not made_by_reports.exists() and time.monotonic() < until and app.poll() is None:
        # Enter inspects the demo's token once it stands in the field; the report needs an answer.
        hand(screen, "key", "Return")
        hand(screen, "key", "ctrl+shift+r")
    assert made_by_reports.exists()
    hand(screen, "key", "ctrl+q")
    said, _ = app.communicate(timeout=20)
    assert app.returncode == 0, said
    assert said == ""
