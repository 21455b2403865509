"""Whose answer is shown: at each change of the text, of what is kept and of what is asked."""

from dataclasses import astuple

import pytest

from inspector_app.desktop.stale_tracker import StaleTracker
from inspector_app.desktop.token_store import NOT_STORED, TokenLocation
from tests.desktop.at_work import inspect, run_out, token_of

LIVE = (False, False, False, False, False)
OTHER = (True, False, False, False, False)
EMPTY = (True, True, False, False, False)


@pytest.fixture
def shown(demo, qtbot):
    """The window with an answer, its tracker, and the answer's token."""
    token = token_of(demo, "valid")
    result = inspect(demo, qtbot, token)
    qtbot.waitUntil(demo.background.is_idle)
    tracker = demo.window.result_view.assess_staleness.__self__
    assert isinstance(tracker, StaleTracker)
    return demo, tracker, result, token


def assessed(tracker, result):
    return astuple(tracker._assess(result))


def seen(tracker, result):
    """As what the answer is shown, which is as what it is assessed."""
    shown = astuple(tracker._window.result_view._staleness)
    assert shown == assessed(tracker, result)
    return shown


def an_answer_is_live_while_its_text_stands_in_the_field(shown, _):
    """The app never claims more than the answer says."""
    app, tracker, result, token = shown
    field, strip = app.window.token_field, app.window.result_view.stale_strip
    assert seen(tracker, result) == LIVE
    assert strip.isHidden()
    field.set_raw_text(f"{token}x")
    assert seen(tracker, result) == OTHER
    assert not strip.isHidden()
    field.clear_text()
    assert seen(tracker, result)[:4] == EMPTY[:4]
    field.set_raw_text(token)
    assert seen(tracker, result) == LIVE
    assert strip.isHidden()


def enter_means_the_kept_token_only_where_it_is_the_answers_own(shown, _):
    app, tracker, result, _ = shown
    app.window.token_field.clear_text()
    told = app.secret_guards._parts.token_store.location_changed
    here, own = result.environment.id, result.token.fingerprint
    for environment_id, location, is_kept in (
        (here, TokenLocation(None, None, own), True),
        ("another", TokenLocation(None, None, own), False),
        (here, TokenLocation(None, None, "00000000"), False),
        (here, NOT_STORED, False),
    ):
        told.emit(environment_id, location)
        assert seen(tracker, result) == (*EMPTY[:4], is_kept)


def it_is_replaced_only_once_that_takes_longer_than_a_blink(shown, _):
    app, tracker, result, _ = shown
    assert tracker._wait_timer.interval() == 150
    assert tracker._wait_timer.isSingleShot()
    app.runner.started.emit()
    assert seen(tracker, result) == LIVE
    run_out(tracker._wait_timer)
    assert seen(tracker, result) == (False, False, True, False, False)
    app.runner.ended.emit()
    assert seen(tracker, result) == LIVE
    assert not tracker._wait_timer.isActive()
    tracker._wait_timer.start()
    tracker._is_waiting = True
    tracker._on_answered(result)
    assert seen(tracker, result) == LIVE


def a_text_that_a_question_stands_about_is_in_question(shown, _):
    app, tracker, result, token = shown
    tracker._on_host_mismatch()
    assert seen(tracker, result) == (False, False, False, True, False)
    app.window.token_field.set_raw_text("another")
    assert seen(tracker, result) == OTHER
    app.window.token_field.set_raw_text(token)
    app.runner.started.emit()
    assert assessed(tracker, result) == LIVE
    app.runner.ended.emit()
    assert seen(tracker, result) == LIVE


def an_answer_of_a_file_belongs_to_what_stands_there_when_it_opens(shown, qtbot):
    app, tracker, result, _ = shown
    field = app.window.token_field
    tracker.on_opening(result)
    field.clear_text()
    assert tracker._is_opening
    assert app.window.result_view.stale_strip.isHidden(), "it is about to be replaced"
    assert assessed(tracker, result)[0] is False
    qtbot.waitUntil(lambda: not tracker._is_opening)
    assert seen(tracker, result)[:2] == (False, True)
    field.set_raw_text("something")
    assert seen(tracker, result) == OTHER
    tracker.on_opened(result)
    assert seen(tracker, result) == LIVE
    assert not tracker._is_opening
    tracker.on_opening(result)
    tracker.on_opened(result)
    field.set_raw_text("something else")
    assert seen(tracker, result) == OTHER, "at once"


def after_the_kept_token_was_asked_earlier_answers_of_it_count_no_more(shown, _):
    """Another one may be kept by now."""
    _, tracker, result, _ = shown
    tracker._texts = {"earlier": hash(""), "other": 7}
    tracker._asked = hash("")
    tracker._on_answered(result)
    assert tracker._texts == {"other": 7, result.token.fingerprint: hash("")}
    tracker._asked = 8
    tracker._on_answered(result)
    assert tracker._texts == {"other": 7, result.token.fingerprint: 8}


def no_more_texts_are_remembered_than_are_of_use(shown, _):
    _, tracker, result, _ = shown
    tracker._texts = {str(number): number for number in range(16)}
    tracker._remember(result, 99)
    assert list(tracker._texts) == [*map(str, range(1, 16)), result.token.fingerprint]


def what_is_put_away_leaves_the_keys_to_the_field(shown, _):
    app, _, _, _ = shown
    app.window.result_view.stale_strip.put_away_button.click()
    assert app.window.result_view.result is None
    assert app.window.focusWidget() is app.window.token_field


def test_whose_answer_is_shown_is_known_at_each_change(shown, qtbot):
    """One window for all of these, which takes longer to start than they do."""
    app, tracker, result, token = shown
    for check in (
        an_answer_is_live_while_its_text_stands_in_the_field,
        enter_means_the_kept_token_only_where_it_is_the_answers_own,
        it_is_replaced_only_once_that_takes_longer_than_a_blink,
        a_text_that_a_question_stands_about_is_in_question,
        an_answer_of_a_file_belongs_to_what_stands_there_when_it_opens,
        after_the_kept_token_was_asked_earlier_answers_of_it_count_no_more,
        no_more_texts_are_remembered_than_are_of_use,
        what_is_put_away_leaves_the_keys_to_the_field,
    ):
        app.window.result_view.show_result(result)
        app.window.token_field.set_raw_text(token)
        tracker._texts = {result.token.fingerprint: hash(token)}
        tracker._in_question = None
        app.secret_guards._parts.token_store.location_changed.emit("", NOT_STORED)
        check(shown, qtbot)
