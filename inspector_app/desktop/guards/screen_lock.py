"""Hears from the operating system that the person has locked the screen, where it tells.

On Linux logind and the desktop's screen saver tell over D-Bus. Windows tells windows that ask.
macOS tells programs with pyobjc. Each is best effort: where it is missing, the idle time remains.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAVERS: Final = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver")
_SYSTEM_BUS: Final = "unix:path=/run/dbus/system_bus_socket"
_WM_WTSSESSION_CHANGE: Final = 0x02B1
_WTS_SESSION_LOCK: Final = 0x7
_WHERE_IN_MSG: Final = ctypes.sizeof(ctypes.c_void_p)
"""Of the message number in Windows' MSG structure: after the window's handle."""


class ScreenLock(QObject):
    """``locked`` comes when the screen has been locked; ``listens`` says whether it can come."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listens = False
        self._buses: list[str] = []
        self._filter: _WindowsMessages | None = None

    @property
    def words(self) -> Text:
        """Whether locking the screen locks this app too."""
        if self.listens:
            return tr("Locking the screen locks this app too.")
        return tr("This computer does not tell when its screen is locked: only this time locks.")

    def listen(self, window_id: int) -> None:
        """Begin; ``window_id`` is the window that Windows shall tell."""
        if sys.platform == "win32":
            self._listen_on_windows(window_id)
        elif sys.platform == "darwin":
            self._listen_on_macos()
        else:
            self._listen_on_dbus()

    def stop(self) -> None:
        """Let go of what was asked for."""
        if self._buses:
            from PySide6.QtDBus import QDBusConnection

            for name in self._buses:
                QDBusConnection.disconnectFromBus(name)
            self._buses.clear()
        application = QGuiApplication.instance()
        if self._filter is not None and application is not None:
            application.removeNativeEventFilter(self._filter)
            self._filter = None

    @Slot()
    def tell(self) -> None:
        """The screen is locked."""
        self.locked.emit()

    @Slot(bool)
    def tell_if(self, is_active: bool) -> None:  # noqa: FBT001  # the D-Bus signal's signature
        """The screen saver came, or went."""
        if is_active:
            self.locked.emit()

    def _listen_on_dbus(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        for number, (address, interface, member, slot) in enumerate(_dbus_signals()):
            name = f"screen lock {id(self)} {number}"
            bus = QDBusConnection.connectToBus(address, name)
            self._buses.append(name)
            if bus.isConnected():
                # Any sender: a false word of a lock does no more harm than a lock.
                path, told = _path(interface), SLOT(slot)
                is_heard = bus.connect("", path, interface, member, self, told)  # type: ignore[call-overload]  # str, whatever its stubs say
                self.listens = self.listens or is_heard

    def _listen_on_windows(self, window_id: int) -> None:
        application = QGuiApplication.instance()
        if application is None or sys.platform != "win32":
            return
        self.listens = bool(ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window_id, 0))
        self._filter = _WindowsMessages(self)
        application.installNativeEventFilter(self._filter)

    def _listen_on_macos(self) -> None:
        try:
            foundation = importlib.import_module("Foundation")
            centre = foundation.NSDistributedNotificationCenter.defaultCenter()
        except (ImportError, AttributeError):  # pyobjc is not installed
            return
        centre.addObserverForName_object_queue_usingBlock_(
            "com.apple.screenIsLocked", None, None, lambda _notification: self.tell()
        )
        self.listens = True


class _WindowsMessages(QAbstractNativeEventFilter):
    def __init__(self, lock: ScreenLock) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(self, event_type: Any, message: Any) -> object:  # noqa: ANN401  # Qt's own
        if bytes(event_type) == b"windows_generic_MSG":
            address = int(message)
            number = ctypes.c_uint.from_address(address + _WHERE_IN_MSG).value
            what = ctypes.c_size_t.from_address(address + 2 * _WHERE_IN_MSG).value
            if number == _WM_WTSSESSION_CHANGE and what == _WTS_SESSION_LOCK:
                self._lock.tell()
        return False, 0


def _dbus_signals() -> Iterator[tuple[str, str, str, str]]:
    """Where to listen: bus, interface, signal and the slot for it."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    session = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if not session and runtime and Path(runtime, "bus").exists():
        session = f"unix:path={runtime}/bus"
    if session:
        for saver in _SAVERS:
            yield session, saver, "ActiveChanged", "tell_if(bool)"
    system = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", _SYSTEM_BUS)
    yield system, "org.freedesktop.login1.Session", "Lock", "tell()"


def _path(interface: str) -> str:
    """The session of this person at logind; elsewhere any path."""
    session = os.environ.get("XDG_SESSION_ID", "")
    if interface != "org.freedesktop.login1.Session" or not session.isalnum():
        return ""
    first = f"_{ord(session[0]):02x}" if session[0].isdigit() else session[0]
    return f"/org/freedesktop/login1/session/{first}{session[1:]}"
