"""Text colour of a single widget that follows a theme of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.theme.theme import Theme


def follow_text_colour(widget: QWidget, theme: Theme) -> None:
    """Show the widget's text in the theme's colour, also after that has changed.

    For the parts of an answer, which lose their colour without the rest of the window. A rule of
    the style sheet that names a colour for the widget comes before it. One for the whole answer
    would style every widget in it anew, which takes 11 ms; and a palette of the answer's own does
    not get past the widgets that a rule is for.

    The widget has its place in the window's tree by then: where it gets another parent later, Qt
    styles it anew, and forgets the colour.
    """
    _TextColour(widget, theme)


class _TextColour(QObject):
    """Ends with its widget."""

    def __init__(self, widget: QWidget, theme: Theme) -> None:
        super().__init__(widget)
        self._widget = widget
        self._theme = theme
        theme.changed.connect(self._apply)
        self._apply()

    @Slot()
    def _apply(self) -> None:
        """Set the colour, the usual one as well: one that is taken away comes back.

        Qt remembers it, and a later style sheet of the application restores what is remembered.
        """
        self._widget.ensurePolished()  # else a hidden one gets what is remembered when it is shown
        palette = QPalette()
        colour = QColor(self._theme.colours.text)
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
                palette.setColor(group, role, colour)
        self._widget.setPalette(palette)
