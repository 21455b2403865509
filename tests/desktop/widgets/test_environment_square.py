"""An environment's square has the letter that a reader would say, on the colour of its tier."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from inspector_app.desktop.theme.colours import DARK, LIGHT
from inspector_app.desktop.theme.tier_colours import get_tier_colours
from inspector_app.desktop.widgets.environment_square import (
    _paint_square,
    create_square_icon,
    get_letter,
)
from inspector_app.settings.environment import create_environment


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Production", "P"),
        ("staging", "S"),
        ("  (eu) 2", "E"),
        ("2 eu", "2"),
        ("生产环境", "生"),
        ("\uff50rod", "P"),
        ("éclair", "É"),
        ("🙂", "•"),
        ("\u202e\u0301abc", "A"),
        ("", "•"),
    ],
)
def test_the_letter_is_the_first_that_can_be_said(name, letter):
    assert get_letter(name) == letter


@given(st.text())
def test_every_name_has_one_letter(name):
    """J2"""
    assert len(get_letter(name)) == 1


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("name", ["Production", "Staging", "Test", "Customer"])
def test_the_square_is_sharp_at_each_scale_and_in_its_colour(qapp, colours, name):
    """R10"""
    made = create_environment(name, "a.example.com")
    icon = create_square_icon(made, colours)
    chosen = get_tier_colours(colours, made.tier)
    for side in (16, 32):
        pixmap = icon.pixmap(side, side)
        assert pixmap.width() == side
        painted = pixmap.toImage()
        edge = painted.pixelColor(side // 2, 0)
        assert edge == QColor(chosen.ground)
        inside = {painted.pixelColor(x, y).name() for x in range(side) for y in range(side)}
        assert len(inside) > 2  # ground, and a letter with its edges


@pytest.mark.parametrize("side", [16, 20, 24, 32, 40])
def test_the_letter_is_large_and_bold_in_its_square(qapp, side):
    picture = _paint_square("H", side, "#000000", "#ffffff").toImage()
    inked = [
        (x, y)
        for x in range(side)
        for y in range(side)
        if picture.pixelColor(x, y).red() > 127 and picture.pixelColor(x, y).alpha() == 255
    ]
    rows = {y for _, y in inked}
    height = max(rows) - min(rows) + 1
    assert 0.4 * side <= height <= 0.65 * side
    strokes = [x for x, y in inked if y == min(rows)]
    assert side < 24 or len(strokes) >= 0.2 * side, "two bold strokes"
    assert abs(min(rows) + max(rows) - side + 1) <= 0.2 * side
