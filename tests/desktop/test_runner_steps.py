"""The runners alone: what each outcome is told as, and that nothing is left running after it."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from inspector_app.desktop.companion_runner import CompanionRunner
from inspector_app.desktop.inspection_runner import InspectionRunner
from inspector_app.gateway.application import AccessTokenCache
from inspector_app.inspection.run_inspection import HostMismatch, InspectionRequest, NotSent
from inspector_app.inspection.several_tokens import SeveralTokens
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import CompanionMode
from tests.desktop.at_work import run_out
from tests.inspection.test_history_entries import result_of, success
from tests.session.answers import changed

SIGNALS = ("started", "answered", "not_sent", "host_mismatch", "several_tokens", "cancelled",
           "error_occurred", "ended")  # fmt: skip
PROVIDER: Any = SimpleNamespace(get_vault=lambda _id: pytest.fail("no vault is opened here"))
RESULT = result_of(success())
ENVIRONMENT = RESULT.environment
OUTCOMES = {
    "answered": RESULT,
    "not_sent": NotSent(tr("Why not.")),
    "host_mismatch": HostMismatch(ENVIRONMENT, "b.example.com"),
    "several_tokens": SeveralTokens(ENVIRONMENT, tr("Several."), (), 0, "a.example.com"),
}


@pytest.fixture
def runner(background):
    return InspectionRunner(PROVIDER, background)


def listen(one, signals):
    told: list[str] = []
    for name in signals:
        getattr(one, name).connect(lambda *_values, name=name: told.append(name))
    return told


@pytest.mark.parametrize("name", OUTCOMES)
def test_each_outcome_is_told_once_and_then_the_end(runner, name):
    told = listen(runner, SIGNALS)
    handed: list[Any] = []
    getattr(runner, name).connect(handed.append)
    runner._elapsed_timer.start()
    runner._on_result(OUTCOMES[name])
    assert told == [name, "ended"]
    assert handed == [OUTCOMES[name]]
    assert not runner.is_running
    assert not runner._elapsed_timer.isActive()
    assert not runner.companions.is_running


def test_more_is_asked_by_itself_only_where_the_environment_says_so(runner, monkeypatch):
    asked: list[Any] = []
    monkeypatch.setattr(runner.companions, "start", asked.append)
    always = replace(ENVIRONMENT, companion_mode=CompanionMode.ALWAYS)
    for environment, result in (
        (ENVIRONMENT, RESULT),
        (always, result_of(changed("refusal", {"status": 30404}))),
    ):
        runner._on_result(replace(result, environment=environment))
    assert asked == []
    wanted = replace(RESULT, environment=always)
    runner._on_result(wanted)
    assert asked == [wanted]
    runner.answered.connect(lambda _result: setattr(runner, "_job", object()))
    runner._on_result(wanted)
    assert asked == [wanted]  # the next inspection has begun
    runner._job = None


def test_an_answer_that_is_taken_over_ends_what_is_asked_about_the_one_before(runner, monkeypatch):
    stopped: list[int] = []
    monkeypatch.setattr(runner.companions, "stop", lambda: stopped.append(1))
    runner.adopt(RESULT)
    assert stopped == [1]


def test_one_at_a_time_and_a_cancel_is_told_with_its_time(runner, background, qtbot, monkeypatch):
    told = listen(runner, SIGNALS)
    stopped: list[int] = []
    monkeypatch.setattr(runner.companions, "stop", lambda: stopped.append(1))
    runner.cancel()
    assert (told, stopped) == ([], [1])
    nowhere = replace(ENVIRONMENT, address="https://")
    runner.start(InspectionRequest(nowhere, "x"))
    assert runner.is_running
    assert runner._elapsed_timer.isActive()
    runner.start(InspectionRequest(nowhere, "x"))
    runner.adopt(RESULT)
    assert told == ["started"]
    assert stopped == [1, 1]
    seconds: list[float] = []
    runner.elapsed.connect(seconds.append)
    runner.cancelled.connect(seconds.append)
    runner._started_at -= 5
    run_out(runner._elapsed_timer)
    cancellation = runner._cancellation
    runner.cancel()
    assert cancellation.is_cancelled
    assert told == ["started", "cancelled", "ended"]
    assert all(5 <= one < 60 for one in seconds)
    assert len(seconds) == 2
    qtbot.waitUntil(background.is_idle)
    assert told == ["started", "cancelled", "ended"]
    runner.adopt(RESULT)
    assert told[3:] == ["answered", "ended"]
    before = runner._access_tokens
    runner.clear_access_tokens()
    assert runner._access_tokens is not before


def test_an_input_that_cannot_be_used_ends_by_itself(runner, qtbot):
    told = listen(runner, SIGNALS)
    runner.start(InspectionRequest(replace(ENVIRONMENT, address="https://"), "x"))
    qtbot.waitUntil(lambda: "ended" in told)
    assert told == ["started", "not_sent", "ended"]


@pytest.fixture
def companions(background):
    return CompanionRunner(PROVIDER, background, AccessTokenCache)


COMPANION_SIGNALS = ("started", "answered", "not_sent", "ended")


def test_answers_come_one_by_one_each_with_the_one_before(companions, qtbot):
    told = listen(companions, COMPANION_SIGNALS)
    pairs: list[Any] = []
    companions.answered.connect(lambda before, after: pairs.append((before, after)))
    more = [replace(RESULT, url=f"https://{number}") for number in range(2)]
    companions._start(RESULT, lambda *_values: iter([*more, NotSent(tr("No more."))]))
    assert companions.is_running
    qtbot.waitUntil(lambda: "ended" in told)
    assert told == ["started", "answered", "answered", "not_sent", "ended"]
    assert pairs == [(RESULT, more[0]), (more[0], more[1])]
    assert not companions.is_running


def test_what_is_stopped_is_told_as_its_end_and_nothing_comes_after(companions, background, qtbot):
    told = listen(companions, COMPANION_SIGNALS)
    companions.stop()
    assert told == []
    companions._start(RESULT, lambda *_values: iter([RESULT]))
    cancellation = companions._cancellation
    companions.stop()
    assert cancellation.is_cancelled
    assert told == ["started", "ended"]
    qtbot.waitUntil(background.is_idle)
    companions._start(RESULT, lambda *_values: iter([RESULT]))
    companions._start(RESULT, lambda *_values: iter([]))
    qtbot.waitUntil(background.is_idle)
    qtbot.waitUntil(lambda: not companions.is_running)
    assert told == [*("started", "ended"), "started", "ended", "started", "ended"]
