"""A file that macOS hands over is opened, also where it comes before the window."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SCRIPT = """
import json, sys
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from inspector_app.desktop.main_window.file_open_application import FileOpenApplication

application = FileOpenApplication(["app"])
opened = []
send = lambda url: QApplication.sendEvent(application, QFileOpenEvent(url))
for name in ("one", "two"):
    assert send(QUrl.fromLocalFile(f"/tmp/{name}.json"))
application.deliver_to(lambda path: opened.append(path.name))
assert send(QUrl.fromLocalFile("/tmp/three.json"))
assert send(QUrl("https://apim.example.com/"))
QApplication.sendEvent(application, QEvent(QEvent.Type.ApplicationFontChange))
print(json.dumps(opened))
"""


def test_a_file_that_comes_before_the_window_waits_for_it_and_later_ones_do_not():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "PATH": "/usr/bin"},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == ["two.json", "three.json"]
