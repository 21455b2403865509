"""A property that the style sheet asks for: styled anew where it changes, and only there."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from inspector_app.desktop.widgets.style_property import set_style_property


class Watched(QLabel):
    """Counts how often it is styled."""

    styled = 0

    def event(self, event):
        self.styled += event.type() is QEvent.Type.StyleChange
        return super().event(event)


@pytest.fixture
def label(qtbot):
    made = Watched()
    qtbot.addWidget(made)
    made.setStyleSheet('[look="problem"] { color: #aa0000 } * { color: #000000 }')
    made.ensurePolished()
    return made


def get_colour(label):
    return label.palette().color(label.foregroundRole()).name()


def test_the_rule_of_the_new_value_is_seen(label):
    set_style_property(label, "look", "problem")
    assert get_colour(label) == "#aa0000"
    set_style_property(label, "look", "")
    assert get_colour(label) == "#000000"


def test_the_same_value_takes_no_time(label, monkeypatch):
    set_style_property(label, "look", "problem")
    style = label.style()
    monkeypatch.setattr(label, "style", lambda: pytest.fail("it was styled once more"))
    set_style_property(label, "look", "problem")
    assert label.property("look") == "problem"
    assert style is not None
