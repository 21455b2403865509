"""Text is escaped for the screen, and no more of it than is shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from inspector_app.desktop.widgets.plain_text import (
    DESCRIPTION_PROPERTY,
    MAX_SHOWN_LENGTH,
    break_lines,
    from_tooltip_text,
    set_tooltip,
    to_file_name,
    to_menu_text,
    to_plain_text,
    to_tooltip_text,
)

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


@pytest.mark.parametrize("text", ["", "Wind North", "风电场", "a" * MAX_SHOWN_LENGTH])
def test_a_short_text_stays_as_it_is(text):
    assert to_plain_text(text) == text


@pytest.mark.parametrize("hidden", ["\u202e", "\x00", "\ud800"])
def test_what_hides_is_shown_in_a_short_text_and_in_a_long_one(hidden):
    """J2."""
    assert hidden not in to_plain_text(f"a{hidden}b")
    assert hidden not in to_plain_text(f"a{hidden}b" * MAX_SHOWN_LENGTH)


@pytest.mark.parametrize("sign", ["m", "\u202e", "会"])
def test_a_long_text_is_cut_and_says_how_much_is_left_out(sign):
    """J5: and its length does not matter to what is done for it."""
    shown = to_plain_text(sign * 8_000_000)
    assert shown.endswith(f"… (+{8_000_000 - MAX_SHOWN_LENGTH})")
    assert len(shown) <= MAX_SHOWN_LENGTH + 20


TEXTS = [
    "",
    "Wind North",
    "a b " * 200,
    "x" * 500,
    "风电场运维" * 60,
    "id o15578227985572 " * 30,
    " " * 200,
]


def test_what_its_escapes_make_too_long_is_said_to_be_cut():
    text = "\u202e" + "a" * (MAX_SHOWN_LENGTH - 1)
    assert to_plain_text(text).startswith("\\u202eaaa")
    assert to_plain_text(text).endswith("… (+5)")


@pytest.mark.parametrize("text", TEXTS)
def test_broken_lines_are_full_and_leave_nothing_out(text):
    lines = break_lines(text, 40)
    assert "".join(lines) == text
    widths = [sum(2 if one > "\u2e80" else 1 for one in line) for line in lines]
    assert max(widths) <= 40
    assert all(width > 20 for width in widths[:-1])
    assert from_tooltip_text(to_tooltip_text(text)) == text


def test_words_are_not_torn():
    assert break_lines("one two three", 8) == ["one two ", "three"]
    assert break_lines("onetwothree four", 8) == ["onetwoth", "ree four"]


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 4, [""]),
        ("abcd", 4, ["abcd"]),
        ("abcde", 4, ["abcd", "e"]),
        ("ab cd", 4, ["ab ", "cd"]),
        ("a b c d", 4, ["a b ", "c d"]),
        ("风电场", 4, ["风电", "场"]),
        ("a风电", 4, ["a风", "电"]),
        ("abc风", 4, ["abc", "风"]),
        ("风abcd", 4, ["风ab", "cd"]),
        ("\uff21\uff22", 2, ["\uff21", "\uff22"]),  # letters as wide as ideographs
        ("风", 1, ["风"]),
        ("ab c风电 de", 6, ["ab c风", "电 de"]),
    ],
)
def test_each_line_ends_where_it_may(text, columns, lines):
    assert break_lines(text, columns) == lines


def test_a_text_is_shown_and_read_out_as_what_it_is_and_no_markup(appearance, qtbot):
    """J2: whatever Qt would take it for."""
    text = '<img src="file:///x"> & "it" ' + "a" * 80
    holder, action = QWidget(), QAction()
    qtbot.addWidget(holder)
    for target in (holder, action):
        set_tooltip(target, text)
        shown = target.toolTip()
        assert shown.startswith('<p style="white-space:pre">&lt;img src=&quot;')
        assert shown.endswith("</p>")
        assert shown.count("<") == 2 + shown.count("<br>")
        assert from_tooltip_text(shown) == text
    assert holder.accessibleDescription() == text
    assert action.property(DESCRIPTION_PROPERTY) == text
    holder.setToolTip("")
    set_tooltip(holder, text)
    assert from_tooltip_text(holder.toolTip()) == text
    set_tooltip(holder, "")
    assert (holder.toolTip(), holder.accessibleDescription()) == ("", "")
    assert to_menu_text("Tom & <b>\u202e") == f"Tom && <b>{to_plain_text(chr(0x202E))}"


def shown_tooltips():
    windows = QApplication.topLevelWidgets()
    return [one for one in windows if one.inherits("QTipLabel") and one.isVisible()]


@pytest.mark.parametrize(
    "text", ["Show what the sentence rests on (Ctrl+Shift+Alt+F12)", "字" * 30]
)
def test_a_short_tooltip_is_one_line(qtbot, appearance, text):
    """Qt breaks rich text into a narrow column of its own accord."""
    del appearance
    holder = QWidget()
    qtbot.addWidget(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    QToolTip.showText(holder.mapToGlobal(QPoint(5, 5)), to_tooltip_text(text), holder)
    (tip,) = shown_tooltips()
    assert tip.height() < 3 * tip.fontMetrics().height()
    assert tip.width() >= tip.fontMetrics().horizontalAdvance(text)
    QToolTip.hideText()
    qtbot.waitUntil(lambda: shown_tooltips() == [])


def test_a_file_that_is_named_after_its_token_is_shown_without_it():
    """A1."""
    token = "IAM_S_" + "Ry3gBn8w" * 4
    assert to_file_name(Path("/home/mara", f"{token}.json")) == "IAM_S_••••••••••••.json"
    assert to_file_name(Path("/home/mara/answer.json")) == "answer.json"
