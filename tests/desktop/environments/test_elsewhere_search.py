"""A session that one gateway does not know is sought in others: once each, where it was said."""

import json
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.elsewhere_search import MAX_ASKED, list_candidates
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.session.token import Token
from inspector_app.settings.environment import create_environment
from inspector_app.settings.environment_tier import EnvironmentTier
from tests.desktop.at_work import inspect
from tests.gateway.faulty_gateway import FaultyGateway, answer, replies
from tests.session.answers import SUCCESS

TOKEN = "IAM_S_" + "e7Ls" * 8
JSON = "Content-Type: application/json"
NOT_FOUND = answer(
    b'{"status":30404,"success":false,"session":null,"message":"session information not found"}',
    JSON,
)
FOUND = answer(json.dumps(SUCCESS).encode(), JSON)


@pytest.fixture
def gateways():
    """Four of them; the third knows the session."""
    made = [FaultyGateway(replies(one)) for one in (NOT_FOUND, NOT_FOUND, FOUND, NOT_FOUND)]
    yield made
    for one in made:
        one.close()


@pytest.fixture
def app(start, gateways, qtbot):
    """The first was inspected and does not know the session; the fourth is named by nobody."""
    made = start()
    names = ("Production", "Staging", "Test")
    for name, gateway in reversed(list(zip(names, gateways, strict=False))):
        made.presenter.select_environment(
            create_environment(name, f"http://127.0.0.1:{gateway.port}")
        )
    inspect(made, qtbot, TOKEN)
    return made


def open_question(app, qtbot):
    qtbot.mouseClick(app.window.result_view.banner._action_button, Qt.MouseButton.LeftButton)
    assert app.prompts.elsewhere.is_open
    return app.prompts.elsewhere.panel


def texts(panel):
    return [one.text() for one in panel._rows.findChildren(PlainLabel)]


def test_the_question_names_each_host_and_nothing_is_sent_before_its_answer(app, gateways, qtbot):
    """N3"""
    panel = open_question(app, qtbot)
    for name, gateway in zip(("Test", "Staging"), (gateways[2], gateways[1]), strict=True):
        assert name in texts(panel)
        assert f"127.0.0.1:{gateway.port}" in texts(panel)
    assert panel.agree_button.text() == "Ask all of them (2)"
    assert [len(one.requests) for one in gateways] == [1, 0, 0, 0]


def test_each_is_asked_once_and_the_one_that_knows_it_can_be_shown(app, gateways, qtbot):
    """N1, N3"""
    panel = open_question(app, qtbot)
    qtbot.keyClick(panel.agree_button, Qt.Key.Key_Return)
    assert app.window.focusWidget() in {panel.close_button, *panel.show_buttons}
    qtbot.waitUntil(lambda: "does not know it either" in texts(panel))
    qtbot.waitUntil(lambda: "knows this session" in texts(panel))
    assert [len(one.requests) for one in gateways] == [1, 1, 1, 0]
    assert all(TOKEN.encode() in one.received for one in gateways[:3])
    shown = [one for one in panel.show_buttons if one.isVisible()]
    assert len(shown) == 1
    assert app.preferences.current.name == "Production"  # nothing changes by itself
    qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton)
    assert app.preferences.current.name == "Test"
    assert app.window.result_view.result.analyzed.parsed.session is not None
    assert not panel.isVisible()
    assert [len(one.requests) for one in gateways] == [1, 1, 1, 0]
    assert not app.window.result_view.is_stale


@pytest.mark.parametrize("way", ["button", "escape", "edit", "environment", "lock", "forget"])
def test_what_takes_it_back_sends_nothing_and_keeps_nothing(app, gateways, qtbot, way):
    """A6, A8, N3"""
    panel = open_question(app, qtbot)
    match way:
        case "button":
            panel.close_button.click()
        case "escape":
            qtbot.keyClick(panel.agree_button, Qt.Key.Key_Escape)
            assert app.window.focusWidget() is app.window.token_field
        case "edit":
            qtbot.keyClick(app.window.token_field, Qt.Key.Key_Backspace)
        case "environment":
            app.presenter.select_environment(create_environment("B", "https://b.example.com"))
        case "lock":
            app.window.action_collection[ActionId.LOCK].trigger()
        case "forget":
            app.presenter.forget_token()
        case _:
            raise AssertionError(way)
    assert not panel.isVisible()
    assert not any(isinstance(one, Token) for one in vars(app.prompts.elsewhere).values())
    panel.agreed.emit()
    qtbot.waitUntil(app.background.is_idle)
    assert [len(one.requests) for one in gateways] == [1, 0, 0, 0]


@pytest.mark.parametrize("end", ["lock", "another question"])
def test_a_lock_and_another_question_end_the_calls_that_run(app, gateways, qtbot, end):
    """A6, N5"""
    asked = threading.Event()

    def stall(wire):
        wire.request()
        asked.set()
        wire.stall()

    gateways[1]._script = stall
    panel = open_question(app, qtbot)
    panel.agree_button.click()
    qtbot.waitUntil(asked.is_set)
    if end == "lock":
        app.secret_guards.window_lock.lock()
    else:
        app.prompts.elsewhere.ask(app.window.result_view.result)
    qtbot.waitUntil(app.background.is_idle)
    assert panel.isVisible() is (end == "another question")
    assert app.prompts.elsewhere._results == {}
    panel.closed.emit()


def test_an_environment_that_was_changed_meanwhile_is_asked_where_it_was_named(
    app, gateways, qtbot
):
    """N3"""
    panel = open_question(app, qtbot)
    settings = app.preferences.settings
    moved = tuple(
        replace(one, address=f"http://127.0.0.1:{gateways[3].port}")
        if one.name == "Staging"
        else one
        for one in settings.environments
    )
    app.preferences.update_settings(replace(settings, environments=moved))
    panel.agree_button.click()
    qtbot.waitUntil(lambda: "does not know it either" in texts(panel))
    assert len(gateways[3].requests) == 0


def test_hosts_are_asked_once_and_neither_the_demo_nor_the_one_that_was_asked():
    asked = create_environment("A", "https://a.example.com")
    others = (
        asked,
        create_environment("A again", "https://A.example.com:443"),
        create_environment("B", "https://b.example.com"),
        create_environment("B again", "b.example.com"),
        create_environment("B, other port", "https://b.example.com:8443"),
        create_environment("broken", "no address at all"),
        replace(create_environment("Demo", "http://127.0.0.1:1"), chosen_tier=EnvironmentTier.DEMO),
    )
    hosts = [one.host for one in list_candidates(others, asked)]
    assert hosts == ["b.example.com", "b.example.com:8443"]
    many = [create_environment(f"E{n}", f"https://e{n}.example.com") for n in range(99)]
    assert len(list_candidates(many, asked)) == MAX_ASKED
    demo = replace(asked, chosen_tier=EnvironmentTier.DEMO)
    assert list_candidates(many, demo) == ()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_with_no_other_environment_the_menu_opens(start, gateways, qtbot):
    app = start()
    app.presenter.select_environment(
        create_environment("Only", f"http://127.0.0.1:{gateways[0].port}")
    )
    inspect(app, qtbot, TOKEN)
    opened = []
    app.window.environment_button.menu().aboutToShow.connect(lambda: opened.append(1))
    QTimer.singleShot(200, app.window.environment_button.menu().close)
    app.window.result_view.banner._action_button.click()
    assert opened
    assert not app.prompts.elsewhere.is_open
