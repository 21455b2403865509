"""The demo starts once, when it is wanted, and says when it cannot."""

import pytest
from PySide6.QtCore import Qt

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.demo_host import DemoHost
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.session.diagnosis.verdict_model import SuggestedAction
from tests.desktop.at_work import inspect, token_of


def test_the_demo_can_be_started_from_the_first_page(start, qtbot):
    app = start()
    assert not DemoHost(app.background).is_starting
    with qtbot.waitSignal(app.demo.ready):
        app.window.action_collection[ActionId.TRY_DEMO].trigger()
        app.window.action_collection[ActionId.TRY_DEMO].trigger()
    assert app.preferences.current.name == "Demo"
    assert app.window.token_field.get_raw_text() == app.demo.scenarios[0].token
    assert app.window.scenario_button.isVisible()
    assert not app.demo.is_starting


def test_enter_waits_for_a_demo_that_is_starting(start, qtbot):
    app = start()
    app.demo.start()
    assert app.demo.is_starting
    qtbot.keyClick(app.window.token_field, Qt.Key.Key_Return)
    assert not app.window.findChildren(EnvironmentDialog)
    qtbot.waitUntil(lambda: app.preferences.demo is not None)


@pytest.fixture
def no_free_port(monkeypatch):
    def refuse(gateway):
        raise OSError(98, "in use")

    monkeypatch.setattr(DemoGateway, "start", refuse)


@pytest.mark.usefixtures("no_free_port")
def test_a_demo_that_cannot_start_says_so(start, qtbot, caplog):
    app = start("--demo")
    qtbot.waitUntil(lambda: "could not start" in app.window.note_label.text())
    assert not app.demo.is_starting
    assert app.demo.scenarios == ()
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
