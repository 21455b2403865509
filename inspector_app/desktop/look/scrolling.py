"""Scroll area that is as high as its content, and scrolls only where it must shrink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Scrolling(QScrollArea):
    """As high as its content needs at this width, but may shrink to ``min_height`` pixels.

    Without it, wrapped text would be squeezed in a low window.
    """

    def __init__(self, inner: QWidget, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = inner
        self._least = least
        self._needed = least
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        inner.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._needed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self._least, self._needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._measure()
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        layout = self._inner.layout()
        if layout is None:
            return
        needed = layout.totalHeightForWidth(self.viewport().width())
        self._inner.setMinimumHeight(needed)
        if needed != self._needed:
            self._needed = needed
            self.updateGeometry()
