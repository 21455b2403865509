"""The window can be closed at any moment, and the process ends well."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from tests.desktop.comparison.test_comparison_controller import answered, compare

ROOT = Path(__file__).parent.parent.parent

WALK = """
import random, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from inspector_app.desktop.startup import command_line
from inspector_app.desktop.application import DesktopApp
from inspector_app.session.translatable_text import tr
from inspector_app.system.paths import Directories
from inspector_app.vault.backends import MemoryOnly

chance = random.Random(int(sys.argv[2]))
rounds = int(sys.argv[3])
application = QApplication(["test"])
application.setQuitOnLastWindowClosed(False)
places = Directories(Path(sys.argv[1], "settings.json"), Path(sys.argv[1]))
slowest = 0.0
ends = 0

def start():
    inspecting = DesktopApp(
        application, command_line.parse_arguments(["--demo"]), places,
        lambda: MemoryOnly(tr("none")),
    )
    inspecting.complete()
    inspecting.demo.ready.connect(lambda _: begin(inspecting))
    inspecting.window.show()

def begin(inspecting):
    scenario = chance.choice([one for one in inspecting.demo.scenarios
                              if one.id != "many_organizations"])
    inspecting.window.token_field.set_raw_text(scenario.token)
    inspecting.presenter.inspect()
    if chance.random() < 0.5:
        QTimer.singleShot(chance.randrange(40), inspecting.runner.cancel)
    QTimer.singleShot(chance.randrange(60), lambda: end(inspecting))

def end(inspecting):
    global slowest, ends, rounds
    began = time.monotonic()
    inspecting.window.close()
    slowest = max(slowest, time.monotonic() - began)
    inspecting.window.deleteLater()
    inspecting.deleteLater()
    ends += 1
    rounds -= 1
    if rounds:
        QTimer.singleShot(0, start)
    else:
        print(f"closed {ends} times, slowest {slowest:.3f} s")
        application.exit(0)

QTimer.singleShot(0, start)
sys.exit(application.exec())
"""


@pytest.mark.parametrize(
    ("seed", "count"), [(1, 20), pytest.param(2, 200, marks=pytest.mark.acceptance)]
)
@pytest.mark.timeout(240)
def test_windows_are_closed_at_random_moments(tmp_path, seed, count):
    """R1: 200 inspections, random cancels and closes; exit code 0. Every run tries 20 of them."""
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", WALK, str(tmp_path), str(seed), str(count)],
        capture_output=True,
        text=True,
        timeout=220,
        check=False,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    said = done.stderr.replace("This plugin does not support propagateSizeHints()\n", "")
    assert done.returncode == 0, said[-3000:]
    assert said == ""
    assert f"closed {count} times" in done.stdout
    assert float(done.stdout.split("slowest ")[1].split()[0]) < 2.0


def test_the_process_ends_while_a_request_is_under_way(tmp_path):
    """Exit code 0 within two seconds, although the gateway has not answered."""
    script = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from inspector_app.desktop.startup import command_line
from inspector_app.desktop.application import DesktopApp
from inspector_app.system.paths import Directories
application = QApplication(["test"])
places = Directories(Path(sys.argv[1], "settings.json"), Path(sys.argv[1]))
inspecting = DesktopApp(application, command_line.parse_arguments(["--demo"]), places)
def begin(_):
    slow = next(one for one in inspecting.demo.scenarios if one.id == "slow")
    inspecting.window.token_field.set_raw_text(slow.token)
    inspecting.presenter.inspect()
    QTimer.singleShot(300, inspecting.window.close)
inspecting.complete()
inspecting.demo.ready.connect(begin)
inspecting.window.show()
code = application.exec()
print("left the loop", flush=True)
sys.exit(code)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    assert "left the loop" in done.stdout


def test_no_timer_of_a_closed_window_runs(demo, qtbot):
    """What it would do then, nobody sees, and jobs would come when none is taken any more."""
    answered(demo, qtbot, "valid", "account_disabled")
    compare(demo, qtbot)
    timers = demo.window.findChildren(QTimer)
    assert len(timers) > 20
    for timer in timers:
        timer.start()
    demo.window.close()
    assert [timer for timer in demo.window.findChildren(QTimer) if timer.isActive()] == []
