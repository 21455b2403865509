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
        self._cache: dict[tuple[str, ...], QIcon] = {}

    def get_icon(self, name: str, colour: str) -> QIcon:
        """The icon rendered in one colour.

        Raises:
            KeyError: when there is no icon of that name.
        """
        key = (name, colour)
        if key not in self._cache:
            icon = QIcon()
            self._add_pixmaps(icon, name, colour, QIcon.Mode.Normal)
            self._cache[key] = icon
        return self._cache[key]

    def get_entry_icon(self, name: str, colour: str, selected_colour: str) -> QIcon:
        """The icon of a row or menu entry, which has another ground while it is selected.

        Raises:
            KeyError: when there is no icon of that name.
        """
        key = (name, colour, selected_colour)
        if key not in self._cache:
            icon = QIcon()
            self._add_pixmaps(icon, name, colour, QIcon.Mode.Normal)
            for mode in (QIcon.Mode.Selected, QIcon.Mode.Active):  # of rows, of menu entries
                self._add_pixmaps(icon, name, selected_colour, mode)
            self._cache[key] = icon
        return self._cache[key]

    def _add_pixmaps(self, icon: QIcon, name: str, colour: str, mode: QIcon.Mode) -> None:
        drawing = self._svg_sources[name].replace(b"currentColor", colour.encode())
        _add_pixmaps(icon, drawing, _ICON_SIZES, mode)


def load_application_icon() -> QIcon:
    """The app's own icon."""
    icon = QIcon()
    svg = resources.read("application.svg")
    _add_pixmaps(icon, svg, (16, 24, 32, 48, 64, 128, 256), QIcon.Mode.Normal)
    return icon


def _add_pixmaps(icon: QIcon, svg: bytes, sizes: tuple[int, ...], mode: QIcon.Mode) -> None:
    renderer = QSvgRenderer(QByteArray(svg))
    for side in sizes:
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap, mode)
