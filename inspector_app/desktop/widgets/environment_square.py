"""The mark of an environment: its letter in a square whose colour says what it is for."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPixmap

from inspector_app.desktop.theme.tier_colours import get_tier_colours

if TYPE_CHECKING:
    from inspector_app.desktop.theme.colours import Colours
    from inspector_app.settings.environment import Environment

_SIDES: Final = (16, 20, 24, 32, 40)
"""Sizes in device pixels: 16 and 20 px at 100 to 200 %."""

_NO_LETTER: Final = "•"
_FONT_SIZE: Final = 0.7
_CORNER: Final = 0.25


def get_letter(name: str) -> str:
    """The letter that stands for a name: its first letter or digit, as a capital."""
    plain = unicodedata.normalize("NFKC", name)
    return next((one.upper()[0] for one in plain if one.isalnum()), _NO_LETTER)


def create_square_icon(environment: Environment, colours: Colours) -> QIcon:
    """Paint the square of an environment, sharp at every scale."""
    chosen = get_tier_colours(colours, environment.tier)
    letter = get_letter(environment.name)
    icon = QIcon()
    for side in _SIDES:
        square = _paint_square(letter, side, chosen.ground, chosen.text)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # Qt would tint it in a chosen row
            icon.addPixmap(square, mode)
    return icon


def _paint_square(letter: str, side: int, ground: str, text: str) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    font = QFont(QGuiApplication.font())
    font.setPixelSize(round(side * _FONT_SIZE))
    font.setBold(True)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(pixmap.rect(), side * _CORNER, side * _CORNER)
    painter.setPen(QColor(text))
    painter.setFont(font)
    painter.drawText(pixmap.rect(), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return pixmap
