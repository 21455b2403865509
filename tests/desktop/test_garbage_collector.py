"""The end of a large answer never holds up the window."""

import gc
import json
import subprocess
import sys
import weakref

import pytest

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.background import Lane
from inspector_app.session.exchange import Exchange
from tests.desktop.at_work import inspect, list_objects, work_in
from tests.gateway.faulty_gateway import Answering

TOKEN = "IAM_S_" + "g" * 32
OTHER_TOKEN = "IAM_S_" + "gh" * 16
COUNTS_ARENAS = """
import ctypes, sys, tempfile, threading
from pathlib import Path
from PySide6.QtWidgets import QApplication
from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.startup import command_line
from inspector_app.system import heap
from inspector_app.system.paths import Directories
from inspector_app.vault.backends import MEMORY_ONLY_BY_CHOICE

if "unlimited" in sys.argv:
    heap.limit_arenas = lambda: None
at, application = Path(sys.argv[1]), QApplication([])
directories, options = Directories(at / "settings.json", at), command_line.parse_arguments([])
app = DesktopApp(application, options, directories, lambda: MEMORY_ONLY_BY_CHOICE)
app.window.show()
app.complete()
ready = threading.Barrier(5)

def hold():
    held = bytes(100_000)
    ready.wait()

for _ in range(4):
    threading.Thread(target=hold, daemon=True).start()
ready.wait()
c = ctypes.CDLL(None)
c.fopen.restype = ctypes.c_void_p
with tempfile.NamedTemporaryFile() as listed:
    stream = ctypes.c_void_p(c.fopen(listed.name.encode(), b"w"))
    c.malloc_info(0, stream)
    c.fclose(stream)
    print(listed.read().count(b"<heap nr="))
"""


class Cycle:
    def __init__(self):
        self.itself = self


def is_there(app, qtbot, body):
    """Whether anything in this process holds an answer with that body."""
    objects = list_objects(app, qtbot)
    return any(isinstance(one, Exchange) and one.body == body for one in objects)


@pytest.fixture
def gateway():
    with Answering() as made:
        yield made


@pytest.mark.parametrize("length", [10, 600_000])
def test_an_answer_ends_when_nothing_shows_it_any_more(demo, qtbot, gateway, length):
    """A8, R3: a large one is held until the background takes it apart, and no longer."""
    demo.window.remember_check_box.setChecked(False)
    work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
    gateway.body = json.dumps({"status": 0, "x": "x" * length}).encode()
    body = gateway.body
    inspect(demo, qtbot, TOKEN)
    assert is_there(demo, qtbot, body)
    gateway.body = b'{"status": 0}'
    inspect(demo, qtbot, OTHER_TOKEN)
    inspect(demo, qtbot, OTHER_TOKEN)  # nor does the way back to the last answer hold it
    qtbot.waitUntil(lambda: not is_there(demo, qtbot, body), timeout=10_000)


def test_what_is_shown_masked_or_unlocked_is_an_answer_in_use(demo, qtbot, gateway):
    """R3: searched as if the app itself had made it, the window stopped for 0.3 s."""
    demo.window.remember_check_box.setChecked(False)
    work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
    gateway.body = json.dumps({"status": 0, "x": [{"a": n} for n in range(20_000)]}).encode()
    inspect(demo, qtbot, TOKEN)
    actions, view = demo.window.action_collection, demo.window.result_view
    for action in (ActionId.SCREEN_SHARE, ActionId.LOCK):
        expected = demo.garbage_collector._large[-1]
        actions[action].trigger()
        qtbot.waitUntil(demo.background.is_idle)
        demo.secret_guards.window_lock.unlock()
        qtbot.waitUntil(lambda: view.result is not None)
        assert demo.garbage_collector._large[-1] is view.result.analyzed is not expected


def test_what_a_start_imports_does_not_keep_the_rest_from_being_searched(start, qtbot):
    """R4: it alone is more than is searched in one go."""
    app = start()
    qtbot.waitUntil(app.background.is_idle, timeout=20_000)  # beside a job nothing is searched
    imported = [[number] for number in range(60_000)]
    app._on_pipeline_imported(None)
    assert gc.get_count()[0] < 1_000
    cycles = [Cycle() for _ in range(300)]
    last = weakref.ref(cycles[-1])
    del cycles
    app.garbage_collector.collect_if_quick()
    assert last() is None
    assert len(imported) == 60_000


def test_no_other_thread_searches_for_garbage_while_the_app_ends(start):
    """R1: what belongs to Qt would end in that thread, and the process with it."""
    gc.enable()  # as a process begins
    app = start()
    assert not gc.isenabled()
    app.window.close()
    assert not gc.isenabled()


def test_it_rests_behind_a_hidden_window_until_something_happens(start, qtbot):
    app = start()
    collector = app.garbage_collector
    app.window.show()
    app.window.hide()
    qtbot.waitUntil(app.background.is_idle)
    for _ in range(2):  # the first takes what was left
        collector.collect_if_quick()
    assert not collector._timer.isActive()
    app.background.submit(Lane.FILES, lambda: None)
    qtbot.waitUntil(collector._timer.isActive)
    collector.collect_if_quick()
    app.window.show()
    assert collector._timer.isActive()
    app.window.close()
    app.background.delivered.emit()
    assert not collector._timer.isActive()


@pytest.mark.skipif(sys.platform != "linux", reason="arenas are of the C library of Linux")
def test_the_threads_of_the_app_share_their_memory(tmp_path):
    """R4: each arena would keep what an answer took in it."""
    ran = [
        subprocess.run(
            [sys.executable, "-c", COUNTS_ARENAS, str(tmp_path), *more],
            capture_output=True, check=True, text=True, timeout=60,
        ).stdout
        for more in (["unlimited"], [])
    ]  # fmt: skip
    assert int(ran[0]) > 1, "there is nothing to limit"
    assert int(ran[1]) == 1
