"""A long text is shown in pieces, and what was found in it stays in sight."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.widgets.chunked_text_view import _CHUNK_SIZE, ChunkedTextView
from tests.desktop.at_work import stop_timers

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


def test_what_is_found_once_more_comes_back_into_sight(view):
    start = TEXT.index("line 150")
    for _ in range(2):
        view.select_range(start, start + 7)
        assert is_seen(view)
        view.verticalScrollBar().setValue(0)
        assert not is_seen(view)


LONG = "\n".join(f"line {number} of a long text" for number in range(1_000))
OTHER = LONG.replace("line", "row")


def test_a_long_text_comes_in_pieces_of_whole_lines_and_then_is_all_there(view, qtbot):
    """R3."""
    view.show_text(LONG)
    first = view.toPlainText()
    assert not view.is_complete
    assert _CHUNK_SIZE < len(first) < 2 * _CHUNK_SIZE
    assert LONG.startswith(first.removesuffix("\n"))
    assert first.endswith("\n")
    qtbot.waitUntil(lambda: view.is_complete)
    assert view.toPlainText() == LONG
    assert view.verticalScrollBar().value() == 0


def test_another_text_takes_its_place_whole_or_not(view, qtbot):
    view.show_text(LONG)
    view.show_text(OTHER)
    qtbot.waitUntil(lambda: view.is_complete)
    assert view.toPlainText() == OTHER
    view.show_text("")
    assert (view.is_complete, view.toPlainText()) == (True, "")


def test_what_is_not_there_yet_is_selected_once_it_is_and_not_in_another_text(view, qtbot):
    end = len(LONG)
    view.show_text(LONG)
    view.select_range(end - 4, end)
    assert not view.textCursor().hasSelection()
    qtbot.waitUntil(lambda: view.textCursor().hasSelection())
    assert view.textCursor().selectedText() == "text"
    assert is_seen(view)
    view.show_text(LONG)
    view.select_range(end - 4, end)
    view.select_range(0, 6)  # what was wanted before is wanted no more
    qtbot.waitUntil(lambda: view.is_complete)
    assert view.textCursor().selectedText() == "line 0"
    view.show_text(LONG)
    view.select_range(end - 4, end)
    view.show_text(OTHER)
    qtbot.waitUntil(lambda: view.is_complete)
    assert not view.textCursor().hasSelection()


def test_nothing_more_comes_once_it_is_stopped(view, qapp):
    view.show_text(LONG)
    first = view.toPlainText()
    stop_timers(view)
    qapp.processEvents()
    assert view.toPlainText() == first


def test_what_is_copied_of_it_is_plain_text_and_nothing_of_it_can_be_undone(view):
    """A4."""
    view.select_range(0, 13)
    data = view.createMimeDataFromSelection()
    assert (data.formats(), data.text()) == (["text/plain"], "line 0\nline 1")
    assert view.isReadOnly()
    assert not view.isUndoRedoEnabled()
    assert view.font().pointSizeF() == QWidget().font().pointSizeF()


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


def place_at(view, line, *, is_selected):
    """Put the cursor on a line, counted from the first one that is seen, and leave the view."""
    view.verticalScrollBar().setValue(0)
    block = view.document().findBlockByNumber(line)
    cursor = view.textCursor()
    cursor.setPosition(block.position())
    if is_selected:
        cursor.setPosition(block.position() + 4, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.verticalScrollBar().setValue(0)


@pytest.mark.parametrize(
    ("below", "is_selected", "is_kept"), [(-1, True, True), (0, True, False), (-1, False, False)]
)
def test_only_what_is_selected_and_was_seen_whole_is_kept_in_sight(
    view, below, is_selected, is_kept
):
    view.resize(400, 300)
    lines = view.viewport().height() // view.fontMetrics().lineSpacing()
    place_at(view, lines + below, is_selected=is_selected)
    view.resize(400, 150)
    assert (view.verticalScrollBar().value() > 0) is is_kept


def test_what_was_found_in_the_first_line_stays_in_sight_in_a_narrower_window(view):
    view.show_text("a long line of words " * 4)
    view.select_range(30, 36)
    assert is_seen(view)
    view.resize(view.cursorRect().left() - 20, 500)
    assert is_seen(view)
