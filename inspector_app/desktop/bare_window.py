"""The window without its parts: it stands on the screen, in outline, before they are loaded."""

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
    """Has a place, colours and a title."""

    outlined = Signal()
    """Painted for the first time, its parts drawn as outlines only."""

    painted_first = Signal()
    """Painted for the first time with its parts."""

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
        """The parts are there: no outline any more, and the application's own palette."""
        self.is_furnished = True
        self.setPalette(QPalette())
        self.update()

    def restore_place(self, geometry: str) -> None:
        """Stand where the person last had it; Qt keeps it on a screen that is there."""
        self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))

    def place(self) -> str:
        """Where the window stands, as text for the settings."""
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
