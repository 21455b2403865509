"""What becomes of a token and of each choice when an environment is edited, copied or deleted."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMessageBox

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.inspection.connection_secrets import list_accounts
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.token import Token
from inspector_app.settings.environment import (
    CompanionMode,
    ConnectionSettings,
    create_environment,
)
from inspector_app.settings.environment_tier import EnvironmentTier
from tests.desktop.at_work import press_save

TOKEN = Token("opaque-" + "Zr6mHc2p" * 4)
HOST, MOVED = "one.example.com", "https://two.example.com"
CONNECTION = ConnectionSettings(
    access_key="a-key", accepted=AuthorizationScheme.BARE, authorization=AuthorizationScheme.BARE
)


@pytest.fixture
def app(start):
    made = replace(
        create_environment("One", f"https://{HOST}", CONNECTION),
        chosen_tier=EnvironmentTier.STAGING,
        must_confirm=True,
        companion_mode=CompanionMode.ALWAYS,
    )
    app = start()
    app.presenter.select_environment(made)
    vault = vault_of(app)
    vault.store_token(made.id, HOST, TOKEN)
    for name in list_accounts(made):
        vault.store_token(name, HOST, Token("a-secret"))
    return app


def vault_of(app):
    return app.secret_guards._parts.token_store._vault_provider.get_vault()


def kept(app, environment):
    """Of the token and the other secrets of an environment, those that are kept."""
    names = [environment.id, *list_accounts(environment)]
    return {one.name.rpartition("/")[2] for one in vault_of(app).list_items(names)}


def open_dialog(app, action_id):
    app.window.action_collection[action_id].trigger()
    return next(one for one in app.window.findChildren(EnvironmentDialog) if one.isVisible())


def save(dialog, qtbot):
    with qtbot.waitSignal(dialog.submitted):
        press_save(dialog)


@pytest.mark.parametrize(
    ("name", "address", "is_token_kept"),
    [("Two", f"https://{HOST}", True), ("One", MOVED, False), ("One", f"https://{HOST}", True)],
)
def test_a_token_belongs_to_the_host_it_was_kept_for(app, qtbot, name, address, is_token_kept):
    """A8, N3."""
    before = app.preferences.current
    dialog = open_dialog(app, ActionId.EDIT_ENVIRONMENT)
    dialog.name.setText(name)
    dialog.address.setText(address)
    if address == MOVED:
        dialog.connection.secret_key.setText("b" * 20)
    save(dialog, qtbot)
    qtbot.waitUntil(app.background.is_idle)
    current = app.preferences.current
    assert (current.id, current.name, current.address) == (before.id, name, address)
    assert current.connection == CONNECTION
    assert (current.chosen_tier, current.must_confirm, current.companion_mode) == (
        EnvironmentTier.STAGING,
        True,
        CompanionMode.ALWAYS,
    )
    assert (before.id in kept(app, before)) is is_token_kept
    assert len(app.preferences.settings.environments) == 1


def test_a_copy_has_each_choice_but_neither_a_secret_nor_what_was_learned(app, qtbot):
    """A8."""
    before = app.preferences.current
    dialog = open_dialog(app, ActionId.DUPLICATE_ENVIRONMENT)
    assert not dialog.connection.accepted_hint.isVisible()
    dialog.connection.secret_key.setText("b" * 20)
    save(dialog, qtbot)
    qtbot.waitUntil(app.background.is_idle)
    current = app.preferences.current
    assert current.id != before.id
    assert current.connection == replace(CONNECTION, accepted=None)
    assert (current.chosen_tier, current.must_confirm, current.companion_mode) == (
        before.chosen_tier,
        before.must_confirm,
        before.companion_mode,
    )
    assert current.id not in kept(app, current)
    assert before.id in kept(app, before)


@pytest.mark.parametrize(("answer", "is_deleted"), [("Delete", True), ("Keep", False)])
def test_with_an_environment_all_its_secrets_go(app, qtbot, answer, is_deleted):
    """A8."""
    before = app.preferences.current
    all_of_it = kept(app, before)
    assert len(all_of_it) == 1 + len(list_accounts(before))
    app.window.action_collection[ActionId.DELETE_ENVIRONMENT].trigger()
    question = app.window.findChild(QMessageBox)
    assert question.defaultButton().text() == "Keep"
    assert question.escapeButton().text() == "Keep"
    next(one for one in question.buttons() if one.text() == answer).click()
    qtbot.waitUntil(app.background.is_idle)
    assert kept(app, before) == (set() if is_deleted else all_of_it)
    assert (before in app.preferences.settings.environments) is not is_deleted
