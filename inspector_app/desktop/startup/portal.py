"""Introduces this process to xdg-desktop-portal before it hides its memory from other programs.

The portal looks into ``/proc`` at the first call on a connection, which it may not once dumping is
switched off: it then refuses every file dialog in silence, and the colour scheme. It remembers the
answer for as long as the connection lasts, and Qt has one connection for the whole run.
"""

from __future__ import annotations

import sys
import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

_TIMEOUT: Final = 1.5
"""Seconds for the whole introduction; 0.002 where the portal runs, 1.0 where it is started."""
_PLATFORMS: Final = ("xcb", "wayland")
"""Qt's platforms that speak to the portal."""


class PortalIntroduction(QObject):
    """One question to the portal, asked once the first frame of the window is painted."""

    _answered = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_pending = False
        self._began_at = time.monotonic()
        if sys.platform.startswith("linux") and QGuiApplication.platformName() in _PLATFORMS:
            self._ask()

    def wait(self) -> None:
        """Return when the portal has answered, or has not for too long: then do without it.

        Qt's own dialogs are used in that case; those of the portal would never appear.
        """
        if self._is_pending:
            loop = QEventLoop()
            self._answered.connect(loop.quit)
            left = max(0.0, self._began_at + _TIMEOUT - time.monotonic())
            QTimer.singleShot(round(left * 1000), loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if self._is_pending:
            QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)

    def _ask(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        message = QDBusMessage.createMethodCall(
            "org.freedesktop.portal.Desktop",
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.Settings",
            "Read",
        )
        message.setArguments(["org.freedesktop.appearance", "color-scheme"])
        self._is_pending = True
        self._watcher = QDBusPendingCallWatcher(bus.asyncCall(message), self)
        self._watcher.finished.connect(self._on_finished)

    @Slot()
    def _on_finished(self) -> None:
        self._is_pending = False  # whatever the answer is: it was looked into by then
        self._answered.emit()
