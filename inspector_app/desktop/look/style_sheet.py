"""Qt style sheet on top of the Fusion style, in the theme's colours and spacing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector_app.desktop.look.colours import Colours
    from inspector_app.desktop.look.rhythm import Rhythm


def style_sheet(c: Colours, rhythm: Rhythm) -> str:
    """Build the style sheet: flat controls, cards, rows and a visible focus."""
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
    QRadioButton {{ spacing: {px(8)}px; }}
    QRadioButton::indicator {{
        width: {px(14)}px; height: {px(14)}px; border-radius: {px(8)}px;
        background: {c.surface}; border: 1px solid {c.edge};
    }}
    QRadioButton::indicator:checked {{
        width: {px(6)}px; height: {px(6)}px;
        background: {c.on_accent}; border: {px(5)}px solid {c.accent};
    }}
    QRadioButton:focus {{ text-decoration: underline; }}
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
    QLineEdit[look="set"] {{ background: {c.window}; color: {c.soft}; }}
    QFrame[look="mark"] {{ background: {c.warning}; border-radius: {px(7)}px; }}
    QFrame[look="mark"] QLabel {{ color: {c.surface}; }}
    QFrame[look="drop"] {{
        background: {c.surface}; border: 2px dashed {c.accent}; border-radius: {px(7)}px;
    }}
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
