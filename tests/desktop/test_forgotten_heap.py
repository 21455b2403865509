"""After Forget, nothing in the memory of Python leads to anything of the answer."""

import gc
import json
import types

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from inspector_app.history.entry import EntryNames
from inspector_app.inspection.watch import WatchPlan
from tests.desktop.at_work import inspect, list_objects, work_in
from tests.gateway.faulty_gateway import FaultyGateway, Wire, answer

NAME = "Oswinda Fernmark"
TOKEN = "opaque-" + "f4K" * 14
CHOICES = ("IAM_S_" + "Ru5jEw8a" * 4, "IAM_S_" + "Lk3tBq6d" * 4)


@pytest.fixture
def gateway():
    def reply(wire):
        wire.request()
        user = {"name": NAME, "email": "oswinda@example.com"}
        body = {"status": 0, "success": True, "session": {"id": TOKEN, "user": user}}
        wire.send(answer(json.dumps(body).encode(), "Content-Type: application/json"))

    with FaultyGateway(reply) as made:
        yield made


def find_holders(app, qtbot, *, with_name=True):
    """Walk all that Python's collector knows, and whatever that refers to, for the answer."""
    mine = globals()
    objects = list_objects(app, qtbot, without_garbage=True)
    ahead = [one for one in objects if not isinstance(one, Wire) and one is not mine]
    secrets = (TOKEN, *CHOICES, *([NAME] if with_name else []))
    known = (ahead, objects, mine, secrets, CHOICES, NAME, *secrets)
    seen = {id(one) for one in ahead} | {id(one) for one in known}
    found = []
    while ahead:
        one = ahead.pop()
        if isinstance(one, Wire | types.CodeType | types.FrameType | EntryNames):
            continue  # the history keeps who it was about, until it is cleared, and no credential
        for inner in gc.get_referents(one):
            if id(inner) in seen:
                continue
            seen.add(id(inner))
            if (isinstance(inner, str) and any(one in inner for one in secrets)) or (
                isinstance(inner, bytes) and any(one.encode() in inner for one in secrets)
            ):
                found.append((type(one), inner[:40]))
            else:
                ahead.append(inner)
    return found


@pytest.mark.timing
def test_nothing_of_an_answer_is_left_after_forget(demo, gateway, qtbot):
    """R4."""
    work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
    inspect(demo, qtbot, TOKEN)
    inspect(demo, qtbot)
    assert find_holders(demo, qtbot)
    demo.presenter.forget_token()
    qtbot.waitUntil(demo.background.is_idle)
    QCoreApplication.processEvents()  # what was on its way is delivered
    assert find_holders(demo, qtbot) == []


def ask(app, qtbot):
    """Paste a text with two tokens and a name, in words that only this frame holds."""
    text = "\n".join(f"{NAME} {number} {one} end" for number, one in enumerate(CHOICES))
    inspect(app, qtbot, text)
    assert app.window.token_choice.is_open


def forget(app):
    app.presenter.forget_token()


def put_away(app):
    QTest.keyClick(app.window.focusWidget(), Qt.Key.Key_Escape)


def lock(app):
    app.secret_guards.window_lock.lock()


@pytest.mark.timing
@pytest.mark.parametrize("end", [forget, put_away, lock])
def test_nothing_of_a_choice_is_left_after_it(demo, gateway, qtbot, end):
    """R4, A6: neither a token of the text nor the words around them."""
    work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
    ask(demo, qtbot)
    assert find_holders(demo, qtbot)
    end(demo)
    qtbot.waitUntil(demo.background.is_idle)
    QCoreApplication.processEvents()  # what was on its way is delivered
    assert find_holders(demo, qtbot) == []


def close_queue(app):
    app.many.close()


@pytest.mark.timing
@pytest.mark.parametrize("end", [forget, lock, close_queue])
def test_nothing_of_a_queue_is_left_after_it(demo, gateway, qtbot, end):
    """R4, A6, A8: its tokens, its answers and its rows."""
    work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
    ask(demo, qtbot)
    demo.window.token_choice.panel.all_button.click()
    qtbot.waitUntil(lambda: demo.many.controller is not None and demo.many.controller.is_open)
    queue = demo.many.controller
    qtbot.waitUntil(lambda: not queue.runner.is_running)
    queue.panel.table.opened.emit(1)
    assert find_holders(demo, qtbot)
    end(demo)
    demo.window.result_view.discard_results()  # an answer that was opened is the window's own
    qtbot.waitUntil(demo.background.is_idle)
    QCoreApplication.processEvents()  # what was on its way is delivered
    # After a lock the answer comes back, without its credential.
    assert find_holders(demo, qtbot, with_name=end is not lock) == []


@pytest.mark.timing
@pytest.mark.parametrize("end", [forget, lock])
def test_nothing_of_a_watch_is_left_after_it(demo, gateway, qtbot, end):
    """R4, A6, A8."""
    work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
    inspect(demo, qtbot, TOKEN)
    demo.watch._start(demo.window.result_view.result, WatchPlan(0.01))
    qtbot.waitUntil(lambda: len(gateway.requests) >= 3)
    assert find_holders(demo, qtbot)
    end(demo)
    qtbot.waitUntil(demo.background.is_idle)
    QCoreApplication.processEvents()  # what was on its way is delivered
    # After a lock the answer comes back, without its credential.
    assert find_holders(demo, qtbot, with_name=end is not lock) == []
