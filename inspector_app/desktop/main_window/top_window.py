"""What the app's window is before it has anything in it: its size and title, and what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.screen_room import limit_size

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from inspector_app.desktop.theme.spacing import Spacing

_VISIBILITY_EVENTS: Final = (QEvent.Type.Show, QEvent.Type.Hide)

_WIDTH: Final = 1080
_HEIGHT: Final = 740
_OFFSET: Final = 32


class TopWindow(QWidget):
    """A window with geometry and title, which tells what happens to it."""

    painted = Signal()
    """Emitted after the first paint, once."""

    activated = Signal()
    """Emitted whenever the user turns to the window."""

    visibility_changed = Signal(bool)
    """Emitted when the window is shown or hidden, also as it is minimised and restored."""

    closing = Signal()

    def __init__(self, spacing: Spacing) -> None:
        super().__init__()
        self.spacing = spacing
        self._was_painted = False
        wanted = QSize(spacing.to_pixels(_WIDTH), spacing.to_pixels(_HEIGHT))
        self.resize(limit_size(self, wanted))
        self.setWindowTitle(translate("EnOS Session Inspector"))

    def apply_geometry(self, geometry: str) -> None:
        """Restore a geometry saved by ``encode_geometry``; Qt keeps it on an existing screen."""
        self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))

    def move_aside(self) -> None:
        """Leave some of the window in sight that is open where this one would cover it."""
        offset = self.spacing.to_pixels(_OFFSET)
        self.move(self.x() + offset, self.y() + offset)

    def encode_geometry(self) -> str:
        """The window's geometry as base64 text for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def raise_to_front(self) -> None:
        """Show the window in front of others, as far as the system lets a program do that."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @qt_override
    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.WindowActivate:
            self.activated.emit()
        elif kind in _VISIBILITY_EVENTS:
            self.visibility_changed.emit(kind is QEvent.Type.Show)
        return super().event(event)

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event  # the window's own is of its background alone, which Qt has painted by then
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    @qt_override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.hide()
        self.closing.emit()
