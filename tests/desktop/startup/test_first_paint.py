"""The window stands before the rest of the app is loaded, as the person last had it."""

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
from inspector_app.settings.settings_file import Settings, ThemeMode
from inspector_app.system.paths import get_directories
from tests.desktop.demo_process import NO_FRAME
from tests.virtual_screen import virtual_screen

ROOT = Path(__file__).parents[3]
SIZE = (701, 577)

WATCHED = """
import json, subprocess, sys
from PySide6.QtCore import QTimer
from inspector_app.desktop.startup import first_paint, launch

said = {{}}

class Watched(first_paint.MainWindow):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.skeleton_painted.connect(self.in_outline)
        self.content_painted.connect(self.wait_for_parts)

    def in_outline(self):
        said["loaded"] = "inspector_app.desktop.application" in sys.modules
        said["size"] = [self.width(), self.height()]
        picture = self.grab().toImage()
        said["ground"] = picture.pixelColor(5, self.height() - 5).name()
        {in_outline}

    def build_ui(self, *arguments):
        {before_parts}
        super().build_ui(*arguments)

    def wait_for_parts(self):
        if hasattr(self, "result_view") and self.result_view.isVisible():
            QTimer.singleShot(300, self.with_parts)
        else:
            QTimer.singleShot(10, self.wait_for_parts)

    def with_parts(self):
        said["field"] = self.token_field.text()
        said["visible"] = self.token_field.isVisible() and self.result_view.isVisible()
        self.close()

first_paint.MainWindow = Watched
code = launch.run([])
print(json.dumps(said))
sys.exit(code)
"""


def started(in_outline="pass", before_parts="pass", **variables):
    script = WATCHED.format(in_outline=in_outline, before_parts=before_parts)
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | variables,
        cwd=ROOT, capture_output=True, text=True, timeout=50, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.replace(NO_FRAME, "")) == (0, "")
    return json.loads(done.stdout)


def test_it_is_painted_before_the_app_is_loaded_and_then_gets_its_parts():
    said = started()
    assert said["loaded"] is False
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


def test_closed_in_outline_the_app_is_not_loaded_at_all():
    said = started("QTimer.singleShot(0, self.close)")
    assert "field" not in said
    assert said["loaded"] is False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb is an X server")
def test_what_is_typed_meanwhile_lands_in_the_field():
    typed = """
        for hand in (["windowfocus", "--sync", str(int(self.winId()))], ["type", "IAM_S_soon"]):
            subprocess.run(["xdotool", *hand], check=True)
    """
    with virtual_screen() as display:
        said = started(before_parts=typed.strip(), DISPLAY=display, QT_QPA_PLATFORM="xcb")
    assert said["field"] == "IAM_S_soon"
