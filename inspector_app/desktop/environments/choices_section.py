"""Part of the environment dialog: what the environment is for, and how its calls are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.check_box import CheckBox
from inspector_app.desktop.widgets.drop_down_button import DropDownButton
from inspector_app.desktop.widgets.form_layout import create_field_label, create_form_layout
from inspector_app.settings.environment import CompanionMode
from inspector_app.settings.environment_tier import TIER_LABELS, EnvironmentTier, infer_tier

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.settings.environment import Environment

_TIERS: Final = (
    None,  # by its name
    EnvironmentTier.PRODUCTION,
    EnvironmentTier.STAGING,
    EnvironmentTier.TEST,
    EnvironmentTier.OTHER,
)
_COMPANION_MODES: Final = (CompanionMode.ON_DEMAND, CompanionMode.ALWAYS)


@dataclass(frozen=True, slots=True)
class EnvironmentChoices:
    """The choices of this section, as ``Environment`` has them."""

    chosen_tier: EnvironmentTier | None = None
    must_confirm: bool = False
    companion_mode: CompanionMode = CompanionMode.ON_DEMAND


class ChoicesSection(QWidget):
    """Every choice has a default that fits an environment nobody has thought about."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        tiers = [render_text(TIER_LABELS[one]) for one in _TIERS if one is not None]
        self.tier = DropDownButton(theme, translate("Used for"), ("", *tiers))
        self.companion_mode = DropDownButton(
            theme,
            translate("More about the user"),
            (translate("When you ask for it"), translate("With each inspection")),
        )
        self.must_confirm = CheckBox(theme, translate("Ask before each call"))
        spacing = theme.spacing
        rows = create_form_layout(spacing)
        rows.setContentsMargins(0, 0, 0, 0)
        for words, field in (
            (translate("Used &for"), self.tier),
            (translate("&More about user"), self.companion_mode),
        ):
            rows.addRow(create_field_label(words, field, spacing), field)
        rows.addRow("", self.must_confirm)
        self.setLayout(rows)
        self.show_inferred_tier("")

    @Slot(str)
    def show_inferred_tier(self, name: str) -> None:
        """Say what the environment is for by this name, which is the first choice."""
        tier = render_text(TIER_LABELS[infer_tier(name)])
        self.tier.set_choice_text(0, translate("As its name says: {tier}", tier=tier))

    def set_choices(self, existing: Environment) -> None:
        """Fill in the choices of an environment."""
        chosen = existing.chosen_tier if existing.chosen_tier in _TIERS else None
        self.tier.set_current_index(_TIERS.index(chosen))
        self.companion_mode.set_current_index(_COMPANION_MODES.index(existing.companion_mode))
        self.must_confirm.setChecked(existing.must_confirm)

    def get_choices(self) -> EnvironmentChoices:
        """Get the choices."""
        return EnvironmentChoices(
            _TIERS[self.tier.get_current_index()],
            self.must_confirm.isChecked(),
            _COMPANION_MODES[self.companion_mode.get_current_index()],
        )
