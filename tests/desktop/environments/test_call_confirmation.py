"""An environment may want a question before each call, and nothing is sent before its answer."""

import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from inspector_app.desktop.actions import ActionId
from inspector_app.settings.environment import CompanionMode, create_environment
from tests.gateway.faulty_gateway import FaultyGateway, answer, replies

TOKEN = "IAM_S_" + "c1" * 16
SESSION = (
    b'{"status":0,"success":true,"session":{"id":"%b","expires":7200,'
    b'"user":{"name":"mara","state":0},"workingOrganization":{"id":"o1","name":"North"}}}'
    % TOKEN.encode()
)


@pytest.fixture
def gateway():
    with FaultyGateway(replies(answer(SESSION, "Content-Type: application/json"))) as running:
        yield running


def work_with_question(app, gateway, **choices):
    made = create_environment("Prod", f"http://127.0.0.1:{gateway.port}")
    app.presenter.select_environment(replace(made, must_confirm=True, **choices))
    app.window.token_field.set_raw_text(TOKEN)


def press_enter(app, qtbot):
    qtbot.keyClick(app.window.token_field, Qt.Key.Key_Return)
    assert app.prompts.call_confirmation.is_open


def test_nothing_is_sent_before_the_answer_and_once_after_it(start, qtbot, gateway):
    """N1"""
    app = start()
    work_with_question(app, gateway)
    press_enter(app, qtbot)
    bar = app.prompts.call_confirmation.bar
    assert f"Prod, at 127.0.0.1:{gateway.port}?" in bar.label.text()
    assert not app.runner.is_running
    assert gateway.requests == []
    assert app.window.focusWidget() is bar.first_button
    with qtbot.waitSignal(app.runner.ended):
        qtbot.keyClick(bar.first_button, Qt.Key.Key_Return)
    assert len(gateway.requests) == 1
    assert not app.prompts.call_confirmation.is_open
    press_enter(app, qtbot)  # each call is asked about
    assert len(gateway.requests) == 1


def test_without_a_question_nothing_is_asked_before_enter(start, qtbot, gateway):
    """N1"""
    app = start()
    app.presenter.select_environment(create_environment("Test", f"http://127.0.0.1:{gateway.port}"))
    QGuiApplication.clipboard().setText(f"Authorization: Bearer {TOKEN}")
    qtbot.keyClick(app.window.token_field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: TOKEN in app.window.token_field.get_raw_text())
    qtbot.waitUntil(app.background.is_idle)
    assert gateway.requests == []
    with qtbot.waitSignal(app.runner.ended):
        qtbot.keyClick(app.window.token_field, Qt.Key.Key_Return)
    assert len(gateway.requests) == 1


@pytest.mark.parametrize("way", ["button", "escape", "edit", "environment", "lock"])
def test_it_is_taken_back_in_each_way_and_nothing_is_sent(start, qtbot, gateway, way):
    app = start()
    work_with_question(app, gateway)
    press_enter(app, qtbot)
    bar = app.prompts.call_confirmation.bar
    match way:
        case "button":
            qtbot.mouseClick(bar.second_button, Qt.MouseButton.LeftButton)
        case "escape":
            qtbot.keyClick(bar.first_button, Qt.Key.Key_Escape)
            assert app.window.focusWidget() is app.window.token_field
        case "edit":
            app.window.token_field.set_raw_text(TOKEN + "x")
        case "environment":
            app.presenter.select_environment(create_environment("B", "https://b.example.com"))
        case "lock":
            app.window.action_collection[ActionId.LOCK].trigger()
        case _:
            raise AssertionError(way)
    assert not app.prompts.call_confirmation.is_open
    assert not app.runner.is_running
    assert gateway.requests == []


@pytest.mark.parametrize("answer", ["first_button", "second_button"])
def test_what_would_have_been_sent_goes_with_the_question(start, gateway, answer):
    """R4"""
    app = start()
    work_with_question(app, gateway)
    tokens = {TOKEN}
    kept = weakref.ref(tokens)
    app.prompts.call_confirmation.confirm(app.preferences.current, tokens.clear)
    del tokens
    assert kept()
    getattr(app.prompts.call_confirmation.bar, answer).click()
    assert not kept()


def test_without_the_choice_there_is_no_question(start, qtbot, gateway):
    app = start()
    work_with_question(app, gateway)
    app.presenter.select_environment(replace(app.preferences.current, must_confirm=False))
    with qtbot.waitSignal(app.runner.ended):
        qtbot.keyClick(app.window.token_field, Qt.Key.Key_Return)
    assert not app.prompts.call_confirmation.is_open


def test_asking_more_is_a_call_too(start, qtbot, gateway):
    app = start()
    work_with_question(app, gateway)
    press_enter(app, qtbot)
    with qtbot.waitSignal(app.runner.ended):
        app.prompts.call_confirmation.bar.first_button.click()
    app.window.action_collection[ActionId.ASK_MORE].trigger()
    assert app.prompts.call_confirmation.is_open
    assert len(gateway.requests) == 1
    with qtbot.waitSignal(app.runner.companions.ended):
        app.prompts.call_confirmation.bar.first_button.click()
    assert len(gateway.requests) == 3  # the organization, and the list of all


def test_where_more_is_always_asked_one_answer_is_for_both(start, qtbot, gateway):
    app = start()
    work_with_question(app, gateway, companion_mode=CompanionMode.ALWAYS)
    press_enter(app, qtbot)
    with qtbot.waitSignal(app.runner.companions.ended):
        app.prompts.call_confirmation.bar.first_button.click()
    assert not app.prompts.call_confirmation.is_open
    assert len(gateway.requests) == 3
    assert len(app.window.result_view.result.analyzed.companions) == 2


@pytest.mark.parametrize("way", [ActionId.LOCK, ActionId.FORGET_TOKEN])
def test_a_queue_waits_for_the_answer_and_putting_all_away_takes_both(start, qtbot, gateway, way):
    """N1, S5"""
    app = start()
    work_with_question(app, gateway)
    app.window.token_field.set_raw_text(f"{TOKEN}\nIAM_S_{'c2' * 16}")
    qtbot.keyClick(app.window.token_field, Qt.Key.Key_Return)
    app.prompts.call_confirmation.bar.first_button.click()
    qtbot.waitUntil(lambda: app.window.token_choice.is_open)
    app.window.token_choice.panel.all_button.click()
    qtbot.waitUntil(lambda: app.prompts.call_confirmation.is_open)
    assert gateway.requests == []
    app.window.action_collection[way].trigger()
    assert not app.prompts.call_confirmation.is_open
    assert not app.many.controller.is_open
    assert gateway.requests == []
