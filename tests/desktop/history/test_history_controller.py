"""The history in the window: kept, stepped through, filtered, locked, shared and asked again."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector_app.desktop.actions import ActionId
from inspector_app.inspection.masked_result import MaskedResult
from inspector_app.inspection.recalled_result import find_recalled
from inspector_app.inspection.run_inspection import InspectionResult
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from tests.desktop.at_work import code_of, inspect, list_objects, token_of


def entries(app):
    return app.history.store.history.entries


def answered(app, qtbot, *scenarios):
    """Inspect these sessions, one after the other, until each is in the history."""
    for scenario in scenarios:
        before = len(entries(app))
        inspect(app, qtbot, token_of(app, scenario))
        qtbot.waitUntil(lambda count=before: len(entries(app)) == count + 1)


def press(app, qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or app.window, key, modifier)


def recalled(app):
    return find_recalled(app.window.result_view.result)


def step_back(app, qtbot):
    before = recalled(app)
    press(app, qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: recalled(app) is not None and recalled(app) is not before)


@pytest.fixture
def worked(demo, qtbot):
    demo.window.resize(1200, 800)
    answered(demo, qtbot, "valid", "account_disabled", "session_not_found")
    return demo


def test_each_answer_is_kept_newest_first(worked):
    assert [one.code for one in entries(worked)] == [
        VerdictCode.SESSION_NOT_FOUND,
        VerdictCode.ACCOUNT_DISABLED,
        VerdictCode.VALID,
    ]
    assert worked.history.pane.view.model().rowCount() == 3


def test_keys_step_through_the_answers_as_they_were(worked, qtbot):
    step_back(worked, qtbot)
    assert code_of(worked.window.result_view.result) is VerdictCode.ACCOUNT_DISABLED
    step_back(worked, qtbot)
    assert code_of(worked.window.result_view.result) is VerdictCode.VALID
    assert worked.window.result_view.result.token is None
    press(worked, qtbot, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: recalled(worked).number == 2)
    assert worked.window.note_label.text() == ""


@pytest.mark.parametrize(
    ("steps", "code"), [(1, VerdictCode.ACCOUNT_DISABLED), (2, VerdictCode.VALID)]
)
def test_the_button_with_an_empty_field_asks_again_about_the_answer_that_is_shown(
    worked, qtbot, steps, code
):
    """Not about the token that is kept, which may be another one's."""
    for _ in range(steps):
        step_back(worked, qtbot)
    assert worked.window.token_field.get_raw_text() == ""
    qtbot.mouseClick(worked.window.inspect_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(entries(worked)) == 4)
    assert entries(worked)[0].code is code


def test_the_strip_is_away_while_a_question_stands_in_the_place_of_the_answer(worked, qtbot):
    step_back(worked, qtbot)
    both = " ".join(token_of(worked, one) for one in ("valid", "newer_valid"))
    worked.window.token_field.set_raw_text(both)
    press(worked, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(worked.window.token_choice.panel.isVisible)
    assert not worked.history._strip.isVisible()
    press(worked, qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(worked.window.result_view.isVisible)
    assert worked.history._strip.isVisible()


def test_an_answer_of_the_history_comes_back_after_a_lock_as_one(worked, qtbot):
    """S5."""
    step_back(worked, qtbot)
    number = recalled(worked).number
    worked.window.action_collection[ActionId.LOCK].trigger()
    assert worked.window.result_view.result is None
    worked.secret_guards.window_lock.unlock()
    qtbot.waitUntil(lambda: recalled(worked) is not None)
    assert recalled(worked).number == number
    assert worked.history._strip.isVisible()


def test_the_strip_says_how_old_it_is_and_the_answer_is_not_marked_as_anothers(worked, qtbot):
    step_back(worked, qtbot)
    strip = worked.history._strip
    assert strip.isVisible()
    assert "As it was less than a minute ago, at " in strip.message_label.text()
    assert "still in memory" in strip.message_label.text()
    assert not worked.window.result_view.is_stale
    assert worked.window.windowTitle().endswith(", Demo, not live: EnOS Session Inspector")
    assert worked.window.token_field.get_raw_text() == ""


def test_a_text_that_was_not_inspected_yet_stays_in_the_field(worked, qtbot):
    worked.window.token_field.set_raw_text(token_of(worked, "valid"))
    step_back(worked, qtbot)
    assert worked.window.token_field.get_raw_text() == token_of(worked, "valid")
    assert worked.window.result_view.is_stale


def test_f5_asks_again_with_the_token_in_memory(worked, qtbot):
    step_back(worked, qtbot)
    with qtbot.waitSignal(worked.runner.answered):
        press(worked, qtbot, Qt.Key.Key_F5)
    result = worked.window.result_view.result
    assert find_recalled(result) is None
    assert code_of(result) is VerdictCode.ACCOUNT_DISABLED
    assert result.token.fingerprint == entries(worked)[1].fingerprint
    qtbot.waitUntil(lambda: len(entries(worked)) == 4)


def test_enter_in_the_empty_field_means_the_token_that_is_kept(demo, qtbot):
    """The field says so itself; F5 is about the answer that is shown."""
    demo.window.resize(1200, 800)
    answered(demo, qtbot, "session_not_found", "valid")  # a token that worked is kept
    qtbot.waitUntil(lambda: demo.presenter._token_location.storage is not None)
    step_back(demo, qtbot)
    demo.window.token_field.setFocus()
    with qtbot.waitSignal(demo.runner.answered):
        press(demo, qtbot, Qt.Key.Key_Return)
    assert code_of(demo.window.result_view.result) is VerdictCode.VALID


def test_the_pane_opens_with_the_focus_on_the_shown_entry_and_folds_again(worked, qtbot):
    pane = worked.history.pane
    folded = pane.width()
    press(worked, qtbot, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert pane.is_open
    assert pane.width() > folded
    assert pane.view.hasFocus()
    assert pane.view.currentIndex().row() == 0
    press(worked, qtbot, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: recalled(worked) is not None)
    assert pane.view.hasFocus()
    press(worked, qtbot, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert not pane.is_open
    assert worked.window.token_field.hasFocus()


def test_typing_in_the_list_filters_it(worked, qtbot):
    worked.window.action_collection[ActionId.HISTORY].trigger()
    pane = worked.history.pane
    qtbot.keyClicks(pane.view, "d")
    qtbot.keyClicks(pane.filter_field, "isabled")
    assert pane.filter_field.text() == "disabled"
    assert [one.code for one in pane.model.entries] == [VerdictCode.ACCOUNT_DISABLED]
    assert pane.count_label.text() == "1 of 3"
    press(worked, qtbot, Qt.Key.Key_Escape)
    assert len(pane.model.entries) == 3


def test_enter_in_the_list_goes_to_the_answer(worked, qtbot):
    worked.window.action_collection[ActionId.HISTORY].trigger()
    press(worked, qtbot, Qt.Key.Key_Return)
    assert worked.window.result_view.isAncestorOf(QApplication.focusWidget())


def test_the_strip_asks_again_about_the_session_that_is_shown(worked, qtbot):
    step_back(worked, qtbot)
    again = worked.history._strip.again_button
    with qtbot.waitSignal(worked.runner.answered):
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert not worked.history._strip.isVisible()
    qtbot.waitUntil(lambda: len(entries(worked)) == 4)
    assert entries(worked)[0].code is VerdictCode.ACCOUNT_DISABLED


def test_an_answer_that_is_replaced_is_not_marked_as_another_tokens_before(worked, qtbot):
    """It would be shown anew, for nobody to see: most of what a step through the history took."""
    marked = []
    view = worked.window.result_view
    view.staleness_changed.connect(lambda: marked.append(view.is_stale))
    step_back(worked, qtbot)
    assert marked == []
    assert not view.is_stale
    assert worked.window.token_field.get_raw_text() == ""
    worked.window.token_field.set_raw_text("IAM_S_" + "hv" * 16)
    assert view.is_stale


def test_where_an_answer_cannot_be_shown_the_one_that_stays_is_marked(worked, qtbot, monkeypatch):
    """R5: whatever breaks, nobody takes it for that of the text above."""
    view = worked.window.result_view
    shown = view.result

    def break_down(_result):
        raise RuntimeError

    monkeypatch.setattr(view, "show_result", break_down)
    with qtbot.captureExceptions(), qtbot.waitSignal(view.staleness_changed):
        press(worked, qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.result is shown
    assert view.is_stale


def test_a_lock_hides_it_and_drops_the_tokens_but_not_the_answers(worked, qtbot):
    """A6."""
    worked.window.action_collection[ActionId.LOCK].trigger()
    assert not worked.history.pane.isVisible()
    press(worked, qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert worked.window.result_view.result is None

    worked.secret_guards.window_lock.show_window()
    assert worked.history.pane.isVisible()
    assert len(entries(worked)) == 3
    step_back(worked, qtbot)
    assert "not in memory" in worked.history._strip.message_label.text()
    assert not worked.history._strip.again_button.isVisible()


def test_forget_drops_the_tokens_too(worked, qtbot):
    """A8."""
    store = worked.history.store
    assert all(store.find_token(one) for one in entries(worked))
    worked.presenter.forget_token()
    assert not any(store.find_token(one) for one in entries(worked))
    assert len(entries(worked)) == 3


def test_a_shared_screen_shows_labels_and_no_note(worked, qtbot):
    worked.history.store.set_note(3, "INC-4127")
    worked.window.action_collection[ActionId.HISTORY].trigger()
    name = entries(worked)[2].names.user
    assert name
    with qtbot.waitSignal(worked.secret_guards.screen_share.toggled):
        worked.window.action_collection[ActionId.SCREEN_SHARE].trigger()
    model = worked.history.pane.model
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    ):
        shown = "\n".join(str(model.index(row).data(role)) for row in range(3))
        assert name not in shown
        assert "INC-4127" not in shown
    assert "user#" in model.index(2).data()

    worked.history.show_entry(1)
    qtbot.waitUntil(
        lambda: (
            recalled(worked) is not None
            and isinstance(worked.window.result_view.result, MaskedResult)
        )
    )
    assert recalled(worked).number == 1
    assert worked.history._strip.isVisible()
    assert worked.window.windowTitle() == "EnOS Session Inspector"


def test_a_narrow_window_has_a_menu_in_its_place(worked, qtbot):
    worked.window.resize(900, 700)
    qtbot.waitUntil(lambda: not worked.history.pane.isVisible())
    button = worked.history._button
    assert button.isVisible()
    assert button.text() == "3"
    button._menu.aboutToShow.emit()
    actions = button._menu.actions()
    assert len(actions) == 3
    actions[2].trigger()
    qtbot.waitUntil(lambda: recalled(worked) is not None and recalled(worked).number == 1)


def test_an_answer_from_a_file_is_kept_too(worked, qtbot, tmp_path):
    file = tmp_path / "answer.json"
    file.write_text('{"status": 30404, "success": false, "session": null}')
    worked.file_opener.open(file)
    qtbot.waitUntil(lambda: len(entries(worked)) == 4)
    assert entries(worked)[0].origin.value == "opened"
    assert entries(worked)[0].fingerprint == ""


def test_clear_removes_all_and_one_can_be_removed_alone(worked, qtbot):
    store = worked.history.store
    store.remove_entry(2)
    assert [one.number for one in entries(worked)] == [3, 1]
    worked.window.action_collection[ActionId.HISTORY].trigger()
    qtbot.mouseClick(worked.history.pane.clear_button, Qt.MouseButton.LeftButton)
    assert entries(worked) == ()
    assert worked.history.pane.model.rowCount() == 0
    assert not store._tokens


def test_what_more_was_asked_belongs_to_the_same_entry(demo, qtbot):
    answered(demo, qtbot, "valid")
    before = entries(demo)[0]
    with qtbot.waitSignal(demo.runner.companions.ended, timeout=10_000):
        demo.window.action_collection[ActionId.ASK_MORE].trigger()
    qtbot.waitUntil(lambda: entries(demo)[0].content != before.content)
    qtbot.waitUntil(demo.background.is_idle)
    assert len(entries(demo)) == 1
    assert entries(demo)[0].number == before.number


def test_an_environment_with_another_address_gets_no_token_of_the_history(worked, qtbot):
    """N3."""
    from dataclasses import replace

    entry = entries(worked)[0]
    moved = replace(entry, environment=replace(entry.environment, address="http://127.0.0.1:9"))
    assert worked.history.store.find_token(moved) is None


def test_nothing_of_the_history_holds_on_to_an_answer_with_its_credential(demo, qtbot):
    """A8, R4: not even in a cycle that nobody has collected yet."""
    gc.collect()  # the app searches for cycles a second later, and not while it works
    inspect(demo, qtbot, token_of(demo, "valid"))
    qtbot.waitUntil(lambda: len(entries(demo)) == 1)
    demo.presenter.forget_token()
    left = [one for one in list_objects(demo, qtbot) if type(one) is InspectionResult]
    assert left == []
