"""Dialog with a fixed width, as high as its content needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


class FixedWidthDialog(QDialog):
    """Adapts its height to its content.

    Qt makes a dialog as high as wrapped text needs at its preferred width, which cuts the text at
    any other.
    """

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def event(self, event: QEvent) -> bool:
        is_handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_height()
        return is_handled

    def showEvent(self, event: QShowEvent) -> None:
        self._fit_height()
        super().showEvent(event)

    def _fit_height(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.setFixedSize(self._width, layout.totalHeightForWidth(self._width))
