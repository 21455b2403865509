"""The runner of a queue alone: what it hands on, in which pieces, and nothing once discarded."""

import time
from datetime import UTC
from types import SimpleNamespace
from typing import Any

import pytest

from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.many.many_runner import (
    AnswerUpdate,
    AskingUpdate,
    HeldUpdate,
    ManyRunner,
    PauseUpdate,
)
from inspector_app.inspection.many import InspectionQueue
from inspector_app.inspection.many_entries import QueueEntry
from inspector_app.inspection.many_events import EntryEnded, EntryStarted, GatewayPause, QueueHeld
from inspector_app.inspection.run_inspection import NotSent
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import create_environment
from tests.desktop.at_work import run_out
from tests.inspection.test_history_entries import KEY, result_of, success

ENTRY = QueueEntry(3, None, 5)
ENVIRONMENT = create_environment("Test", "https://gateway.example.com")


@pytest.fixture
def secrets():
    return []


@pytest.fixture
def runner(qapp, qtbot, tmp_path, secrets):
    background = BackgroundExecutor()
    provider: Any = SimpleNamespace(get_vault=lambda _id: pytest.fail("no vault is opened here"))
    made = ManyRunner(provider, background, tmp_path, secrets.append)
    yield made
    made.discard()
    qtbot.waitUntil(background.is_idle)
    background.close(5.0)


def listen(runner):
    told: list[Any] = []
    runner.updated.connect(told.extend)
    runner.answered.connect(lambda _result: told.append("answered"))
    runner.ended.connect(lambda: told.append("ended"))
    return told


def receive(runner, *events):
    queue = runner._queue = runner._queue or SimpleNamespace(pending=(), discard=lambda: None)
    for event in events:
        runner._receive(queue, event, KEY, UTC)


def test_each_event_becomes_an_update_and_all_come_in_one_piece(runner, secrets):
    told, pieces = listen(runner), list[int]()
    runner.updated.connect(lambda updates: pieces.append(len(updates)))
    result = result_of(success())
    receive(
        runner,
        EntryStarted(ENTRY), EntryEnded(ENTRY, result), EntryEnded(ENTRY, NotSent(tr("Why."))),
        GatewayPause(100.0), QueueHeld(tr("Held.")),
    )  # fmt: skip
    assert told == []
    run_out(runner._timer)
    asking, answer, unsent, pause, held, last = told
    assert pieces == [5]
    assert asking == AskingUpdate(3)
    assert isinstance(answer, AnswerUpdate)
    assert (answer.shown.user, answer.result) == ("portal_test01", result)
    assert answer.redacted.user.startswith("user#")
    assert isinstance(unsent, AnswerUpdate)
    assert (str(unsent.shown.sentence), unsent.result) == ("Why.", None)
    assert isinstance(pause, PauseUpdate)
    assert 90 < pause.until - time.monotonic() <= 100
    assert held == HeldUpdate(tr("Held."))
    assert last == "answered"
    assert secrets == [result.analyzed.credentials]
    runner._flush()
    assert pieces == [5]


def test_after_a_discard_nothing_comes(runner):
    """A8."""
    told = listen(runner)
    receive(runner, EntryStarted(ENTRY))
    queue = runner._queue
    runner.discard()
    assert not runner._timer.isActive()
    assert (runner._queue, runner._updates, runner.pending) == (None, [], ())
    runner._receive(queue, EntryStarted(ENTRY), KEY, UTC)
    runner._schedule()
    runner._flush()
    assert told == []
    assert not runner._timer.isActive()
    for nothing in (runner.pause, runner.go_on, runner.cancel, lambda: runner.set_at_once(2)):
        nothing()


def test_a_queue_without_tokens_ends_with_a_row_for_each(runner, qtbot):
    told = listen(runner)
    entries = [QueueEntry(number, None) for number in range(1, 4)]
    runner.start(ENVIRONMENT, entries, UTC, 2)
    assert runner.is_running
    assert runner._queue._at_once == 2
    runner.start(ENVIRONMENT, entries, UTC, 1)
    assert runner._queue._at_once == 2
    qtbot.waitUntil(lambda: "ended" in told)
    assert not runner.is_running
    assert sorted(one.shown.place.number for one in told[:-1]) == [1, 2, 3]
    assert told[-1] == "ended"
    assert runner.pending == ()


@pytest.mark.parametrize(("count", "interval"), [(999, 60), (1000, 400)])
def test_long_queues_are_laid_out_less_often(runner, monkeypatch, count, interval):
    monkeypatch.setattr(InspectionQueue, "run", lambda _queue: None)
    runner.start(ENVIRONMENT, [QueueEntry(number, None) for number in range(count)], UTC, 1)
    assert runner._timer.interval() == interval


def test_a_queue_is_paused_and_goes_on_and_is_cancelled(runner, monkeypatch):
    monkeypatch.setattr(InspectionQueue, "run", lambda _queue: None)
    runner.start(ENVIRONMENT, [ENTRY], UTC, 1)
    queue = runner._queue
    runner.pause()
    assert queue._is_paused
    runner.go_on()
    assert not queue._is_paused
    runner.set_at_once(3)
    assert queue._at_once == 3
    assert runner.pending == (ENTRY,)
    runner.cancel()
    assert queue.cancellation.is_cancelled
