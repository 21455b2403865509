"""A long text is shown in pieces, and what was found in it stays in sight."""

import pytest
from PySide6.QtCore import QPoint, QRect

from inspector_app.desktop.widgets.chunked_text_view import ChunkedTextView

TEXT = "\n".join(f"line {number}" for number in range(200))


@pytest.fixture
def view(appearance, qtbot):
    made = ChunkedTextView(appearance)
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show_text(TEXT)
    with qtbot.waitExposed(made):
        made.show()
    return made


def is_seen(view):
    return QRect(QPoint(), view.viewport().size()).contains(view.cursorRect())


def test_what_was_found_stays_in_sight_in_a_lower_window(view):
    start = TEXT.index("line 80")
    view.select_range(start, start + 7)
    for height in (300, 120, 500):
        view.resize(400, height)
        assert is_seen(view), height


def test_what_was_scrolled_away_is_not_brought_back(view):
    start = TEXT.index("line 150")
    view.select_range(start, start + 7)
    view.verticalScrollBar().setValue(0)
    view.resize(400, 200)
    assert view.verticalScrollBar().value() == 0


@pytest.mark.parametrize("beyond", [-1, 0, 1, 2])
def test_what_is_found_beyond_the_first_piece_is_selected_once_it_is_there(
    appearance, qtbot, beyond
):
    view = ChunkedTextView(appearance)
    qtbot.addWidget(view)
    text = "\n".join(f"line {number}" for number in range(2_000))
    view.show_text(text)
    there = len(view.toPlainText())
    assert there < len(text)
    view.select_range(there - 3, there + beyond)
    assert view.textCursor().hasSelection() is (beyond < 0)
    qtbot.waitUntil(lambda: view.is_complete)
    cursor = view.textCursor()
    assert (cursor.selectionStart(), cursor.selectionEnd()) == (there - 3, there + beyond)
