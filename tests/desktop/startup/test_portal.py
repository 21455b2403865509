"""With a real xdg-desktop-portal, which looks into /proc of who asks it, as an ordinary user."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("the portal is Linux's", allow_module_level=True)

from tests.virtual_screen import virtual_screen

ROOT = Path(__file__).parents[3]
NOBODY = "65534"

# Root is refused nothing. It may only lend the right to read files, so that a Python of its own and
# a folder that is nobody else's can be used.
AS_A_PERSON = (
    ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups",
     "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
    if os.getuid() == 0 else []
)  # fmt: skip

ASK = """
import ctypes
from PySide6.QtDBus import QDBusConnection, QDBusMessage
def ask():
    message = QDBusMessage.createMethodCall(
        "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings", "Read")
    message.setArguments(["org.freedesktop.appearance", "color-scheme"])
    answer = QDBusConnection.sessionBus().call(message)
    dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
    print("dumpable", dumpable, answer.errorName() or "answered", flush=True)
"""

# The whole app; when all its parts are there it asks, and looks again when a token may come.
RUNNING = """
from PySide6.QtCore import QTimer
from inspector_app.desktop import application
DesktopApp = application.DesktopApp
class Asking(DesktopApp):
    def __init__(self, *arguments, **more):
        super().__init__(*arguments, **more)
        self.completed.connect(self.look)
    def look(self, _app):
        ask()
        QTimer.singleShot(0, self.window.close)
application.DesktopApp = Asking
import sys
"""


def run_as_a_person(script):
    """What a script prints, in a session of its own with the portal."""
    with tempfile.TemporaryDirectory(prefix="portal-") as folder, virtual_screen() as display:
        Path(folder).chmod(0o777)
        home = Path(folder, "home")
        home.mkdir()
        home.chmod(0o777)
        if os.getuid() == 0:
            os.chown(home, int(NOBODY), int(NOBODY))
        home.chmod(0o700)
        done = subprocess.run(
            [*AS_A_PERSON, "dbus-run-session", "--", sys.executable, "-c", script],
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(home),
                "XDG_RUNTIME_DIR": str(home),
                "XDG_CURRENT_DESKTOP": "X-Other",  # under GNOME's and others Qt asks by itself
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "PYTHONPATH": str(ROOT),
                "PYTHONDONTWRITEBYTECODE": "1",
            },
            cwd=home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return [line for line in done.stdout.splitlines() if line.startswith("dumpable")], done


def test_the_portal_answers_an_app_that_was_closed_to_others_after_they_met():
    """A5"""
    script = (
        f"{ASK}{RUNNING}"
        "from inspector_app.__main__ import main\nsys.argv[1:] = []\nsys.exit(main())\n"
    )
    lines, done = run_as_a_person(script)
    assert lines == ["dumpable 0 answered"], done.stderr
    assert done.returncode == 0


def test_the_portal_refuses_an_app_that_was_closed_first():
    """A5: or the test above would prove nothing."""
    lines, done = run_as_a_person(
        f"{ASK}from PySide6.QtCore import QCoreApplication\n"
        "from inspector_app.system import process\n"
        "application = QCoreApplication([])\nprocess.harden()\nask()\n"
    )
    assert lines == ["dumpable 0 org.freedesktop.DBus.Error.AccessDenied"], done.stderr
