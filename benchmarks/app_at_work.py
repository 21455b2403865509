"""The app at work on its demo: prints what its memory, its inspections and its idle time take."""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.memory import read_memory
from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.options import DesktopOptions
from inspector_app.session.translatable_text import tr
from inspector_app.system import heap
from inspector_app.system.paths import Directories
from inspector_app.vault.backends import MemoryOnly

if TYPE_CHECKING:
    from collections.abc import Callable

IDLE_SECONDS = 6
SETTLED_MS = 2500
"""Milliseconds after which all that follows a start, or a large answer, is done."""

LARGE = "many_organizations"
SOUGHT = "099999"
"""In the name of the last organization of the large answer."""


def main(inspections: int) -> None:
    """Measure everything in one run of the app, and print it as JSON."""
    application = QApplication(["app"])
    application.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder:
        places = Directories(Path(folder, "settings.json"), Path(folder))
        nothing = MemoryOnly(tr("none"))
        app = DesktopApp(application, DesktopOptions(is_demo=True), places, lambda: nothing)
        app.show()
        app.complete()
        while app.preferences.demo is None:
            application.processEvents()
        wait(SETTLED_MS)
        found = {"idle memory": read_memory()}
        times = [inspect(app) for _ in range(31)]
        found["first inspection"], *later = times
        found["median inspection"] = statistics.median(later)
        found["memory after an inspection"] = read_memory()
        found |= measure_idle(app)
        found |= measure_large_answer(app)
        found |= measure_many(app, inspections)
        print(json.dumps(found), flush=True)
    os._exit(0)


def measure_idle(app: DesktopApp) -> dict[str, float]:
    """Per cent of a core, with a countdown in sight and behind a hidden window."""
    found = {}
    for name, act in {"seen": app.window.update, "hidden": app.window.hide}.items():
        act()
        wait(SETTLED_MS)
        begun = time.process_time()
        wait(1000 * IDLE_SECONDS)
        found[f"idle, {name}"] = 100 * (time.process_time() - begun) / IDLE_SECONDS
    app.window.show()
    return found


def measure_large_answer(app: DesktopApp) -> dict[str, float]:
    """Milliseconds to the tree of 100,000 organizations and to all hits in it; longest gaps."""
    app.window.token_field.set_raw_text(find_token(app, LARGE))
    before = read_memory()
    with Gap() as gap:
        shown = inspect(app)
        shown_gap = gap.longest
    wait(SETTLED_MS)
    found = {
        "large answer": shown,
        "large answer, gap": shown_gap,
        "large answer, memory": read_memory() - before,
    }
    finder = app.window.result_view.answer_pages.finder
    field = app.window.result_view.answer_pages.find_field
    with Gap() as gap:
        begun = time.perf_counter()
        field.setText(SOUGHT)
        wait_until(lambda: bool(finder.matches) and not finder.is_running)
        found["large search"] = 1000 * (time.perf_counter() - begun)
    return found | {"large search, gap": gap.longest}


def measure_many(app: DesktopApp, inspections: int) -> dict[str, float]:
    """What so many inspections of all the demo's small sessions leave in the process."""
    left_out = {"slow", "silent", "too_large", LARGE}
    tokens = [one.token for one in app.demo.scenarios if one.id not in left_out]
    measured = []
    for count in (2 * len(tokens), inspections):
        for number in range(count):
            app.window.token_field.set_raw_text(tokens[number % len(tokens)])
            inspect(app)
        app.window.token_field.set_raw_text(tokens[0])
        inspect(app)
        wait(SETTLED_MS)
        heap.trim()
        files = len(list(Path("/proc/self/fd").iterdir())) if sys.platform == "linux" else 0
        measured.append((read_memory(), threading.active_count(), files))
    names = ("memory", "threads", "files")
    before, after = measured
    return {f"many, {name}": after[one] - before[one] for one, name in enumerate(names)}


def inspect(app: DesktopApp) -> float:
    """Milliseconds from Enter until the answer is painted."""
    begun = time.perf_counter()
    loop = QEventLoop()
    app.runner.ended.connect(loop.quit)
    app.presenter.inspect()
    loop.exec()
    app.runner.ended.disconnect(loop.quit)
    app.window.repaint()
    return 1000 * (time.perf_counter() - begun)


def find_token(app: DesktopApp, scenario: str) -> str:
    """The token of one of the demo's sessions."""
    return next(one.token for one in app.demo.scenarios if one.id == scenario)


class Gap:
    """The longest time within the block for which the window could not have answered a key."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, 1000 * (now - self._last)), now


def wait(milliseconds: int) -> None:
    """Let the window live so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(is_there: Callable[[], bool]) -> None:
    """Let the window live until something is there."""
    while not is_there():
        wait(1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
