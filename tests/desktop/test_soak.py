"""A day's work in a minute: nothing piles up, and nothing of an answer outlives Forget."""

import gc
import os
import sys
import threading
import time
from itertools import cycle, islice
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from inspector_app.system import heap
from tests.desktop.at_work import inspect, token_of

INSPECTIONS = int(os.environ.get("SOAK_INSPECTIONS", "150"))  # `acceptance` makes a thousand
WARM_UP = 60
WAITING = {"slow", "silent"} if INSPECTIONS >= 1000 else {"slow"}  # cancelled, as a person would
LARGE = {"many_organizations", "too_large"}
LARGE_EVERY = 125
LONGEST_PAUSE = 0.033
MOST_GROWTH = 20_000_000
NAME = "Marabella Quist"
TOKEN = "opaque-" + "v0G" * 14


def measure(app):
    """Bytes in memory without what is free in it, threads, open files and widgets."""
    app.background.is_idle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    heap.trim()
    resident = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
    descriptors = len(os.listdir("/proc/self/fd"))  # noqa: PTH208  # as many as there are
    return resident, threading.active_count(), descriptors, len(QApplication.allWidgets())


def small_scenarios(app):
    return [one.id for one in app.demo.scenarios if one.id not in {"slow", "silent"} | LARGE]


def cancel(app, qtbot, scenario):
    app.window.token_field.set_raw_text(token_of(app, scenario))
    qtbot.keyClick(app.window.token_field, Qt.Key.Key_Return)
    with qtbot.waitSignal(app.runner.ended):
        app.runner.cancel()


@pytest.fixture
def pauses():
    """Each pause of the collector in the thread of the window, in its own seconds."""
    found, began = [], 0.0

    def note(phase, _info):
        nonlocal began
        if phase == "start":
            began = time.thread_time()
        else:
            found.append(time.thread_time() - began)

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def show_last(app, qtbot):
    """What is shown at both measurements: its findings tell of the inspection before."""
    for _ in range(3):
        inspect(app, qtbot, token_of(app, "valid"))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.timing
# In a process of its own: other tests' threads have left arenas behind, which the app never has.
@pytest.mark.timeout(300)
def test_a_days_inspections_leave_the_process_as_it_was(demo, qtbot, pauses):
    """R4."""
    names = list(islice(cycle(small_scenarios(demo)), INSPECTIONS))
    large = cycle(sorted(LARGE))
    waiting = cycle(sorted(WAITING))
    before = measure(demo)
    for number, name in enumerate(names):
        if number == WARM_UP:  # caches are full, and the first large answers were there
            show_last(demo, qtbot)
            qtbot.waitUntil(demo.background.is_idle)
            before = measure(demo)
        if number == LARGE_EVERY:  # the last large answer is gone long since
            qtbot.waitUntil(
                lambda: bool(pauses), timeout=10_000
            )  # at rest, garbage is searched for
        if number % LARGE_EVERY == 1 or number == WARM_UP // 2:
            inspect(demo, qtbot, token_of(demo, next(large)))
        elif number % 10 == 5:
            cancel(demo, qtbot, next(waiting))
        else:
            inspect(demo, qtbot, token_of(demo, name))
    show_last(demo, qtbot)
    qtbot.waitUntil(demo.background.is_idle)
    qtbot.wait(1100)  # a pause, in which what is left over is collected
    # The demo gateway holds on to a silent answer for a minute, whoever has gone.
    qtbot.waitUntil(lambda: threading.active_count() <= before[1] + 1, timeout=90_000)
    after = measure(demo)
    assert after[0] - before[0] < MOST_GROWTH
    assert after[2] - before[2] <= 2
    assert after[3] - before[3] <= 2
    assert max(pauses) < LONGEST_PAUSE
