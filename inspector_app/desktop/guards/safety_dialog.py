"""Dialog for the safety settings: clipboard timeout, idle lock, token storage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.check_box import CheckBox
from inspector_app.desktop.look.choice_button import ChoiceButton
from inspector_app.desktop.look.dialog import Dialog
from inspector_app.desktop.look.form_label import hint, label
from inspector_app.desktop.look.words import say, shown
from inspector_app.system.safety import CLIPBOARD_SECONDS, IDLE_MINUTES

if TYPE_CHECKING:
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.session.wording import Text
    from inspector_app.system.safety import SafetySettings


class SafetyDialog(Dialog):
    """``chosen`` carries the new settings when the user saves them.

    ``screen_lock_message`` says whether locking the screen locks the app.
    """

    chosen = Signal(object)

    def __init__(
        self, appearance: Appearance, safety: SafetySettings, on_screen_lock: Text, parent: QWidget
    ) -> None:
        super().__init__(appearance.rhythm.px(560), parent)
        self.setWindowTitle(say("Safety"))
        self._safety = safety
        px = appearance.rhythm.px
        self.clipboard = ChoiceButton(
            appearance,
            say("Clear a copied credential after"),
            [_seconds(one) for one in CLIPBOARD_SECONDS],
        )
        self.clipboard.choose(CLIPBOARD_SECONDS.index(safety.clipboard_seconds))
        self.idle = ChoiceButton(
            appearance,
            say("Lock when nothing is touched for"),
            [_minutes(one) for one in IDLE_MINUTES],
        )
        self.idle.choose(IDLE_MINUTES.index(safety.idle_minutes))
        self.memory_only = CheckBox(appearance, say("Never keep tokens in the keyring"))
        self.memory_only.setChecked(safety.memory_only)
        self.keep_after_end = CheckBox(appearance, say("Keep tokens whose session has ended"))
        self.keep_after_end.setChecked(safety.keep_after_end)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(10))
        grid.setColumnStretch(1, 1)
        for row, (words, choice) in enumerate(
            (
                (say("&Clear a copied credential after"), self.clipboard),
                (say("&Lock when nothing is touched for"), self.idle),
            )
        ):
            grid.addWidget(label(words, choice, appearance.rhythm), row, 0)
            grid.addWidget(choice, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(16))
        layout.setSpacing(px(8))
        layout.addLayout(grid)
        layout.addWidget(hint(shown(on_screen_lock)))
        layout.addSpacing(px(8))
        layout.addWidget(self.memory_only)
        layout.addWidget(
            hint(say("Tokens are then forgotten when the app closes; kept ones are deleted now."))
        )
        layout.addWidget(self.keep_after_end)
        layout.addWidget(
            hint(
                say(
                    "Otherwise a kept token is deleted at the estimated end of its session; each "
                    "inspection estimates anew."
                )
            )
        )
        layout.addSpacing(px(8))
        layout.addLayout(self._buttons(appearance))

    def choices(self) -> SafetySettings:
        """Get the settings from the widgets."""
        return replace(
            self._safety,
            clipboard_seconds=CLIPBOARD_SECONDS[self.clipboard.choice()],
            idle_minutes=IDLE_MINUTES[self.idle.choice()],
            memory_only=self.memory_only.isChecked(),
            keep_after_end=self.keep_after_end.isChecked(),
        )

    def accept(self) -> None:
        self.chosen.emit(self.choices())
        super().accept()

    def _buttons(self, appearance: Appearance) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(appearance.rhythm.px(8))
        row.addStretch(1)
        cancel = Button(appearance, Look.TALL, say("Cancel"))
        cancel.clicked.connect(self.reject)
        save = Button(appearance, Look.MAIN, say("Save"))
        save.setDefault(True)
        save.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(save)
        return row


def _seconds(count: int | None) -> str:
    if count is None:
        return say("never")
    if count < 120:  # noqa: PLR2004  # two minutes
        return say("{count} seconds", count=count)
    return say("{count} minutes", count=count // 60)


def _minutes(count: int | None) -> str:
    if count is None:
        return say("never")
    return say("1 minute") if count == 1 else say("{count} minutes", count=count)
