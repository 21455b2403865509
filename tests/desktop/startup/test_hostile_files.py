"""Whatever stands in place of the files that a start reads, it comes up."""

import os
import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from inspector_app.gateway import tls_trust
from inspector_app.gateway.error_mapping import CallError
from inspector_app.inspection.saved_answer_opening import open_saved_answer
from inspector_app.report.saved_answers.models import UnreadableFileError

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")

FILES = (
    ".config/enos-session-inspector/settings.json",
    ".local/state/enos-session-inspector/log.txt",
    ".local/state/enos-session-inspector/report-labels.key",
    ".local/state/enos-session-inspector/fault-7.txt",
)


def put(kind, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "endless":
        path.symlink_to("/dev/zero")
    else:
        with path.open("wb") as file:
            file.truncate(3_000_000_000)  # of which the disk holds nothing


def run(home, *command):
    """Run a program in this home, for as long as a start could take at most."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )


@pytest.mark.parametrize("kind", ["pipe", "endless", "huge"])
def test_the_window_comes_up_and_inspects(tmp_path, kind):
    """R6: a pipe held the start for ever."""
    for name in FILES:
        put(kind, tmp_path / name)
    picture = tmp_path / "window.png"
    done = run(tmp_path, "inspector_app", "--demo", "--screenshot", str(picture))
    assert done.returncode == 0, done.stderr
    assert "Session valid" in done.stdout
    assert picture.exists()


@pytest.mark.parametrize("kind", ["pipe", "endless", "huge"])
def test_the_console_app_answers(tmp_path, kind):
    """R6."""
    for name in FILES:
        put(kind, tmp_path / name)
    done = run(tmp_path, "inspector_app.terminal", "environments", "list")
    assert done.returncode == 0
    assert "settings.json" in done.stderr  # the notice
    assert "defaults" in done.stderr


def test_a_pipe_that_somebody_reads_gets_nothing(tmp_path):
    """A1: with a reader, a pipe opens for writing at once; log and stack are not for it."""
    with ExitStack() as reading:
        readers = {}
        for name in FILES:
            put("pipe", tmp_path / name)
            readers[name] = os.open(tmp_path / name, os.O_RDONLY | os.O_NONBLOCK)
            reading.callback(os.close, readers[name])
        picture = tmp_path / "window.png"
        done = run(tmp_path, "inspector_app", "--demo", "--screenshot", str(picture))
        assert done.returncode == 0, done.stderr
        assert {name: os.read(reader, 100) for name, reader in readers.items()} == dict.fromkeys(
            FILES, b""
        )


@pytest.mark.parametrize("kind", ["pipe", "endless", "huge"])
def test_what_the_user_chose_cannot_hold_a_worker(tmp_path, kind):
    """N4: reading a CA file or a saved answer stands under no deadline."""
    path = tmp_path / "chosen"
    put(kind, path)
    refused = []

    def read():
        with pytest.raises(CallError):
            tls_trust.create_ssl_context(str(path))
        with pytest.raises(UnreadableFileError):
            open_saved_answer(path)
        refused.append(True)

    worker = threading.Thread(target=read, daemon=True)
    worker.start()
    worker.join(20)
    held = worker.is_alive()
    if held and kind == "pipe":
        os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))  # lets it go
    assert not held
    assert refused
