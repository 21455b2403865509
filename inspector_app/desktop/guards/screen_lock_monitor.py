"""Monitors the operating system's screen lock and emits a signal when it is activated.

Linux: D-Bus signals of logind and the desktop's screen saver. Windows: WTS session notifications.
macOS: a distributed notification. Each is best effort: where it is missing, the
idle timer remains.
"""

from __future__ import annotations

import ctypes
import sys
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.guards.dbus_lock_signals import (
    LOGIND_SERVICE,
    create_connection_names,
    find_lock_signals,
)
from inspector_app.desktop.qt_override import qt_override
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.desktop.guards.dbus_lock_signals import LockSignal

_WM_WTSSESSION_CHANGE: Final = 0x02B1
_LOCKING_CHANGES: Final = frozenset(
    {
        0x2,  # WTS_CONSOLE_DISCONNECT: another user was switched to, or came from afar
        0x4,  # WTS_REMOTE_DISCONNECT: a remote desktop was left without signing out
        0x7,  # WTS_SESSION_LOCK
    }
)
"""Changes of the session after which somebody else may sit before it, of ``winuser.h``."""
_MESSAGE_OFFSET: Final = ctypes.sizeof(ctypes.c_void_p)
"""Offset of the message number in Windows' MSG structure: after the window's handle."""


class LockDetection(Enum):
    """How reliably a screen lock is detected; each value is the message shown to the user."""

    UNAVAILABLE = tr(
        "This app cannot hear when your screen is locked. It locks after this time, and with "
        "Ctrl+L."
    )
    POSSIBLE = tr("If your desktop tells the system that it locks the screen, this app locks too.")
    RELIABLE = tr("Locking the screen locks this app too.")

    @property
    def message(self) -> Text:
        """The message, of one sentence or two."""
        return self.value


class ScreenLockMonitor(QObject):
    """``locked`` is emitted when the screen is locked; ``detection`` says how reliable that is."""

    locked = Signal()

    def __init__(self, background: BackgroundExecutor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.detection = LockDetection.UNAVAILABLE
        self._background = background
        self._connections = create_connection_names()
        self._native_event_filter: _SessionChangeFilter | None = None

    def listen(self, window_id: int) -> None:
        """Start listening; ``window_id`` is the window that Windows notifies."""
        if sys.platform == "win32":
            self._listen_on_windows(window_id)
        elif sys.platform == "darwin":
            self._listen_on_macos()
        else:
            search = partial(find_lock_signals, self._connections)
            self._background.submit(Lane.REQUEST, search, self._on_lock_signals_found)

    def stop(self) -> None:
        """Close the bus connections and remove the native event filter."""
        if sys.platform not in {"win32", "darwin"}:
            from PySide6.QtDBus import QDBusConnection

            for name in self._connections:
                QDBusConnection.disconnectFromBus(name)
        application = QGuiApplication.instance()
        if self._native_event_filter is not None and application is not None:
            application.removeNativeEventFilter(self._native_event_filter)
            self._native_event_filter = None

    @Slot()
    def notify_locked(self) -> None:
        """Emit ``locked``."""
        self.locked.emit()

    @Slot(bool)
    def on_active_changed(self, is_active: bool) -> None:  # noqa: FBT001  # the D-Bus signal's signature
        """Handle the screen saver's ActiveChanged signal."""
        if is_active:
            self.locked.emit()

    def _on_lock_signals_found(self, lock_signals: tuple[LockSignal, ...]) -> None:
        from PySide6.QtDBus import QDBusConnection

        for one in lock_signals:
            # Any sender: a spoofed lock signal does no more harm than a lock.
            is_heard = QDBusConnection(one.connection).connect(  # type: ignore[call-overload]  # str, whatever its stubs say
                "", one.path, one.interface, one.member, self, one.slot
            )
            if is_heard and one.service != LOGIND_SERVICE:
                self.detection = LockDetection.RELIABLE
            elif is_heard and self.detection is LockDetection.UNAVAILABLE:
                self.detection = LockDetection.POSSIBLE

    def _listen_on_windows(self, window_id: int) -> None:
        application = QGuiApplication.instance()
        if application is None or sys.platform != "win32":
            return
        if ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window_id, 0):
            self.detection = LockDetection.RELIABLE
        self._native_event_filter = _SessionChangeFilter(self)
        application.installNativeEventFilter(self._native_event_filter)

    def _listen_on_macos(self) -> None:
        from inspector_app.system import macos_frameworks

        try:
            macos_frameworks.observe_screen_lock(self.notify_locked)
        except macos_frameworks.MacosCallError:
            return
        self.detection = LockDetection.POSSIBLE  # the notice has no documentation


class _SessionChangeFilter(QAbstractNativeEventFilter):
    def __init__(self, monitor: ScreenLockMonitor) -> None:
        super().__init__()
        self._monitor = monitor

    @qt_override
    def nativeEventFilter(self, event_type: Any, message: Any) -> object:  # noqa: ANN401  # Qt's own
        if bytes(event_type) == b"windows_generic_MSG":
            address = int(message)
            number = ctypes.c_uint.from_address(address + _MESSAGE_OFFSET).value
            what = ctypes.c_size_t.from_address(address + 2 * _MESSAGE_OFFSET).value
            if number == _WM_WTSSESSION_CHANGE and what in _LOCKING_CHANGES:
                self._monitor.notify_locked()
        return False, 0
