"""The token field takes any paste whole and shows nothing of it until asked to."""

import time
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu

from inspector_app.desktop.actions import ACTION_SPECS, ActionId
from inspector_app.desktop.main_window import token_field
from inspector_app.desktop.main_window.help_dialog import HelpDialog
from inspector_app.desktop.main_window.token_field import TokenField
from tests.desktop.at_work import inspect, run_out
from tests.desktop.widget_description import name_icon

TOKEN = "IAM_S_" + "k" * 128
MASKED = "IAM_S_" + "•" * 12


@pytest.fixture
def field(qtbot, appearance):
    made = TokenField(appearance)
    made.take_pastes()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def copied(text):
    QGuiApplication.clipboard().setText(text)


@pytest.mark.parametrize(
    "text",
    [
        TOKEN,
        f"Authorization: Bearer {TOKEN}\r\n",
        "curl 'https://gateway.example.com' \\\n  -H 'Authorization: Bearer x'\n",
        "x" * 10_000,
        "令牌",
        "  \t ",
        "{" + " " * 500_000 + "}",
    ],
)
def test_a_paste_is_kept_exactly(field, qtbot, text):
    copied(text)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.get_raw_text() == text


def test_the_mask_tells_the_kind_but_not_the_length(field):
    """A2."""
    field.set_raw_text(TOKEN)
    assert field.text() == MASKED
    field.set_raw_text("IAM_S_short")
    assert field.text() == MASKED
    field.set_raw_text("anything")
    assert field.text() == "•" * 12


def test_what_is_typed_is_masked_once_it_is_used(field, qtbot):
    qtbot.keyClicks(field, TOKEN)
    assert TOKEN not in field.displayText()
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == MASKED
    assert field.get_raw_text() == TOKEN


def test_revealing_shows_the_text_for_editing_and_hides_it_again(field, qtbot):
    """A2."""
    field.set_raw_text(TOKEN)
    reveal = field.actions()[-1]
    reveal.trigger()
    assert field.displayText() == TOKEN
    qtbot.keyClicks(field, "X")
    assert 0 < field._hide_timer.remainingTime() <= 30_000
    run_out(field._hide_timer)
    assert not field.is_revealed()
    assert field.text() == MASKED
    assert field.get_raw_text() == TOKEN + "X"


def test_what_is_typed_is_masked_when_the_keys_go_elsewhere(field, qtbot):
    """A2: a password's dots would tell its length."""
    other = QLineEdit(field.window())
    other.show()
    qtbot.keyClicks(field, TOKEN)
    other.setFocus()
    assert not field.hasFocus()
    assert field.displayText() == MASKED


def test_what_is_revealed_stays_so_when_the_keys_go_elsewhere(field):
    other = QLineEdit(field.window())
    other.show()
    field.set_raw_text(TOKEN)
    field.toggle_revealed()
    other.setFocus()
    assert not field.hasFocus()
    assert (field.displayText(), field.is_revealed()) == (TOKEN, True)


@pytest.mark.parametrize(
    ("held", "is_revealed", "pasted", "raw", "stays_revealed"),
    [
        ("", False, "cd", "cd", False),
        ("ab", False, "cd", "cd", False),
        ("ab", True, "cd", "abcd", True),
        ("ab", True, "c\nd", "c\nd", False),
        ("a\nb", True, "cd", "cd", False),
    ],
)
def test_a_paste_replaces_what_is_hidden_and_is_put_into_what_is_seen(
    field, qtbot, held, is_revealed, pasted, raw, stays_revealed
):
    """A2: into dots that were typed, too, it could not be told where it went."""
    if "\n" in held:
        field.set_raw_text(held)
    else:
        qtbot.keyClicks(field, held)
    if is_revealed:
        field.toggle_revealed()
        field.end(False)
    copied(pasted)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (field.get_raw_text(), field.is_revealed()) == (raw, stays_revealed)


@pytest.mark.parametrize("missing", ["", "focus", "owner", "reveal", "select"])
def test_what_it_put_into_the_selection_is_told_as_a_credential(field, monkeypatch, missing):
    """A3: and nothing that another program has put there."""
    told: list[str] = []
    field.selected.connect(told.append)
    owner = SimpleNamespace(ownsSelection=lambda: missing != "owner")
    field.set_raw_text(TOKEN)
    if missing != "reveal":
        field.toggle_revealed()
    if missing != "select":
        field.selectAll()
    monkeypatch.setattr(field, "hasFocus", lambda: missing != "focus")
    monkeypatch.setattr(token_field, "QGuiApplication", SimpleNamespace(clipboard=lambda: owner))
    told.clear()
    field._on_selection_taken()
    assert told == ([] if missing else [TOKEN])


def test_what_is_given_while_it_is_revealed_is_masked(field):
    """A2."""
    field.set_raw_text(TOKEN)
    field.toggle_revealed()
    field.set_raw_text(TOKEN[:-1] + "n")
    assert not field.is_revealed()
    assert field.displayText() == MASKED


def test_no_menu_offers_what_the_mask_hides(field):
    """A2: Qt's own has undo and copy."""
    field.set_raw_text(TOKEN)
    at = field.rect().center()
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.mapToGlobal(at))
    QCoreApplication.sendEvent(field, ask)
    assert ask.isAccepted()
    assert QApplication.activePopupWidget() is None
    assert field.findChild(QMenu) is None


def test_input_methods_are_told_that_it_is_a_secret(field):
    """A2: neither learned, nor offered again, nor written with a capital; masked or revealed."""
    names = ("ImhHiddenText", "ImhSensitiveData", "ImhNoPredictiveText", "ImhNoAutoUppercase")
    at_first = field.inputMethodHints()
    assert all(getattr(Qt.InputMethodHint, hint) in at_first for hint in names)
    field.set_raw_text(TOKEN)
    assert field.inputMethodHints() == at_first
    field.toggle_revealed()
    assert field.is_revealed()
    assert field.inputMethodHints() == at_first


def test_revealing_lines_loses_none_of_them(field):
    text = f"GET /\nAuthorization: Bearer {TOKEN}\n"
    field.set_raw_text(text)
    reveal = field.actions()[-1]
    reveal.trigger()
    assert "\\n" in field.displayText()
    reveal.trigger()
    assert field.get_raw_text() == text


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_a_masked_text_is_deleted_as_a_whole(field, qtbot, key):
    field.set_raw_text(TOKEN)
    qtbot.keyClick(field, key)
    assert field.get_raw_text() == ""
    assert field.text() == ""


def test_typing_over_a_mask_starts_anew(field, qtbot):
    field.set_raw_text(TOKEN)
    qtbot.keyClicks(field, "ab")
    assert field.get_raw_text() == "ab"


def test_undo_does_not_bring_a_forgotten_token_back(field, qtbot):
    qtbot.keyClicks(field, TOKEN)
    field.clear_text()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.get_raw_text() == ""


def test_copying_a_masked_field_never_copies_the_token(field, qtbot):
    copied("before")
    field.set_raw_text(TOKEN)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert "k" not in QGuiApplication.clipboard().text()
    assert field.get_raw_text() == TOKEN


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_what_is_typed_in_dots_is_not_copied(field, qtbot, key):
    qtbot.keyClicks(field, TOKEN)
    field.selectAll()
    copies: list[str] = []
    field.copied.connect(copies.append)
    qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    assert copies == []
    assert field.get_raw_text() == TOKEN


def test_a_dropped_text_is_taken_whole(field):
    data = QMimeData()
    data.setText(f"\n{TOKEN}\n")
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QCoreApplication.sendEvent(field, QDragEnterEvent(QPoint(1, 1), *how))
    QCoreApplication.sendEvent(field, QDropEvent(QPointF(1, 1), *how))
    assert field.get_raw_text() == f"\n{TOKEN}\n"


def test_two_people_can_tell_that_they_hold_the_same_token(demo, qtbot):
    result = inspect(demo, qtbot)
    assert result.token.fingerprint in demo.window.token_field.toolTip()
    demo.window.token_field.set_raw_text("IAM_S_another")
    assert demo.window.token_field.toolTip() == ""


def test_a_window_that_closes_masks_it(demo):
    """A1, A3: and so clears what was selected of it."""
    field = demo.window.token_field
    hidden: list[str] = []
    field.set_raw_text(TOKEN)
    field.toggle_revealed()
    field.text_hidden.connect(hidden.append)
    demo.window.close()
    assert not field.is_revealed()
    assert hidden == [TOKEN]


def test_the_help_has_every_key_and_fits_a_small_screen(demo):
    demo.window.action_collection[ActionId.HELP].trigger()
    dialog = demo.window.findChild(HelpDialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {str(one.text) for one in ACTION_SPECS.values() if one.keys} <= words
    assert "F5, Ctrl+Enter" in words
    assert dialog.height() < 768
    dialog.close()


def test_the_help_says_what_cannot_be_done(demo):
    """A9."""
    demo.window.action_collection[ActionId.HELP].trigger()
    dialog = demo.window.findChild(HelpDialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "cannot be wiped from memory for certain" in words
    assert "may be able to read that memory" in words
    dialog.close()


@pytest.mark.timing
def test_megabytes_of_lines_are_shown_and_hidden_at_once(field, qtbot):
    """J5, R3: of what is longer than the field no more is looked at than it shows."""
    text = "a\n" * (4 << 20)
    copied(text)
    steps = {
        "set": lambda: field.set_raw_text(text),
        "show": field.toggle_revealed,
        "hide": field.toggle_revealed,
        "clear": field.clear_text,
        "show nothing": field.toggle_revealed,
        "paste": lambda: qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
    }
    seconds = {}
    for name, step in steps.items():
        start = time.thread_time()
        step()
        seconds[name] = time.thread_time() - start
    assert field.get_raw_text() == text
    assert max(seconds.values()) < 0.1, seconds


@pytest.mark.parametrize(
    ("text", "is_editable", "shown"),
    [
        ("a" * 20_000, True, 20_000),
        ("a" * 20_001, False, 20_000),
        ("a\nb", False, 4),
        ("a\u200bb", False, None),
    ],
)
def test_what_is_too_long_or_hides_something_is_shown_and_not_edited(
    field, text, is_editable, shown
):
    """A1: and whole again, whatever was shown of it."""
    told: list[str] = []
    field.text_hidden.connect(told.append)
    field.set_raw_text(text)
    field.toggle_revealed()
    assert field.is_revealed()
    assert field.isReadOnly() is not is_editable
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert shown is None or len(field.text()) == shown
    assert is_editable or field.cursorPosition() == 0
    seen = field.text()
    assert field._hide_timer.isActive()
    field.hide_text()
    assert told == [seen]
    assert not field._hide_timer.isActive()
    assert field.get_raw_text() == text
    assert field.text() == "••••••••••••"
    assert field.isReadOnly()


def test_each_key_on_a_mask_does_its_own(field, qtbot):
    """A1, A3: a key of a command neither types nor copies."""
    told: list[str] = []
    field.copied.connect(told.append)
    for key, modifiers, left in (
        (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier, SECRET_OF_KEYS),
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, SECRET_OF_KEYS),
        (Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier, SECRET_OF_KEYS),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, SECRET_OF_KEYS),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, SECRET_OF_KEYS),
        (Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "b"),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, ""),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, ""),
    ):
        field.set_raw_text(SECRET_OF_KEYS)
        qtbot.keyClick(field, key, modifiers)
        assert field.get_raw_text() == left, key
    assert told == []


def test_what_is_copied_or_cut_of_a_revealed_text_is_told_as_a_credential(field, qtbot):
    """A3."""
    told: list[str] = []
    edited: list[str] = []
    field.copied.connect(told.append)
    field.set_raw_text(SECRET_OF_KEYS)
    field.edited.connect(lambda: edited.append(field.text()))
    field.toggle_revealed()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(field, Qt.Key.Key_C, control)
    assert told == []
    field.setSelection(0, 4)
    qtbot.keyClick(field, Qt.Key.Key_C, control)
    assert (told, edited) == ([SECRET_OF_KEYS[:4]], [])
    qtbot.keyClick(field, Qt.Key.Key_X, control)
    assert (told, edited) == ([SECRET_OF_KEYS[:4]] * 2, [SECRET_OF_KEYS[4:]])
    assert field.get_raw_text() == SECRET_OF_KEYS[4:]
    field.set_raw_text(f"{SECRET_OF_KEYS}\n")
    field.toggle_revealed()
    field.setSelection(0, 4)
    qtbot.keyClick(field, Qt.Key.Key_X, control)
    assert told == [SECRET_OF_KEYS[:4]] * 3
    assert field.get_raw_text() == f"{SECRET_OF_KEYS}\n", "it cannot be edited"
    field.deselect()
    field.forbid_copying()
    field.setSelection(0, 4)
    assert not field.hasSelectedText()


def test_an_eye_that_is_forbidden_says_why_and_shows_nothing(field):
    """A1."""
    field.set_raw_text(SECRET_OF_KEYS)
    field.forbid_revealing("Not allowed here.")
    field.toggle_revealed()
    assert not field.is_revealed()
    assert "Not allowed here." in field._reveal_action.toolTip()
    assert field._reveal_button.accessibleDescription() == "Not allowed here."
    assert not field._reveal_action.isEnabled()


def test_the_eye_says_what_it_does(field):
    field.set_raw_text(SECRET_OF_KEYS)
    for words in ("Show the token", "Hide the token", "Show the token"):
        assert field._reveal_action.text() == words
        assert words in field._reveal_action.toolTip()
        assert field._reveal_button.accessibleDescription() == words
        icon = "eye" if words.startswith("Show") else "eye-off"
        assert name_icon(field._reveal_action.icon()) == icon
        field.toggle_revealed()
    assert field._hide_timer.interval() == 30_000
    assert field._hide_timer.isSingleShot()
    assert field._hide_timer.timerType() is Qt.TimerType.PreciseTimer
    run_out(field._hide_timer)
    assert not field.is_revealed()


def test_a_paste_into_a_revealed_text_goes_where_the_cursor_is_unless_it_hides_something(field):
    for held, pasted, expected in (
        ("ab", "X", "aXb"),
        ("ab", "X\u200bY", "X\u200bY"),
        ("a\nb", "X", "X"),
    ):
        field.set_raw_text(held)
        field.toggle_revealed()
        field.setCursorPosition(1)
        field._paste_filter.pasted.emit(pasted)
        assert field.get_raw_text() == expected
        assert field.is_revealed() is (expected == "aXb")
        field.hide_text()


SECRET_OF_KEYS = "opaque-" + "n8Vw3Kd" * 4
