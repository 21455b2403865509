"""The menu of the editor does what each of its entries says."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from inspector_app.desktop.answer.reply_editor import ReplyEditor
from tests.desktop.at_work import clipboard

pytestmark = pytest.mark.qt_log_ignore("not support (raise|grabbing)|not accepted", extend=True)

CHOICES = (
    ("Select All", "Hello, Mara."),
    ("&Copy", "Hello, Mara."),
    ("Cu&t", ""),
    ("&Undo", "Hello, Mara."),
    ("&Redo", ""),
    ("&Paste", "Hello, Mara."),
)
"""Entries, one after the other, and the text after each."""


@pytest.fixture
def editor(qtbot):
    made = ReplyEditor()
    qtbot.addWidget(made)
    made.setPlainText("Hello, Mara.")
    made.show()
    return made


def open_menu(editor):
    at = QPoint(2, 2)
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, editor.mapToGlobal(at))
    QCoreApplication.sendEvent(editor.viewport(), ask)
    return editor.findChild(QMenu)


def test_three_lines_are_seen_without_scrolling(editor):
    for lines, hidden in ((3, 0), (4, 1)):
        editor.setPlainText("\n".join("abcd"[:lines]))
        assert editor.verticalScrollBar().maximum() == hidden


def test_each_entry_of_the_menu_does_what_it_says(editor, qtbot):
    for words, text in CHOICES:
        menu = open_menu(editor)
        assert menu.isVisible()
        entries = {one.text(): one for one in menu.actions()}
        assert entries.keys() == dict(CHOICES).keys()
        entries[words].trigger()
        menu.close()
        qtbot.waitUntil(lambda: editor.findChild(QMenu) is None)
        qtbot.waitUntil(lambda text=text: editor.toPlainText() == text)
        if words == "Select All":
            assert editor.textCursor().selectedText() == text
        if words == "&Copy":
            assert clipboard() == text


@pytest.mark.parametrize(
    ("button", "is_handed_on"), [("MiddleButton", False), ("LeftButton", True)]
)
def test_qt_gets_no_middle_click_for_which_it_would_wait_for_another_program(
    editor, qtbot, monkeypatch, button, is_handed_on
):
    """R1."""
    handed_on = []
    monkeypatch.setattr(
        QPlainTextEdit, "mouseReleaseEvent", lambda _, event: handed_on.append(event.button())
    )
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton[button])
    assert handed_on == [Qt.MouseButton[button]] * is_handed_on
