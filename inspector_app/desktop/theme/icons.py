"""Monochrome SVG icons, tinted in the theme's colours and sharp at every scale."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from inspector_app.system import resources

_ICON_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 96)
"""Sizes in device pixels: 16 and 20 px controls and 48 px empty states, at 100–200 %."""


class Icons:
    """All icons of ``resources/icons``, read once before the window is created."""

    def __init__(self) -> None:
        self._svg_sources = {
            name.removesuffix(".svg"): resources.read(f"icons/{name}")
            for name in resources.list_names("icons")
            if name.endswith(".svg")
        }
        self._cache: dict[tuple[str, str], QIcon] = {}

    def get_icon(self, name: str, colour: str) -> QIcon:
        """The icon rendered in one colour.

        Raises:
            KeyError: when there is no icon of that name.
        """
        if (name, colour) not in self._cache:
            drawing = self._svg_sources[name].replace(b"currentColor", colour.encode())
            self._cache[name, colour] = _render_icon(drawing, _ICON_SIZES)
        return self._cache[name, colour]


def load_application_icon() -> QIcon:
    """The app's own icon."""
    return _render_icon(resources.read("application.svg"), (16, 24, 32, 48, 64, 128, 256))


def _render_icon(svg: bytes, sizes: tuple[int, ...]) -> QIcon:
    renderer = QSvgRenderer(QByteArray(svg))
    result = QIcon()
    for side in sizes:
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        result.addPixmap(pixmap)
    return result
