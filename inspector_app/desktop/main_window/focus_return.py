"""Gives the keys to the token field when what had them goes away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class FocusReturn(QObject):
    """Watches the focus of the window.

    Qt gives the focus of a widget that is hidden or disabled to the next one in its chain, where
    Enter or Space would do something that nobody asked for.
    """

    def __init__(self, application: QApplication, window: QWidget, home: QWidget) -> None:
        """``home`` gets the focus; it is a widget of ``window``."""
        super().__init__(window)
        self._window = window
        self._home = home
        application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None or self._window.isHidden():
            return
        is_gone = not (before.isVisible() and before.isEnabled())
        is_here = before.window() is self._window and now.window() is self._window
        if is_gone and is_here and now is not self._home:
            self._home.setFocus()
