"""The lines around a token: numbered, one of them marked, and nothing of them can be taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextFormat

from inspector_app.desktop.main_window.masked_text_view import MaskedTextView
from inspector_app.gateway.pasted.found_token import MaskedLine
from tests.desktop.drawing import DISTINCT

LINES = tuple(
    MaskedLine(number, text) for number, text in ((9, "a\tb"), (10, "IAM_S_••••"), (11, "c\u202ed"))
)


@pytest.fixture
def view(qtbot, appearance):
    made = MaskedTextView(appearance)
    qtbot.addWidget(made)
    made.resize(400, 200)
    return made


def test_each_line_has_its_number_and_the_marked_one_a_sign(view):
    view.show_lines(LINES, 10)
    first, second, third = view.toPlainText().split("\n")
    assert first == " 9   a   b"
    assert second == "10 \u203a IAM_S_••••"
    assert third.startswith("11   c")
    assert "\u202e" not in third
    (marked,) = view.extraSelections()
    assert marked.cursor.blockNumber() == 1
    assert marked.format.property(QTextFormat.Property.FullWidthSelection)
    assert view.textCursor().blockNumber() == 1


@pytest.mark.parametrize("marked", [None, 12])
def test_without_a_marked_line_none_is_marked(view, marked):
    view.show_lines(LINES, 10)
    view.show_lines(LINES, marked)
    assert view.extraSelections() == []
    assert "\u203a" not in view.toPlainText()


def test_the_mark_has_the_colour_of_the_theme_also_after_a_change(view, appearance):
    view.show_lines(LINES, 11)
    appearance.colours = DISTINCT
    appearance.changed.emit()
    (marked,) = view.extraSelections()
    assert marked.format.background().color() == QColor(DISTINCT.marked_line)
    assert marked.cursor.blockNumber() == 2


def test_nothing_of_it_is_kept_or_can_be_taken(view, qtbot):
    """A1, A3: neither by the mouse nor by a key, and no undo brings it back."""
    view.show_lines(LINES, 10)
    assert view.textInteractionFlags() is Qt.TextInteractionFlag.NoTextInteraction
    assert view.isReadOnly()
    assert not view.isUndoRedoEnabled()
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert not view.textCursor().hasSelection()
    view.discard_lines()
    assert view.toPlainText() == ""
    assert view.extraSelections() == []
    view.show_lines((), None)
    assert view.toPlainText() == ""
