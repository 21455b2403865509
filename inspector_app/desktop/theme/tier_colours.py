"""Colours that tell environments apart by what they are for; none of them is a state's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QColor

from inspector_app.settings.environment_tier import EnvironmentTier

if TYPE_CHECKING:
    from inspector_app.desktop.theme.colours import Colours

_MID_LIGHTNESS: Final = 128


class TierColours(NamedTuple):
    """The ground of a square, tag, button or frame, and what is written on it at 4.5:1 or more."""

    ground: str
    text: str


_ON_LIGHT: Final = {
    EnvironmentTier.PRODUCTION: TierColours("#9c1f74", "#ffffff"),
    EnvironmentTier.STAGING: TierColours("#0b6b78", "#ffffff"),
    EnvironmentTier.TEST: TierColours("#5b4bb5", "#ffffff"),
    EnvironmentTier.OTHER: TierColours("#2153ba", "#ffffff"),
    EnvironmentTier.DEMO: TierColours("#5d6470", "#ffffff"),
}
_ON_DARK: Final = {
    EnvironmentTier.PRODUCTION: TierColours("#ba3d8a", "#ffffff"),
    EnvironmentTier.STAGING: TierColours("#5cc4d1", "#1a1c20"),
    EnvironmentTier.TEST: TierColours("#b3a6ff", "#1a1c20"),
    EnvironmentTier.OTHER: TierColours("#8db4ff", "#1a1c20"),
    EnvironmentTier.DEMO: TierColours("#a2a9b6", "#1a1c20"),
}


def get_tier_colours(colours: Colours, tier: EnvironmentTier) -> TierColours:
    """The colours of a tier, to stand out from the windows of this theme."""
    is_dark = QColor(colours.window).lightness() < _MID_LIGHTNESS
    return (_ON_DARK if is_dark else _ON_LIGHT)[tier]
