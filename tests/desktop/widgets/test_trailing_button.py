"""The eye of the token field is inside of it, and takes no room from the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from inspector_app.desktop.widgets.trailing_button import TrailingButton


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_it_stands_at_the_end_and_the_text_ends_before_it(qtbot, appearance, is_mirrored):
    field, action = QLineEdit(), QAction("Show")
    qtbot.addWidget(field)
    field.resize(300, 40)
    button = TrailingButton(field, appearance, action)
    if is_mirrored:
        field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field.show()
    margins = field.textMargins()
    room = margins.left() if is_mirrored else margins.right()
    assert field.rect().contains(button.geometry())
    assert (button.x() < 150) is is_mirrored
    assert room == button.width()
    with qtbot.waitSignal(action.triggered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_follows_the_size_of_the_text(qtbot, appearance):
    field = QLineEdit()
    qtbot.addWidget(field)
    button = TrailingButton(field, appearance, QAction("Show"))
    before = button.width(), button.iconSize().width()
    appearance.spacing.scale *= 2
    appearance.changed.emit()
    after = button.width(), button.iconSize().width()
    assert after == pytest.approx([2 * one for one in before], abs=1)
