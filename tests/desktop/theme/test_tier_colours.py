"""What is written on an environment's colour can be read, and the colour is seen on the window."""

import itertools

import pytest
from PySide6.QtGui import QColor

from inspector_app.desktop.theme import colours as palettes
from inspector_app.desktop.theme.colours import Colours
from inspector_app.desktop.theme.tier_colours import get_tier_colours
from inspector_app.settings.environment_tier import EnvironmentTier

THEMES: dict[str, Colours] = {
    name: one for name, one in vars(palettes).items() if isinstance(one, Colours)
}


def luminance(colour):
    shown = QColor(colour)
    parts = [shown.redF(), shown.greenF(), shown.blueF()]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("tier", EnvironmentTier)
def test_text_has_4_5_and_the_mark_3_to_1_on_every_surface(name, tier):
    theme = THEMES[name]
    chosen = get_tier_colours(theme, tier)
    assert contrast(chosen.text, chosen.ground) >= 4.5
    assert contrast(chosen.ground, theme.window) >= 3
    assert contrast(chosen.ground, theme.surface) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_no_tier_has_the_colour_of_another_or_of_a_state(name):
    theme = THEMES[name]
    grounds = [get_tier_colours(theme, tier).ground for tier in EnvironmentTier]
    assert all(one != other for one, other in itertools.combinations(grounds, 2))
    assert not {*grounds} & {theme.good, theme.warning, theme.bad}


@pytest.mark.parametrize("tier", EnvironmentTier)
def test_a_window_is_dark_below_the_middle_of_all_greys(tier):
    middle, below = (palettes.LIGHT._replace(window=one) for one in ("#808080", "#7f7f7f"))
    assert get_tier_colours(middle, tier) == get_tier_colours(palettes.LIGHT, tier)
    assert get_tier_colours(below, tier) == get_tier_colours(palettes.DARK, tier)
