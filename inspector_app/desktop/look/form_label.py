"""The label of a field in a form, with its mnemonic, at the height of the field's own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from inspector_app.desktop.look.plain import PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.look.rhythm import Rhythm


def form(rhythm: Rhythm) -> QFormLayout:
    """A form whose fields take the width that is there."""
    made = QFormLayout()
    made.setVerticalSpacing(rhythm.px(12))
    made.setHorizontalSpacing(rhythm.px(12))
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return made


def label(words: str, of: QWidget, rhythm: Rhythm) -> QLabel:
    """The label of a field; words of ours alone, because a mnemonic is marked in them."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(words)  # a mnemonic is marked in it, which only a plain QLabel shows
    made.setBuddy(of)
    made.setMinimumSize(rhythm.px(112), rhythm.px(38))  # one column, in every form of a dialog
    return made


def hint(words: str) -> PlainLabel:
    """What helps to fill in the field above."""
    made = PlainLabel(words)
    made.setProperty("look", "soft")
    return made
