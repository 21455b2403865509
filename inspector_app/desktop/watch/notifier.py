"""Tells on the desktop that a watch has news, in words that name nobody: anybody may see them."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.theme.translation import translate
from inspector_app.system.desktop_notification import show_notification

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSystemTrayIcon, QWidget


class Notifier(QObject):
    """Shows notifications by the desktop's own service, and marks the window in the task bar."""

    def __init__(self, window: QWidget, background: BackgroundExecutor) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._tray_icon: QSystemTrayIcon | None = None

    def notify(self, words: str) -> None:
        """Show these words, which must be of this program and name nobody."""
        QApplication.alert(self._window)
        title = translate("EnOS Session Inspector")
        if sys.platform.startswith("linux"):
            self._background.submit(Lane.REQUEST, partial(show_notification, title, title, words))
        else:
            self._show_by_tray(title, words)

    def close(self) -> None:
        """Take the icon out of the tray, where there is one."""
        if self._tray_icon is not None:
            self._tray_icon.hide()
            self._tray_icon = None

    def _show_by_tray(self, title: str, words: str) -> None:
        """As Windows and macOS have it; the icon is there while a watch has something to say."""
        from PySide6.QtWidgets import QSystemTrayIcon

        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray_icon is None:
            self._tray_icon = QSystemTrayIcon(self._window.windowIcon(), self)
        self._tray_icon.show()
        self._tray_icon.showMessage(title, words)
