"""A real window, offscreen, and a failure for every widget and timer that a test leaves alive."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Before Qt looks for fonts: with those of the machine, widths and heights would be others on each.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))

import gc
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.startup import command_line
from inspector_app.desktop.theme.colours import LIGHT
from inspector_app.desktop.theme.theme import Theme
from inspector_app.session.translatable_text import tr
from inspector_app.settings.user_settings import ThemeMode
from inspector_app.system.paths import Directories
from inspector_app.vault.backends import MemoryOnly
from tests.desktop.described_parts import KnownTheme
from tests.desktop.job_lanes import note_wrong_lanes
from tests.virtual_screen import virtual_screen

ROOT = Path(__file__).parents[2]
NO_KEYRING = MemoryOnly(tr("No usable keyring was found; the token is kept for this run only."))


@pytest.fixture
def screen():
    """The environment of a program that shall show its window on a screen of the test's own.

    Made after the autouse fixture that gives each test its own home.
    """
    with virtual_screen() as display:
        yield os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
        }


@pytest.fixture
def background(qapp):
    """What does jobs, without an app around it."""
    made = BackgroundExecutor()
    yield made
    assert made.close(5.0)


@pytest.fixture
def appearance(qapp):
    made = Theme(qapp, ThemeMode.LIGHT)
    yield made
    made.deleteLater()
    delete_at_once()


@pytest.fixture
def known_theme(qapp):
    """A theme whose icons are known by name; Qt itself cannot paint in it."""
    made = KnownTheme(qapp)
    yield made
    made.deleteLater()
    delete_at_once()


@pytest.fixture
def directories(tmp_path):
    return Directories(
        settings_file=tmp_path / "config" / "settings.json", state=tmp_path / "state"
    )


@pytest.fixture
def service():
    """A real Secret Service; named before ``start``, so that the app closes before it ends."""
    from tests.secret_service import secret_service  # skips the test on other systems than Linux

    with secret_service() as running:
        yield running


@pytest.fixture
def start(qapp, qtbot, directories):
    """Starts the whole app, as a double click does, with no keyring unless one is given."""
    started = []

    def begin(*arguments, keyring=lambda: NO_KEYRING, languages=("en",)):
        options = command_line.parse_arguments(arguments)
        app = DesktopApp(qapp, options, directories, keyring, languages=languages)
        if app.theme.colours is not LIGHT:  # the system's, or what was chosen in the last start
            app.theme.set_mode(ThemeMode.LIGHT)
        started.append(app)
        with qtbot.waitExposed(app.window):
            app.window.show()
        app.complete()
        return app

    yield begin
    for app in started:
        app.window.close()
        app.window.deleteLater()
        app.deleteLater()
    delete_at_once()  # the next app must not be spoken for by the language of this one


@pytest.fixture
def demo(start, qtbot):
    """The app on its embedded gateway, ready to inspect the first invented session."""
    app = start("--demo")
    qtbot.waitUntil(lambda: app.preferences.demo is not None, timeout=20_000)  # on a busy machine
    return app


@dataclass
class Gap:
    """The longest time for which the event loop did not come round, in seconds.

    ``own_seconds`` is the most that the window's thread worked in one such time: what another
    program takes of the processor meanwhile is not in it.
    """

    seconds: float = 0.0
    own_seconds: float = 0.0

    def __str__(self) -> str:
        return f"{self.seconds * 1000:.0f} ms, own work {self.own_seconds * 1000:.0f} ms"


@pytest.fixture
def longest_gap(qapp):
    """Measures, while the block runs, how long the window could not have answered a key."""

    @contextmanager
    def measured():
        # What the tests themselves have piled up is not the app's to search for garbage.
        gc.collect()
        gc.freeze()
        gap = Gap()
        last, worked = time.perf_counter(), time.thread_time()
        timer = QTimer()
        timer.setInterval(5)

        def beat():
            nonlocal last, worked
            now, work = time.perf_counter(), time.thread_time()
            gap.seconds, last = max(gap.seconds, now - last), now
            gap.own_seconds, worked = max(gap.own_seconds, work - worked), work

        timer.timeout.connect(beat)
        timer.start()
        yield gap
        beat()
        timer.stop()
        gc.unfreeze()

    return measured


@pytest.fixture(autouse=True)
def screen_reader_is_served(request):
    """As if one ran: all that Qt keeps for it lives and ends with the windows.

    On Windows that is usual, for many programs ask. What measures time goes without.
    """
    if "qapp" in request.fixturenames and request.node.get_closest_marker("timing") is None:
        request.getfixturevalue("qapp")
        QAccessible.setActive(True)
        yield
        delete_at_once()  # what is kept for a reader ends with its widget, and not after Python
        QAccessible.setActive(False)
    else:
        yield


@pytest.fixture(autouse=True)
def jobs_are_done_in_their_lanes(monkeypatch):
    """What is done in another lane waits for others, or is lost when the window closes."""
    wrong = note_wrong_lanes(monkeypatch)
    yield
    assert wrong == []


@pytest.fixture(autouse=True)
def no_key_is_held():
    """A test begins with no key held: QTest has told of Ctrl, and of no end of it, in the last."""
    if QApplication.instance() is not None and QGuiApplication.keyboardModifiers():
        hand = QWidget()
        QTest.keyRelease(hand, Qt.Key.Key_Control)
        hand.deleteLater()
        assert not QGuiApplication.keyboardModifiers()


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Every window that a test opens is closed when it is over, and all of it is gone."""
    before = _of_the_application()
    yield
    if QApplication.instance() is not None:
        # Qt lets go of what is in the offscreen clipboard after Python has ended, which crashes
        # when Python made it.
        QApplication.clipboard().clear()
    until = time.monotonic() + 2.0  # as for threads: what is about to end may end
    is_first = True
    while (
        left := _visible() + _ticking() + _of_the_application()[len(before) :]
    ) and time.monotonic() < until:
        if not is_first:  # most needs no search, which takes longer than most tests
            gc.unfreeze()  # a start freezes what is there, a window on its way out included
            gc.collect()
        is_first = False
        delete_at_once()
        QCoreApplication.processEvents()
    assert not left, f"windows left open, timers left running, objects left behind: {left}"


class _Garbage:
    """Searches everything for garbage once much memory was taken since the last time."""

    MANY_BLOCKS = 1_000_000  # of Python's own memory: 60 MB or so

    def __init__(self):
        self._kept = sys.getallocatedblocks()

    def collect_if_much(self):
        if sys.getallocatedblocks() - self._kept > self.MANY_BLOCKS:
            gc.unfreeze()
            gc.collect()
            self._kept = sys.getallocatedblocks()
        gc.freeze()


@pytest.fixture(scope="session")
def _garbage():
    return _Garbage()


@pytest.fixture(autouse=True, scope="module")
def garbage_is_collected_here(_garbage):
    """In the UI thread, as in the app: in any other, QObjects would end with it in that thread.

    After some files of tests: searching everything that pytest holds takes longer than most tests.
    What is not searched yet is frozen, so that no other tests search it, in whatever thread.
    """
    gc.disable()
    yield
    _garbage.collect_if_much()
    gc.enable()


def delete_at_once():
    """Let all end that is to be deleted when Qt's loop comes round."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _visible():
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def _ticking():
    valid = shiboken6.getAllValidWrappers()
    return [one for one in valid if isinstance(one, QTimer) and one.isActive()]


def _of_the_application():
    """What an app gave to Qt's own object for good: megabytes for each app, where it is a theme."""
    application = QApplication.instance()
    return [
        type(one).__name__
        for one in (application.children() if application else [])
        if type(one).__module__.startswith("inspector_app.")
    ]
