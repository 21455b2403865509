"""Scroll area that shows page images one below the other, fitted to its width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent

    from inspector_app.desktop.theme.theme import Theme


class _PageCanvas(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._gap = theme.spacing.to_pixels(14)
        self.images: tuple[QImage, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @qt_override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.spacing.to_pixels(420), 0)

    @qt_override
    def heightForWidth(self, width: int) -> int:
        room = width - 2 * self._gap
        heights = (room * page.height() / page.width() for page in self.images)
        return round(sum(height + self._gap for height in heights)) + self._gap

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(self._theme.colours.border), 1))
        width, top = self.width() - 2 * self._gap, float(self._gap)
        for page in self.images:
            place = QRectF(self._gap, top, width, width * page.height() / page.width())
            if place.intersects(QRectF(event.rect())):
                painter.drawImage(place, page)
                painter.drawRect(place)
            top = place.bottom() + self._gap
        painter.end()


class PageView(QScrollArea):
    """Scrollable by keyboard as well."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._canvas = _PageCanvas(theme)
        self.setWidget(self._canvas)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("The pages, as they are printed"))

    @property
    def images(self) -> tuple[QImage, ...]:
        """The page images shown."""
        return self._canvas.images

    def show_pages(self, images: tuple[QImage, ...]) -> None:
        """Show these page images and scroll to the first."""
        self._canvas.images = images
        self._canvas.setMinimumHeight(self._canvas.heightForWidth(self.viewport().width()))
        self._canvas.updateGeometry()
        self._canvas.update()
        self.verticalScrollBar().setValue(0)
