"""The system's word for how long nobody has touched the computer, over a real bus."""

import os
import signal
import sys
import threading
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import ClassInfo, QObject, Slot
from PySide6.QtDBus import QDBusConnection

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.guards import system_idle
from inspector_app.desktop.guards.system_idle import SystemIdle
from tests.desktop.guards import test_screen_lock_monitor

bus = test_screen_lock_monitor.bus

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's")


NAMED: Any = ClassInfo
"""What PySide's stubs do not know: it is called with a dictionary, and decorates."""


@NAMED({"D-Bus Interface": "org.gnome.Mutter.IdleMonitor"})
class Mutter(QObject):
    """GNOME's idle monitor, in milliseconds."""

    @Slot(result="qulonglong")
    def GetIdletime(self):  # noqa: N802  # the name is D-Bus's
        return 61_500


@NAMED({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QObject):
    """A screen saver, in seconds as it is specified, or not."""

    value = 90

    @Slot(result="uint")
    def GetSessionIdleTime(self):  # noqa: N802  # the name is D-Bus's
        return self.value


@contextmanager
def desktop(bus, thing, service, path):
    """A desktop that offers the thing there."""
    name = f"desktop {service} on {bus.address}"
    connection = QDBusConnection.connectToBus(bus.address, name)
    every = QDBusConnection.RegisterOption.ExportAllSlots
    assert connection.registerObject(path, thing, every)
    assert connection.registerService(service)
    yield
    QDBusConnection.disconnectFromBus(name)


def ask(qtbot, window_idle=240.0):
    """What the system tells, waited for as the window does it."""
    background = BackgroundExecutor()
    told: list[float | None] = []
    system = SystemIdle(background)
    system.ask(window_idle, told.append)
    qtbot.waitUntil(lambda: bool(told))
    background.close(1.0)
    return told[0]


def test_gnome_tells_it(qapp, qtbot, bus, monkeypatch):
    monkeypatch.setattr(system_idle, "uuid4", lambda: "of this test")
    place = "/org/gnome/Mutter/IdleMonitor/Core"
    with desktop(bus, Mutter(), "org.gnome.Mutter.IdleMonitor", place):
        assert ask(qtbot) == 61.5
        assert not QDBusConnection("idle time of this test").isConnected()
        assert ask(qtbot, 100_000.0) == 61.5, "in its own unit, however long the window was idle"


@pytest.mark.parametrize(("value", "seconds"), [(90, 90.0), (0, 0.0), (90_000, 90.0)])
@pytest.mark.parametrize("path", ["/org/freedesktop/ScreenSaver", "/ScreenSaver"])
def test_a_screen_saver_tells_it_in_whichever_unit(
    qapp,
    qtbot,
    bus,
    value,
    seconds,
    path,  # the fixture
):
    saver = Saver()
    saver.value = value
    with desktop(bus, saver, "org.freedesktop.ScreenSaver", path):
        assert ask(qtbot) == seconds


def test_a_desktop_without_the_method_tells_nothing(qapp, qtbot, bus):
    with desktop(bus, QObject(), "org.freedesktop.ScreenSaver", "/elsewhere"):
        assert ask(qtbot) is None


def test_without_a_bus_or_with_a_frozen_one_nothing_is_told(
    qapp,
    qtbot,
    bus,
    monkeypatch,
    longest_gap,
):
    """R3: and the window is not held up."""
    os.kill(bus.process.pid, signal.SIGSTOP)
    with longest_gap() as gap:
        assert ask(qtbot) is None
    os.kill(bus.process.pid, signal.SIGCONT)
    assert gap.seconds < 0.2
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert ask(qtbot) is None


def test_each_desktop_is_asked_in_its_own_way_and_the_better_ones_first():
    """A6: as their own documentation has it."""
    savers = {
        "/org/freedesktop/ScreenSaver": "freedesktop",
        "/ScreenSaver": "freedesktop",
        "/org/mate/ScreenSaver": "mate",
        "/org/cinnamon/ScreenSaver": "cinnamon",
        "/org/xfce/ScreenSaver": "xfce",
    }
    mutter = ("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", "GetIdletime")
    assert [tuple(one) for one in system_idle._SOURCES] == [
        (*mutter, 1000.0),
        *(
            (f"org.{desktop}.ScreenSaver", path, "GetSessionIdleTime", 1.0)
            for path, desktop in savers.items()
        ),
    ]
    assert (system_idle._ANSWER_TIMEOUT_MS, system_idle._TOLERANCE) == (300, 5.0)


def test_nothing_that_waits_holds_up_the_question(qapp, qtbot, monkeypatch):
    """A6: a keyring that hangs would lock the window of somebody who is there."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    background, gate = BackgroundExecutor(), threading.Event()
    for lane in Lane:
        background.submit(lane, lambda: gate.wait(10))
    told: list[float | None] = []
    system = SystemIdle(background)
    system.ask(1.0, told.append)
    qtbot.waitUntil(lambda: told == [None])
    gate.set()
    background.close(5.0)
