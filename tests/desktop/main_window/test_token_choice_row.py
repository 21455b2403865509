"""One of several tokens is chosen as every radio button is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector_app.desktop.main_window.token_choice_row import RowTexts, TokenChoiceRow


def test_space_chooses_the_one_that_has_the_keys(appearance, qtbot):
    row = TokenChoiceRow(appearance, RowTexts("Session token", "0a1b2c3d", (), "line 1"))
    qtbot.addWidget(row)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.isChecked()
