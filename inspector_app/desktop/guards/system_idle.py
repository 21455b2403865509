"""Asks the operating system for how long nobody has touched the computer.

Windows and macOS tell it themselves. On Linux a desktop does over D-Bus: GNOME's idle monitor, and
the screen savers of the others.
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import uuid4

from PySide6.QtCore import QObject, Slot

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.guards.dbus_lock_signals import (
    get_session_bus_address,
    list_available_services,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtDBus import QDBusPendingCallWatcher

_ANSWER_TIMEOUT_MS: Final = 300
_TOLERANCE: Final = 5.0
"""Seconds by which the computer may seem idle for longer than this window."""

_ANY_INPUT_EVENT: Final = 0xFFFFFFFF  # kCGAnyInputEventType
_HID_SYSTEM_STATE: Final = 1  # kCGEventSourceStateHIDSystemState
_CORE_GRAPHICS: Final = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"


class _IdleSource(NamedTuple):
    """A D-Bus method that returns an idle time, in units of which there are ``per_second``."""

    service: str
    path: str
    method: str
    per_second: float


_SOURCES: Final = (
    _IdleSource(
        "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", "GetIdletime", 1000.0
    ),
    *(
        _IdleSource(f"org.{desktop}.ScreenSaver", path, "GetSessionIdleTime", 1.0)
        for desktop, path in (
            ("freedesktop", "/org/freedesktop/ScreenSaver"),
            ("freedesktop", "/ScreenSaver"),
            ("mate", "/org/mate/ScreenSaver"),
            ("cinnamon", "/org/cinnamon/ScreenSaver"),
            ("xfce", "/org/xfce/ScreenSaver"),
        )
    ),
)


class SystemIdle(QObject):
    """Finds out, when asked, the seconds since the last input to any program."""

    def __init__(self, background: BackgroundExecutor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background

    def ask(self, window_idle: float, tell: Callable[[float | None], None]) -> None:
        """Call ``tell`` with the seconds, later; with None where nobody tells them.

        ``window_idle`` is the time since the last input to this app's window, in seconds: the
        computer cannot have been idle for longer.
        """
        if sys.platform == "win32":
            tell(_read_windows_idle())
        elif sys.platform == "darwin":
            tell(_read_macos_idle())
        else:
            question = _Question(window_idle, tell, self)
            self._background.submit(
                Lane.REQUEST, question.find_sources, question.ask_next, question.give_up
            )


class _Question(QObject):
    """One question to the desktop, on a connection of its own.

    Only to find the bus may block, in a worker. The calls are asynchronous: one that waits would
    hold Python's interpreter, and so the window.
    """

    def __init__(
        self, window_idle: float, tell: Callable[[float | None], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window_idle = window_idle
        self._tell = tell
        self._name = f"idle time {uuid4()}"
        self._watcher: QDBusPendingCallWatcher | None = None
        self._others: list[_IdleSource] = []
        self._per_second: float

    def find_sources(self) -> list[_IdleSource]:
        """Find those that are there now, and leave the connection open; blocks."""
        names = list_available_services(
            get_session_bus_address(), self._name, tuple({one.service for one in _SOURCES})
        )
        return [one for one in _SOURCES if one.service in names]

    def ask_next(self, sources: list[_IdleSource]) -> None:
        """Ask the first of these, and where it does not know, the others."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        if not sources:
            self.give_up()
            return
        source, *self._others = sources
        self._per_second = source.per_second
        call = QDBusMessage.createMethodCall(
            source.service, source.path, source.service, source.method
        )
        pending = QDBusConnection(self._name).asyncCall(call, _ANSWER_TIMEOUT_MS)
        self._watcher = QDBusPendingCallWatcher(pending, self)
        self._watcher.finished.connect(self._on_answered)

    def give_up(self) -> None:
        """Nobody knows it."""
        self._end(None)

    @Slot()
    def _on_answered(self) -> None:
        if self._watcher is None:
            return
        from PySide6.QtDBus import QDBusMessage

        answer = self._watcher.reply()
        values = answer.arguments()
        is_reply = answer.type() is QDBusMessage.MessageType.ReplyMessage
        if not is_reply or not values or not isinstance(values[0], int):
            self.ask_next(self._others)
            return
        seconds = values[0] / self._per_second
        # The screen savers' word is specified in seconds; some give thousandths of them.
        is_plausible = seconds <= self._window_idle + _TOLERANCE
        self._end(seconds if is_plausible else seconds / 1000)

    def _end(self, seconds: float | None) -> None:
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(self._name)
        self.deleteLater()
        self._tell(seconds)


def _read_windows_idle() -> float | None:
    if sys.platform != "win32":
        return None

    class LastInputInfo(ctypes.Structure):
        _fields_ = (("cbSize", ctypes.c_uint), ("dwTime", ctypes.c_uint))

    info = LastInputInfo(ctypes.sizeof(LastInputInfo), 0)
    if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(info)):
        return None
    now = ctypes.c_uint(ctypes.windll.kernel32.GetTickCount()).value
    passed = (now - int(info.dwTime)) & 0xFFFFFFFF
    return float(passed) / 1000  # both begin anew after 50 days


def _read_macos_idle() -> float | None:
    try:
        measure = ctypes.CDLL(_CORE_GRAPHICS).CGEventSourceSecondsSinceLastEventType
    except (OSError, AttributeError):
        return None
    measure.restype, measure.argtypes = ctypes.c_double, (ctypes.c_int32, ctypes.c_uint32)
    return float(measure(_HID_SYSTEM_STATE, _ANY_INPUT_EVENT))
