"""The window stands before the rest of the app is there, as the person last had it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.theme.colours import CONTRAST, DARK, LIGHT
from inspector_app.settings import settings_file
from inspector_app.settings.user_settings import Settings, ThemeMode
from inspector_app.system.paths import get_directories
from tests.desktop.demo_process import NO_FRAME
from tests.virtual_screen import virtual_screen

ROOT = Path(__file__).parents[3]
SIZE = (701, 577)

WATCHED = """
import json, subprocess, sys
from PySide6.QtCore import QTimer
from inspector_app.desktop import application
from inspector_app.desktop.startup import launch

said = {{}}

class Watched(application.MainWindow):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.painted.connect(self.tell_first)

    def paintEvent(self, event):
        super().paintEvent(event)
        if "rest" not in said:
            said["rest"] = hasattr(self, "result_view")
            {at_first_paint}

    def tell_first(self):
        said["size"] = [self.width(), self.height()]
        picture = self.grab().toImage()
        said["ground"] = picture.pixelColor(5, self.height() - 5).name()
        self.wait_for_rest()

    def wait_for_rest(self):
        if hasattr(self, "result_view") and self.result_view.isVisible():
            QTimer.singleShot(300, self.tell_whole)
        else:
            QTimer.singleShot(10, self.wait_for_rest)

    def tell_whole(self):
        said["field"] = self.token_field.text()
        said["visible"] = self.token_field.isVisible() and self.result_view.isVisible()
        self.close()

application.MainWindow = Watched
code = launch.run([])
print(json.dumps(said))
sys.exit(code)
"""


def started(at_first_paint="pass", **variables):
    script = WATCHED.format(at_first_paint=at_first_paint)
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | variables,
        cwd=ROOT, capture_output=True, text=True, timeout=50, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.replace(NO_FRAME, "")) == (0, "")
    return json.loads(done.stdout)


def test_it_is_painted_before_the_rest_is_there():
    said = started()
    assert said["rest"] is False
    assert said["visible"] is True


@pytest.mark.parametrize(
    ("choice", "colours"),
    [(ThemeMode.DARK, DARK), (ThemeMode.LIGHT, LIGHT), (ThemeMode.CONTRAST, CONTRAST)],
)
def test_it_has_the_colours_and_the_size_that_it_last_had(qapp, choice, colours):
    window = QWidget()
    window.resize(*SIZE)
    place = bytes(QByteArray(window.saveGeometry()).toBase64().data()).decode()
    settings_file.save(
        get_directories().settings_file, Settings(window_geometry=place, theme_mode=choice)
    )
    said = started()
    assert said["ground"] == colours.window
    assert tuple(said["size"]) == SIZE


def test_closed_at_its_first_paint_it_ends():
    assert "visible" not in started("QTimer.singleShot(0, self.close)")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb is an X server")
def test_what_is_typed_meanwhile_lands_in_the_field():
    typed = """
            for hand in (
                ["windowfocus", "--sync", str(int(self.winId()))], ["type", "IAM_S_soon"]
            ):
                subprocess.run(["xdotool", *hand], check=True)
    """
    with virtual_screen() as display:
        said = started(typed.strip(), DISPLAY=display, QT_QPA_PLATFORM="xcb")
    assert said["field"] == "IAM_S_soon"
