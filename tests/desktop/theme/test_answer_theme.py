"""An answer that is not live has no colour, and follows the app's theme all the same."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from inspector_app.desktop.theme.answer_theme import AnswerTheme
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.drawing import DISTINCT

WITHOUT_COLOUR = {
    "text": "muted", "link": "muted", "good": "muted", "warning": "muted", "bad": "muted",
    "accent": "border",
}  # fmt: skip


@pytest.fixture
def answer(appearance):
    owner = QObject()
    yield AnswerTheme(appearance, owner)
    owner.deleteLater()


def colour_of(icon, mode=QIcon.Mode.Normal):
    """The colour of an icon where it covers most."""
    picture = icon.pixmap(24, mode=mode).toImage()
    points = [picture.pixelColor(x, y) for x in range(24) for y in range(24)]
    return max(points, key=lambda one: one.alpha()).name()


def test_it_is_as_the_apps_own_until_it_is_muted(appearance, answer):
    told = []
    answer.changed.connect(lambda: told.append(answer.colours))
    assert answer.spacing is appearance.spacing
    assert (answer.mode, answer.text_size) == (ThemeMode.LIGHT, 100)
    assert answer.colours is appearance.colours
    assert not answer.is_muted
    answer.set_muted(is_muted=False)
    assert told == []
    appearance.colours = DISTINCT
    answer.set_muted(is_muted=True)
    assert len(told) == 1
    for name in DISTINCT._fields:
        source = WITHOUT_COLOUR.get(name, name)
        assert getattr(answer.colours, name) == getattr(DISTINCT, source), name
    answer.set_muted(is_muted=True)
    assert len(told) == 1
    answer.set_muted(is_muted=False)
    assert answer.colours is DISTINCT
    assert len(told) == 2


def test_it_follows_mode_and_size(appearance, answer):
    answer.set_muted(is_muted=True)
    appearance.mode, appearance.text_size = ThemeMode.DARK, 150
    appearance.colours = DISTINCT._replace(muted="#010203")
    appearance.changed.emit()
    assert (answer.mode, answer.text_size) == (ThemeMode.DARK, 150)
    assert answer.colours.bad == "#010203"


def test_its_icons_have_its_colours(appearance, answer):
    appearance.colours = DISTINCT
    answer.set_muted(is_muted=True)
    assert colour_of(answer.get_icon("search")) == DISTINCT.muted
    assert colour_of(answer.get_icon("search", DISTINCT.bad)) == DISTINCT.bad
    for mode, entry, main in (
        (QIcon.Mode.Normal, DISTINCT.muted, DISTINCT.on_accent),
        (QIcon.Mode.Selected, DISTINCT.on_accent, None),
        (QIcon.Mode.Active, DISTINCT.on_accent, None),
        (QIcon.Mode.Disabled, None, DISTINCT.muted),
    ):
        for icon, colour in (
            (answer.get_entry_icon("search"), entry),
            (answer.get_main_icon("search"), main),
        ):
            assert colour is None or colour_of(icon, mode) == colour, mode
    chosen = answer.get_entry_icon("search", DISTINCT.good)
    assert colour_of(chosen) == DISTINCT.good
    assert colour_of(chosen, QIcon.Mode.Selected) == DISTINCT.on_accent
