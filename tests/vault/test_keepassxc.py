"""Against a real KeePassXC, whose permission is asked for each connection and each item."""

import gc
import threading
import time
from collections.abc import Callable

import pytest

from inspector_app.session.token import Token
from inspector_app.vault.backends import Backend, open_backend
from inspector_app.vault.errors import VaultError, VaultErrorKind
from inspector_app.vault.vault import StorageKind, StoreResult, Vault
from tests.keepassxc import keepassxc

HOST = "desk.example.com"
EARLIER, LATER = Token("the-token-of-monday-morning"), Token("the-token-of-monday-evening")


@pytest.fixture(params=[True, False], ids=["confirming", "permissive"])
def any_desk(request):
    yield from run_keepassxc(confirm=request.param)


@pytest.fixture
def desk():
    yield from run_keepassxc(confirm=True)


@pytest.fixture
def permissive_desk():
    yield from run_keepassxc(confirm=False)


def run_keepassxc(*, confirm):
    gc.freeze()  # what the test makes is searched at its end, and nothing else
    with keepassxc(confirm=confirm) as running:
        yield running
    gc.collect()


def open_vault(timeout: float = 3.0) -> Vault:
    """As each start of the app does, on a connection of its own."""
    backend = open_backend("linux")
    assert isinstance(backend, Backend)
    return Vault(backend, timeout=timeout)


class Working(threading.Thread):
    """Something that may wait for the person, and what came of it."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self._result: object = None
        self.start()

    def run(self) -> None:
        try:
            self._result = self._work()
        except VaultError as problem:
            self._result = problem

    def get_result(self) -> object:
        self.join(20)
        assert not self.is_alive()
        return self._result

    def get_storage(self) -> StorageKind:
        result = self.get_result()
        assert isinstance(result, StoreResult)
        return result.storage

    def get_problem(self) -> VaultError:
        result = self.get_result()
        assert isinstance(result, VaultError)
        return result


class Cancellation:
    def __init__(self) -> None:
        self.cancel: Callable[[], None] = lambda: None

    def add_cancel_callback(self, callback: Callable[[], None]) -> Callable[[], None]:
        self.cancel = callback
        return lambda: None


def test_a_token_is_kept_replaced_and_forgotten_without_a_question_in_one_run(any_desk):
    """K1, K3"""
    vault = open_vault()
    for token in (EARLIER, LATER):
        assert vault.store_token("id", HOST, token).storage is StorageKind.KEYRING
        assert vault.fetch_token("id", HOST) == token
    assert any_desk.items() == ("id",)
    vault.delete_token("id")
    assert any_desk.items() == ()
    assert not any_desk.is_asking()


def test_the_next_start_asks_when_the_person_unlocks_and_not_before(desk):
    """K1"""
    open_vault().store_token("id", HOST, EARLIER)
    vault = open_vault()
    with pytest.raises(VaultError) as caught:
        vault.fetch_token("id", HOST)
    assert caught.value.kind is VaultErrorKind.LOCKED
    assert not desk.is_asking()
    unlocking = Working(lambda: vault.unlock(Cancellation()))
    desk.allow()
    assert unlocking.get_result() is None
    assert vault.fetch_token("id", HOST) == EARLIER


def test_an_unlocking_that_is_declined_leaves_it_locked(desk):
    """K1"""
    open_vault().store_token("id", HOST, EARLIER)
    vault = open_vault()
    unlocking = Working(lambda: vault.unlock(Cancellation()))
    desk.decline()
    assert unlocking.get_problem().kind in {VaultErrorKind.LOCKED, VaultErrorKind.DECLINED}
    with pytest.raises(VaultError):
        vault.fetch_token("id", HOST)


def test_a_replacement_waits_for_its_question_longer_than_for_a_keyring(any_desk):
    """K1"""
    open_vault().store_token("id", HOST, EARLIER)
    vault = open_vault(timeout=0.5)
    asked: list[bool] = []
    vault.listen_to_prompts(asked.append)
    storing = Working(lambda: vault.store_token("id", HOST, LATER))
    any_desk.wait_for_question()
    storing.join(1.0)
    assert storing.is_alive()
    any_desk.allow()
    assert storing.get_storage() is StorageKind.KEYRING
    assert asked == [True, False]
    assert vault.fetch_token("id", HOST) == LATER
    assert any_desk.items() == ("id",)


def test_a_replacement_that_is_declined_is_kept_in_memory_alone(desk):
    """K3"""
    first = open_vault()
    first.store_token("id", HOST, EARLIER)
    vault = open_vault()
    storing = Working(lambda: vault.store_token("id", HOST, LATER))
    desk.decline()
    assert storing.get_storage() is StorageKind.MEMORY
    assert first.fetch_token("id", HOST) == EARLIER
    assert vault.fetch_token("id", HOST) == LATER


def test_a_cancelled_question_writes_nothing_even_when_it_is_answered_later(desk):
    """K1: KeePassXC leaves its dialog open."""
    first = open_vault()
    first.store_token("id", HOST, EARLIER)
    vault = open_vault()
    storing = Working(lambda: vault.store_token("id", HOST, LATER))
    desk.wait_for_question()
    begun = time.monotonic()
    vault.cancel_prompt()
    assert storing.get_storage() is StorageKind.MEMORY
    assert time.monotonic() - begun < 3
    desk.allow()
    assert first.fetch_token("id", HOST) == EARLIER
    assert desk.items() == ("id",)


def test_other_calls_answer_at_once_while_a_question_is_open(desk):
    """K1"""
    open_vault().store_token("id", HOST, EARLIER)
    vault = open_vault()
    is_asking = threading.Event()
    vault.listen_to_prompts(lambda is_open: is_asking.set() if is_open else None)
    storing = Working(lambda: vault.store_token("id", HOST, LATER))
    assert is_asking.wait(10)
    begun = time.monotonic()
    with pytest.raises(VaultError) as caught:
        vault.fetch_token("id", HOST)
    vault.clear_memory()
    assert time.monotonic() - begun < 1
    assert caught.value.kind is VaultErrorKind.WAITING
    desk.allow()
    assert storing.get_storage() is StorageKind.KEYRING


def test_forgetting_asks_and_where_that_is_declined_says_what_to_do(desk):
    """A8"""
    open_vault().store_token("id", HOST, EARLIER)
    vault = open_vault()
    deleting = Working(lambda: vault.delete_token("id"))
    desk.decline()
    problem = deleting.get_problem()
    assert problem.kind is VaultErrorKind.DECLINED
    assert "may still be in it" in str(problem.next_step)
    assert desk.items() == ("id",)


def test_forgetting_with_consent_removes_it(desk):
    """A8"""
    open_vault().store_token("id", HOST, EARLIER)
    vault = open_vault()
    deleting = Working(lambda: vault.delete_token("id"))
    desk.allow()
    assert deleting.get_result() is None
    assert desk.items() == ()


def test_a_locked_database_says_so_and_opens_with_its_password(any_desk):
    """K1"""
    vault = open_vault()
    vault.store_token("id", HOST, EARLIER)
    any_desk.lock()
    with pytest.raises(VaultError) as caught:
        vault.fetch_token("id", HOST)
    assert caught.value.kind is VaultErrorKind.LOCKED
    assert vault.store_token("other", HOST, LATER).storage is StorageKind.MEMORY
    unlocking = Working(lambda: vault.unlock(Cancellation()))
    any_desk.type_password()
    while unlocking.is_alive():  # it may ask for the item as well, which it forgot
        if any_desk.is_asking():
            any_desk.allow()
    assert unlocking.get_result() is None
    assert vault.fetch_token("id", HOST) == EARLIER


def test_a_cancelled_unlocking_can_be_tried_again(permissive_desk):
    """K1"""
    vault = open_vault()
    vault.store_token("id", HOST, EARLIER)
    permissive_desk.lock()
    cancellation = Cancellation()
    unlocking = Working(lambda: vault.unlock(cancellation))
    permissive_desk.wait_for_password_dialog()
    cancellation.cancel()
    assert unlocking.get_problem().kind is VaultErrorKind.LOCKED
    again = Working(lambda: vault.unlock(Cancellation()))
    permissive_desk.type_password()
    assert again.get_result() is None
    assert vault.fetch_token("id", HOST) == EARLIER


def test_a_program_that_ends_while_it_asks_is_left(desk):
    """K5"""
    open_vault().store_token("id", HOST, EARLIER)
    vault = open_vault()
    storing = Working(lambda: vault.store_token("id", HOST, LATER))
    desk.wait_for_question()
    desk.program.kill()
    assert storing.get_storage() is StorageKind.MEMORY
