"""The skeleton window: painted as placeholder shapes before the widgets are loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme import skeleton
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.screen_room import limit_size

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from inspector_app.desktop.theme.spacing import Spacing

_VISIBILITY_EVENTS: Final = (QEvent.Type.Show, QEvent.Type.Hide)

_WIDTH: Final = 1080
_HEIGHT: Final = 740


class SkeletonWindow(QWidget):
    """A window with geometry and title, whose widgets may not exist yet.

    It has no palette of its own, which would come back with each later style sheet of the
    application: the skeleton is painted in the application's.
    """

    skeleton_painted = Signal()
    """Emitted after the first paint of the skeleton."""

    content_painted = Signal()
    """Emitted after the first paint with the real widgets."""

    activated = Signal()
    """Emitted whenever the user turns to the window."""

    visibility_changed = Signal(bool)
    """Emitted when the window is shown or hidden, also as it is minimised and restored."""

    closing = Signal()

    def __init__(self, spacing: Spacing) -> None:
        super().__init__()
        self.spacing = spacing
        self.is_loaded = False
        self._pending_signals = {self.skeleton_painted, self.content_painted}
        wanted = QSize(spacing.to_pixels(_WIDTH), spacing.to_pixels(_HEIGHT))
        self.resize(limit_size(self, wanted))
        self.setWindowTitle(translate("EnOS Session Inspector"))

    def mark_loaded(self) -> None:
        """Stop painting the skeleton: the widgets exist now."""
        self.is_loaded = True
        self.update()

    def apply_geometry(self, geometry: str) -> None:
        """Restore a geometry saved by ``encode_geometry``; Qt keeps it on an existing screen."""
        self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))

    def encode_geometry(self) -> str:
        """The window's geometry as base64 text for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def raise_to_front(self) -> None:
        """Show the window in front of others, as far as the system lets a program do that."""
        from PySide6.QtCore import Qt  # filling this namespace takes as long as a first frame

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
        super().paintEvent(event)
        if self.is_loaded:
            self._emit_once(self.content_painted)
        else:
            skeleton.paint_skeleton(self, self.spacing)
            self._emit_once(self.skeleton_painted)

    @qt_override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.hide()
        self.closing.emit()

    def _emit_once(self, signal: SignalInstance) -> None:
        if signal in self._pending_signals:
            self._pending_signals.remove(signal)
            QTimer.singleShot(0, signal.emit)
