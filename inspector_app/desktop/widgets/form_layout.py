"""Form layout, field labels with mnemonics, and hint labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from inspector_app.desktop.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.theme.spacing import Spacing


def create_form_layout(spacing: Spacing) -> QFormLayout:
    """Create a form layout whose fields take the available width."""
    made = QFormLayout()
    made.setVerticalSpacing(spacing.to_pixels(12))
    made.setHorizontalSpacing(spacing.to_pixels(12))
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return made


def create_field_label(text: str, buddy: QWidget, spacing: Spacing) -> QLabel:
    """Create the label of a field; for the app's own text only, because it has a mnemonic."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)  # its mnemonic is shown by a plain QLabel only
    made.setBuddy(buddy)
    made.setMinimumSize(
        spacing.to_pixels(112), spacing.to_pixels(38)
    )  # one column, in every form of a dialog
    return made


def align_field_labels(window: QWidget) -> None:
    """Make the labels of all its fields as wide as the widest, so that the fields are in line."""
    labels = [one for one in window.findChildren(QLabel) if one.buddy() is not None]
    widest = max((one.sizeHint().width() for one in labels), default=0)
    for one in labels:
        one.setMinimumWidth(max(one.minimumWidth(), widest))


def create_hint_label(text: str) -> PlainLabel:
    """Create the hint for the field above."""
    made = PlainLabel(text)
    made.setProperty("look", "soft")
    return made
