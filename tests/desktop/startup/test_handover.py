"""A second start raises the window that is open, and nothing that hangs or lies holds it up."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from inspector_app.desktop.options import DesktopOptions
from inspector_app.desktop.startup import start_listener
from inspector_app.desktop.startup.handover import hand_over
from inspector_app.desktop.startup.start_listener import (
    StartListener,
    _is_answered,
    _read_line,
    parse_line,
)
from inspector_app.desktop.startup.window_socket import (
    HEARD,
    _is_private_folder,
    find_socket_path,
    is_own_socket,
    remove_socket,
)
from inspector_app.system.paths import Directories, create_private_folder
from tests.session.answers import SUCCESS
from tests.systems import needs_modes

pytestmark = [
    needs_modes,
    pytest.mark.qt_log_ignore("This plugin does not support"),
]
PLAIN = DesktopOptions()


def find_path(directories):
    path = find_socket_path(directories)
    assert path is not None
    return path


@pytest.fixture(autouse=True)
def runtime(monkeypatch):
    """The user's own folder for sockets, whose paths have to be short."""
    with tempfile.TemporaryDirectory(prefix="run") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def directories(tmp_path):
    made = Directories(tmp_path / "config" / "settings.json", tmp_path / "state")
    create_private_folder(made.state)
    return made


@pytest.fixture
def app(start, directories, qtbot, monkeypatch):
    """An open window that listens."""
    made = start()
    listener = StartListener(made, directories)
    listener.listen()
    qtbot.waitUntil(lambda: is_own_socket(find_path(directories)))
    yield made
    listener.close()


def hand(qtbot, options, directories):
    """Hand over as another process does: the window goes on meanwhile."""
    results = []
    other = threading.Thread(target=lambda: results.append(hand_over(options, directories)))
    other.start()
    qtbot.waitUntil(lambda: bool(results))
    other.join()
    return results[0]


class Silent:
    """A window that took the name and does with each start what a test says."""

    def __init__(self, path, serve):
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen(1)
        self._serve = serve
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self):
        try:
            while True:
                client, _ = self._listener.accept()
                with client:
                    self._serve(client, self._over)
        except OSError:
            return

    def close(self):
        self._over.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()


@pytest.fixture
def silent(directories, monkeypatch):
    made = []

    def begin(serve):
        made.append(Silent(find_path(directories), serve))

    yield begin
    for one in made:
        one.close()


def test_a_first_start_finds_nobody_and_needs_nothing(directories, monkeypatch):
    assert not hand_over(PLAIN, directories)


def test_the_window_is_raised_and_the_file_opened(app, directories, qtbot, tmp_path, monkeypatch):
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(SUCCESS))
    app.window.showMinimized()
    assert hand(qtbot, PLAIN, directories)
    assert not app.window.isMinimized()
    monkeypatch.chdir(tmp_path)
    with qtbot.waitSignal(app.file_opener.opened):
        assert hand(qtbot, DesktopOptions(file=Path("answer.json")), directories)
    assert app.window.result_view.result.saved is not None


@pytest.mark.parametrize(
    "options",
    [
        DesktopOptions(wants_window=True),
        DesktopOptions(is_demo=True),
        DesktopOptions(environment="Staging"),
        DesktopOptions(screenshot=Path("a.png")),
        DesktopOptions(is_self_test=True),
    ],
)
def test_a_start_that_says_more_gets_its_own_window(app, directories, qtbot, options):
    assert not hand(qtbot, options, directories)


def test_what_might_be_a_credential_is_handed_to_nobody(directories, silent):
    """A7"""
    received = []
    silent(lambda client, _over: received.append(client.recv(4096)))
    token = "IAM_S_" + "h4Nd" * 8
    assert not hand_over(DesktopOptions(file=Path(f"/tmp/{token}.json")), directories)
    assert received == []


@pytest.mark.parametrize(
    "serve",
    [
        lambda client, over: over.wait(10),
        lambda client, over: client.recv(4096) and None,
        lambda client, over: client.sendall(b"no\n" * 9),
        lambda client, over: [client.sendall(b"h"), over.wait(10)],
        lambda client, over: client.sendall(HEARD[:-1] + b"!"),
    ],
    ids=["hangs", "hangs up", "says something else", "stops halfway", "nearly right"],
)
def test_one_that_hangs_or_says_something_else_holds_nothing_up(directories, silent, serve):
    """R8"""
    silent(serve)
    began = time.monotonic()
    assert not hand_over(PLAIN, directories)
    assert time.monotonic() - began < 3


def test_a_start_that_is_slow_to_speak_is_heard_to_its_end(monkeypatch):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b'{"file":')
        speaking = threading.Timer(0.02, theirs.sendall, [b" null}\n"])
        speaking.start()
        assert _read_line(ours) == b'{"file": null}\n'
        speaking.join()


def test_a_start_that_says_nothing_is_left(monkeypatch):
    monkeypatch.setattr(start_listener, "_READING_TIMEOUT", 0.02)
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.raises(TimeoutError):
        _read_line(ours)


def test_a_window_whose_event_loop_hangs_is_not_waited_for_and_does_nothing_late(
    app, directories, qtbot, tmp_path
):
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(SUCCESS))
    opened: list[object] = []
    app.file_opener.opened.connect(opened.append)
    assert not hand_over(DesktopOptions(file=file), directories)  # in its own thread: it hangs
    qtbot.waitUntil(app.background.is_idle)
    assert opened == []


def test_the_socket_of_one_that_was_killed_is_taken_over(directories, start, qtbot, monkeypatch):
    """R8"""
    path = find_path(directories)
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(str(path))
    assert is_own_socket(path)
    assert not hand_over(PLAIN, directories)
    listener = StartListener(start(), directories)
    listener.listen()
    qtbot.waitUntil(lambda: hand(qtbot, PLAIN, directories))
    listener.close()
    assert not path.exists()


def test_a_window_that_hangs_keeps_its_socket(directories):
    """R8: those that came meanwhile fill its queue; a second window waits until it is gone."""
    path = find_path(directories)
    with contextlib.ExitStack() as open_sockets:
        hanging, *starts = (
            open_sockets.enter_context(socket.socket(socket.AF_UNIX)) for _ in range(4)
        )
        hanging.bind(str(path))
        hanging.listen(1)
        for one in starts:
            one.setblocking(False)
            one.connect_ex(str(path))
        assert _is_answered(path)
    assert not _is_answered(path)


def test_a_window_that_answers_keeps_its_socket(app, directories, start, qtbot):
    """R8: the second has none, and what is opened goes on coming to the first."""
    path = find_path(directories)
    qtbot.waitUntil(lambda: _is_answered(path))
    assert StartListener(start(), directories)._open_socket() is None
    assert _is_answered(path)


def test_the_second_window_takes_over_when_the_first_is_gone(app, directories, start, qtbot):
    second = StartListener(start(), directories)
    second.listen()
    app.window.closing.emit()
    second._app.window.activated.emit()
    qtbot.waitUntil(lambda: hand(qtbot, PLAIN, directories))
    second.close()


def test_one_that_was_closed_listens_no_more(directories, start):
    listener = StartListener(start(), directories)
    listener.close()
    listener.listen()
    assert "start listener" not in {one.name for one in threading.enumerate()}


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"null\n",
        b"[]\n",
        b"{}\n",
        b'{"file": 1}\n',
        b'{"file": "relative.json"}\n',
        b'{"file": "/a\\u0000b"}\n',
        b"[" * 60_000,
        b"\xff\n",
    ],
)
def test_what_is_no_start_is_refused(line):
    assert parse_line(line) is None


def test_a_name_of_any_bytes_arrives():
    name = os.fsdecode(b"/tmp/\xff\xe4.json")
    assert parse_line(json.dumps({"file": name}).encode()) == name
    assert parse_line(b'{"file": null}') == ""


def test_it_stands_where_nobody_else_can_reach_it(runtime, monkeypatch):
    """A7"""
    state = runtime / "state"
    create_private_folder(state)
    directories = Directories(runtime / "settings.json", state)
    assert find_path(directories).parent == runtime
    runtime.chmod(0o755)
    assert find_path(directories).parent == state
    state.chmod(0o750)
    assert find_socket_path(directories) is None
    runtime.chmod(0o700)
    monkeypatch.setenv("DISPLAY", ":7")
    one = find_path(directories)
    monkeypatch.setenv("DISPLAY", ":8")
    assert find_path(directories) != one
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime / ("long" * 30)))
    assert find_socket_path(directories) is None


def test_its_path_has_the_bytes_that_every_system_takes(runtime, monkeypatch):
    """A7"""
    directories = Directories(runtime / "settings.json", runtime / "state")
    name = len(os.fsencode(find_path(directories).relative_to(runtime)))
    rest = 100 - name - len("//") - len(os.fsencode(runtime))
    for length, is_short in ((rest, True), (rest + 1, False)):
        folder = runtime / ("é" * (length // 2) + "e" * (length % 2))
        create_private_folder(folder)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
        path = find_socket_path(directories)
        assert (path is not None) is is_short, length


def test_only_a_closed_folder_of_ones_own_is_private(runtime):
    """A7: not what only leads to one, and none that is not there."""
    for name, mode in (("closed", 0o700), ("read by a group", 0o740), ("entered by all", 0o701)):
        (runtime / name).mkdir()
        (runtime / name).chmod(mode)
    (runtime / "link").symlink_to(runtime / "closed")
    (runtime / "file").touch(0o600)
    found = [one.name for one in [*runtime.iterdir(), runtime / "gone"] if _is_private_folder(one)]
    assert found == ["closed"]


def test_what_is_no_socket_of_the_users_is_not_touched(directories):
    file = directories.state / "file"
    file.write_text("mine")
    link = directories.state / "link"
    link.symlink_to(file)
    for path in (file, link):
        assert not is_own_socket(path)
        remove_socket(path)
        assert path.exists()


def test_a_second_process_ends_and_the_first_window_stays(screen, runtime):
    """The real thing: two starts on a screen; the second one is over at once."""
    environment = screen | {"XDG_RUNTIME_DIR": str(runtime)}
    command = [sys.executable, "-m", "inspector_app"]
    first = subprocess.Popen(command, env=environment)
    try:
        deadline = time.monotonic() + 30
        while not list(runtime.glob("*.socket")) and time.monotonic() < deadline:
            assert first.poll() is None
        second = subprocess.run(command, env=environment, timeout=30, check=False)
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.kill()
        first.wait()
