"""Scroll area that is as high as its content, and scrolls only where it must shrink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.screen_room import compute_height

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from inspector_app.desktop.theme.spacing import Spacing


class AutoHeightScrollArea(QScrollArea):
    """As high as its content needs at this width, but may shrink to ``min_height``.

    That is in pixels at the reference font.

    Without it, wrapped text would be squeezed in a low window.
    """

    def __init__(
        self, content: QWidget, spacing: Spacing, min_height: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._spacing = spacing
        self._min_height = min_height
        self._content_height = spacing.to_pixels(min_height)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)

    @qt_override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._content_height)

    @qt_override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self._spacing.to_pixels(self._min_height), self._content_height))

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update_height()  # what changed while it was hidden was not measured

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_height()

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._update_height()
        return super().eventFilter(watched, event)

    def _update_height(self) -> None:
        layout = self._content.layout()
        if layout is None:
            return
        needed = compute_height(layout, self.viewport().width())
        self._content.setMinimumHeight(needed)
        if needed != self._content_height:
            self._content_height = needed
            self.updateGeometry()
