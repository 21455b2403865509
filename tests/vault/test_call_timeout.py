import threading
import time
from functools import partial

import pytest

from inspector_app.vault.call_timeout import KEYRING_TIMEOUT, KeyringTimeoutError, TimeoutRunner
from inspector_app.vault.prompts import Prompts


@pytest.fixture
def gate():
    opened = threading.Event()
    yield opened
    opened.set()
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(10)


def ended() -> None:
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(10)


def test_the_bound_is_three_seconds():
    """K1"""
    assert KEYRING_TIMEOUT == 3.0


def test_an_answer_is_handed_on():
    assert TimeoutRunner().run(lambda: 7) == 7


def test_no_answer_is_an_answer_too():
    assert TimeoutRunner().run(lambda: None) is None


@pytest.mark.parametrize("error", [ValueError("x"), SystemExit(3), KeyboardInterrupt()])
def test_what_the_work_raises_reaches_the_caller(error):
    def work():
        raise error

    with pytest.raises(type(error)):
        TimeoutRunner().run(work)


def test_the_work_runs_on_a_daemon_thread_of_its_own():
    """K1"""
    thread = TimeoutRunner().run(threading.current_thread)
    assert thread is not threading.current_thread()
    assert thread.daemon


@pytest.mark.timing
def test_a_hanging_call_is_left_at_the_bound(gate):
    """K1"""
    begun = time.monotonic()
    with pytest.raises(KeyringTimeoutError):
        TimeoutRunner(0.1).run(gate.wait)
    assert 0.1 <= time.monotonic() - begun < 2


@pytest.mark.timing
def test_while_a_call_hangs_the_next_is_refused_at_once_and_never_made(gate):
    lane = TimeoutRunner(0.5)
    made = []
    with pytest.raises(KeyringTimeoutError):
        lane.run(gate.wait)
    begun = time.monotonic()
    with pytest.raises(KeyringTimeoutError):
        lane.run(lambda: made.append("second"))
    assert time.monotonic() - begun < 0.4
    gate.set()
    ended()
    assert made == []


def test_after_the_late_answer_calls_go_through_again_and_the_late_answer_is_ignored(gate):
    """K1"""
    lane = TimeoutRunner(0.1)
    with pytest.raises(KeyringTimeoutError):
        lane.run(lambda: (gate.wait(), "late"))
    gate.set()
    ended()
    assert lane.run(lambda: "new") == "new"


class SlowToEnd(Prompts):
    """Holds the keyring's thread for a moment after its result is there."""

    def notify(self) -> None:
        super().notify()
        threading.Event().wait(0.05)


def test_a_call_may_follow_at_once():
    runner = TimeoutRunner(prompts=SlowToEnd())
    assert [runner.run(partial(int, number)) for number in range(3)] == [0, 1, 2]


def test_a_success_come_too_late_is_taken_back(gate):
    done = []

    def write():
        gate.wait()
        done.append("written")

    with pytest.raises(KeyringTimeoutError):
        TimeoutRunner(0.1).run(
            write,
            undo=lambda: done.append("taken back"),
        )
    gate.set()
    ended()
    assert done == ["written", "taken back"]


def test_to_take_it_back_the_keyring_may_ask(gate):
    prompts, may_ask = Prompts(), []
    with pytest.raises(KeyringTimeoutError):
        TimeoutRunner(0.1, prompts).run(gate.wait, undo=lambda: may_ask.append(prompts.is_wanted))
    assert not prompts.is_wanted
    gate.set()
    ended()
    assert may_ask == [True]


def test_a_failure_come_too_late_leaves_nothing_to_take_back(gate):
    done = []

    def fail():
        gate.wait()
        raise OSError

    with pytest.raises(KeyringTimeoutError):
        TimeoutRunner(0.1).run(fail, undo=lambda: done.append("taken back"))
    gate.set()
    ended()
    assert done == []


def test_a_success_in_time_is_not_taken_back():
    done = []
    TimeoutRunner().run(lambda: done.append("written"), undo=lambda: done.append("taken back"))
    assert done == ["written"]


def test_what_fails_while_taking_back_stays_on_its_thread(gate):
    def fail():
        raise OSError

    with pytest.raises(KeyringTimeoutError):
        TimeoutRunner(0.1).run(gate.wait, undo=fail)
    gate.set()
    ended()


def test_the_time_does_not_run_while_the_person_is_asked():
    """K1"""
    prompts = Prompts()
    asked, answered = threading.Event(), threading.Event()

    def ask() -> str:
        with prompts.asking():
            asked.set()
            assert answered.wait(10)
        return "consent"

    answering = threading.Timer(0.5, answered.set)
    answering.start()
    assert TimeoutRunner(0.1, prompts).run(ask) == "consent"
    answering.join()
    assert not prompts.is_open


def test_after_the_question_the_time_runs_again():
    """K1: from the moment on at which it is closed, whoever waits for the answer by then."""
    waits = threading.Event()

    class Watched(Prompts):
        def wait(self, predicate, timeout):
            if timeout is None:
                waits.set()
            return super().wait(predicate, timeout)

    prompts = Watched()
    thawed = threading.Event()

    def ask_and_freeze() -> None:
        with prompts.asking():
            assert waits.wait(10)
        thawed.wait(10)

    with pytest.raises(KeyringTimeoutError):
        TimeoutRunner(0.1, prompts).run(ask_and_freeze)
    assert not prompts.is_wanted  # a question that comes now is for nobody
    thawed.set()
