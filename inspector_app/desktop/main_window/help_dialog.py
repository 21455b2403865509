"""The help dialog (F1): usage in four sentences, and every keyboard shortcut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from inspector_app import __version__
from inspector_app.desktop.actions import ACTION_SPECS
from inspector_app.desktop.theme.key_names import format_keys
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.dialog_buttons import REJECT, create_button_box
from inspector_app.desktop.widgets.fixed_width_dialog import FixedWidthDialog
from inspector_app.desktop.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.actions import ActionSpec
    from inspector_app.desktop.theme.theme import Theme

_WIDTH: Final = 760
"""Room for two columns of keys: in one they are higher than most screens."""


class HelpDialog(FixedWidthDialog):
    """Lists the shortcuts from ``ACTION_SPECS``, so that it cannot be outdated."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme.spacing.to_pixels(_WIDTH), parent)
        self.setWindowTitle(translate("Keyboard and help"))
        px = theme.spacing.to_pixels
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(PlainLabel(_get_usage_text()))
        rows = [entry for entry in ACTION_SPECS.values() if entry.keys]
        half = (len(rows) + 1) // 2
        columns = QHBoxLayout()
        columns.setSpacing(px(24))
        for part in (rows[:half], rows[half:]):
            columns.addLayout(_build_column(part, px), 1)
        layout.addLayout(columns)
        limits = PlainLabel(
            translate(
                "What this app cannot prevent: a token cannot be wiped from memory for certain, "
                "and another program that runs as you may be able to read that memory."
            )
        )
        limits.setProperty("look", "soft")
        layout.addWidget(limits)
        version = PlainLabel(translate("EnOS Session Inspector {version}", version=__version__))
        version.setProperty("look", "soft")
        layout.addWidget(version)
        close = Button(theme, text=translate("Close"))
        close.clicked.connect(self.accept)
        layout.addWidget(create_button_box((close, REJECT)))


def _build_column(rows: Sequence[ActionSpec], px: Callable[[float], int]) -> QGridLayout:
    """Lay out the keys of these actions, from top to bottom."""
    column = QGridLayout()
    column.setHorizontalSpacing(px(16))
    column.setVerticalSpacing(px(6))
    column.setColumnStretch(1, 1)
    for number, entry in enumerate(rows):
        pressed = PlainLabel(", ".join(format_keys(QKeySequence(key)) for key in entry.keys))
        pressed.setProperty("look", "soft")
        column.addWidget(pressed, number, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(PlainLabel(render_text(entry.text)), number, 1)
    column.setRowStretch(len(rows), 1)
    return column


def _get_usage_text() -> str:
    return translate(
        "Choose the environment, paste the session token that the user sent, and press Enter. "
        "The sentence says what is wrong and what to do next; the tree shows the evidence. "
        "The app asks the gateway you chose, and nobody else. With Remember ticked, a token that "
        "worked is kept in your keyring until you forget it or its session's estimated end."
    )
