"""Renders the app icon for Windows and macOS, .ico and .icns, from the SVG."""

from __future__ import annotations

import struct
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from bundle import identity

if TYPE_CHECKING:
    from pathlib import Path

_ICO_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_ICNS_KINDS: Final = {
    b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512,  # 16, 32, 128 and 256 points at 2 pixels
}  # fmt: skip


def write_icon(folder: Path) -> str | None:
    """Write the icon for the build system; None where executables have none."""
    form = {"win32": ("application.ico", render_ico), "darwin": ("application.icns", render_icns)}
    if sys.platform not in form:
        return None
    name, made = form[sys.platform]
    file = folder / name
    file.write_bytes(made((identity.CHECKOUT / "resources" / "application.svg").read_bytes()))
    return str(file)


def render_ico(svg: bytes) -> bytes:
    """Render an SVG as a Windows icon of nine sizes, each a PNG."""
    pictures = [(side, render_png(svg, side)) for side in _ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    entries = b""
    for side, picture in pictures:
        # A side of 256 is written as 0; one plane of 32 bits.
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + entries + b"".join(picture for _, picture in pictures)


def render_icns(svg: bytes) -> bytes:
    """Render an SVG as a macOS icon of eleven sizes, each a PNG."""
    body = b""
    for kind, side in _ICNS_KINDS.items():
        picture = render_png(svg, side)
        body += kind + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def render_png(svg: bytes, side: int) -> bytes:
    """Render an SVG as a square PNG with that many pixels to a side."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide takes it, its stubs do not
    return bytes(buffer.data().data())
