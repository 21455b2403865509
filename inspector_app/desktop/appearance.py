"""The look: two sets of colours, one rhythm, and the style sheet made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPalette

from inspector_app.desktop.icons import Icons
from inspector_app.session.outline import Severity
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


def style_sheet(c: Colours, rhythm: Rhythm) -> str:
    """What Fusion does not do by itself: flat controls, cards, rows and a visible focus."""
    px = rhythm.px
    return f"""
    QToolTip {{
        color: {c.text}; background: {c.surface};
        border: 1px solid {c.edge}; padding: {px(4)}px {px(6)}px;
    }}
    QPushButton {{
        color: {c.text}; background: {c.surface};
        border: 1px solid {c.edge}; border-radius: {px(5)}px;
        padding: 0 {px(12)}px; min-height: {px(30)}px; max-height: {px(30)}px;
    }}
    QPushButton:hover {{ background: {c.hover}; }}
    QPushButton:pressed {{ background: {c.line}; }}
    QPushButton:disabled {{ color: {c.edge}; border-color: {c.line}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 0 {px(12) - 1}px; }}
    QPushButton[look="main"] {{
        color: {c.on_accent}; background: {c.accent}; border: 1px solid {c.accent};
        font-weight: 600; min-height: {px(36)}px; max-height: {px(36)}px;
    }}
    QPushButton[look="main"]:hover {{ background: {c.accent_hover}; }}
    QPushButton[look="main"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[look="main"]:disabled {{
        color: {c.soft}; background: {c.hover}; border-color: {c.line};
    }}
    QPushButton[look="tall"], QPushButton[look="tall-choice"] {{
        min-height: {px(36)}px; max-height: {px(36)}px;
    }}
    QPushButton[look="choice"] {{ min-height: {px(26)}px; max-height: {px(26)}px; }}
    QPushButton[look="link"] {{
        background: transparent; border: 1px solid transparent; border-radius: {px(3)}px;
        min-height: {px(18)}px; max-height: {px(18)}px;
    }}
    QPushButton[look="link"]:hover {{ background: {c.hover}; }}
    QPushButton[look="link"]:focus {{ border: 1px solid {c.accent}; }}
    QPushButton[look="segment"] {{ border-radius: 0; border-right: none; }}
    QPushButton[look="segment"][place="first"] {{
        border-top-left-radius: {px(5)}px; border-bottom-left-radius: {px(5)}px;
    }}
    QPushButton[look="segment"][place="last"] {{
        border-right: 1px solid {c.edge};
        border-top-right-radius: {px(5)}px; border-bottom-right-radius: {px(5)}px;
    }}
    QPushButton[look="segment"][pressed="true"] {{
        background: {c.hover}; border-bottom: 3px solid {c.accent}; font-weight: 600;
    }}
    QPushButton[look="segment"]:focus {{ border: 2px solid {c.accent}; }}
    QPushButton[look="segment"][pressed="true"]:focus {{ border-bottom: 3px solid {c.accent}; }}
    QLineEdit {{
        color: {c.text}; background: {c.surface};
        border: 1px solid {c.edge}; border-radius: {px(5)}px;
        padding: 0 {px(8)}px; min-height: {px(36)}px; max-height: {px(36)}px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent};
    }}
    QLineEdit:focus {{ border: 2px solid {c.accent}; padding: 0 {px(8) - 1}px; }}
    QLineEdit[look="small"] {{ min-height: {px(30)}px; max-height: {px(30)}px; }}
    QLineEdit:disabled {{ background: {c.window}; border-color: {c.line}; }}
    QLineEdit[state="problem"] {{ border: 2px solid {c.bad}; }}
    QLineEdit > QToolButton {{ border: none; background: transparent; }}
    QMenu {{
        color: {c.text}; background: {c.surface};
        border: 1px solid {c.edge}; padding: {px(4)}px;
    }}
    QMenu::item {{
        padding: {px(6)}px {px(20)}px {px(6)}px {px(10)}px; border-radius: {px(4)}px;
    }}
    QMenu::item:selected {{ color: {c.on_accent}; background: {c.accent}; }}
    QMenu::item:disabled {{ color: {c.edge}; background: transparent; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: {px(4)}px {px(8)}px; }}
    QMenu::icon {{ padding-left: {px(8)}px; }}
    QMenu::indicator {{ width: {px(14)}px; height: {px(14)}px; padding-left: {px(8)}px; }}
    QFrame[look="card"] {{
        background: {c.surface}; border: 1px solid {c.line}; border-radius: {px(7)}px;
    }}
    QLabel {{ background: transparent; }}
    QLabel[look="soft"], LineLabel[look="soft"] {{ color: {c.soft}; }}
    QLabel[look="problem"] {{ color: {c.bad}; }}
    QTreeView {{
        background: {c.surface}; alternate-background-color: {c.stripe};
        border: 1px solid {c.line}; border-radius: {px(7)}px; outline: 0;
        selection-background-color: {c.accent}; selection-color: {c.on_accent};
    }}
    QPlainTextEdit {{
        color: {c.text}; background: {c.surface};
        border: 1px solid {c.line}; border-radius: {px(7)}px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent};
    }}
    QPlainTextEdit:focus {{ border-color: {c.accent}; }}
    QListView {{
        background: {c.surface}; border: 1px solid {c.edge}; border-radius: {px(5)}px;
        padding: {px(4)}px; outline: 0;
    }}
    QListView::item {{ padding: {px(4)}px {px(6)}px; border-radius: {px(3)}px; }}
    QListView::item:selected {{ color: {c.on_accent}; background: {c.accent}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{
        color: {c.soft}; background: {c.surface};
        border: none; border-bottom: 1px solid {c.line};
        padding: {px(6)}px {px(3)}px; font-weight: 600;
    }}
    QHeaderView::section:first {{ padding-left: {px(14)}px; }}
    QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: {px(2)}px; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: {px(2)}px; }}
    QScrollBar::handle {{ background: {c.edge}; border-radius: {px(4)}px; }}
    QScrollBar::handle:vertical {{ min-height: {px(28)}px; }}
    QScrollBar::handle:horizontal {{ min-width: {px(28)}px; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
