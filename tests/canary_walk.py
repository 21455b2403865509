"""The walk of the canary: the real app, by its own way of starting, through every feature."""

import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication

from inspector_app import __main__
from inspector_app.desktop import application
from inspector_app.system import paths
from tests.canary_eyes import Eyes
from tests.canary_sinks import PACKAGE
from tests.canary_steps import Steps

PORTS = sys.argv[1:]
*TYPED, ACCESS_TOKEN = sys.stdin.read().split()
EYES = Eyes((*TYPED, ACCESS_TOKEN))
WRITERS: set[str] = set()
"""The modules that opened a file for writing, or had somebody do it."""

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND


def hear(event, arguments):
    """Which modules of the app were at work when a file was opened for writing."""
    if event != "open" or not (isinstance(arguments[2], int) and arguments[2] & _WRITING):
        return
    frame: Any = sys._getframe(1)
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(PACKAGE):
            WRITERS.add(path.relative_to(PACKAGE).as_posix())
        frame = frame.f_back


class Walking(application.DesktopApp):
    """The app, which walks by itself when all of it is there."""

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        QAccessible.setActive(True)
        self.steps = Steps(self, EYES, TYPED, PORTS)
        self.completed.connect(lambda _: QTimer.singleShot(0, self._walk))
        QTimer.singleShot(100_000, lambda: QApplication.exit(3))

    def _walk(self):
        try:
            self.steps.all()
        except Exception as error:  # noqa: BLE001  # told by kind and place alone
            directories = "".join(traceback.format_tb(error.__traceback__))
            print(self.steps.stages, directories, type(error).__name__, flush=True)  # noqa: T201
            QApplication.exit(4)
        SAID.update(
            stages=self.steps.stages,
            actions=self.steps.actions,
            kept_before_forget=self.steps.kept_before_forget,
        )


SAID: dict[str, object] = {}
sys.addaudithook(hear)
MACHINE = Path(os.environ["MACHINE_FOLDER"])
paths.get_machine_folder = lambda: MACHINE  # which no variable moves outside of this test
application.DesktopApp = Walking  # type: ignore[misc]  # the same, and walking
sys.argv = ["enos-session-inspector"]
code = __main__.main()
if code == 0:
    SAID.update(
        texts=EYES.texts,
        copies=EYES.copies,
        found=EYES.found,
        searched=EYES.searched,
        writers=sorted(WRITERS),
        process=[*sys.argv, *os.environ.values(), Path("/proc/self/cmdline").read_text()],
        clipboard_at_the_end=QGuiApplication.clipboard().text(),
    )
    print(json.dumps(SAID))  # noqa: T201
__main__.end(code)
