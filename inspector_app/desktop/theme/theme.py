"""Application theme: one set of colours, and spacing, applied to every window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette

from inspector_app.desktop.theme.colours import CONTRAST, DARK, LIGHT
from inspector_app.desktop.theme.font_sizes import list_font_sizes, restore_font_sizes
from inspector_app.desktop.theme.icons import Icons
from inspector_app.desktop.theme.spacing import Spacing, compute_scale, create_font
from inspector_app.desktop.theme.style_sheet import build_style_sheet
from inspector_app.settings.user_settings import DEFAULT_TEXT_SIZE, ThemeMode

LARGEST_USUAL_ICON: Final = 24
"""Pixels at 100 %: only pictures of whole pages and questions are larger."""

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication, QWidget

    from inspector_app.desktop.theme.colours import Colours


class Theme(QObject):
    """Updates palette and style sheet when the theme mode or the system's scheme changes."""

    changed = Signal()
    is_muted = False
    """Whether what is shown in it is not live: in the theme of an answer alone."""

    def __init__(
        self,
        application: QApplication,
        mode: ThemeMode,
        text_size: int = DEFAULT_TEXT_SIZE,
        parent: QObject | None = None,
    ) -> None:
        """``text_size`` in per cent of the system's."""
        super().__init__(parent or application)
        self._application = application
        self.text_size = text_size
        font = create_font(application, text_size)
        application.setFont(font)
        self.spacing = Spacing(compute_scale(font))
        self._icons = Icons()
        self.colours = LIGHT
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._apply_mode)
        hints.accessibility().contrastPreferenceChanged.connect(self._apply_mode)
        self.set_mode(mode)

    def set_mode(self, mode: ThemeMode) -> None:
        """Follow the system's colour scheme, or stay with one of the app's own."""
        self.mode = mode
        scheme = {
            ThemeMode.SYSTEM: Qt.ColorScheme.Unknown,
            ThemeMode.LIGHT: Qt.ColorScheme.Light,
            ThemeMode.DARK: Qt.ColorScheme.Dark,
            ThemeMode.CONTRAST: Qt.ColorScheme.Dark,
        }[mode]
        self._application.styleHints().setColorScheme(scheme)
        self._apply_mode()

    def set_text_size(self, text_size: int) -> None:
        """Show every text at another size, in per cent of the system's, and all in proportion."""
        from inspector_app.desktop.theme.rescaling import Rescaling, set_font

        if text_size == self.text_size:
            return
        font = create_font(self._application, text_size)
        before, after = self.spacing.scale, compute_scale(font)
        factor = text_size / self.text_size
        self.text_size, self.spacing.scale = text_size, after
        set_font(self._application, font, Rescaling(before, after, factor), self._apply_style_sheet)
        self.changed.emit()

    def get_icon(
        self, name: str, colour: str | None = None, side: int = LARGEST_USUAL_ICON
    ) -> QIcon:
        """The icon of that name, in the muted text colour unless another is given.

        ``side``: the largest that it will be shown, in pixels at 100 %.
        """
        return self._icons.get_icon(name, colour or self.colours.muted, self._to_device(side))

    def get_entry_icon(self, name: str, colour: str | None = None) -> QIcon:
        """The icon of that name for a row or menu entry, seen on a selected one as well.

        In the muted text colour unless another is given.
        """
        colours = self.colours
        side = self._to_device(LARGEST_USUAL_ICON)
        return self._icons.get_entry_icon(name, colour or colours.muted, colours.on_accent, side)

    def get_main_icon(self, name: str) -> QIcon:
        """The icon of that name for a filled button, seen on one that is off as well."""
        colours, side = self.colours, self._to_device(LARGEST_USUAL_ICON)
        return self._icons.get_main_icon(name, colours.on_accent, colours.muted, side)

    def redraw_icons(self) -> None:
        """Have every icon asked for anew: a screen may be finer than all those before."""
        self.changed.emit()

    def _to_device(self, side: int) -> float:
        """Pixels at 100 % in those of the finest screen."""
        return self.spacing.to_pixels(side) * self._application.devicePixelRatio()

    def _choose_colours(self) -> Colours:
        fixed = {
            ThemeMode.LIGHT: LIGHT,
            ThemeMode.DARK: DARK,
            ThemeMode.CONTRAST: CONTRAST,
        }.get(self.mode)
        if fixed is not None:
            return fixed
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    @Slot()
    def _apply_mode(self) -> None:
        self.colours = self._choose_colours()
        sizes = list_font_sizes()
        self._application.setPalette(build_palette(self.colours))
        self._apply_style_sheet()
        restore_font_sizes(sizes)
        self.changed.emit()

    def _apply_style_sheet(self) -> None:
        style_sheet = build_style_sheet(self.colours, self.spacing)
        if style_sheet != self._application.styleSheet():  # setting it polishes every widget anew
            windows = self._application.topLevelWidgets()
            holders: list[QWidget | None] = [window.focusWidget() for window in windows]
            self._application.setStyleSheet(style_sheet)
            for window, holder in zip(windows, holders, strict=True):
                # A row of buttons is laid out anew, and its first one takes the keys: with them
                # Enter would do something else, even what a question had begun by not doing.
                if holder is not None and window.focusWidget() is not holder:
                    holder.setFocus()


def build_palette(colours: Colours) -> QPalette:
    """A ``QPalette`` of the colours, for everything that the style draws by itself."""
    role = QPalette.ColorRole
    result = QPalette()
    for which, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.stripe,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.link,
        role.LinkVisited: colours.link,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Light: colours.surface,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.border,
        role.Shadow: colours.line,
    }.items():
        result.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.disabled))
    return result
