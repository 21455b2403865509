"""A window is readable in each appearance that it is switched to, whichever it began in."""

import itertools
import json
from collections import Counter

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel

from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.startup import command_line
from inspector_app.desktop.theme.colours import CONTRAST, DARK, LIGHT
from inspector_app.desktop.widgets.labels import ElidedLabel
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import inspect
from tests.desktop.conftest import NO_KEYRING

COLOURS = {ThemeMode.LIGHT: LIGHT, ThemeMode.DARK: DARK, ThemeMode.CONTRAST: CONTRAST}


@pytest.fixture
def begin(qapp, qtbot, directories):
    """Starts the app in an appearance."""
    started = []

    def start(first):
        directories.settings_file.parent.mkdir(parents=True)
        directories.settings_file.write_text(json.dumps({"version": 1, "appearance": first.value}))
        options = command_line.parse_arguments(["--demo"])
        app = DesktopApp(qapp, options, directories, lambda: NO_KEYRING)
        assert app.window.grab().toImage().pixelColor(2, 2).name() == COLOURS[first].window
        app.complete()
        started.append(app)
        qtbot.waitUntil(lambda: app.preferences.demo is not None)
        return app

    yield start
    for app in started:
        app.theme.set_mode(ThemeMode.LIGHT)
        app.window.close()
        app.window.deleteLater()
        app.deleteLater()


def luminance(colour):
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def best_contrast(picture, widget, window):
    """The best contrast between the ground of a widget, as painted, and any colour on it."""
    corner = widget.mapTo(window, widget.rect().topLeft())
    area = QRect(corner, QSize(min(widget.width(), 200), widget.height()))
    part = picture.copy(area & picture.rect()).convertToFormat(QImage.Format.Format_RGB32)
    (ground, _), *others = Counter(memoryview(part.constBits()).cast("I")).most_common()
    return max((contrast(QColor(ground), QColor(one)) for one, _ in others), default=1.0)


def find_unreadable(app):
    """The texts whose best pixel is too near to what they stand on."""
    window = app.window
    picture = window.grab().toImage()
    labels = [*window.findChildren(QLabel), *window.findChildren(ElidedLabel)]
    return [
        (one.text(), best)
        for one in labels
        if one.isVisible() and one.text() and not one.visibleRegion().isEmpty()
        if (best := best_contrast(picture, one, window)) < 4.5
    ]


WAY = [ThemeMode.LIGHT, ThemeMode.LIGHT, ThemeMode.DARK, ThemeMode.DARK, ThemeMode.CONTRAST]
WAY += [ThemeMode.CONTRAST, ThemeMode.LIGHT, ThemeMode.CONTRAST, ThemeMode.DARK, ThemeMode.LIGHT]


def test_the_way_goes_from_each_appearance_to_each():
    assert set(itertools.pairwise(WAY)) == set(itertools.product(COLOURS, repeat=2))


@pytest.mark.parametrize("outline", COLOURS)
def test_the_ground_and_the_words_on_it_are_of_one_appearance(begin, qtbot, outline):
    app = begin(outline)
    inspect(app, qtbot)
    for before, mode in itertools.pairwise([outline, *WAY]):
        app.theme.set_mode(mode)
        picture = app.window.grab().toImage()
        assert picture.pixelColor(2, 2).name() == COLOURS[mode].window, (before, mode)
        assert find_unreadable(app) == [], (before, mode)
