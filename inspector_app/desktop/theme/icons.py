"""Monochrome SVG icons, tinted in the theme's colours and sharp at every scale."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from inspector_app.system import resources

if TYPE_CHECKING:
    from collections.abc import Sequence

_ICON_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 96)
"""Sizes in device pixels: 16 and 20 px controls and 48 px empty states, at 100–200 %.

Drawn are those up to the first that is as large as wanted: Qt makes smaller ones of that.
"""

_MOST_DRAWN: Final = 400
"""Icons in one colour whose images are kept: all of a window's in each of the three themes."""


class Icons:
    """All icons of ``resources/icons``, each read and drawn when first asked for.

    ``side`` is the largest that an icon will be shown, in pixels of the screen.
    """

    def __init__(self) -> None:
        self._cache: dict[tuple[object, ...], QIcon] = {}

    def get_icon(self, name: str, colour: str, side: float) -> QIcon:
        """The icon rendered in one colour.

        Raises:
            KeyError: when there is no icon of that name.
        """
        return self._get_icon(name, side, {QIcon.Mode.Normal: colour})

    def get_entry_icon(self, name: str, colour: str, selected_colour: str, side: float) -> QIcon:
        """The icon of a row or menu entry, which has another ground while it is selected.

        Raises:
            KeyError: when there is no icon of that name.
        """
        colours = {
            QIcon.Mode.Normal: colour,
            QIcon.Mode.Selected: selected_colour,  # of a row
            QIcon.Mode.Active: selected_colour,  # of a menu entry
        }
        return self._get_icon(name, side, colours)

    def get_main_icon(self, name: str, colour: str, disabled_colour: str, side: float) -> QIcon:
        """The icon of a filled button, whose ground is another one while it cannot be pressed.

        Raises:
            KeyError: when there is no icon of that name.
        """
        colours = {QIcon.Mode.Normal: colour, QIcon.Mode.Disabled: disabled_colour}
        return self._get_icon(name, side, colours)

    def _get_icon(self, name: str, side: float, colours: dict[QIcon.Mode, str]) -> QIcon:
        sizes = _ICON_SIZES[: bisect_left(_ICON_SIZES, side) + 1]
        key = (name, sizes, *colours.items())
        if key not in self._cache:
            source = read_source(name)
            self._cache[key] = icon = QIcon()
            drawn = {
                colour: _draw(source.replace(b"currentColor", colour.encode()), sizes)
                for colour in set(colours.values())
            }
            for mode, colour in colours.items():
                for image in drawn[colour]:
                    icon.addPixmap(QPixmap.fromImage(image), mode)
        return self._cache[key]


@cache
def read_sources() -> None:
    """Read every file, once: an upgrade may take them away. Any thread may do it."""
    for name in resources.list_names("icons"):
        if name.endswith(".svg"):
            read_source(name.removesuffix(".svg"))


@cache
def read_source(name: str) -> bytes:
    """The SVG of an icon, of which this process reads the file once.

    Raises:
        KeyError: when there is no icon of that name.
    """
    try:
        return resources.read(f"icons/{name}.svg")
    except resources.ResourceNotFoundError:
        raise KeyError(name) from None


def load_application_icon() -> QIcon:
    """The app's own icon."""
    icon = QIcon()
    for image in _draw(resources.read("application.svg"), (16, 24, 32, 48, 64, 128, 256)):
        icon.addPixmap(QPixmap.fromImage(image))
    return icon


@lru_cache(maxsize=_MOST_DRAWN)
def _draw(svg: bytes, sizes: tuple[int, ...]) -> Sequence[QImage]:
    """Images, which unlike pixmaps may outlive the application that asked for them."""
    renderer = QSvgRenderer(QByteArray(svg))
    return tuple(_draw_at(renderer, size) for size in sizes)


def _draw_at(renderer: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
