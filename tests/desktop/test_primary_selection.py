"""X11's primary selection keeps nothing of a revealed token once it is hidden or gone."""

import subprocess
import sys

import pytest

from inspector_app.system.foreign_text import ForeignTextError

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the primary selection is X11's"
)

SECRET = "IAM_S_" + "v" * 32

APP = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.startup import command_line
from inspector_app.session.translatable_text import tr
from inspector_app.system.paths import Directories
from inspector_app.vault.backends import MemoryOnly
from tests.desktop.at_work import run_out
application = QApplication(["app"])
home = Path(sys.argv[1])
app = DesktopApp(
    application,
    command_line.parse_arguments(["--demo"]),
    Directories(settings_file=home / "settings.json", state=home / "state"),
    lambda: MemoryOnly(tr("none")),
)
app.complete()
field = app.window.token_field
reveal = field.actions()[-1]
actions = app.window.action_collection

def prepare():
    field.setFocus()
    field.set_raw_text(sys.argv[2])
    reveal.trigger()
    print("revealed", flush=True)

ways = iter(sys.argv[3:])
ends = {
    "lock": actions[ActionId.LOCK].trigger,
    "forget": actions[ActionId.FORGET_TOKEN].trigger,
    "another token": lambda: field.set_raw_text("IAM_S_other"),
    "time": lambda: run_out(field._hide_timer),
}

def end():
    ends.get(next(ways), reveal.trigger)()
    print("ended", flush=True)

field.selected.connect(lambda _: print("selected", flush=True))
app.preferences.changed.connect(lambda: app.preferences.demo and print("ready", flush=True))
from PySide6.QtGui import QKeySequence, QShortcut
QShortcut(QKeySequence("F11"), app.window).activated.connect(prepare)
QShortcut(QKeySequence("F12"), app.window).activated.connect(end)
app.window.show()
application.exec()
"""
"""The real app; F11 reveals the token, F12 ends that in the next of the ways."""

KEYS = {"Delete": "Delete", "typing over": "x", "deselected": "Right"}
"""What is pressed before the token is hidden by its button."""

WAYS = ["hide", "another token", "time", "by word", *KEYS, "forget", "lock"]


def selected(screen, monkeypatch, targets):
    """What another program gets of the selection, in the first of these forms that there is."""
    from inspector_app.system.x11_selection import SelectionRequest

    monkeypatch.setenv("DISPLAY", screen["DISPLAY"])
    request = SelectionRequest("PRIMARY", targets)
    try:
        return request.receive_text()
    except ForeignTextError as error:
        return error.failure
    finally:
        request.close()


TEXT = {"UTF8_STRING": "utf-8"}
HINT = {"x-kde-passwordManagerHint": "utf-8"}


def test_the_selection_goes_with_what_was_revealed(screen, tmp_path, monkeypatch):
    """A1, A3: meanwhile it carries the hint for clipboard managers, as copies do."""
    from tests.desktop.pasting.test_hung_owner import Program
    from tests.virtual_screen import focus, hand

    process = subprocess.Popen(
        [sys.executable, "-c", APP, str(tmp_path), SECRET, *WAYS],
        env=screen,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with process:
        try:
            app = Program(process)
            focus(screen, "EnOS Session Inspector", process)
            app.wait_for("ready")
            for way in WAYS:
                hand(screen, "key", "F11")
                app.wait_for("revealed")
                hand(screen, "key", "ctrl+shift+Left" if way == "by word" else "ctrl+a")
                app.wait_for("selected")
                assert selected(screen, monkeypatch, TEXT) == SECRET, way
                assert selected(screen, monkeypatch, HINT) == "secret", way
                if way in KEYS:
                    hand(screen, "key", KEYS[way])
                hand(screen, "key", "F12")
                app.wait_for("ended")
                assert selected(screen, monkeypatch, TEXT) == "", way
        finally:
            process.kill()
