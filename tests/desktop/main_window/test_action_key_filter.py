"""Every key of the table of actions works wherever the focus is, text fields included.

On an X server, for which keys edit a text is the platform's: offscreen has other ones.
"""

import subprocess
import sys

import pytest

from tests.virtual_screen import focus, hand

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Xvfb and xdotool are for X servers"
)

APP = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from inspector_app.desktop.actions import ACTION_SPECS, ActionId
from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.startup import command_line
from inspector_app.session.translatable_text import tr
from inspector_app.system.paths import Directories
from inspector_app.vault.backends import MemoryOnly
application = QApplication(["app"])
home = Path(sys.argv[1])
app = DesktopApp(
    application,
    command_line.parse_arguments(["--demo"]),
    Directories(settings_file=home / "settings.json", state=home / "state"),
    lambda: MemoryOnly(tr("none")),
)
window, actions = app.window, app.window.action_collection
window.show()
app.complete()
while app.preferences.demo is None or not window.isActiveWindow():
    application.processEvents()
if sys.argv[2] == "environments":
    menu = window.environment_button.menu()
    menu.aboutToShow.connect(lambda: print("opened", flush=True))
    print("ready", flush=True)
    application.exec()
    sys.exit()
app.presenter.inspect()
while window.result_view.result is None:
    application.processEvents()
actions[ActionId.SHOW_JSON].trigger()
counts = dict.fromkeys(ActionId, 0)

def count(action_id):
    counts[action_id] += 1

for action_id in ActionId:
    action = actions[action_id]
    action.triggered.disconnect()
    action.triggered.connect(lambda *_, action_id=action_id: count(action_id))
fields = [
    one for kind in (QLineEdit, QPlainTextEdit) for one in window.findChildren(kind)
    if one.isVisible()
]

def press_all(content):
    for action_id in ActionId:
        actions[action_id].setEnabled(True)
        actions[action_id].setVisible(True)
    for field in fields:
        field.setFocus()
        for action_id, spec in ACTION_SPECS.items():
            is_own = action_id is ActionId.PASTE_TOKEN and isinstance(field, QLineEdit)
            for keys in () if spec.is_row_action or is_own else spec.shortcuts:
                before, pressed = counts[action_id], QKeySequence(keys)[0]
                QTest.keyClick(field, pressed.key(), pressed.keyboardModifiers())
                if counts[action_id] != before + 1:
                    print(content, "swallowed:", type(field).__name__, keys, flush=True)
    print(content, "fields:", len(fields), flush=True)

press_all("masked")
window.token_field.actions()[-1].trigger()
press_all("revealed")
window.token_field.clear_text()
press_all("empty")
window.close()
"""
"""The real app; the actions count in place of what they do."""


@pytest.fixture
def begin(screen, tmp_path):
    """Starts the app of this test in a process of its own, and gives it the keys."""
    started = []

    def start(mode):
        running = subprocess.Popen(
            [sys.executable, "-c", APP, str(tmp_path), mode],
            env=screen,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(running)
        focus(screen, "EnOS Session Inspector", running)
        return running

    yield start
    for running in started:
        with running:
            running.kill()


def test_no_key_of_an_action_is_swallowed_by_a_text_field(begin):
    said, _ = begin("keys").communicate(timeout=60)
    assert said.splitlines() == [f"{one} fields: 5" for one in ("masked", "revealed", "empty")]


def test_the_environments_open_by_their_key_from_the_field_that_has_the_focus_at_start(
    begin, screen
):
    app = begin("environments")
    assert app.stdout.readline() == "ready\n"
    hand(screen, "key", "--delay", "100", "ctrl+e")
    assert app.stdout.readline() == "opened\n"
