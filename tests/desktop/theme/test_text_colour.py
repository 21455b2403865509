"""The text of an answer has its own theme's colour, whichever window has the keys."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from inspector_app.desktop.theme.answer_theme import AnswerTheme
from inspector_app.desktop.theme.text_colour import follow_text_colour


@pytest.mark.parametrize("role", [QPalette.ColorRole.WindowText, QPalette.ColorRole.Text])
@pytest.mark.parametrize("group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive])
def test_it_is_muted_with_the_answer_and_comes_back(appearance, qtbot, group, role):
    label = QLabel("words")
    qtbot.addWidget(label)
    theme = AnswerTheme(appearance, label)
    follow_text_colour(label, theme)
    for is_muted in (False, True, False):
        theme.set_muted(is_muted=is_muted)
        assert label.palette().color(group, role).name() == theme.colours.text.lower()
