"""The demo starts once, when it is wanted, and says when it cannot."""

import pytest
from PySide6.QtCore import Qt

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.session.judging.statement import SuggestedAction
from tests.desktop.at_work import inspect, token_of


def test_the_demo_can_be_started_from_the_first_page(start, qtbot):
    inspecting = start()
    with qtbot.waitSignal(inspecting.demo.ready):
        inspecting.window.action_collection[ActionId.TRY_DEMO].trigger()
        inspecting.window.action_collection[ActionId.TRY_DEMO].trigger()
    assert inspecting.preferences.current.name == "Demo"
    assert inspecting.window.token_field.get_raw_text() == inspecting.demo.scenarios[0].token
    assert inspecting.window.scenario_button.isVisible()


def test_enter_waits_for_a_demo_that_is_starting(start, qtbot):
    inspecting = start()
    inspecting.demo.start()
    assert inspecting.demo.is_starting
    qtbot.keyClick(inspecting.window.token_field, Qt.Key.Key_Return)
    assert not inspecting.window.findChildren(EnvironmentDialog)
    qtbot.waitUntil(lambda: inspecting.preferences.demo is not None)


@pytest.fixture
def no_free_port(monkeypatch):
    def refuse(gateway):
        raise OSError(98, "in use")

    monkeypatch.setattr(DemoGateway, "start", refuse)


@pytest.mark.usefixtures("no_free_port")
def test_a_demo_that_cannot_start_says_so(start, qtbot, caplog):
    inspecting = start("--demo")
    qtbot.waitUntil(lambda: "could not start" in inspecting.window.note_label.text())
    caplog.clear()


def test_choosing_a_session_inspects_it(demo, qtbot):
    with qtbot.waitSignal(demo.runner.ended):
        refused = next(one for one in demo.demo.scenarios if one.id == "token_not_valid")
        demo.window.scenario_button.pick_scenario(refused)
    assert "not valid" in demo.window.result_view.banner.sentence_label.text()


def test_an_answer_that_blames_the_address_does_not_have_the_demos_own_edited(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "redirected"))
    demo.presenter.run_action(SuggestedAction.CHECK_ADDRESS)
    assert "on purpose" in demo.window.note_label.text()
    assert demo.window.findChild(EnvironmentDialog) is None
