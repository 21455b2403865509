"""A window that nobody looks at leaves the processor alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

SCRIPT = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from inspector_app.desktop.startup import command_line
from inspector_app.desktop.application import DesktopApp
from inspector_app.session.translatable_text import tr
from inspector_app.system.paths import Directories
from inspector_app.vault.backends import MemoryOnly

application = QApplication(["test"])
places = Directories(Path(sys.argv[1], "settings.json"), Path(sys.argv[1]))
app = DesktopApp(
    application, command_line.parse_arguments(["--demo"]), places, lambda: MemoryOnly(tr("none"))
)

def count_wake_ups():
    total = 0
    for thread in Path("/proc/self/task").iterdir():
        lines = (thread / "status").read_text().splitlines()
        total += sum(int(one.split()[1]) for one in lines if one.startswith("voluntary_ctxt"))
    return total

def begin():
    assert app.window.result_view.result is not None
    getattr(app.window, sys.argv[2])()
    QTimer.singleShot(2_500, measure)

def measure():
    before, worked = count_wake_ups(), time.process_time()
    QTimer.singleShot(4_000, lambda: end(before, worked))

def end(before, worked):
    busy = 100 * (time.process_time() - worked) / 4
    print(count_wake_ups() - before, f"{busy:.3f}")
    app.window.close()
    application.exit(0)

app.demo.ready.connect(lambda _: app.presenter.inspect())
app.runner.ended.connect(lambda: QTimer.singleShot(500, begin))
app.window.show()
sys.exit(application.exec())
"""


def measure(folder, way):
    """How often any thread woke up in four seconds, and per cent of a core that all took."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder), way],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    wake_ups, busy = done.stdout.split()
    return int(wake_ups), float(busy)


@pytest.mark.timing
@pytest.mark.skipif(sys.platform != "linux", reason="wake-ups are counted in Linux's /proc")
def test_nothing_wakes_the_processor_while_the_window_is_hidden(tmp_path):
    """An answer is there, the demo's gateway waits, and the time until the lock goes on."""
    wake_ups, busy = measure(tmp_path, "hide")
    assert wake_ups <= 5  # of the measurement itself
    assert busy < 0.1


@pytest.mark.timing
@pytest.mark.skipif(sys.platform != "linux", reason="wake-ups are counted in Linux's /proc")
def test_a_countdown_that_is_seen_takes_little(tmp_path):
    """At most double what is wanted: 0.2 % of a core; in the quieter of two runs."""
    assert any(measure(tmp_path, "update")[1] < 0.6 for _ in range(2))
