"""The screen's lock is heard of over D-Bus: the screen savers' words and logind's."""

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import SLOT, QCoreApplication
from PySide6.QtDBus import QDBusConnection

from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.guards.dbus_lock_signals import (
    LOGIND_SERVICE,
    LockSignal,
    _build_logind_session_path,
    _iter_socket_names,
)
from inspector_app.desktop.guards.screen_lock_monitor import (
    LockDetection,
    ScreenLockMonitor,
    _SessionChangeFilter,
)
from tests.secret_service import start_bus

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's")


SAVERS = [
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    ("/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
    ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
    ("/org/xfce/ScreenSaver", "org.xfce.ScreenSaver"),
]


@dataclass
class Bus:
    """A bus of its own, session and system bus in one, on which a desktop can be played."""

    address: str
    process: subprocess.Popen[bytes]

    @contextmanager
    def having(self, *services):
        """Some program owns these names."""
        name = f"desktop on {self.address}"  # Qt gives an earlier connection of the same name
        bus = QDBusConnection.connectToBus(self.address, name)
        assert all(bus.registerService(service) for service in services)
        yield
        QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def bus(monkeypatch):
    with tempfile.TemporaryDirectory(prefix="bus-") as home:
        address = f"unix:path={home}/bus"
        started = start_bus(Path(home), {"PATH": os.environ["PATH"]})
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
        yield Bus(address, started)
        started.kill()
        started.wait(10)


@contextmanager
def listening(qtbot):
    background = BackgroundExecutor()
    lock = ScreenLockMonitor(background)
    lock.listen(0)
    qtbot.waitUntil(background.is_idle)
    QCoreApplication.processEvents()  # the answer is delivered by the event loop
    yield lock
    lock.stop()
    background.close(1.0)


def send(bus, path, told, *values):
    subprocess.run(
        ["dbus-send", f"--bus={bus.address}", "--type=signal", path, told, *values],
        check=True,
        timeout=20,
    )


@pytest.mark.parametrize(("path", "saver"), SAVERS)
def test_each_screen_saver_is_heard_within_a_second(qapp, qtbot, bus, path, saver):
    """A6."""
    with bus.having(saver), listening(qtbot) as lock:
        assert lock.detection is LockDetection.RELIABLE
        with qtbot.waitSignal(lock.locked, timeout=1_000):
            send(bus, path, f"{saver}.ActiveChanged", "boolean:true")


def test_the_app_listens_from_its_first_paint(bus, start, qtbot):
    """A6: and what it hears locks the window."""
    path, saver = SAVERS[0]
    with bus.having(saver):
        app = start()
        monitor = app.secret_guards.screen_lock_monitor
        qtbot.waitUntil(lambda: monitor.detection is LockDetection.RELIABLE)
        with qtbot.waitSignal(monitor.locked):
            send(bus, path, f"{saver}.ActiveChanged", "boolean:true")
        assert QDBusConnection(monitor._connections[0]).isConnected()
        app.secret_guards.stop()
        assert not any(QDBusConnection(name).isConnected() for name in monitor._connections)
    assert app.secret_guards.window_lock.page.isVisible()


def test_logind_is_heard_within_a_second_and_the_app_does_not_claim_that_it_tells(qapp, qtbot, bus):
    """A6: a desktop may lock the screen without a word to logind."""
    with bus.having("org.freedesktop.login1"), listening(qtbot) as lock:
        assert lock.detection is LockDetection.POSSIBLE
        with qtbot.waitSignal(lock.locked, timeout=1_000):
            send(bus, "/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session.Lock")


def test_the_end_of_a_screen_saver_is_no_lock(qapp, qtbot, bus):
    path, saver = SAVERS[0]
    with (
        bus.having(saver),
        listening(qtbot) as lock,
        qtbot.assertNotEmitted(lock.locked, wait=300),
    ):
        send(bus, path, f"{saver}.ActiveChanged", "boolean:false")


def test_a_screen_saver_counts_for_more_than_logind_and_what_is_not_heard_for_nothing(
    qapp, qtbot, bus
):
    saver, logind = SAVERS[0][1], LOGIND_SERVICE
    signals = {
        name: LockSignal("some name", name, name, "Changed", SLOT("notify_locked()"))
        for name in (saver, logind)
    }
    lost = replace(signals[logind], connection="no connection")
    connected = QDBusConnection.connectToBus(bus.address, "some name")
    assert connected.isConnected()
    for heard, detection in (
        ((lost,), LockDetection.UNAVAILABLE),
        ((signals[logind], lost), LockDetection.POSSIBLE),
        ((signals[saver], signals[logind]), LockDetection.RELIABLE),
        ((signals[logind], signals[saver]), LockDetection.RELIABLE),
    ):
        background = BackgroundExecutor()
        lock = ScreenLockMonitor(background)
        lock._on_lock_signals_found(heard)
        assert lock.detection is detection
        lock.stop()
        background.close(1.0)
    QDBusConnection.disconnectFromBus("some name")


def test_a_bus_on_which_nobody_would_tell_is_said_to_be_none(qapp, qtbot, bus):
    with listening(qtbot) as lock:
        assert lock.detection is LockDetection.UNAVAILABLE
        assert "cannot hear" in str(lock.detection.message)


def test_without_any_bus_nothing_is_heard_and_nothing_breaks(qapp, qtbot, monkeypatch, tmp_path):
    """R9."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    with listening(qtbot) as lock:
        assert lock.detection is LockDetection.UNAVAILABLE


@pytest.mark.timing
def test_a_frozen_bus_does_not_hold_up_the_window(qapp, qtbot, bus, longest_gap):
    """R3: Qt itself would wait for it without end."""
    with ExitStack() as stack:
        bus.process.send_signal(signal.SIGSTOP)
        stack.callback(bus.process.send_signal, signal.SIGCONT)
        with longest_gap() as gap, listening(qtbot) as lock:
            assert lock.detection is LockDetection.UNAVAILABLE
        assert gap.seconds < 0.1


@pytest.mark.parametrize(
    ("address", "sockets"),
    [
        ("unix:path=/run/user/1000/bus", ["/run/user/1000/bus"]),
        ("unix:abstract=/tmp/x,guid=1a2b", ["\0/tmp/x"]),
        ("tcp:host=localhost,port=1;unix:guid=1a2b,path=/run/bus", ["/run/bus"]),
        ("", []),
        ("autolaunch:", []),
    ],
)
def test_a_bus_is_found_by_its_address(address, sockets):
    assert list(_iter_socket_names(address)) == sockets


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
    assert _build_logind_session_path() == path


class Message(ctypes.Structure):
    """Windows' MSG, as far as it is read."""

    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wParam", ctypes.c_size_t),
    )


@pytest.mark.parametrize(
    ("change", "is_heard"),
    [
        (0x1, False),  # WTS_CONSOLE_CONNECT
        (0x2, True),  # WTS_CONSOLE_DISCONNECT
        (0x3, False),  # WTS_REMOTE_CONNECT
        (0x4, True),  # WTS_REMOTE_DISCONNECT
        (0x5, False),  # WTS_SESSION_LOGON
        (0x7, True),  # WTS_SESSION_LOCK
        (0x8, False),  # WTS_SESSION_UNLOCK
    ],
)
def test_windows_locks_it_when_the_session_is_locked_or_left(qtbot, change, is_heard):
    lock = ScreenLockMonitor(BackgroundExecutor())
    heard = []
    lock.locked.connect(lambda: heard.append(True))
    message = Message(None, 0x02B1, change)
    told = _SessionChangeFilter(lock).nativeEventFilter(
        b"windows_generic_MSG", ctypes.addressof(message)
    )
    assert told == (False, 0), "others hear it too"
    assert bool(heard) is is_heard
    message.message = 0x02B2
    _SessionChangeFilter(lock).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message))
    assert len(heard) == is_heard


def test_what_listens_to_windows_goes_when_the_app_closes(qapp, monkeypatch):
    removed: list[object] = []
    monkeypatch.setattr(qapp, "removeNativeEventFilter", removed.append)
    background = BackgroundExecutor()
    lock = ScreenLockMonitor(background)
    lock._native_event_filter = heard = _SessionChangeFilter(lock)
    lock.stop()
    lock.stop()
    background.close(1.0)
    assert removed == [heard]
