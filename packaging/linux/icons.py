"""Writes the app icon into the hicolor theme, as SVG and as PNG in every size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bundle import icon_files, identity

if TYPE_CHECKING:
    from pathlib import Path

SVG_FILE: Final = identity.CHECKOUT / "resources" / "application.svg"
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels: the folders of the icon theme “hicolor”, which every desktop searches."""


def write_icons(theme: Path) -> None:
    """Write the icon into the folder of the theme “hicolor”, as SVG and as PNG in every size."""
    drawing = SVG_FILE.read_bytes()
    _write_icon(theme / "scalable", "svg", drawing)
    for side in SIZES:
        _write_icon(theme / f"{side}x{side}", "png", icon_files.render_png(drawing, side))


def _write_icon(size: Path, ending: str, picture: bytes) -> None:
    folder = size / "apps"
    folder.mkdir(parents=True)
    (folder / f"{identity.DESKTOP}.{ending}").write_bytes(picture)
