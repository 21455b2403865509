"""A widget is to assistive programs what it was said to be, with what a button of it can do."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from inspector_app.desktop.widgets.accessible_role import set_accessible_role

ROLES = QAccessible.Role


def made(qtbot, widget, role, words=""):
    """A widget and what is heard of it, which is settled with the first change that is told."""
    set_accessible_role(widget, role)
    qtbot.addWidget(widget)
    if words:
        widget.setText(words)
    return widget, QAccessible.queryAccessibleInterface(widget)


@pytest.mark.parametrize("role", [ROLES.PageTabList, ROLES.Grouping, ROLES.Graphic])
def test_a_plain_widget_has_its_role_and_nothing_of_a_button(qtbot, role):
    widget, heard = made(qtbot, QWidget(), role)
    widget.setAccessibleName("A name")
    assert heard.role() is role
    assert heard.text(QAccessible.Text.Name) == "A name"
    state = heard.state()
    assert (state.hasPopup, state.checkable, state.selectable) == (0, 0, 0)


@pytest.mark.parametrize(
    ("role", "is_checkable", "expected"),
    [
        # hasPopup, selectable, selected, checkable, checked: first off, then on
        (ROLES.ButtonMenu, False, [(1, 0, 0, 0, 0)]),
        (ROLES.PageTab, True, [(0, 1, 0, 0, 0), (0, 1, 1, 0, 0)]),
        (ROLES.RadioButton, True, [(0, 0, 0, 1, 0), (0, 0, 0, 1, 1)]),
        (ROLES.PageTab, False, [(0, 0, 0, 0, 0)]),
    ],
)
def test_a_button_has_the_state_of_its_role(qtbot, role, is_checkable, expected):
    button, heard = made(qtbot, QPushButton(), role, "&Tree")
    button.setCheckable(is_checkable)
    for is_on, told in enumerate(expected):
        button.setChecked(bool(is_on))
        state = heard.state()
        names = ("hasPopup", "selectable", "selected", "checkable", "checked")
        assert tuple(getattr(state, name) for name in names) == told


def test_a_button_is_called_by_its_words_unless_it_has_a_name(qtbot):
    button, heard = made(qtbot, QPushButton(), ROLES.PageTab, "&Tree")
    assert heard.text(QAccessible.Text.Name) == "Tree"
    assert heard.text(QAccessible.Text.Description) == ""
    button.setAccessibleName("The tree")
    assert heard.text(QAccessible.Text.Name) == "The tree"


def test_a_button_is_pressed_by_its_action(qtbot):
    button, heard = made(qtbot, QPushButton(), ROLES.PageTab, "Tree")
    pressed = []
    button.clicked.connect(lambda: pressed.append("tree"))
    press = QAccessibleActionInterface.pressAction()
    assert heard.actionNames()[0] == press
    heard.doAction(press)
    assert pressed == ["tree"]
    heard.doAction(QAccessibleActionInterface.setFocusAction())
    assert pressed == ["tree"]
    _, plain = made(qtbot, QWidget(), ROLES.Graphic)
    assert press not in plain.actionNames()


def test_what_was_not_said_is_left_to_qt(qtbot):
    box = QCheckBox("x")
    qtbot.addWidget(box)
    set_accessible_role(QWidget(box), ROLES.Graphic)
    assert QAccessible.queryAccessibleInterface(box).role() is ROLES.CheckBox
