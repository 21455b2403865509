"""The reply to the user is proposed, edited, copied, and never another user's."""

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.actions import ActionId
from inspector_app.session.diagnosis.reply_tables import VERDICT_REPLIES
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from tests.desktop.at_work import clipboard, inspect, lay_out, token_of

DISABLED = VERDICT_REPLIES[VerdictCode.ACCOUNT_DISABLED]
GONE = VERDICT_REPLIES[VerdictCode.SESSION_NOT_FOUND]


@pytest.fixture
def panel(demo, qtbot):
    demo.window.resize(1124, 900)
    inspect(demo, qtbot, token_of(demo, "account_disabled"))
    return demo.window.result_view.banner.reply_panel


def open_panel(panel, qtbot):
    qtbot.mouseClick(panel._fold_button, Qt.MouseButton.LeftButton)
    assert panel.editor.isVisible()
    assert panel.preview_label.text() == ""  # the words stand below


def press_copy(demo, qtbot):
    qtbot.keyClick(
        demo.window,
        Qt.Key.Key_U,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )


def test_the_reply_is_copied_by_key_from_anywhere(demo, panel, qtbot):
    press_copy(demo, qtbot)
    assert clipboard() == DISABLED.english


def test_it_is_in_the_menu_and_off_without_an_answer(demo, panel, qtbot):
    action = demo.window.action_collection[ActionId.COPY_REPLY]
    assert action.isEnabled()
    assert action in demo.window.menu.actions()
    demo.window.result_view.show_empty_page()
    assert not action.isEnabled()


def test_the_language_is_chosen_whatever_the_window_speaks(demo, panel, qtbot):
    chinese = next(one for one in panel._language_buttons.values() if one.text() == "中文")
    qtbot.mouseClick(chinese, Qt.MouseButton.LeftButton)
    assert panel.preview_label.text() == DISABLED.chinese
    press_copy(demo, qtbot)
    assert clipboard() == DISABLED.chinese


def test_what_is_typed_is_copied_and_marked_as_ones_own(demo, panel, qtbot):
    open_panel(panel, qtbot)
    panel.editor.selectAll()
    qtbot.keyClicks(panel.editor, "Hello.")
    assert panel._own_words_label.isVisible()
    press_copy(demo, qtbot)
    assert clipboard() == "Hello."

    qtbot.mouseClick(panel._proposal_button, Qt.MouseButton.LeftButton)
    assert panel.editor.toPlainText() == DISABLED.english
    assert not panel._own_words_label.isVisible()


def test_what_is_typed_back_is_the_proposal_again(panel, qtbot):
    open_panel(panel, qtbot)
    qtbot.keyClicks(panel.editor, "!")
    assert panel._own_words_label.isVisible()
    qtbot.keyClick(panel.editor, Qt.Key.Key_Backspace)
    assert panel.text == DISABLED.english
    assert not panel._own_words_label.isVisible()
    assert not panel._proposal_button.isVisible()


def test_esc_folds_it_and_keeps_the_words(panel, qtbot):
    open_panel(panel, qtbot)
    panel.editor.selectAll()
    qtbot.keyClicks(panel.editor, "Hello.")
    qtbot.keyClick(panel.editor, Qt.Key.Key_Escape)

    assert not panel.editor.isVisible()
    assert panel.preview_label.text() == "Hello."


def test_a_tick_of_the_clock_takes_no_words(demo, panel, qtbot):
    open_panel(panel, qtbot)
    qtbot.keyClicks(panel.editor, "Dear Mara, ")
    demo.window.result_view.refresh_times()

    assert panel.text == f"Dear Mara, {DISABLED.english}"


def test_ones_own_words_never_pass_to_another_answer(demo, panel, qtbot):
    open_panel(panel, qtbot)
    qtbot.keyClicks(panel.editor, "Dear Mara, ")
    inspect(demo, qtbot, token_of(demo, "account_disabled"))  # with the same proposal
    assert panel.text == DISABLED.english
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    assert panel.text == GONE.english


def test_locking_drops_the_words(demo, panel, qtbot):
    open_panel(panel, qtbot)
    qtbot.keyClicks(panel.editor, "Dear Mara, ")
    demo.secret_guards.window_lock.lock()

    assert panel.text == ""
    assert panel.editor.toPlainText() == ""
    assert not panel.editor.document().isUndoAvailable()


def test_a_paste_is_plain_text_and_tab_leaves(demo, panel, qtbot):
    open_panel(panel, qtbot)
    demo.secret_guards.clipboard.copy_text("<b>bold</b>")
    panel.editor.selectAll()
    qtbot.keyClick(panel.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: panel.text == "<b>bold</b>")
    qtbot.keyClick(panel.editor, Qt.Key.Key_Tab)

    assert not panel.editor.hasFocus()
    assert "\t" not in panel.text


def press_lock(demo, qtbot):
    qtbot.keyClick(demo.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def click_forget(demo, qtbot):
    qtbot.waitUntil(demo.window.forget_button.isVisible)
    qtbot.mouseClick(demo.window.forget_button, Qt.MouseButton.LeftButton)


def put_away(demo, qtbot):
    qtbot.keyClick(demo.window.token_field, Qt.Key.Key_Backspace)
    button = demo.window.result_view.stale_strip.put_away_button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("leave", [press_lock, click_forget, put_away])
def test_the_words_are_forgotten_with_the_answer(demo, panel, qtbot, leave):
    """A6, A8."""
    open_panel(panel, qtbot)
    qtbot.keyClicks(panel.editor, "Dear Mara, ")
    leave(demo, qtbot)

    assert "Mara" not in panel.text + panel.editor.toPlainText() + panel.preview_label.text()
    assert not panel.editor.document().isUndoAvailable()


def paste_another(demo, qtbot):
    demo.secret_guards.clipboard.copy_text(token_of(demo, "session_not_found"))
    qtbot.keyClick(demo.window.token_field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(demo.window.result_view.stale_strip.isVisible)


def erase_one(demo, qtbot):
    qtbot.keyClick(demo.window.token_field, Qt.Key.Key_Backspace)


def cancel_another(demo, qtbot):
    demo.window.token_field.set_raw_text(token_of(demo, "slow"))
    qtbot.keyClick(demo.window.token_field, Qt.Key.Key_Return)
    assert demo.runner.is_running
    assert not demo.window.result_view.banner.reply_panel.isVisible()
    qtbot.keyClick(demo.window.token_field, Qt.Key.Key_Escape)


@pytest.mark.parametrize("change", [paste_another, erase_one, cancel_another])
def test_no_reply_is_offered_for_the_answer_of_another_token(demo, panel, qtbot, change):
    open_panel(panel, qtbot)
    qtbot.keyClicks(panel.editor, "Dear Mara, ")
    change(demo, qtbot)
    demo.secret_guards.clipboard.copy_text("as before")
    press_copy(demo, qtbot)
    demo.window.result_view.refresh_times()  # as each second does
    press_copy(demo, qtbot)

    assert not panel.isVisible()
    assert clipboard() == "as before"
    assert not demo.window.action_collection[ActionId.COPY_REPLY].isEnabled()


def test_the_reply_is_back_with_its_words_when_its_token_is(demo, panel, qtbot):
    open_panel(panel, qtbot)
    qtbot.keyClicks(panel.editor, "Dear Mara, ")
    demo.window.token_field.set_raw_text(token_of(demo, "session_not_found"))
    demo.window.token_field.set_raw_text(token_of(demo, "account_disabled"))
    press_copy(demo, qtbot)

    assert panel.isVisible()
    assert clipboard() == f"Dear Mara, {DISABLED.english}"


def test_the_last_answer_is_no_way_to_reply_to_the_wrong_user(demo, panel, qtbot):
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    demo.window.action_collection[ActionId.LAST_ANSWER].trigger()
    demo.secret_guards.clipboard.copy_text("as before")
    press_copy(demo, qtbot)

    assert not panel.isVisible()
    assert clipboard() == "as before"


def test_in_a_low_window_it_is_lower_and_its_buttons_stand_within_its_frame(demo, panel):
    lay_out()
    high = panel.height()
    demo.window.resize(960, 560)
    for _ in range(3):  # what has less room now makes room for what stands beside it
        lay_out()
    assert panel.height() < high
    for button in (panel.copy_button, *panel._language_buttons.values()):
        assert button.isVisible()
        assert button.y() >= 3
        assert panel.height() - button.geometry().bottom() > 3
