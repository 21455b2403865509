"""The look: two sets of colours and one rhythm, followed by every window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPalette

from inspector_app.desktop.look.icons import Icons
from inspector_app.desktop.look.style_sheet import style_sheet
from inspector_app.session.severity import Severity
from inspector_app.system.settings import Appearance as Choice

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QIcon
    from PySide6.QtWidgets import QApplication

_SMALLEST_POINTS: Final = 10.0
_REFERENCE_HEIGHT: Final = 17.0
"""Height of a line of text, in logical pixels, for which the figures of the rhythm are given."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One set: quiet surfaces, one line, one accent, and the colours of the states.

    Every text colour has a contrast of at least 4.5:1 on each surface it stands on.
    """

    window: str
    surface: str
    stripe: str
    hover: str
    line: str
    edge: str
    text: str
    soft: str
    accent: str
    accent_hover: str
    on_accent: str
    link: str
    good: str
    warning: str
    bad: str

    def of(self, severity: Severity) -> str:
        """The colour that goes with a severity's icon and word."""
        return {
            Severity.GOOD: self.good,
            Severity.WARNING: self.warning,
            Severity.BAD: self.bad,
        }.get(severity, self.soft)


LIGHT: Final = Colours(
    window="#f5f6f8",
    surface="#ffffff",
    stripe="#f8f9fb",
    hover="#eceef2",
    line="#dfe2e8",
    edge="#828894",
    text="#17191e",
    soft="#5d6470",
    accent="#2a63d6",
    accent_hover="#2153ba",
    on_accent="#ffffff",
    link="#2153ba",
    good="#167242",
    warning="#8f5500",
    bad="#b3261e",
)

DARK: Final = Colours(
    window="#1a1c20",
    surface="#212429",
    stripe="#24272d",
    hover="#2e323a",
    line="#363a43",
    edge="#7b828f",
    text="#eceef2",
    soft="#a2a9b6",
    accent="#3d6fd8",
    accent_hover="#3463c6",
    on_accent="#ffffff",
    link="#8db4ff",
    good="#4cc38a",
    warning="#f0b84a",
    bad="#ff8a80",
)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Distances that grow with the text, so that a larger font or scale stays in proportion."""

    scale: float

    @classmethod
    def of(cls, font: QFont) -> Rhythm:
        """The rhythm for a font."""
        return cls(max(1.0, QFontMetricsF(font).height() / _REFERENCE_HEIGHT))

    def px(self, figure: float) -> int:
        """A figure given for the reference text, in logical pixels for this one."""
        return round(figure * self.scale)


class Appearance(QObject):
    """Keeps palette and style sheet in step with the person's choice and the system's."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: Choice) -> None:
        super().__init__(application)
        self._application = application
        font = application.font()
        if 0 < font.pointSizeF() < _SMALLEST_POINTS:
            font.setPointSizeF(_SMALLEST_POINTS)
            application.setFont(font)
        application.setStyle("Fusion")
        self.rhythm = Rhythm.of(font)
        self._icons = Icons()
        self.colours = LIGHT
        self.choice = choice
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(choice)

    def choose(self, choice: Choice) -> None:
        """Follow the system, or stay light or dark."""
        self.choice = choice
        scheme = {
            Choice.SYSTEM: Qt.ColorScheme.Unknown,
            Choice.LIGHT: Qt.ColorScheme.Light,
            Choice.DARK: Qt.ColorScheme.Dark,
        }[choice]
        self._application.styleHints().setColorScheme(scheme)
        self._follow()

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """The icon of that name, in the soft text colour unless another is given."""
        return self._icons.icon(name, colour or self.colours.soft)

    @Slot()
    def _follow(self) -> None:
        is_dark = {
            Choice.SYSTEM: self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark,
            Choice.LIGHT: False,
            Choice.DARK: True,
        }[self.choice]
        self.colours = DARK if is_dark else LIGHT
        self._application.setPalette(palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours, self.rhythm))
        self.changed.emit()


def palette(colours: Colours) -> QPalette:
    """The colours as Qt's roles, for everything the style draws by itself."""
    role = QPalette.ColorRole
    result = QPalette()
    for which, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.stripe,
        role.Text: colours.text,
        role.PlaceholderText: colours.soft,
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
        role.Dark: colours.edge,
        role.Shadow: colours.line,
    }.items():
        result.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.edge))
    return result
