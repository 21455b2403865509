"""One of several tokens is chosen as every radio button is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector_app.desktop.main_window.token_choice_row import RowTexts, TokenChoiceRow
from tests.desktop.drawing import describe_drawing


def test_space_chooses_the_one_that_has_the_keys(appearance, qtbot):
    row = TokenChoiceRow(appearance, RowTexts("Session token", "0a1b2c3d", (), "line 1"))
    qtbot.addWidget(row)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.isChecked()


def test_kind_and_fingerprint_end_in_an_ellipsis_where_there_is_no_room(appearance, qtbot):
    for texts in (
        RowTexts("S" * 45, "0a1b2c3d", (), "line 1"),
        RowTexts("Session", "0a1b2c3d" * 5, (), "line 1"),
    ):
        row = TokenChoiceRow(appearance, texts)
        qtbot.addWidget(row)
        row.resize(380, 58)
        assert any("…" in one for one in describe_drawing(row))
        row.resize(900, 58)
        assert not any("…" in one for one in describe_drawing(row))
