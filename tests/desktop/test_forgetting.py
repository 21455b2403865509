"""Forgetting says which token it means, and never takes another."""

import json
import threading

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.background import Lane
from inspector_app.session.diagnosis.verdict_model import SuggestedAction
from inspector_app.session.token import Token
from tests.desktop.at_work import inspect, work_in
from tests.gateway.faulty_gateway import FaultyGateway, answer

KEPT = "opaque-" + "b2N" * 13
REFUSED = "opaque-" + "c8Y" * 13
NAME = "Perpetua Lindfors"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def gateway():
    """Knows one of the two tokens."""

    def reply(wire):
        if KEPT in str(wire.request()):
            session = {"id": KEPT, "user": {"name": NAME}, "expires": 7200}
            body = {"status": 0, "success": True, "session": session}
        else:
            body = {"status": 30401, "success": False, "message": "no session", "session": None}
        wire.send(answer(json.dumps(body).encode(), "Content-Type: application/json"))

    with FaultyGateway(reply) as made:
        yield made


@pytest.fixture
def at_work(start, gateway, qtbot):
    """The app with a token that is kept."""
    app = start("--demo")
    qtbot.waitUntil(lambda: app.preferences.demo is not None)
    work_in(app, "Test", f"http://127.0.0.1:{gateway.port}")
    inspect(app, qtbot, KEPT)
    qtbot.waitUntil(app.window.forget_button.isVisible)
    return app


def stored(app):
    vault = app.secret_guards._parts.token_store._vault_provider.get_vault()
    token = vault.fetch_token(app.preferences.current.id, "127.0.0.1")
    return token and token.reveal()


def texts(app):
    return app.window.status_bar.token_location_label.text(), app.window.forget_button.text()


def test_what_is_kept_and_forgotten_is_named(at_work, qtbot):
    fingerprint = Token(KEPT).fingerprint
    assert all(fingerprint in text and NAME in text for text in texts(at_work))
    inspect(at_work, qtbot, REFUSED)  # the answer before is still within reach
    inspect(at_work, qtbot, REFUSED)
    assert all(fingerprint in text for text in texts(at_work))


def test_a_lock_forgets_whose_it_is(at_work, qtbot):
    """A6."""
    qtbot.mouseClick(at_work.window.remember_check_box, LEFT)
    assert at_work.window.forget_offer.isVisible()
    qtbot.keyClick(at_work.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not at_work.window.forget_offer.isVisible()
    assert not any(NAME in text for text in texts(at_work))


def test_the_card_forgets_the_token_that_was_inspected_and_no_other(at_work, qtbot):
    result = inspect(at_work, qtbot, REFUSED)
    assert result.judge(0).action is SuggestedAction.FORGET_TOKEN
    with qtbot.waitSignal(at_work.secret_guards._parts.token_store.location_changed):
        qtbot.mouseClick(at_work.window.result_view.banner._action_button, LEFT)
    assert at_work.window.result_view.result is None
    assert at_work.window.token_field.get_raw_text() == ""
    assert stored(at_work) == KEPT
    assert "forgotten" not in at_work.window.note_label.text()


def test_forgetting_the_kept_one_is_confirmed_once_it_is_gone(at_work, qtbot):
    qtbot.mouseClick(at_work.window.forget_button, LEFT)
    assert not at_work.window.note_label.isVisible()
    qtbot.waitUntil(at_work.window.note_label.isVisible)
    assert "forgotten" in at_work.window.note_label.text()
    assert stored(at_work) is None


def test_unticking_remember_offers_to_forget_what_is_kept(at_work, qtbot):
    window = at_work.window
    qtbot.mouseClick(window.remember_check_box, LEFT)
    offer = window.forget_offer
    assert offer.isVisible()
    assert Token(KEPT).fingerprint in offer.message_label.text()
    assert NAME in offer.message_label.text()
    qtbot.mouseClick(window.remember_check_box, LEFT)
    assert not offer.isVisible()
    qtbot.mouseClick(window.remember_check_box, LEFT)
    qtbot.mouseClick(offer.action_button, LEFT)
    qtbot.waitUntil(lambda: not window.forget_button.isVisible())
    assert stored(at_work) is None
    assert window.result_view.result is not None
    assert window.token_field.get_raw_text() == KEPT


@pytest.mark.parametrize(("token", "is_asked_still"), [(KEPT, True), (REFUSED, False)])
def test_it_is_not_asked_about_another_that_is_kept_meanwhile(
    at_work, qtbot, token, is_asked_still
):
    """A6: the button would forget the one that is kept now."""
    qtbot.mouseClick(at_work.window.remember_check_box, LEFT)
    store, environment = at_work.token_store, at_work.preferences.current
    with qtbot.waitSignal(store.location_changed):
        store.store_token(environment, "127.0.0.1", Token(token), None)
    assert at_work.window.forget_offer.isVisible() is is_asked_still


def test_unticking_asks_nothing_where_nothing_is_kept(at_work, qtbot):
    at_work.window.forget_button.click()
    qtbot.waitUntil(lambda: not at_work.window.forget_button.isVisible())
    qtbot.mouseClick(at_work.window.remember_check_box, LEFT)
    assert not at_work.window.forget_offer.isVisible()


def test_forgetting_is_confirmed_only_where_it_was_asked_for(at_work, qtbot):
    """The window that shows another environment by then would speak of a token of that one."""
    store = at_work.secret_guards._parts.token_store
    at_work.window.forget_button.click()
    with qtbot.waitSignal(store.deleted):
        work_in(at_work, "Other", "https://other.example.com")
    assert "forgotten" not in at_work.window.note_label.text()
    qtbot.waitUntil(at_work.background.is_idle)


def test_forgetting_is_not_confirmed_once_a_token_is_kept_again(at_work, qtbot):
    """A question of the keyring may be answered after the next inspection."""
    answered = threading.Event()
    at_work.background.submit(Lane.KEYRING, answered.wait)
    at_work.window.forget_button.click()
    inspect(at_work, qtbot, KEPT)
    with qtbot.waitSignal(at_work.secret_guards._parts.token_store.deleted):
        answered.set()
    assert "forgotten" not in at_work.window.note_label.text()
    qtbot.waitUntil(at_work.background.is_idle)


def test_forgetting_where_another_environment_keeps_the_same_token(at_work, gateway, qtbot):
    """A8: it is kept nowhere then, as the window says."""
    first = at_work.preferences.current
    work_in(at_work, "Again", f"http://localhost:{gateway.port}")
    inspect(at_work, qtbot, KEPT)
    qtbot.waitUntil(at_work.window.forget_button.isVisible)
    qtbot.mouseClick(at_work.window.forget_button, LEFT)
    qtbot.waitUntil(lambda: "kept nowhere" in at_work.window.note_label.text())
    at_work.presenter.select_environment(first)
    qtbot.waitUntil(at_work.background.is_idle)
    assert stored(at_work) is None
