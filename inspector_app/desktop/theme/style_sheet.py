"""Qt style sheet on top of the Fusion style, in the theme's colours and spacing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QGuiApplication

from inspector_app.desktop.theme.tier_colours import get_tier_colours
from inspector_app.settings.environment_tier import EnvironmentTier

if TYPE_CHECKING:
    from inspector_app.desktop.theme.colours import Colours
    from inspector_app.desktop.theme.spacing import Spacing

_MID_LIGHTNESS: Final = 128


def build_style_sheet(colours: Colours, spacing: Spacing) -> str:
    """Build the style sheet: flat controls, cards, rows and a visible focus."""
    px = spacing.to_pixels
    # Qt mirrors what it lays out, but neither a style sheet's sides nor the first of some sections.
    is_mirrored = QGuiApplication.isRightToLeft()
    start, end = ("right", "left") if is_mirrored else ("left", "right")
    first = "last" if is_mirrored else "first"
    radio = 2 * px(8)  # even, so that half of it is the radius: Qt draws a square with a larger one
    dot = radio - 2 * px(5)
    # Qt's own file dialog, where the system has none, has black arrows on its buttons.
    is_dark = QColor(colours.window).lightness() < _MID_LIGHTNESS
    tools = colours.border if is_dark else "transparent"
    production = get_tier_colours(colours, EnvironmentTier.PRODUCTION)
    return f"""
    QToolTip {{
        color: {colours.text}; background: {colours.surface};
        border: 1px solid {colours.border}; padding: {px(4)}px {px(6)}px;
    }}
    QPushButton {{
        color: {colours.text}; background: {colours.surface};
        border: 1px solid {colours.border}; border-radius: {px(5)}px;
        padding: 0 {px(12)}px; min-height: {px(30)}px; max-height: {px(30)}px;
    }}
    QPushButton:hover {{ background: {colours.hover}; }}
    QPushButton:pressed {{ background: {colours.line}; }}
    QPushButton:disabled {{ color: {colours.disabled}; border-color: {colours.line}; }}
    QPushButton {{ outline: 0; }}
    QPushButton:focus {{ border: 2px solid {colours.focus}; padding: 0 {px(12) - 1}px; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QComboBox {{
        color: {colours.text}; background: {colours.surface};
        border: 1px solid {colours.border}; border-radius: {px(5)}px;
        padding: 0 {px(8)}px; min-height: {px(28)}px;
    }}
    QComboBox:focus {{ border: 2px solid {colours.focus}; padding: 0 {px(8) - 1}px; }}
    QComboBox::drop-down {{ border: none; width: {px(24)}px; }}
    QComboBox::down-arrow {{
        width: 0; height: 0; border: {px(4)}px solid {colours.surface};
        border-top: {px(5)}px solid {colours.muted}; border-bottom: none;
    }}
    QFileDialog QToolButton {{
        background: {tools}; border: 2px solid transparent; border-radius: {px(4)}px;
    }}
    QFileDialog QToolButton:checked {{ border-color: {colours.accent}; }}
    QFileDialog QToolButton:focus {{ border-color: {colours.focus}; }}
    QPushButton[look="main"] {{
        color: {colours.on_accent}; background: {colours.accent};
        border: 1px solid {colours.accent};
        font-weight: 600; min-height: {px(36)}px; max-height: {px(36)}px;
    }}
    QPushButton[look="main"]:hover {{ background: {colours.accent_hover}; }}
    QPushButton[look="main"]:focus {{ border: 2px solid {colours.text}; }}
    QPushButton[look="main"]:disabled {{
        color: {colours.muted}; background: {colours.hover}; border-color: {colours.line};
    }}
    QPushButton[look="tall"], QPushButton[look="tall-choice"] {{
        min-height: {px(36)}px; max-height: {px(36)}px;
    }}
    QPushButton[tier="production"], QPushButton[tier="production"]:hover {{
        color: {production.text}; background: {production.ground}; font-weight: 600;
        border: 1px solid {production.ground};
    }}
    QPushButton[tier="production"]:hover {{ border-color: {colours.text}; }}
    QPushButton[tier="production"]:focus {{ border: 2px solid {colours.text}; }}
    QPushButton[look="choice"] {{ min-height: {px(26)}px; max-height: {px(26)}px; }}
    QPushButton[room="low"] {{ min-height: {px(24)}px; max-height: {px(24)}px; }}
    QPushButton[look="link"] {{
        background: transparent; border: 1px solid transparent; border-radius: {px(3)}px;
        min-height: {px(18)}px; max-height: {px(18)}px;
    }}
    QPushButton[look="link"]:hover {{ background: {colours.hover}; }}
    QPushButton[look="link"]:focus {{ border: 1px solid {colours.focus}; }}
    QPushButton[look="segment"] {{ border-radius: 0; border-{end}: none; }}
    QPushButton[look="segment"][place="first"] {{
        border-top-{start}-radius: {px(5)}px; border-bottom-{start}-radius: {px(5)}px;
    }}
    QPushButton[look="segment"][place="last"] {{
        border-{end}: 1px solid {colours.border};
        border-top-{end}-radius: {px(5)}px; border-bottom-{end}-radius: {px(5)}px;
    }}
    QPushButton[look="segment"][pressed="true"] {{
        background: {colours.hover}; font-weight: 600;
    }}
    QPushButton[look="segment"]:focus {{ border: 2px solid {colours.focus}; }}
    QRadioButton {{ spacing: {px(8)}px; }}
    QRadioButton::indicator {{
        width: {radio - 2}px; height: {radio - 2}px; border-radius: {radio // 2}px;
        background: {colours.surface}; border: 1px solid {colours.border};
    }}
    QRadioButton::indicator:checked {{
        width: {dot}px; height: {dot}px; border-radius: {radio // 2}px;
        background: {colours.on_accent}; border: {px(5)}px solid {colours.accent};
    }}
    QRadioButton::indicator:focus {{ border-color: {colours.focus}; }}
    QRadioButton {{ outline: 0; }}
    QRadioButton:focus {{ text-decoration: underline; }}
    QLineEdit {{
        color: {colours.text}; background: {colours.surface};
        border: 1px solid {colours.border}; border-radius: {px(5)}px;
        padding: 0 {px(8)}px; min-height: {px(36)}px; max-height: {px(36)}px;
        placeholder-text-color: {colours.muted};
        selection-background-color: {colours.accent}; selection-color: {colours.on_accent};
    }}
    QLineEdit:focus {{ border: 2px solid {colours.focus}; padding: 0 {px(8) - 1}px; }}
    QLineEdit[look="small"] {{ min-height: {px(30)}px; max-height: {px(30)}px; }}
    QLineEdit[look="line"] {{
        min-height: {px(22)}px; max-height: {px(22)}px;
    }}
    QLineEdit[look="line"]:focus {{ border-color: {colours.focus}; }}
    QLineEdit:disabled {{ background: {colours.window}; border-color: {colours.line}; }}
    QLineEdit[state="problem"] {{ border: 2px solid {colours.bad}; }}
    QLineEdit > QToolButton {{ border: none; background: transparent; }}
    QMenu {{
        color: {colours.text}; background: {colours.surface};
        border: 1px solid {colours.border}; padding: {px(4)}px;
    }}
    QMenu::item {{
        padding: {px(6)}px {px(28)}px {px(6)}px {px(10)}px; border-radius: {px(4)}px;
    }}
    QMenu::item:selected {{ color: {colours.on_accent}; background: {colours.accent}; }}
    QMenu::item:disabled {{ color: {colours.disabled}; background: transparent; }}
    QMenu::separator {{ height: 1px; background: {colours.line}; margin: {px(4)}px {px(8)}px; }}
    QMenu::icon {{ padding-left: {px(8)}px; }}
    QMenu::indicator {{ width: {px(14)}px; height: {px(14)}px; padding-left: {px(8)}px; }}
    QFrame[look="card"] {{
        background: {colours.surface}; border: 1px solid {colours.line}; border-radius: {px(7)}px;
    }}
    QLabel {{ background: transparent; }}
    QLabel[look="soft"], ElidedLabel[look="soft"] {{ color: {colours.muted}; }}
    QLabel[look="good"] {{ color: {colours.good}; }}
    QLabel[look="problem"] {{ color: {colours.bad}; }}
    QLineEdit[look="set"] {{ background: {colours.window}; color: {colours.muted}; }}
    QFrame[look="edge"] {{ background: {colours.line}; border: none; }}
    QFrame[look="inset"] {{
        background: {colours.window}; border: 1px solid {colours.line};
        border-radius: {px(5)}px;
    }}
    QLabel[look="tag"] {{
        border: 1px solid {colours.line}; border-radius: {px(4)}px;
        background: {colours.window}; padding: 0 {px(6)}px;
    }}
    QLabel[tier="production"] {{
        color: {production.text}; background: {production.ground};
        border-radius: {px(4)}px; padding: {px(2)}px {px(8)}px; font-weight: 600;
    }}
    ProductionFrame {{ background: {production.ground}; }}
    QFrame[look="mark"] {{ background: {colours.warning}; border-radius: {px(7)}px; }}
    QFrame[look="strip"] {{ background: {colours.warning}; }}
    QFrame[look="mark"] QLabel, QFrame[look="strip"] QLabel {{ color: {colours.surface}; }}
    QFrame[look="popup"] {{ background: {colours.surface}; border: 1px solid {colours.border}; }}
    QFrame[look="drop"] {{
        background: {colours.surface}; border: 2px dashed {colours.accent};
        border-radius: {px(7)}px;
    }}
    QTreeView {{
        background: {colours.surface}; alternate-background-color: {colours.stripe};
        border: 1px solid {colours.line}; border-radius: {px(7)}px; outline: 0;
        selection-background-color: {colours.accent}; selection-color: {colours.on_accent};
    }}
    QHeaderView[room="low"]::section {{ padding-top: {px(2)}px; padding-bottom: {px(2)}px; }}
    EnvironmentList::item {{ padding: {px(5)}px {px(8)}px; }}
    EnvironmentList::item:selected {{ color: {colours.on_accent}; background: {colours.accent}; }}
    QPlainTextEdit {{
        background: {colours.surface};
        border: 1px solid {colours.line}; border-radius: {px(7)}px;
        selection-background-color: {colours.accent}; selection-color: {colours.on_accent};
    }}
    QPlainTextEdit:focus {{ border-color: {colours.focus}; }}
    QListView {{
        background: {colours.surface}; border: 1px solid {colours.border}; border-radius: {px(5)}px;
        padding: {px(4)}px; outline: 0;
    }}
    QListView::item {{ padding: {px(4)}px {px(6)}px; border-radius: {px(3)}px; }}
    QListView::item:selected {{ color: {colours.on_accent}; background: {colours.accent}; }}
    QFrame[look="side"] {{
        background: {colours.window}; border: none; border-{end}: 1px solid {colours.line};
    }}
    QListView[look="history"] {{
        background: transparent; border: none; border-radius: 0; padding: 0;
    }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{
        color: {colours.muted}; background: {colours.surface};
        border: none; border-bottom: 1px solid {colours.line};
        padding: {px(6)}px {px(3)}px; font-weight: 600;
    }}
    QHeaderView::up-arrow, QHeaderView::down-arrow {{ width: 0; height: 0; }}
    QHeaderView::section:{first} {{ padding-{start}: {px(14)}px; }}
    QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: {px(2)}px; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: {px(2)}px; }}
    QScrollBar::handle {{ background: {colours.border}; border-radius: {px(4)}px; }}
    QScrollBar::handle:vertical {{ min-height: {px(28)}px; }}
    QScrollBar::handle:horizontal {{ min-width: {px(28)}px; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
