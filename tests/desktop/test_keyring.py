"""The token is kept in a real Secret Service, found at the next start, and forgotten for good."""

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.vault.backends import open_backend
from tests.desktop.at_work import code_of, inspect, press_save, token_of, work_in


@pytest.fixture
def at_work(service, start, qtbot):
    """The app with the real keyring, at the demo's gateway as an environment of the user's own."""
    app = start("--demo", keyring=open_backend)
    qtbot.waitUntil(lambda: app.preferences.demo is not None)
    work_in(app, "Kept", app.demo._gateway.origin)
    return app


def kept(app):
    return "Secret Service" in app.window.status_bar.token_location_label.text()


def test_a_token_that_worked_is_kept_and_used_without_ever_standing_in_the_field(
    at_work, start, service, qtbot
):
    token = token_of(at_work, "valid")
    inspect(at_work, qtbot, token)
    qtbot.waitUntil(lambda: kept(at_work))
    assert len(service.items()) == 1
    at_work.window.hide()

    again = start(keyring=open_backend)
    qtbot.waitUntil(lambda: kept(again))
    assert again.window.token_field.get_raw_text() == ""
    assert token not in again.window.token_field.displayText()
    result = inspect(again, qtbot)
    assert result.is_token_from_vault
    assert result.has_answer
    assert again.window.token_field.get_raw_text() == ""


def test_forget_removes_it(at_work, service, qtbot):
    inspect(at_work, qtbot)
    qtbot.waitUntil(lambda: kept(at_work))
    at_work.window.action_collection[ActionId.FORGET_TOKEN].trigger()
    qtbot.waitUntil(
        lambda: "No token is kept" in at_work.window.status_bar.token_location_label.text()
    )
    assert service.items() == ()
    assert at_work.window.token_field.get_raw_text() == ""
    assert at_work.window.result_view.result is None
    assert not at_work.window.action_collection[ActionId.LAST_ANSWER].isVisible()


def test_a_refused_token_is_not_kept(at_work, service, qtbot):
    inspect(at_work, qtbot, token_of(at_work, "token_not_valid"))
    qtbot.waitUntil(at_work.background.is_idle)
    assert service.items() == ()


def test_nothing_is_kept_when_that_is_not_wanted(at_work, service, qtbot):
    qtbot.mouseClick(at_work.window.remember_check_box, Qt.MouseButton.LeftButton)
    inspect(at_work, qtbot)
    qtbot.waitUntil(at_work.background.is_idle)
    assert service.items() == ()
    qtbot.waitUntil(
        lambda: "No token is kept" in at_work.window.status_bar.token_location_label.text()
    )


def test_a_new_address_forgets_the_token_of_the_old_one(at_work, service, qtbot):
    inspect(at_work, qtbot, token_of(at_work, "valid"))
    qtbot.waitUntil(lambda: kept(at_work))
    at_work.window.action_collection[ActionId.EDIT_ENVIRONMENT].trigger()
    dialog = at_work.window.findChild(EnvironmentDialog)
    dialog.address.setText("https://other.example.com")
    press_save(dialog)
    qtbot.waitUntil(lambda: "other" in at_work.preferences.current.address)
    qtbot.waitUntil(at_work.background.is_idle)
    assert service.items() == ()
    qtbot.waitUntil(
        lambda: "No token is kept" in at_work.window.status_bar.token_location_label.text()
    )


@pytest.mark.timing
def test_a_frozen_keyring_holds_up_nothing(at_work, service, qtbot, longest_gap):
    """K1: the window goes on, and says that the token is kept for this run only."""
    inspect(at_work, qtbot)
    qtbot.waitUntil(lambda: kept(at_work))
    service.freeze()
    with longest_gap() as gap:
        inspect(at_work, qtbot, token_of(at_work, "other_organization"))
        qtbot.waitUntil(
            lambda: "this run only" in at_work.window.status_bar.token_location_label.text(),
            timeout=6_000,
        )
    service.thaw()
    assert gap.seconds < 0.1, f"the event loop was held up for {gap.seconds * 1000:.0f} ms"
    assert at_work.window.result_view.result.has_answer


def test_without_a_keyring_the_app_says_so_and_works(demo, qtbot):
    result = inspect(demo, qtbot)
    qtbot.waitUntil(lambda: "this run only" in demo.window.status_bar.token_location_label.text())
    demo.window.token_field.clear_text()
    again = inspect(demo, qtbot)
    assert again.is_token_from_vault
    assert code_of(again) is code_of(result)
