"""The help dialog (F1): usage in four sentences, and every keyboard shortcut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector_app import __version__
from inspector_app.desktop.actions import ACTION_SPECS
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.dialog_buttons import REJECT, create_button_box
from inspector_app.desktop.widgets.fixed_width_dialog import FixedWidthDialog
from inspector_app.desktop.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme


class HelpDialog(FixedWidthDialog):
    """Lists the shortcuts from ``ACTION_SPECS``, so that it cannot be outdated."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme.spacing.to_pixels(560), parent)
        self.setWindowTitle(translate("Keyboard and help"))
        px = theme.spacing.to_pixels
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(PlainLabel(_get_usage_text()))
        keys = QGridLayout()
        keys.setHorizontalSpacing(px(24))
        keys.setVerticalSpacing(px(6))
        keys.setColumnStretch(1, 1)
        rows = [entry for entry in ACTION_SPECS.values() if entry.keys]
        for number, entry in enumerate(rows):
            names = [
                QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                for key in entry.keys
            ]
            pressed = PlainLabel(", ".join(names))
            pressed.setProperty("look", "soft")
            keys.addWidget(pressed, number, 0)
            keys.addWidget(PlainLabel(render_text(entry.text)), number, 1)
        layout.addLayout(keys)
        limits = PlainLabel(
            translate(
                "What this app cannot do: a token in its memory cannot be wiped for certain, and "
                "another program that runs as you can read that memory."
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


def _get_usage_text() -> str:
    return translate(
        "Choose the environment, paste the session token that the user sent, and press Enter. "
        "The sentence says what is wrong and what to do next; the tree shows the evidence. "
        "The app asks the gateway you chose, and nobody else. With Remember ticked, a token that "
        "worked is kept in your keyring until you forget it or its session has ended."
    )
