"""Handles file drag and drop anywhere on the window, with an overlay that explains the drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from inspector_app.desktop.pasting.foreign_reader import (
    ForeignReader,
    get_local_files,
    has_files,
)
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme

_DRAG_EVENTS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


class FileDropFilter(QObject):
    """Event filter; ``dropped`` carries the paths. Dragged text is left to the field below it."""

    dropped = Signal(object)
    failed = Signal(str)

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._reader = ForeignReader(self)
        self._reader.received.connect(self._on_addresses_received)
        self._reader.failed.connect(self.failed)
        self._window = window
        self.overlay = _DropOverlay(theme, window)
        window.setAcceptDrops(True)
        # The fields accept text, and a file URL is text: this filter handles the event first.
        for taker in (window, *window.findChildren(QLineEdit)):
            taker.installEventFilter(self)

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self.overlay.hide()
        if isinstance(event, QDragEnterEvent):
            self._reader.expect_drop(event)
        if kind in _DRAG_EVENTS and isinstance(event, QDropEvent) and has_files(event):
            event.acceptProposedAction()
            self._handle_files(kind, event)
            return True
        return super().eventFilter(watched, event)

    def _handle_files(self, kind: QEvent.Type, event: QDropEvent) -> None:
        if kind is QEvent.Type.Drop:
            self.overlay.hide()
            self._reader.read_drop(event, is_files=True)
        elif self.overlay.isHidden():
            self.overlay.show_over(self._window)

    @Slot(str)
    def _on_addresses_received(self, addresses: str) -> None:
        files = get_local_files([QUrl(line) for line in addresses.split()])
        if files:
            self.dropped.emit(files)
        else:
            self.failed.emit(translate("Nothing was opened: this is no file of this computer."))


class _DropOverlay(QFrame):
    """Covers the window's content while files are dragged over it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setProperty("look", "drop")
        # Drag events go to the widgets below; an overlay that took them would flicker.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon_label = QLabel()
        self._icon_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text_label = PlainLabel(
            translate("Drop the file here to open the answer that is saved in it")
        )
        self._text_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._icon_label)
        layout.addWidget(self._text_label)
        layout.addStretch(1)
        self.hide()

    def show_over(self, window: QWidget) -> None:
        """Show the overlay over the whole window."""
        px = self._theme.spacing.to_pixels
        picture = self._theme.get_icon("folder-open", self._theme.colours.accent, 48)
        self._icon_label.setPixmap(picture.pixmap(px(48), px(48)))
        self.setGeometry(window.rect().adjusted(px(8), px(8), -px(8), -px(8)))
        self.raise_()
        self.show()
