"""Both sets of colours can be read, and follow the person's choice."""

import itertools

import pytest

from inspector_app.desktop.theme.colours import CONTRAST, DARK, LIGHT
from inspector_app.desktop.theme.spacing import Spacing
from inspector_app.desktop.theme.theme import Theme
from inspector_app.session.severity import Severity
from inspector_app.settings.settings_file import ThemeMode


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_what_is_proposed_in_a_field_looks_other_than_what_was_entered(colours):
    assert contrast(colours.text, colours.muted) >= 1.5


@pytest.mark.parametrize(
    ("colours", "least"),
    [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7.0)],
    ids=["light", "dark", "contrast"],
)
def test_every_text_can_be_read_on_every_surface(colours, least):
    texts = [
        colours.text,
        colours.muted,
        colours.link,
        *(colours.get_severity_colour(s) for s in Severity),
    ]
    surfaces = [colours.window, colours.surface, colours.stripe]
    for text, surface in itertools.product(texts, surfaces):
        assert contrast(text, surface) >= least, (text, surface)
    for text in (colours.text, colours.muted, colours.link):
        for surface in (colours.chosen_row, colours.marked_line, colours.hover):
            assert contrast(text, surface) >= 4.5, (text, surface)
    assert contrast(colours.warning, colours.chosen_row) >= 4.5
    for accent in (colours.accent, colours.accent_hover):
        assert contrast(colours.on_accent, accent) >= 4.5, "a selected row, the main button"
    for ground in (colours.warning, colours.bad):
        assert contrast(colours.surface, ground) >= least, "a strip"
    for surface in surfaces:
        assert contrast(colours.border, surface) >= 3.0, "the frame of a control"
        assert contrast(colours.focus, surface) >= 3.0, "the frame of the focus"
        assert contrast(colours.accent, surface) >= 3.0, "a tick, a bar below a tab"


def test_the_choice_decides(qapp):
    appearance = Theme(qapp, ThemeMode.DARK)
    assert appearance.colours is DARK
    appearance.set_mode(ThemeMode.CONTRAST)
    assert appearance.colours is CONTRAST
    appearance.set_mode(ThemeMode.LIGHT)
    assert appearance.colours is LIGHT
    appearance.deleteLater()


def test_distances_grow_with_the_text():
    assert Spacing(1.0).to_pixels(16) == 16
    assert Spacing(1.5).to_pixels(16) == 24
