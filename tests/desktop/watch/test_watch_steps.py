"""What each step of a watch leaves: when it asks next, what its bar says, and what is gone."""

import time
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.watch.watch_dialog import WatchDialog
from inspector_app.desktop.watch.watch_runner import WatchRunner
from inspector_app.inspection.masked_result import MaskedResult
from inspector_app.inspection.run_inspection import HostMismatch, NotSent
from inspector_app.inspection.watch import MAX_DURATION, WatchGoal, WatchPlan, WatchStep
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import tr
from tests.desktop.at_work import inspect, run_out, token_of
from tests.inspection.test_history_entries import result_of, success

PLAN = WatchPlan(500.0)


@pytest.fixture
def runner(qapp):
    background = BackgroundExecutor()
    provider: Any = None  # nothing is asked of it here
    made = WatchRunner(provider, background, lambda: True)
    yield made
    made.stop()
    background.close(5.0)


def listen(runner):
    told: list[Any] = []
    runner.stepped.connect(lambda _result, step: told.append(step))
    runner.ended.connect(lambda reason: told.append(str(reason)))
    return told


def state(runner):
    return (runner.is_running, runner._timer.isActive(), runner.token is not None)


def test_it_waits_for_its_turn_and_asks_no_earlier(runner):
    told = listen(runner)
    result = result_of(success())
    assert state(runner) == (False, False, False)
    assert runner.seconds_left == 0.0
    runner._ask()
    runner.start(PLAN, replace(result, judge_input=replace(result.judge_input, token=None)))
    assert state(runner) == (False, False, False)
    runner.start(PLAN, result)
    assert state(runner) == (True, True, True)
    assert runner._timer.isSingleShot()
    assert runner._timer.interval() == 500_000
    assert 400 < runner.seconds_left <= 500
    run_out(runner._timer)  # another inspection is under way
    assert runner._timer.interval() == 1000
    assert runner._job is None
    assert told == []


def test_an_answer_is_handed_on_and_the_next_is_waited_for(runner):
    told = listen(runner)
    result = result_of(success())
    runner.start(PLAN, result)
    runner._timer.stop()
    runner._job = object()  # as while it is asked
    assert runner.seconds_left == 0.0
    runner._on_result(result)
    assert 400 < runner.seconds_left <= 500
    assert [one.news for one in told] == [()]
    assert runner._watch[1].latest is result
    assert state(runner) == (True, True, True)
    assert runner._timer.interval() == 500_000
    runner._elapsed._wall -= MAX_DURATION
    runner._on_result(result)
    assert told[-1] == "The time to watch is over."
    assert state(runner) == (False, False, False)
    assert runner._watch is None
    runner._on_result(result)
    assert len(told) == 3


def test_a_clock_that_is_set_back_prolongs_no_watch(runner, monkeypatch):
    """R7: it went on for as long as the clock was set back."""
    told = listen(runner)
    result = result_of(success())
    runner.start(PLAN, result)
    wall, steady = time.time() - 86_400.0, time.monotonic() + MAX_DURATION
    monkeypatch.setattr(time, "time", lambda: wall)
    monkeypatch.setattr(time, "monotonic", lambda: steady)
    assert runner.seconds_left == 0.0
    runner._on_result(result)
    assert told[-1] == "The time to watch is over."


def test_whoever_hears_of_an_answer_may_end_the_watch(runner):
    runner.stepped.connect(lambda *_values: runner.stop())
    told = listen(runner)
    runner.start(PLAN, result_of(success()))
    runner._on_result(result_of(success()))
    assert state(runner) == (False, False, False)
    assert len(told) == 1


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (NotSent(tr("Why not.")), "Why not."),
        (HostMismatch(result_of(success()).environment, "b.example.com"), "The watch ended."),
    ],
)
def test_it_ends_where_nothing_was_sent(runner, answer, reason):
    told = listen(runner)
    runner.start(PLAN, result_of(success()))
    before = runner._access_tokens
    runner._on_result(answer)
    assert told == [reason]
    assert state(runner) == (False, False, False)
    assert runner._access_tokens is not before


def test_the_bar_says_how_it_is_and_how_it_ended(demo, qtbot, monkeypatch):
    watching, window = demo.watch, demo.window
    result = inspect(demo, qtbot, token_of(demo, "valid"))
    said: list[str] = []
    monkeypatch.setattr(watching.notifier, "notify", said.append)
    handed: list[Any] = []
    watching.changed.connect(lambda _result, step: handed.append(step))
    watching._show_bar()
    assert watching.bar.isHidden()
    watching._start(result, PLAN)
    fingerprint = Token(token_of(demo, "valid")).fingerprint
    bar = watching.bar.message_label
    assert bar.text().startswith(f"Watching {fingerprint}. Nothing has changed yet. Next inspect")
    assert watching.bar.action_button.text() == "Stop watching"
    assert watching._timer.isActive()

    step = WatchStep(result.judge(time.time()))
    newer = replace(result, notes=(tr("A newer one."),))
    watching._on_stepped(newer, step)
    assert window.result_view.result is newer
    assert handed == []
    newest = replace(newer, notes=())
    news = replace(step, news=(tr("It is new."), tr("So is this.")))
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    watching._on_stepped(newest, news)
    assert window.result_view.result is newest
    assert handed == [news]
    assert said == ["The watched session: It is new. So is this."]
    assert "It is new. So is this. Next" in bar.text()
    other = inspect(demo, qtbot, token_of(demo, "account_disabled"))
    watching._on_stepped(newest, news)
    watching._on_stepped(newest, step)
    assert window.result_view.result is other
    said.clear()
    watching.runner.stop()
    watching._on_ended(tr("It is over."))
    assert bar.text() == (f"The watch of {fingerprint} is over. It is over. It is new. So is this.")
    assert said == ["The watched session: It is over."]
    assert not watching._timer.isActive()
    assert watching.bar.action_button.text() == "OK"
    watching.bar.action_button.click()
    assert watching.bar.isHidden()
    assert (watching._news, watching._fingerprint) == ("", "")
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    watching._on_ended(tr("It is over."))
    assert len(said) == 1
    watching.stop()
    assert not watching.runner.is_running
    qtbot.waitUntil(demo.background.is_idle)


def test_a_masked_answer_is_left_alone_and_its_original_is_watched(demo, qtbot):
    """A7."""
    result = inspect(demo, qtbot, token_of(demo, "valid"))
    with qtbot.waitSignal(demo.secret_guards.screen_share.toggled):
        demo.window.action_collection[ActionId.SCREEN_SHARE].trigger()
    view = demo.window.result_view
    qtbot.waitUntil(lambda: isinstance(view.result, MaskedResult))
    shown = view.result
    demo.watch._on_stepped(result, WatchStep(result.judge(time.time())))
    assert view.result is shown
    demo.watch.open_dialog()
    dialog = demo.window.findChild(WatchDialog)
    dialog.start_button.click()
    assert demo.watch.runner.is_running
    assert demo.watch.runner._watch[1].latest is result
    demo.watch.stop()
    qtbot.waitUntil(demo.background.is_idle)


@pytest.mark.parametrize(
    ("interval", "goal", "duration", "plan"),
    [
        (0, 0, 0, WatchPlan(10.0, frozenset({WatchGoal.CHANGE}), duration=600.0)),
        (1, 1, 1, WatchPlan(30.0, frozenset({WatchGoal.SESSION_ENDS}), duration=1800.0)),
        (2, 2, 2, WatchPlan(60.0, frozenset({WatchGoal.ACCOUNT_ENABLED}), duration=3600.0)),
        (3, 3, 2, WatchPlan(300.0, frozenset({WatchGoal.ORGANIZATION_CHANGES}))),
        (4, 4, 2, WatchPlan(600.0, frozenset())),
    ],
)
def test_each_choice_is_in_the_plan(qtbot, known_theme, interval, goal, duration, plan):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = WatchDialog(known_theme, "somebody", tr("It was prolonged"), window)
    dialog.interval_choice.set_current_index(interval)
    dialog.goal_choice.set_current_index(goal)
    dialog.duration_choice.set_current_index(duration)
    assert dialog.plan == plan
    assert "Seen so far: It was prolonged." in dialog.note_label.text()
    chosen: list[Any] = []
    dialog.chosen.connect(chosen.append)
    dialog.start_button.click()
    assert chosen == [plan]
