"""What ends an inspection in the window ends its request too: the gateway sees the socket close."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector_app.desktop.actions import ActionId
from tests.desktop.at_work import work_in
from tests.gateway.faulty_gateway import FaultyGateway

TOKEN = "IAM_S_" + "cLo5" * 8
KEYS = Qt.KeyboardModifier


class SilentGateway(FaultyGateway):
    """Reads the request and says nothing; ``gone`` is set when the other side has closed."""

    def __init__(self):
        self.asked, self.gone = threading.Event(), threading.Event()
        super().__init__(self._wait)

    def _wait(self, wire):
        wire.request()
        self.asked.set()
        wire.stall()
        if not wire.stopped.is_set():
            self.gone.set()


def forget(app, qtbot):
    app.window.action_collection[ActionId.FORGET_TOKEN].trigger()


def switch(app, qtbot):
    work_in(app, "Other", "https://gateway.example.com")


def lock(app, qtbot):
    qtbot.keyClick(app.window.token_field, Qt.Key.Key_L, KEYS.ControlModifier)


def press_escape(app, qtbot):
    qtbot.keyClick(app.window.token_field, Qt.Key.Key_Escape)


def close(app, qtbot):
    app.window.close()


@pytest.mark.parametrize("end", [press_escape, forget, switch, lock, close])
def test_what_ends_an_inspection_closes_its_socket(demo, qtbot, end):
    with SilentGateway() as gateway:
        work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
        demo.window.token_field.set_raw_text(TOKEN)
        qtbot.keyClick(demo.window.token_field, Qt.Key.Key_Return)
        qtbot.waitUntil(gateway.asked.is_set)
        end(demo, qtbot)
        assert not demo.runner.is_running
        qtbot.waitUntil(gateway.gone.is_set)
    assert demo.window.result_view.result is None
    assert QApplication.activeModalWidget() is None
