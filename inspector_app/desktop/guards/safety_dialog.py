"""Dialog for the safety settings: clipboard timeout, idle lock, token storage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.check_box import CheckBox
from inspector_app.desktop.widgets.dialog_buttons import ACCEPT, REJECT, create_button_box
from inspector_app.desktop.widgets.drop_down_button import DropDownButton
from inspector_app.desktop.widgets.fixed_width_dialog import FixedWidthDialog
from inspector_app.desktop.widgets.form_layout import create_field_label, create_hint_label
from inspector_app.desktop.widgets.plain_text import set_tooltip
from inspector_app.settings.policies import FORCED_TEXT, NO_POLICIES, Policies, Policy
from inspector_app.settings.safety import CLIPBOARD_SECONDS, IDLE_MINUTES

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.translatable_text import Text
    from inspector_app.settings.safety import SafetySettings


class SafetyDialog(FixedWidthDialog):
    """``chosen`` carries the new settings when the user saves them.

    ``screen_lock_message`` says whether locking the screen locks the app.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        safety: SafetySettings,
        screen_lock_message: Text,
        parent: QWidget,
        policies: Policies = NO_POLICIES,
    ) -> None:
        super().__init__(theme.spacing.to_pixels(560), parent)
        self.setWindowTitle(translate("Safety"))
        self._safety = safety
        px = theme.spacing.to_pixels
        self.clipboard_choice = DropDownButton(
            theme,
            translate("Clear a copied credential after"),
            [_format_seconds(one) for one in CLIPBOARD_SECONDS],
        )
        self.clipboard_choice.set_current_index(CLIPBOARD_SECONDS.index(safety.clipboard_seconds))
        self.idle_choice = DropDownButton(
            theme,
            translate("Lock when nothing is touched for"),
            [_format_minutes(one) for one in IDLE_MINUTES],
        )
        self.idle_choice.set_current_index(IDLE_MINUTES.index(safety.idle_minutes))
        self.memory_only = CheckBox(theme, translate("Never keep tokens in the keyring"))
        self.memory_only.setChecked(safety.memory_only)
        self.keep_after_end = CheckBox(theme, translate("Keep tokens whose session has ended"))
        self.keep_after_end.setChecked(safety.keep_after_end)
        self.keep_history = CheckBox(theme, translate("Keep the history on this computer"))
        self.keep_history.setChecked(safety.keep_history)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(10))
        for row, (words, choice) in enumerate(
            (
                (translate("&Clear a copied credential after"), self.clipboard_choice),
                (translate("&Lock when nothing is touched for"), self.idle_choice),
            )
        ):
            grid.addWidget(create_field_label(words, choice, theme.spacing), row, 0)
            grid.addWidget(choice, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(16))
        layout.setSpacing(px(4))
        layout.addLayout(grid)
        layout.addWidget(create_hint_label(render_text(screen_lock_message)))
        layout.addSpacing(px(8))
        for box, words in (
            (
                self.memory_only,
                translate(
                    "Tokens are then forgotten when the app closes; kept ones are deleted now."
                ),
            ),
            (
                self.keep_after_end,
                translate(
                    "Otherwise a kept token is deleted at the estimated end of its session; each "
                    "inspection estimates anew."
                ),
            ),
            (
                self.keep_history,
                translate(
                    "Answers from now on, without tokens and personal data: at most 500, for 30 "
                    "days, 50 MB. Otherwise they are deleted now, and gone at the end."
                ),
            ),
        ):
            hint = create_hint_label(words)
            hint.setContentsMargins(px(28), 0, px(28), px(4))  # below the words of its box
            layout.addWidget(box)
            layout.addWidget(hint)
        if self._disable_forced(policies):
            layout.addSpacing(px(8))
            words = translate("Your administrator has set what cannot be changed here.")
            layout.addWidget(create_hint_label(words))
        layout.addSpacing(px(8))
        layout.addWidget(self._create_buttons(theme))

    def _disable_forced(self, policies: Policies) -> bool:
        """Disable what an administrator has set; returns whether there is any."""
        controls: dict[Policy, QWidget] = {
            Policy.CLIPBOARD_SECONDS: self.clipboard_choice,
            Policy.IDLE_MINUTES: self.idle_choice,
            Policy.MEMORY_ONLY: self.memory_only,
            Policy.KEEP_AFTER_END: self.keep_after_end,
            Policy.KEEP_HISTORY: self.keep_history,
        }
        forced = [control for policy, control in controls.items() if policies.is_forced(policy)]
        for control in forced:
            control.setEnabled(False)
            set_tooltip(control, render_text(FORCED_TEXT))
        return bool(forced)

    def get_safety(self) -> SafetySettings:
        """Get the settings from the widgets."""
        return replace(
            self._safety,
            clipboard_seconds=CLIPBOARD_SECONDS[self.clipboard_choice.get_current_index()],
            idle_minutes=IDLE_MINUTES[self.idle_choice.get_current_index()],
            memory_only=self.memory_only.isChecked(),
            keep_after_end=self.keep_after_end.isChecked(),
            keep_history=self.keep_history.isChecked(),
        )

    @qt_override
    def accept(self) -> None:
        self.chosen.emit(self.get_safety())
        super().accept()

    def _create_buttons(self, theme: Theme) -> QDialogButtonBox:
        cancel = Button(theme, ButtonVariant.TALL, translate("Cancel"))
        cancel.clicked.connect(self.reject)
        save = Button(theme, ButtonVariant.PRIMARY, translate("Save"))
        save.setDefault(True)
        save.clicked.connect(self.accept)
        return create_button_box((save, ACCEPT), (cancel, REJECT))


def _format_seconds(count: int | None) -> str:
    if count is None:
        return translate("never")
    if count < 120:  # noqa: PLR2004  # two minutes
        return translate("{count} seconds", count=count)
    return translate("{count} minutes", count=count // 60)


def _format_minutes(count: int | None) -> str:
    if count is None:
        return translate("never")
    return translate("1 minute") if count == 1 else translate("{count} minutes", count=count)
