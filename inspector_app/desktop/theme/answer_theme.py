"""The theme of the widgets that show an answer, without colour while the answer is not live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inspector_app.desktop.theme.theme import LARGEST_USUAL_ICON, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from inspector_app.desktop.theme.colours import Colours


class AnswerTheme(Theme):
    """Follows the app's theme; while muted, every colour of a text is that of secondary text.

    Colour is taken out, contrast is not: secondary text has 4.5:1 on all surfaces.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        QObject.__init__(self, parent)  # not Theme's own, which sets up the application
        self._theme = theme
        self.is_muted = False
        self.spacing = theme.spacing
        self.text_size = theme.text_size
        self.mode = theme.mode
        self.colours = theme.colours
        theme.changed.connect(self._follow)

    def set_muted(self, *, is_muted: bool) -> None:
        """Take the colour out, or give it back."""
        if is_muted != self.is_muted:
            self.is_muted = is_muted
            self._follow()

    def get_icon(
        self, name: str, colour: str | None = None, side: int = LARGEST_USUAL_ICON
    ) -> QIcon:
        return self._theme.get_icon(name, colour or self.colours.muted, side)

    def get_entry_icon(self, name: str, colour: str | None = None) -> QIcon:
        return self._theme.get_entry_icon(name, colour)

    def get_main_icon(self, name: str) -> QIcon:
        return self._theme.get_main_icon(name)

    @Slot()
    def _follow(self) -> None:
        colours = self._theme.colours
        self.mode, self.text_size = self._theme.mode, self._theme.text_size
        self.colours = _mute_colours(colours) if self.is_muted else colours
        self.changed.emit()


def _mute_colours(colours: Colours) -> Colours:
    soft = colours.muted
    return colours._replace(
        text=soft, link=soft, good=soft, warning=soft, bad=soft, accent=colours.border
    )
