"""Distances follow the font, and lines are as high as Qt makes them."""

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from inspector_app.desktop.theme.spacing import measure_line

LINES = 12


@pytest.mark.parametrize("size", [7.5, 8.0, 9.0, 9.5, 10.0, 10.5, 11.0, 12.5, 15.0, 20.0])
def test_a_line_is_as_high_as_each_of_many(qtbot, size):
    label, field = QLabel("x\n" * (LINES - 1) + "x"), QPlainTextEdit()
    label.setWordWrap(True)
    for widget in (label, field):
        qtbot.addWidget(widget)
        font = widget.font()
        font.setPointSizeF(size)
        widget.setFont(font)
    assert label.heightForWidth(1000) == LINES * measure_line(label.font())
    field.setPlainText(label.text())
    block = field.blockBoundingGeometry(field.document().lastBlock())
    assert block.top() == (LINES - 1) * measure_line(field.font())
