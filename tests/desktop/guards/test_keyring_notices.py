"""The window tells what the keyring asks, waits for the answer, and can take the question back."""

import itertools
import threading

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.deferred_imports import import_pipeline
from inspector_app.desktop.guards.keyring_notices import KeyringNotices
from inspector_app.desktop.token_store import TokenStore
from inspector_app.desktop.vault_provider import VaultProvider
from inspector_app.session.translatable_text import as_literal
from inspector_app.vault.backends import Backend, open_backend
from inspector_app.vault.errors import VaultError, VaultErrorKind, VaultOperation
from inspector_app.vault.prompts import Prompts
from tests.desktop.at_work import inspect, token_of, work_in
from tests.keepassxc import keepassxc
from tests.vault.macos import DENIED, macos
from tests.vault.stores import DictStore


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


class Alone:
    """The notices without a window, on a keyring that waits until it is let go."""

    def __init__(self, appearance):
        self.done: list[str] = []
        self.prompts = Prompts(as_literal("May it?"))
        self.let_go, self.asked = threading.Event(), threading.Event()
        backend = Backend(
            DictStore(), as_literal("a test"), unlock=self._unlock, prompts=self.prompts
        )
        provider, self.background = VaultProvider(lambda: backend), BackgroundExecutor()
        self.store = TokenStore(provider, self.background)
        provider.get_keyring_vault()  # there are no questions of one that nobody uses
        self.notices = KeyringNotices(appearance, self.store, lambda: self.done.append("find"))
        self.bar = self.notices.bar

    def _unlock(self, cancellation):
        cancellation.add_cancel_callback(self.let_go.set)
        self.asked.set()
        assert self.let_go.wait(10)


@pytest.fixture
def alone(appearance, qtbot):
    made = Alone(appearance)
    qtbot.addWidget(made.bar)
    yield made
    made.let_go.set()
    made.background.close(5)


def test_only_what_another_answer_would_help_with_is_offered(alone):
    """K1: all else is told where the token's place is."""
    bar = alone.bar
    questions = {"ACCESS_DENIED", "WRONG_PASSWORD", "NO_QUESTION_POSSIBLE"}
    for kind, operation in itertools.product(VaultErrorKind, VaultOperation):
        bar.hide()
        error = VaultError(kind, operation)
        alone.store.failed.emit(error)
        is_asked_again = kind.name in questions and operation is VaultOperation.FETCH
        assert bar.isHidden() is not (kind is VaultErrorKind.LOCKED or is_asked_again), error
        if is_asked_again:
            assert bar.message_label.text() == f"{error.description} {error.next_step}"
            assert bar.action_button.text() == "Try again"
            bar.action_button.click()
            assert bar.isHidden()
            assert alone.done.pop() == "find"


def test_unlocking_is_offered_waited_for_and_left(alone, qtbot):
    """K1."""
    bar = alone.bar
    alone.store.failed.emit(VaultError(VaultErrorKind.LOCKED, VaultOperation.FETCH))
    assert bar.message_label.text() == "The keyring is locked."
    assert bar.action_button.text() == "Unlock…"
    bar.action_button.click()
    assert alone.asked.wait(10)
    assert bar.message_label.text().startswith("Waiting for the keyring: it asks for its password")
    assert bar.action_button.text() == "Cancel"
    assert not alone.let_go.is_set()
    bar.action_button.click()
    assert alone.let_go.is_set()
    qtbot.waitUntil(lambda: alone.done == ["find"])
    assert bar.isHidden()


def test_a_question_is_told_in_its_words_and_goes_with_its_answer(alone):
    """K1."""
    bar = alone.bar
    with alone.prompts.asking():
        assert not bar.isHidden()
        assert (bar.message_label.text(), bar.action_button.text()) == ("May it?", "Cancel")
        bar.action_button.click()
        assert not alone.prompts.is_wanted
    assert bar.isHidden()
    assert alone.done == []


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
    import_pipeline()  # else a call would import it where this seems to be a Mac
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
