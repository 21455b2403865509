"""Shows the window as a skeleton before the rest of the app is imported.

Importing and building the rest takes longer than Python, Qt and a skeleton window together. So the
window is shown first, with its last geometry and theme, and its widgets are built afterwards.
Nothing here touches the namespace ``Qt`` or measures text: filling the one and loading a font take
as long as all the rest of this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPalette

from inspector_app.desktop.look.colours import DARK, LIGHT
from inspector_app.desktop.look.rhythm import estimated
from inspector_app.desktop.window import Window
from inspector_app.system import last_look

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from inspector_app.desktop.look.colours import Colours

_LONGEST: Final = 250
"""Milliseconds to wait for a paint event; without one, the app starts all the same."""

_HALF_LIGHT: Final = 128


def shown(application: QApplication, settings_file: Path) -> Window:
    """Show the skeleton and return the window; it is hidden if the user closed it already."""
    look = last_look.read(settings_file)
    window = Window(_colours(application, look.theme_mode), estimated(application))
    window.restore_place(look.geometry)
    loop = QEventLoop()
    window.outlined.connect(loop.quit)
    window.closing.connect(loop.quit)
    QTimer.singleShot(_LONGEST, loop.quit)
    window.show()
    loop.exec()
    return window


def _colours(application: QApplication, appearance: str) -> Colours:
    """The colours of the chosen theme mode, or else those that match the system's palette."""
    chosen = {"light": LIGHT, "dark": DARK}.get(appearance)
    if chosen is not None:
        return chosen
    of_system = application.palette().color(QPalette.ColorRole.Window)
    return DARK if of_system.lightness() < _HALF_LIGHT else LIGHT
