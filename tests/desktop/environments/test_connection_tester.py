"""*Test connection* in the environment dialog tests what is typed, before it is saved."""

import threading

from PySide6.QtCore import Qt

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from tests.gateway.faulty_gateway import FaultyGateway, answer, replies

ASKS = b'{"status":30401,"success":false,"session":null,"message":"not valid"}'


def open_dialog(app, name, address):
    app.window.action_collection[ActionId.ADD_ENVIRONMENT].trigger()
    dialog = next(one for one in app.window.findChildren(EnvironmentDialog) if one.isVisible())
    dialog.name.setText(name)
    dialog.address.setText(address)
    return dialog


def test_it_says_that_the_gateway_answers_and_saves_nothing(start, qtbot):
    app = start()
    with FaultyGateway(replies(answer(ASKS, "Content-Type: application/json"))) as gateway:
        dialog = open_dialog(app, "New", f"http://127.0.0.1:{gateway.port}")
        qtbot.mouseClick(dialog.test_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "as EnOS does" in dialog.report.text())
    assert dialog.report.property("look") == "good"
    assert dialog.test_button.text() == "Test connection"
    assert app.preferences.environments == ()
    dialog.reject()


def test_a_mistake_is_told_before_anything_is_sent(start, qtbot):
    app = start()
    dialog = open_dialog(app, "", "gate way")
    qtbot.mouseClick(dialog.test_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert not dialog.report.isVisible()
    dialog.reject()


def test_it_can_be_stopped_and_stops_with_the_dialog(start, qtbot):
    """N5, R1"""
    asked = threading.Semaphore(0)

    def stall(wire):
        wire.request()
        asked.release()
        wire.stall()

    app = start()
    with FaultyGateway(stall) as gateway:
        dialog = open_dialog(app, "New", f"http://127.0.0.1:{gateway.port}")
        dialog.test_button.click()
        qtbot.waitUntil(lambda: asked.acquire(blocking=False))
        assert dialog.test_button.text() == "Stop the test"
        dialog.test_button.click()
        assert not dialog.report.isVisible()
        assert dialog.test_button.text() == "Test connection"
        dialog.test_button.click()
        qtbot.waitUntil(lambda: asked.acquire(blocking=False))
        dialog.reject()
        qtbot.waitUntil(app.background.is_idle)
