"""Marks of production: a frame around the window, a tag, and a word in the status line.

The filled button is the fourth. One alone is overlooked by who works in it every day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.labels import ElidedLabel, PlainLabel
from inspector_app.settings.environment_tier import TIER_LABELS, EnvironmentTier

if TYPE_CHECKING:
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme

_FRAME_WIDTH: Final = 4
_FONT_SCALE: Final = 0.92


class ProductionFrame(QWidget):
    """A frame on top of everything in a window; keys and clicks go to what is below."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._width = theme.spacing.to_pixels(_FRAME_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()
        window.installEventFilter(self)
        self._fit()  # the window may be on the screen in its size already, as at each start

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        elif event.type() is QEvent.Type.ChildPolished:
            self.raise_()  # what is made later would cover it
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        whole = self.window().rect()
        side = self._width
        self.setGeometry(whole)
        self.setMask(QRegion(whole) - QRegion(whole.adjusted(side, side, -side, -side)))


class ProductionMarks(QObject):
    """Shows its marks while the environment in use is one of production.

    ``tag`` belongs beside the address, ``status_label`` into the status bar, whose child it is.
    """

    def __init__(
        self, theme: Theme, preferences: Preferences, window: QWidget, status_bar: QWidget
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._window = window
        self._theme = theme
        self._frame: ProductionFrame | None = None
        self.tag = PlainLabel(parent=window)
        self.tag.setProperty("tier", EnvironmentTier.PRODUCTION.value)
        self.tag.setWordWrap(False)
        self.status_label = ElidedLabel(parent=status_bar)
        self.status_label.setProperty("look", "soft")
        for label in (self.tag, self.status_label):
            font = label.font()
            font.setPointSizeF(font.pointSizeF() * _FONT_SCALE)
            label.setFont(font)
        self.status_label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        preferences.changed.connect(self._update)
        self._update()

    def _update(self) -> None:
        current = self._preferences.current
        is_production = current is not None and current.tier is EnvironmentTier.PRODUCTION
        name = render_text(TIER_LABELS[EnvironmentTier.PRODUCTION])
        if is_production and current is not None:
            self._frame = self._frame or ProductionFrame(self._theme, self._window)
            self.tag.setText(name.upper())
            self.tag.setAccessibleName(name)
            self.status_label.set_text(
                translate("{tier}, {host}", tier=name, host=get_host(current.address))
            )
        for mark in (self._frame, self.tag, self.status_label):
            if mark is not None:
                mark.setVisible(is_production)


def get_host(gateway: str) -> str:
    """The host of an address, and its port where that is not 443; the text where it is none."""
    from inspector_app.gateway import address

    try:
        return address.parse_address(gateway).netloc
    except address.AddressError:
        return gateway
