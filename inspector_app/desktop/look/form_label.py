"""Form layout, field labels with mnemonics, and hint labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from inspector_app.desktop.look.plain import PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.look.rhythm import Rhythm


def form(rhythm: Rhythm) -> QFormLayout:
    """Create a form layout whose fields take the available width."""
    made = QFormLayout()
    made.setVerticalSpacing(rhythm.px(12))
    made.setHorizontalSpacing(rhythm.px(12))
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return made


def label(words: str, of: QWidget, rhythm: Rhythm) -> QLabel:
    """Create the label of a field; for the app's own text only, because it has a mnemonic."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(words)  # its mnemonic is shown by a plain QLabel only
    made.setBuddy(of)
    made.setMinimumSize(rhythm.px(112), rhythm.px(38))  # one column, in every form of a dialog
    return made


def hint(words: str) -> PlainLabel:
    """Create the hint for the field above."""
    made = PlainLabel(words)
    made.setProperty("look", "soft")
    return made
