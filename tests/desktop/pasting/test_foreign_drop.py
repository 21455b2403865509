"""What another program drags here: read without waiting for it, whole, or with words."""

import os
import signal
import sys

import pytest

from tests.desktop.pasting.test_hung_owner import FIELDS, started
from tests.virtual_screen import focus, hand

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Xvfb and xdotool are for X servers"
)

SOURCE = """
import sys, time
from PySide6.QtCore import QMimeData, QUrl, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QWidget
kind, text, times, hangs = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "hangs"
class Data(QMimeData):
    def formats(self):
        return ["text/uri-list"] if kind == "file" else ["text/plain"]
    def hasFormat(self, form):
        return form in self.formats()
    def retrieveData(self, form, wanted):
        print("asked", form, flush=True)
        if hangs:
            time.sleep(60)
        return text * times
class Source(QWidget):
    def mousePressEvent(self, event):
        drag = QDrag(self)
        drag.setMimeData(Data())
        drag.actionChanged.connect(lambda action: print("may drop", action.name, flush=True))
        print("drags", flush=True)
        drag.exec(Qt.DropAction.CopyAction)
        print("dragged", flush=True)
application = QApplication(["source"])
source = Source()
source.setWindowTitle("Source")
source.setGeometry(700, 100, 200, 200)
source.show()
print("shown", flush=True)
application.exec()
"""

FILES = FIELDS.replace(
    "timer = QTimer()",
    """
from inspector_app.desktop.main_window.file_drop import FileDropFilter
files = FileDropFilter(window, Theme(application, ThemeMode.LIGHT))
files.dropped.connect(lambda paths: print("files", *paths, flush=True))
files.failed.connect(lambda message: print("refused", message, flush=True))
timer = QTimer()""",
)


def drag_from(screen, source, window):
    """Drag from the source's window onto the first field, and let go once that would take it."""
    hand(screen, "mousemove", "760", "160", "mousedown", "1")
    source.wait_for("drags")
    for step in range(10):
        hand(screen, "mousemove", "--window", window, str(120 - 6 * step), "30")
    source.wait_for("may drop CopyAction")
    hand(screen, "mouseup", "1")


@pytest.mark.parametrize("times", [1, 500_000])
def test_a_text_that_another_program_drags_comes_whole(screen, times):
    with started(screen, FILES) as app, started(
        screen, SOURCE, "text", "0123456789", str(times), ""
    ) as source:  # fmt: skip
        window = focus(screen, "Fields", app.process)
        source.wait_for("shown")
        drag_from(screen, source, window)
        assert app.wait_for("token") == "token " + ("0123456789" * times)[-40:]
        source.wait_for("dragged")


def test_a_file_that_another_program_drags_is_named(screen):
    with started(screen, FILES) as app, started(
        screen, SOURCE, "file", "file:///tmp/a%20b.json\r\n", "1", ""
    ) as source:  # fmt: skip
        window = focus(screen, "Fields", app.process)
        source.wait_for("shown")
        drag_from(screen, source, window)
        assert app.wait_for("files") == "files /tmp/a b.json"


@pytest.mark.timing
@pytest.mark.parametrize(("kind", "said"), [("text", "said"), ("file", "refused")])
def test_a_program_that_hangs_after_its_drop_does_not_stop_the_window(screen, kind, said):
    """R3: the window goes on, and says that nothing was taken."""
    with started(screen, FILES) as app, started(
        screen, SOURCE, kind, "file:///tmp/a", "1", "hangs"
    ) as source:  # fmt: skip
        window = focus(screen, "Fields", app.process)
        source.wait_for("shown")
        drag_from(screen, source, window)
        assert "does not answer" in app.wait_for(said)
        os.kill(source.process.pid, signal.SIGKILL)
        focus(screen, "Fields", app.process)
        hand(screen, "key", "ctrl+q")
        gap = float(app.wait_for("gap").split()[1])
    assert gap < 0.1, app.read
