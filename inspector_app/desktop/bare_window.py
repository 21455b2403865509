"""The skeleton window: painted as placeholder shapes before the widgets are loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.look import outline
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from inspector_app.desktop.look.colours import Colours
    from inspector_app.desktop.look.rhythm import Rhythm

_WIDTH: Final = 1080
_HEIGHT: Final = 740


class BareWindow(QWidget):
    """A window with geometry, palette and title, whose widgets may not exist yet."""

    outlined = Signal()
    """Emitted after the first paint of the skeleton."""

    painted_first = Signal()
    """Emitted after the first paint with the real widgets."""

    closing = Signal()

    def __init__(self, colours: Colours, rhythm: Rhythm) -> None:
        super().__init__()
        self.rhythm = rhythm
        self.is_furnished = False
        self._not_told = {self.outlined, self.painted_first}
        self.setPalette(outline.palette(colours))
        self.resize(rhythm.px(_WIDTH), rhythm.px(_HEIGHT))
        self.setWindowTitle(say("EnOS Session Inspector"))

    def be_furnished(self) -> None:
        """Stop painting the skeleton and use the application's palette: the widgets exist now."""
        self.is_furnished = True
        self.setPalette(QPalette())
        self.update()

    def restore_place(self, geometry: str) -> None:
        """Restore a geometry saved by ``encode_geometry``; Qt keeps it on an existing screen."""
        self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))

    def place(self) -> str:
        """The window's geometry as base64 text for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_furnished:
            self._tell_once(self.painted_first)
        else:
            outline.draw(self, self.rhythm)
            self._tell_once(self.outlined)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.hide()
        self.closing.emit()

    def _tell_once(self, signal: SignalInstance) -> None:
        if signal in self._not_told:
            self._not_told.remove(signal)
            QTimer.singleShot(0, signal.emit)
