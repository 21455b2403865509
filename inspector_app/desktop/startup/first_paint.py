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

from inspector_app.desktop.main_window.main_window import MainWindow
from inspector_app.desktop.theme import skeleton
from inspector_app.desktop.theme.colours import CONTRAST, DARK, LIGHT
from inspector_app.desktop.theme.spacing import estimate_spacing
from inspector_app.settings import startup_settings

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from inspector_app.desktop.theme.colours import Colours

_PAINT_TIMEOUT_MS: Final = 250
"""Milliseconds to wait for a paint event; without one, the app starts all the same."""

_MID_LIGHTNESS: Final = 128
_OFFSET: Final = 32


def show_skeleton(
    application: QApplication, settings_file: Path, *, is_additional: bool = False
) -> MainWindow:
    """Show the skeleton and return the window; it is hidden if the user closed it already.

    An additional window does not cover the one that is open where the last one was closed.
    """
    variant = startup_settings.read(settings_file)
    colours = _choose_colours(application, variant.theme_mode)
    application.setPalette(skeleton.build_palette(colours))  # until the theme sets its own
    window = MainWindow(estimate_spacing(application, variant.text_size))
    window.apply_geometry(variant.geometry)
    if is_additional:
        offset = window.spacing.to_pixels(_OFFSET)
        window.move(window.x() + offset, window.y() + offset)
    loop = QEventLoop()
    window.skeleton_painted.connect(loop.quit)
    window.closing.connect(loop.quit)
    QTimer.singleShot(_PAINT_TIMEOUT_MS, loop.quit)
    window.show()
    loop.exec()
    return window


def _choose_colours(application: QApplication, theme_mode: str) -> Colours:
    """The colours of the chosen theme mode, or else those that match the system's palette."""
    chosen = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}.get(theme_mode)
    if chosen is not None:
        return chosen
    of_system = application.palette().color(QPalette.ColorRole.Window)
    return DARK if of_system.lightness() < _MID_LIGHTNESS else LIGHT
