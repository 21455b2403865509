"""Keeps other programs from reading the keys on macOS while a field of secrets has the focus."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.desktop.widgets.secret_field import SecretField
from inspector_app.system import macos_frameworks

_log = logging.getLogger(__name__)


class SecureInput(QObject):
    """Follows the focus; off whenever another program is in front, as Apple asks for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_on = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
            application.aboutToQuit.connect(self.stop)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._set(is_on=isinstance(new, SecretField))

    @Slot()
    def stop(self) -> None:
        """Let others read the keys again; each call to macOS must be taken back."""
        self._set(is_on=False)

    def _set(self, *, is_on: bool) -> None:
        if is_on is self._is_on:
            return
        self._is_on = is_on
        try:
            macos_frameworks.set_secure_input(is_on=is_on)
        except macos_frameworks.MacosCallError:
            _log.warning("secure input could not be switched")
