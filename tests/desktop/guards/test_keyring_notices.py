"""The window tells what the keyring asks, waits for the answer, and can take the question back."""

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.actions import ActionId
from inspector_app.vault.backends import open_backend
from tests.desktop.at_work import inspect, token_of, work_in
from tests.keepassxc import keepassxc
from tests.vault.macos import DENIED, macos


@pytest.fixture
def desk():
    with keepassxc(confirm=True) as running:
        yield running


@pytest.fixture
def again(desk, start, qtbot):
    """A second start of the app, whose first one kept a token that this one may not use yet."""
    first = start("--demo", keyring=open_backend)
    qtbot.waitUntil(lambda: first.preferences.demo is not None)
    work_in(first, "Kept", first.demo._gateway.origin)
    inspect(first, qtbot, token_of(first, "valid"))
    qtbot.waitUntil(lambda: "Secret Service" in location(first))
    first.window.hide()
    second = start(keyring=open_backend)
    second.first_demo = first  # its gateway is asked by both
    qtbot.waitUntil(second.secret_guards.keyring_notices.bar.isVisible)
    return second


def location(app):
    return app.window.status_bar.token_location_label.text()


def ask(app, desk, qtbot):
    """Inspect a token that is to replace the kept one; returns the bar that tells the question."""
    inspect(app, qtbot, token_of(app.first_demo, "other_organization"))
    bar = app.secret_guards.keyring_notices.bar
    qtbot.waitUntil(lambda: "whether this app may use" in bar.message_label.text(), timeout=10_000)
    assert bar.isVisible()
    desk.wait_for_question()
    return bar


def test_a_replacement_is_kept_once_the_person_consents(again, desk, qtbot):
    """K1"""
    bar = ask(again, desk, qtbot)
    desk.allow()
    qtbot.waitUntil(lambda: "Secret Service" in location(again), timeout=10_000)
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert len(desk.items()) == 1


def test_cancel_takes_the_question_back_and_the_token_is_for_this_run(again, desk, qtbot):
    """K1"""
    bar = ask(again, desk, qtbot)
    qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "this run only" in location(again), timeout=10_000)
    assert not bar.isVisible()


def test_forget_asks_and_then_it_is_gone(again, desk, qtbot):
    """A8"""
    again.window.action_collection[ActionId.FORGET_TOKEN].trigger()
    bar = again.secret_guards.keyring_notices.bar
    qtbot.waitUntil(lambda: "whether this app may use" in bar.message_label.text(), timeout=10_000)
    desk.allow()
    qtbot.waitUntil(lambda: "No token is kept" in location(again), timeout=10_000)
    assert desk.items() == ()


def test_unlocking_asks_and_then_the_token_is_found(again, desk, qtbot):
    """K1"""
    bar = again.secret_guards.keyring_notices.bar
    assert bar.action_button.text() == "Unlock…"
    qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    desk.allow()
    qtbot.waitUntil(lambda: "Secret Service" in location(again), timeout=10_000)
    assert not bar.isVisible()
    assert inspect(again, qtbot).is_token_from_vault


@pytest.fixture
def keychain():
    with macos() as running:
        yield running


def test_what_macos_asks_is_explained_and_can_be_left(keychain, start, qtbot):
    """K1: macOS does not say that it asks."""
    app = start("--demo", keyring=lambda: open_backend("darwin"))
    qtbot.waitUntil(lambda: app.preferences.demo is not None)
    work_in(app, "Kept", app.demo._gateway.origin)
    keychain.ask()
    inspect(app, qtbot, token_of(app, "valid"))
    bar = app.secret_guards.keyring_notices.bar
    qtbot.waitUntil(lambda: "“Always Allow”" in bar.message_label.text(), timeout=10_000)
    qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=10_000)
    keychain.answer()
    qtbot.waitUntil(lambda: not keychain.items)


def test_where_macos_was_told_no_the_window_offers_to_ask_again(keychain, start, qtbot):
    first = start("--demo", keyring=lambda: open_backend("darwin"))
    qtbot.waitUntil(lambda: first.preferences.demo is not None)
    work_in(first, "Kept", first.demo._gateway.origin)
    inspect(first, qtbot, token_of(first, "valid"))
    qtbot.waitUntil(lambda: "Keychain" in location(first))
    first.window.hide()
    keychain.statuses.append(DENIED)
    second = start(keyring=lambda: open_backend("darwin"))
    bar = second.secret_guards.keyring_notices.bar
    qtbot.waitUntil(lambda: "“Always Allow”" in bar.message_label.text())
    assert "Always Allow" not in second.window.note_label.text(), "one place is enough"
    qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Keychain" in location(second))
    assert not bar.isVisible()
