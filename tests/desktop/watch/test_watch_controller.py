"""A watch in the window: asked for, seen, told on the desktop without a name, and ended."""

import json
import sys
import threading
import time
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.watch.watch_dialog import WatchDialog
from inspector_app.history.entry import Origin
from inspector_app.inspection.watch import MAX_DURATION, MAY_PROLONG, WatchGoal, WatchPlan
from inspector_app.session.token import Token
from tests.desktop.at_work import inspect, work_in
from tests.gateway.faulty_gateway import FaultyGateway, answer
from tests.session.answers import changed

needs_bus = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the bus is Linux's")
TOKEN = "IAM_S_" + "Ny6rPd3w" * 4


class Gateway(FaultyGateway):
    """Answers as ``state`` says at the time; ``None`` is a session that is gone."""

    def __init__(self):
        self.state: int | None = 0
        self.asked: list[float] = []
        self.is_held = False
        self.held = threading.Event()
        self._begun = int(time.time())  # one session, however long the test takes
        super().__init__(self._answer)

    def _answer(self, wire):
        wire.request()
        self.asked.append(time.monotonic())
        if self.is_held:
            self.held.set()
            wire.stall()
            return
        if self.state is None:
            gone = changed("refusal", {"status": 30404})
            wire.send(answer(json.dumps(gone).encode()))
            return
        changes = {
            "session.id": TOKEN,
            "session.createTime": self._begun - 600,
            "session.refreshTime": self._begun - 300,
            "session.user.name": "yuki.tanaka",
            "session.user.state": self.state,
            "session.user.password_expire_time": 0,
        }
        wire.send(answer(json.dumps(changed("success", changes)).encode()))


@pytest.fixture
def gateway():
    with Gateway() as made:
        yield made


@pytest.fixture
def app(start, gateway, qtbot):
    started = start()
    work_in(started, "Production", f"http://127.0.0.1:{gateway.port}")
    inspect(started, qtbot, TOKEN)
    return started


def watch(app, interval=0.05, goals=(), duration=MAX_DURATION):
    """Begin a watch that is faster than any that a person may choose."""
    result = app.window.result_view.result
    app.watch._start(result, WatchPlan(interval, frozenset(goals), duration=duration))
    return app.watch


def is_over(watching):
    return not watching.runner.is_running


def test_the_question_says_what_a_watch_may_do_before_it_begins(app, qtbot):
    app.window.action_collection[ActionId.WATCH].trigger()
    dialog = app.window.findChild(WatchDialog)
    assert dialog.isVisible()
    assert str(MAY_PROLONG) in dialog.note_label.text()
    assert "hour" not in dialog.note_label.text()  # how long is chosen above it
    assert Token(TOKEN).fingerprint in dialog.owner_label.text()
    assert dialog.plan == WatchPlan(30.0, frozenset({WatchGoal.CHANGE}))
    assert not app.watch.runner.is_running
    QTest.keyClick(dialog.start_button, Qt.Key.Key_Return)
    assert app.watch.runner.is_running
    assert app.watch.bar.isVisible()
    assert "Next inspection in" in app.watch.bar.message_label.text()
    app.watch.bar.action_button.click()
    assert is_over(app.watch)
    assert not app.watch.bar.isVisible()


def test_without_an_answer_there_is_nothing_to_watch(start, qtbot):
    started = start()
    started.window.action_collection[ActionId.WATCH].trigger()
    assert started.window.findChild(WatchDialog) is None
    assert "Inspect a session first" in started.window.note_label.text()


def test_a_change_is_an_entry_of_the_history_with_what_changed(app, qtbot, gateway):
    store = app.history.store
    qtbot.waitUntil(lambda: len(store.history.entries) == 1)
    watch(app, goals=[WatchGoal.CHANGE])
    gateway.state = 1
    qtbot.waitUntil(lambda: len(store.history.entries) == 2, timeout=20_000)
    entry = store.history.entries[0]
    assert entry.origin is Origin.WATCHED
    assert entry.note
    assert "yuki" not in entry.note


def test_a_change_is_shown_and_handed_on(app, qtbot, gateway):
    handed = []
    app.watch.changed.connect(lambda result, step: handed.append((result, step)))
    watching = watch(app, goals=[WatchGoal.CHANGE])
    qtbot.waitUntil(lambda: len(gateway.asked) >= 3, timeout=20_000)
    assert handed == []
    gateway.state = 1
    qtbot.waitUntil(lambda: is_over(watching), timeout=20_000)
    assert len(handed) == 1
    assert "The account is disabled now." in map(str, handed[0][1].news)
    assert "disabled" in app.window.result_view.banner.sentence_label.text()
    assert "The watch of" in watching.bar.message_label.text()
    assert "The account is disabled now." in watching.bar.message_label.text()


@contextmanager
def another_window(app, qtbot):
    """A window that the person works in meanwhile."""
    other = QWidget()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not app.window.isActiveWindow())
    yield
    other.close()


@needs_bus
def test_a_notification_names_nobody_and_holds_no_token(app, qtbot, gateway, monkeypatch):
    """A7: as it arrives at a desktop, on a real bus."""
    from tests.system.test_desktop_notification import desktop, session_bus

    with session_bus(monkeypatch), desktop() as shown, another_window(app, qtbot):
        watching = watch(app, goals=[WatchGoal.CHANGE])
        gateway.state = 1
        qtbot.waitUntil(lambda: is_over(watching), timeout=20_000)
        qtbot.waitUntil(lambda: len(shown) == 2)
    said = str(shown)
    assert "The account is disabled now." in said
    private = ("yuki", "tanaka", "Head Office", "Production", TOKEN[6:], Token(TOKEN).fingerprint)
    assert not any(one in said for one in private)


@needs_bus
def test_while_the_window_is_in_use_nothing_is_notified(app, qtbot, gateway, monkeypatch):
    from tests.system.test_desktop_notification import desktop, session_bus

    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    with session_bus(monkeypatch), desktop() as shown:
        watching = watch(app, goals=[WatchGoal.CHANGE])
        gateway.state = 1
        qtbot.waitUntil(lambda: is_over(watching), timeout=20_000)
        qtbot.waitUntil(app.background.is_idle)
    assert shown == []


def test_a_watch_ends_with_its_session(app, qtbot, gateway):
    watching = watch(app)
    gateway.state = None
    qtbot.waitUntil(lambda: is_over(watching), timeout=20_000)
    count = len(gateway.asked)
    assert "nothing more to watch" in watching.bar.message_label.text()
    assert len(gateway.asked) == count


def test_a_watch_ends_after_its_time(app, qtbot, gateway):
    watching = watch(app, duration=0.3)
    qtbot.waitUntil(lambda: is_over(watching), timeout=20_000)
    assert "The time to watch is over." in watching.bar.message_label.text()


@pytest.mark.parametrize("what", [ActionId.LOCK, ActionId.FORGET_TOKEN])
def test_a_watch_ends_at_a_lock_and_with_its_token(app, qtbot, gateway, what):
    """A6, A8: also in the middle of a request; it lets go of token and answers."""
    gateway.is_held = True
    watching = watch(app)
    qtbot.waitUntil(gateway.held.is_set)
    app.window.action_collection[what].trigger()
    assert is_over(watching)
    assert (watching.runner.token, watching.runner._watch) == (None, None)
    assert not watching.bar.isVisible()
    count = len(gateway.asked)
    qtbot.waitUntil(app.background.is_idle)
    assert len(gateway.asked) == count


def test_one_request_is_made_at_a_time(app, qtbot, gateway):
    """The next one begins after the answer, and another inspection has its turn first."""
    gateway.is_held = True
    app.presenter.inspect()
    qtbot.waitUntil(gateway.held.is_set)
    count = len(gateway.asked)
    watching = watch(app, interval=0.01)
    qtbot.waitUntil(lambda: watching.runner.seconds_left == 0.0)
    QCoreApplication.processEvents()  # its turn has come, and passed
    assert len(gateway.asked) == count
    app.runner.cancel()
    watching.stop()


def test_the_app_closes_while_it_watches(app, qtbot):
    """R1."""
    watch(app, interval=30.0)
    begun = time.monotonic()
    app.window.close()
    assert time.monotonic() - begun < 2
