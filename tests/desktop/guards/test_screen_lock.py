"""The screen's lock is heard of over D-Bus: the screen savers' words and logind's."""

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from inspector_app.desktop.guards.screen_lock import ScreenLock, _path
from tests.secret_service import _start_bus

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's")


@pytest.fixture
def bus(monkeypatch):
    with tempfile.TemporaryDirectory(prefix="bus-") as home:
        address = f"unix:path={home}/bus"
        started = _start_bus(Path(home), {"PATH": os.environ["PATH"]})
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
        yield address
        started.kill()
        started.wait(10)


@contextmanager
def listening():
    lock = ScreenLock()
    lock.listen(0)
    yield lock
    lock.stop()


def send(bus, path, signal, *values):
    subprocess.run(
        ["dbus-send", f"--bus={bus}", "--type=signal", path, signal, *values],
        check=True,
        timeout=20,
    )


@pytest.mark.parametrize(
    ("path", "signal", "values"),
    [
        (
            "/org/freedesktop/ScreenSaver",
            "org.freedesktop.ScreenSaver.ActiveChanged",
            ["boolean:true"],
        ),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", ["boolean:true"]),
        ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session.Lock", []),
    ],
)
def test_each_of_them_is_heard_within_a_second(qapp, qtbot, bus, path, signal, values):
    """A6."""
    with listening() as lock:
        assert lock.listens
        assert "locks this app too" in str(lock.words)
        with qtbot.waitSignal(lock.locked, timeout=1_000):
            send(bus, path, signal, *values)


def test_the_end_of_a_screen_saver_is_no_lock(qapp, qtbot, bus):
    with listening() as lock, qtbot.assertNotEmitted(lock.locked, wait=300):
        send(
            bus,
            "/org/freedesktop/ScreenSaver",
            "org.freedesktop.ScreenSaver.ActiveChanged",
            "boolean:false",
        )


def test_without_any_bus_nothing_is_heard_and_nothing_breaks(qapp, monkeypatch, tmp_path):
    """R9."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    with listening() as lock:
        assert not lock.listens
        assert "does not tell" in str(lock.words)


@pytest.mark.parametrize(
    ("session", "path"),
    [
        ("2", "/org/freedesktop/login1/session/_32"),
        ("c1", "/org/freedesktop/login1/session/c1"),
        ("../x", ""),
        ("", ""),
    ],
)
def test_logind_is_heard_for_this_session_alone(monkeypatch, session, path):
    monkeypatch.setenv("XDG_SESSION_ID", session)
    assert _path("org.freedesktop.login1.Session") == path
    assert _path("org.gnome.ScreenSaver") == ""
