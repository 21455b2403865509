"""A kept token lives as long as its session, and a locked keyring is unlocked at one's own pace."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from inspector_app.settings.safety import SafetySettings
from inspector_app.vault.backends import open_backend
from tests.desktop.at_work import inspect, token_of, work_in
from tests.secret_service import silent_prompter, wait_for_prompt


@pytest.fixture
def at_work(service, start, qtbot):
    app = start("--demo", keyring=open_backend)
    qtbot.waitUntil(lambda: app.preferences.demo is not None)
    work_in(app, "Kept", app.demo._gateway.origin)
    return app


def kept(app, qtbot):
    qtbot.waitUntil(lambda: "Secret Service" in app.window.status_bar.token_location_label.text())


@pytest.mark.parametrize("keep_after_end", [False, True])
def test_a_token_is_not_kept_beyond_the_end_of_its_session(
    at_work, service, qtbot, monkeypatch, keep_after_end
):
    settings = at_work.preferences.settings
    at_work.preferences.update_settings(
        replace(settings, safety=SafetySettings(keep_after_end=keep_after_end))
    )
    result = inspect(at_work, qtbot, token_of(at_work, "valid"))
    kept(at_work, qtbot)
    now = time.time()
    later = now + result.analyzed.lifetimes.compute_time_left(now) + 60
    monkeypatch.setattr(
        at_work.secret_guards._parts.token_store._vault_provider.get_vault(),
        "_clock",
        lambda: later,
    )
    at_work.secret_guards._find_token()
    qtbot.waitUntil(at_work.background.is_idle)
    assert len(service.items()) == (1 if keep_after_end else 0)
    if not keep_after_end:
        qtbot.waitUntil(
            lambda: "No token is kept" in at_work.window.status_bar.token_location_label.text()
        )


def test_each_inspection_of_a_kept_token_gives_it_more_time(at_work, service, qtbot):
    inspect(at_work, qtbot, token_of(at_work, "valid"))
    kept(at_work, qtbot)
    vault = at_work.secret_guards._parts.token_store._vault_provider.get_vault()
    current = at_work.preferences.current
    qtbot.waitUntil(at_work.background.is_idle)
    vault.store_token(
        current.id, "127.0.0.1", vault._fetch_from_keyring(current.id).token, time.time() + 5
    )
    at_work.window.token_field.clear_text()
    assert inspect(at_work, qtbot).is_token_from_vault
    qtbot.waitUntil(at_work.background.is_idle)
    assert vault._fetch_from_keyring(current.id).expires_at > time.time() + 60


def lock_and_look(app, service, qtbot):
    inspect(app, qtbot, token_of(app, "valid"))
    kept(app, qtbot)
    service.lock()
    app.secret_guards._find_token()
    qtbot.waitUntil(app.secret_guards.keyring_notices.bar.isVisible)
    assert app.secret_guards.keyring_notices.bar.message_label.text() == "The keyring is locked."
    assert app.window.status_bar.token_location_label.text() == "The keyring is locked."
    assert not app.window.note_label.isVisible()


@pytest.mark.timing
def test_a_locked_keyring_is_waited_for_with_cancel(at_work, service, qtbot, longest_gap):
    """K1."""
    lock_and_look(at_work, service, qtbot)
    notice = at_work.secret_guards.keyring_notices.bar
    with silent_prompter() as prompter, longest_gap() as gap:
        qtbot.mouseClick(notice.action_button, Qt.MouseButton.LeftButton)
        assert notice.message_label.text().startswith("Waiting for the keyring")
        assert notice.action_button.text() == "Cancel"
        qtbot.wait(200)
        began = time.monotonic()
        qtbot.mouseClick(notice.action_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(at_work.background.is_idle)
        assert time.monotonic() - began < 2
    del prompter
    assert gap.seconds < 0.1


def test_an_unlocked_keyring_gives_the_token_again(at_work, service, qtbot):
    """K1."""
    lock_and_look(at_work, service, qtbot)
    notice = at_work.secret_guards.keyring_notices.bar
    with silent_prompter() as prompter:
        qtbot.mouseClick(notice.action_button, Qt.MouseButton.LeftButton)
        wait_for_prompt(prompter)
        assert not at_work.background.is_idle()
        service.unlock()
        qtbot.mouseClick(notice.action_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(at_work.background.is_idle)
    kept(at_work, qtbot)
    assert not notice.isVisible()
