"""The clipboard of a program that hangs: the window goes on, and says what happened."""

import os
import queue
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress

import pytest

from tests.virtual_screen import focus, hand

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Xvfb and xdotool are for X servers"
)

OWNER = """
import sys
from PySide6.QtGui import QClipboard, QGuiApplication
application = QGuiApplication(["owner"])
for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
    application.clipboard().setText(sys.argv[1] * int(sys.argv[2]), mode)
print("owns", flush=True)
application.exec()
"""

FIELDS = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QToolTip
from PySide6.QtWidgets import QVBoxLayout, QWidget
from inspector_app.desktop.main_window.token_field import TokenField
from inspector_app.desktop.pasting.paste_filter import PasteFilterInstaller
from inspector_app.desktop.theme.theme import Theme
from inspector_app.settings.user_settings import ThemeMode
application = QApplication(["fields"])
PasteFilterInstaller(application, application)
window = QWidget()
window.setWindowTitle("Fields")
token, line, number = TokenField(Theme(application, ThemeMode.LIGHT)), QLineEdit(), QSpinBox()
token.take_pastes()
layout = QVBoxLayout(window)
for place, field in enumerate((token, line, number)):
    field.setFixedSize(300, 40)
    layout.addWidget(field)
token.edited.connect(lambda: print("token", token.get_raw_text()[-40:], flush=True))
token.submitted.connect(lambda: print("submitted", token.get_raw_text(), flush=True))
line.textChanged.connect(lambda text: print("line", text[:20], len(text), flush=True))
number.valueChanged.connect(lambda value: print("number", value, flush=True))
application.focusChanged.connect(lambda _, now: print("focus", type(now).__name__, flush=True))
QShortcut(QKeySequence("Ctrl+Q"), window).activated.connect(application.quit)
last, gap, said, popup = time.perf_counter(), 0.0, "", None
def beat():
    global last, gap, said, popup
    now = time.perf_counter()
    if now - last > 0.05:
        print("late", now - last, flush=True)
    gap, last = max(gap, now - last), now
    text = QToolTip.text() if QToolTip.isVisible() else ""
    if text != said:
        said = text
        print("said" if text else "quiet", text, flush=True)
        QToolTip.hideText()
    before, popup = popup, application.activePopupWidget()
    if popup and not before:
        print("menu", flush=True)
timer = QTimer()
timer.timeout.connect(beat)
window.show()
token.setFocus()
def start():
    global gap
    gap = 0.0
QTimer.singleShot(300, start)  # what a start takes is another matter
timer.start(5)
application.exec()
print("gap", gap, flush=True)
"""


class Program:
    """A program with a window, and what it has printed."""

    def __init__(self, process):
        self.process = process
        self.lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.read = []
        threading.Thread(target=self._collect, daemon=True).start()

    def _collect(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))
        self.lines.put(None)

    def wait_for(self, start):
        """The next line that begins so; after what is said, it has gone again."""
        with suppress(queue.Empty):
            while (line := self.lines.get(timeout=20)) is not None:
                self.read.append(line)
                if line.startswith(start):
                    return line if start != "said" else self.wait_for("quiet") and line
        raise AssertionError(f"no line “{start}”: {self.read}")


@contextmanager
def started(screen, code, *arguments):
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env=screen,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with process:
        try:
            yield Program(process)
        finally:
            process.kill()


@contextmanager
def owner(screen, text, times=1, *, hangs=False):
    """Another program, which has copied a text and selected it."""
    with started(screen, OWNER, text, str(times)) as program:
        program.wait_for("owns")
        if hangs:
            os.kill(program.process.pid, signal.SIGSTOP)
            os.waitid(os.P_PID, program.process.pid, os.WSTOPPED | os.WNOWAIT)
        yield program


def click(screen, window, button, row):
    hand(screen, "mousemove", "--window", window, "60", str(30 + 46 * row), "click", str(button))


def paste_by_menu(screen, app, window, row):
    click(screen, window, 3, row)
    app.wait_for("menu")
    hand(screen, "key", "p")


@pytest.mark.timing
def test_no_way_of_pasting_waits_for_a_program_that_hangs(screen):
    """R3: not a key, menu or middle click, in no field; each says that nothing was pasted."""
    with owner(screen, "never", hangs=True), started(screen, FIELDS) as app:
        window = focus(screen, "Fields", app.process)
        app.wait_for("focus TokenField")
        for keys in ("ctrl+v", "shift+Insert", "ctrl+shift+Insert"):
            hand(screen, "key", keys)
            assert "does not answer" in app.wait_for("said")
        click(screen, window, 2, 0)
        app.wait_for("said")
        click(screen, window, 1, 1)
        app.wait_for("focus QLineEdit")
        hand(screen, "key", "ctrl+v")
        app.wait_for("said")
        click(screen, window, 2, 1)
        app.wait_for("said")
        paste_by_menu(screen, app, window, 1)
        app.wait_for("said")
        click(screen, window, 1, 2)
        app.wait_for("focus QSpinBox")
        hand(screen, "key", "ctrl+v")
        app.wait_for("said")
        paste_by_menu(screen, app, window, 2)
        app.wait_for("said")
        hand(screen, "key", "ctrl+q")
        gap = float(app.wait_for("gap").split()[1])
    assert gap < 0.1, app.read
    assert not [line for line in app.read if line.startswith(("token", "line"))]


def test_a_program_that_answers_is_pasted_from_in_every_way(screen):
    with owner(screen, "42"), started(screen, FIELDS) as app:
        window = focus(screen, "Fields", app.process)
        app.wait_for("focus TokenField")
        hand(screen, "key", "ctrl+v")
        assert app.wait_for("token") == "token 42"
        click(screen, window, 1, 1)
        app.wait_for("focus QLineEdit")
        for number, paste in enumerate(
            (
                lambda: hand(screen, "key", "ctrl+v"),
                lambda: hand(screen, "key", "ctrl+shift+Insert"),
                lambda: click(screen, window, 2, 1),
                lambda: paste_by_menu(screen, app, window, 1),
            ),
            1,
        ):
            paste()
            assert app.wait_for("line") == f"line {'42' * number} {2 * number}"
        click(screen, window, 1, 2)
        app.wait_for("focus QSpinBox")
        hand(screen, "key", "ctrl+a", "ctrl+v")
        assert app.wait_for("number") == "number 42"


def test_what_is_typed_after_a_paste_follows_it(screen):
    """Enter means what was pasted, however long that took to come."""
    with started(screen, FIELDS) as app, owner(screen, "pasted") as other:
        focus(screen, "Fields", app.process)
        app.wait_for("focus TokenField")
        os.kill(other.process.pid, signal.SIGSTOP)
        hand(screen, "key", "ctrl+v", "Return")
        os.kill(other.process.pid, signal.SIGCONT)
        assert app.wait_for("submitted") == "submitted pasted"
        os.kill(other.process.pid, signal.SIGSTOP)
        hand(screen, "key", "ctrl+v", "Return")
        app.wait_for("said")
        hand(screen, "key", "x")
        assert app.wait_for("token") == "token x"  # that Enter did not send the old one
    assert len([line for line in app.read if line.startswith("submitted")]) == 1


def test_a_text_of_many_pieces_comes_whole(screen):
    """Above a quarter of a megabyte an X server passes it on piece by piece."""
    with owner(screen, "0123456789", 500_000), started(screen, FIELDS) as app:
        focus(screen, "Fields", app.process)
        app.wait_for("focus TokenField")
        hand(screen, "key", "ctrl+v")
        assert app.wait_for("token") == "token " + "0123456789" * 4


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from inspector_app.desktop.startup import launch
from inspector_app.desktop.inspection_runner import InspectionRunner
from inspector_app.desktop.main_window.main_window import MainWindow
from inspector_app.desktop.main_window.token_field import TokenField
start = InspectionRunner.start
def started(runner, request):
    print("inspects", (request.pasted_text or "")[:20], flush=True)
    start(runner, request)
InspectionRunner.start = started
for name in ("show_problem", "show_note"):
    def said(window, text, name=name, show=getattr(MainWindow, name)):
        print(name, text, flush=True)
        show(window, text)
    setattr(MainWindow, name, said)
set_raw_text = TokenField.set_raw_text
def set_and_tell(field, text):
    set_raw_text(field, text)
    print("token", text[:20], flush=True)
    button = field.window().inspect_button
    place = button.mapTo(button.window(), button.rect().center())
    print("button", place.x(), place.y(), flush=True)
TokenField.set_raw_text = set_and_tell
launch.run(["--demo"])
"""


def click_inspect(screen, window, app):
    _, x, y = app.wait_for("button").split()
    return lambda: hand(screen, "mousemove", "--window", window, x, y, "click", "1")


def test_a_click_on_inspect_waits_for_the_paste_before_it(screen):
    """A2: the old token is not inspected in the place of the one that was just pasted."""
    with started(screen, WINDOW) as app, owner(screen, "fresh") as other:
        window = focus(screen, "EnOS Session Inspector", app.process)
        app.wait_for("token IAM_S_")
        click = click_inspect(screen, window, app)
        os.kill(other.process.pid, signal.SIGSTOP)
        hand(screen, "key", "ctrl+v")
        click()
        app.wait_for("show_note Waiting")
        os.kill(other.process.pid, signal.SIGCONT)
        assert app.wait_for("inspects") == "inspects fresh"


def test_a_click_on_inspect_inspects_nothing_where_no_paste_comes(screen):
    """R3: it says so, and the next click means what stands there."""
    with owner(screen, "never", hangs=True), started(screen, WINDOW) as app:
        window = focus(screen, "EnOS Session Inspector", app.process)
        app.wait_for("token IAM_S_")
        click = click_inspect(screen, window, app)
        hand(screen, "key", "ctrl+v")
        click()
        click()
        assert "Nothing was inspected" in app.wait_for("show_problem")
        assert not [line for line in app.read if line.startswith("inspects")]
        click()
        assert app.wait_for("inspects").startswith("inspects IAM_S_")
