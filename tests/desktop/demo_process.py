"""The app on its demo in a process of its own, for what other tests' objects would disturb."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

NO_FRAME = "This plugin does not support propagateSizeHints()\n"
"""The offscreen platform says so of every window, before the log hears of it."""

BEGIN = """
import sys, time
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
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
app.complete()
"""


def run_demo(script, folder, *arguments, timeout=80):
    """What a script prints that goes on where the app is made, with its settings in a folder."""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + script, str(folder), *arguments],
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
