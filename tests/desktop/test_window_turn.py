"""What the window does has the interpreter to itself: workers give way, but not for long."""

import threading
import time

import pytest
from PySide6.QtWidgets import QWidget

from inspector_app.desktop import window_turn
from inspector_app.desktop.background import Lane
from inspector_app.desktop.main_window.skeleton_window import SkeletonWindow
from inspector_app.session.interruption import check_interruption


class _Count:
    """Counted by a worker, which asks at each step whether it may go on."""

    def __init__(self):
        self.steps = 0
        self.is_enough = threading.Event()

    def go_on(self, until=1 << 60):
        while self.steps < until:
            self.steps += 1
            check_interruption()
        self.is_enough.set()


@pytest.fixture
def count(background):
    made = _Count()
    job = background.submit(Lane.REQUEST, made.go_on)
    yield made
    job.discard()


def work(seconds):
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_a_worker_stands_still_while_an_answer_is_shown(background, count, qtbot, monkeypatch):
    """R3: beside it the window would take half as long again."""
    monkeypatch.setattr(window_turn, "_MAX_WAIT", 10.0)  # longer than a busy machine takes
    stepped: list[int] = []

    def show(_):
        before = count.steps
        work(0.02)
        stepped.append(count.steps - before)

    background.submit(Lane.KEYRING, lambda: None, show)
    qtbot.waitUntil(lambda: bool(stepped))
    assert stepped[0] <= 1  # the step that it was in
    after = count.steps
    qtbot.waitUntil(lambda: count.steps > after)


def test_a_worker_goes_on_beside_a_turn_that_waits_for_somebody(background, qtbot):
    """As a question does that a result has asked."""
    answers: list[bool] = []
    other = _Count()

    def ask(_):
        background.submit(Lane.REQUEST, lambda: other.go_on(until=1000))
        answers.append(other.is_enough.wait(5))

    background.submit(Lane.KEYRING, lambda: None, ask)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [True]


def test_the_painting_of_the_window_is_a_turn(qtbot, appearance):
    seen: list[bool] = []

    class Part(QWidget):
        def paintEvent(self, event):  # noqa: N802  # its own name
            seen.append(window.turn.is_on)

    window = SkeletonWindow(appearance.spacing)
    window.mark_loaded()
    part = Part(window)
    qtbot.addWidget(window)
    window.show()
    part.update()
    qtbot.waitUntil(lambda: bool(seen))
    seen.clear()
    part.update()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [True]
    assert not window.turn.is_on


def test_the_window_and_its_workers_share_one_turn(start):
    app = start()
    assert app.window.turn is app.background.turn
