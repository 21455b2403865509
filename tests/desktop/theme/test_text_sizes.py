"""The sizes of texts outlast another appearance, and follow another size at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from inspector_app.settings.user_settings import ThemeMode


@pytest.fixture
def labels(qapp, appearance, qtbot):
    """A usual text and one of another size, in a window that was shown before."""
    font = qapp.font()
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    plain, large = QLabel("plain"), QLabel("large")
    own = large.font()
    own.setPointSizeF(2 * own.pointSizeF())
    large.setFont(own)
    for label in (plain, large):
        layout.addWidget(label)
    window.show()
    yield plain, large
    appearance.set_text_size(100)
    appearance.set_mode(ThemeMode.LIGHT)
    qapp.setFont(font)


def sizes(labels):
    return [round(one.font().pointSizeF(), 2) for one in labels]


def test_each_text_is_as_large_in_every_appearance(appearance, labels):
    usual = sizes(labels)
    assert usual[1] == pytest.approx(2 * usual[0])
    for size in (100, 150, 200, 100):
        appearance.set_text_size(size)
        expected = [round(one * size / 100, 2) for one in usual]
        assert sizes(labels) == expected
        for mode in (ThemeMode.DARK, ThemeMode.CONTRAST, ThemeMode.LIGHT):
            appearance.set_mode(mode)
            assert sizes(labels) == expected, (size, mode)


def test_a_change_is_told_once_and_none_is_not_told(appearance, labels):
    told = []
    appearance.changed.connect(lambda: told.append((appearance.text_size, appearance.mode)))
    scale = appearance.spacing.scale
    appearance.set_text_size(100)
    assert told == []
    appearance.set_text_size(200)
    assert told == [(200, ThemeMode.LIGHT)]
    assert appearance.spacing.scale > 1.5 * scale
    appearance.set_mode(ThemeMode.DARK)
    assert told[1:] == [(200, ThemeMode.DARK)]


def test_the_keys_stay_where_they_are_when_the_style_is_another(appearance, labels, qtbot):
    plain, _ = labels
    window = plain.window()
    field = QLabel("held", window)
    window.layout().addWidget(field)
    for one in (plain, field):
        one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    appearance.set_mode(ThemeMode.DARK)
    assert window.focusWidget() is field
