"""Against a real gnome-keyring on a private bus."""

import contextlib
import gc
import os
import random
import signal
import string
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import secretstorage

from inspector_app.session.token import Token
from inspector_app.vault import secret_service as secret_service_module
from inspector_app.vault.backends import Backend, MemoryOnly, open_backend
from inspector_app.vault.errors import VaultError, VaultErrorKind, VaultOperation
from inspector_app.vault.prompts import Prompts
from inspector_app.vault.vault import StorageKind, Vault
from tests.secret_service import secret_service, silent_prompter, wait_for_prompt

HOST = "gateway.example.com"


@pytest.fixture
def service():
    gc.freeze()  # what the test makes is searched at its end, and nothing else
    with secret_service() as running:
        yield running
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(10)
            assert not thread.is_alive()
    gc.collect()  # a connection left open shows itself here, as a ResourceWarning


@pytest.fixture
def vault(service):
    return opened()


def opened(bound: float = 3.0) -> Vault:
    backend = open_backend("linux")
    assert isinstance(backend, Backend)
    return Vault(backend, timeout=bound)


def some_token(length: int = 40) -> Token:
    return Token("".join(random.choices(string.ascii_letters + '"\\', k=length)))


class Cancellation:
    """What the gateway's cancellation does, for one callback."""

    def __init__(self) -> None:
        self.callback: Callable[[], None] | None = None

    def cancel(self) -> None:
        if self.callback is not None:
            self.callback()

    def add_cancel_callback(self, callback: Callable[[], None]) -> Callable[[], None]:
        self.callback = callback
        return self.remove

    def remove(self) -> None:
        self.callback = None


class Unlocking(threading.Thread):
    """``vault.unlock`` on a thread of its own, and what came of it."""

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self.cancellation = Cancellation()
        self.problem: VaultError | None = None
        self._vault = vault

    def run(self) -> None:
        try:
            self._vault.unlock(self.cancellation)
        except VaultError as problem:
            self.problem = problem


def difficulty_of(work: Callable[[], object]) -> VaultErrorKind:
    with pytest.raises(VaultError) as caught:
        work()
    return caught.value.kind


def test_the_place_is_named(vault):
    """K5"""
    assert str(vault.storage_name) == "Secret Service"


def test_a_token_is_kept_and_found_by_the_next_start(vault, service):
    """K5"""
    token = some_token()
    assert vault.store_token("id", HOST, token).storage is StorageKind.KEYRING
    assert opened().fetch_token("id", HOST) == token
    assert service.items() == ("id",)


def test_a_token_kept_again_is_one_item(vault, service):
    """K5"""
    for _ in range(3):
        vault.store_token("id", HOST, some_token())
    assert service.items() == ("id",)


def test_one_session_is_opened_for_all_calls(vault, service, monkeypatch):
    """K5"""
    opened_ones = []

    def open_session(bus):
        opened_ones.append(bus)
        return secretstorage.util.open_session(bus)

    monkeypatch.setattr(secret_service_module, "open_session", open_session)
    token = some_token()
    vault.store_token("id", HOST, token)
    assert vault.fetch_token("id", HOST) == token
    assert len(opened_ones) == 1


def test_a_write_that_ends_in_an_error_leaves_nothing_in_the_keyring(vault, service, monkeypatch):
    """K5: whether it was written is not known then."""
    write = secretstorage.Collection.create_item

    def write_and_fail(*arguments, **options):
        write(*arguments, **options)
        raise RuntimeError

    monkeypatch.setattr(secretstorage.Collection, "create_item", write_and_fail)
    assert vault.store_token("id", HOST, some_token()).storage is StorageKind.MEMORY
    assert service.items() == ()


def test_a_keyring_whose_items_never_stay_is_a_problem_in_words(vault, service, monkeypatch):
    """K5"""

    def search(*_):
        raise secretstorage.ItemNotFoundException

    monkeypatch.setattr(secretstorage.Collection, "search_items", search)
    assert difficulty_of(lambda: vault.fetch_token("id", HOST)) is VaultErrorKind.UNAVAILABLE


def test_of_very_many_items_one_more_is_read_than_are_shown(vault, service, monkeypatch):
    for number in range(4):
        vault.store_token(f"{number}", HOST, some_token())
    monkeypatch.setattr(secret_service_module, "MAX_ITEMS", 2)
    link = secret_service_module.SecretServiceLink(Prompts())
    assert len(link.search_items({"service": "EnOS Session Inspector"})) == 3
    link.close()


def test_a_connection_that_was_closed_is_opened_anew(service):
    """K5"""
    link = secret_service_module.SecretServiceLink(Prompts())
    link.open_collection()
    assert link._bus is not None
    link._bus.close()
    assert link.open_collection() is not None
    link.close()


def test_an_item_has_what_keyring_gives_it_and_one_without_a_name_is_not_listed(vault, service):
    """K5: earlier releases wrote theirs through keyring, and find those of this one."""
    vault.store_token("id", HOST, some_token())
    with contextlib.closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.get_default_collection(bus)
        (item,) = collection.get_all_items()
        attributes = item.get_attributes()
        changed_at = item.get_modified()
        label = item.get_label()
        collection.create_item("another", {"service": "EnOS Session Inspector"}, b"x")
    assert label == "Password for 'id' on 'EnOS Session Inspector'"
    attributes.pop("xdg:schema", None)
    service_name = "EnOS Session Inspector"
    assert attributes == {
        "service": service_name,
        "username": "id",
        "application": service_name,
    }
    (listed,) = vault.list_items(())
    assert (listed.name, listed.host, listed.changed_at) == ("id", HOST, changed_at)


def test_a_forgotten_token_is_gone(vault, service):
    """K5, A8"""
    vault.store_token("id", HOST, some_token())
    vault.delete_token("id")
    assert service.items() == ()
    assert opened().fetch_token("id", HOST) is None


def test_a_missing_token_is_no_problem(vault):
    """K5"""
    assert vault.fetch_token("id", HOST) is None
    assert not vault.has_token("id", HOST)
    vault.delete_token("id")


def test_what_another_window_forgets_meanwhile_is_not_there_and_no_problem(vault, service):
    """The keyring names an item, which is gone when it is asked for what is in it."""
    stays, goes = some_token(), "gateway.example.org"
    other = opened()
    is_over = threading.Event()

    def keep_and_forget():
        while not is_over.is_set():
            other.store_token("other", goes, some_token())
            other.delete_token("other")

    vault.store_token("id", HOST, stays)
    busy = threading.Thread(target=keep_and_forget)
    busy.start()
    try:
        for _ in range(60):
            vault.fetch_token("other", goes)
            assert "id" in {item.name for item in vault.list_items(())}
    finally:
        is_over.set()
        busy.join()
    assert vault.fetch_token("id", HOST) == stays


@pytest.mark.parametrize("length", [1, 134, 1281, 8192])
def test_a_token_of_any_length_is_one_item(vault, service, length):
    """K4, K5"""
    token = some_token(length)
    vault.store_token("id", HOST, token)
    assert vault.fetch_token("id", HOST) == token
    assert service.items() == ("id",)


def test_two_gateways_have_two_tokens(vault, service):
    """K5"""
    one, two = some_token(), some_token()
    vault.store_token("first", "one.example.com", one)
    vault.store_token("second", "two.example.com", two)
    assert vault.fetch_token("first", "one.example.com") == one
    assert vault.fetch_token("second", "two.example.com") == two
    assert vault.fetch_token("first", "two.example.com") is None
    vault.delete_token("first")
    assert service.items() == ("second",)


@pytest.mark.parametrize(
    "host", ["münchen.example.com", "网关.example.com", "🔑.example.com", "a\0b"]
)
def test_a_gateway_may_have_any_name(vault, host):
    """K5"""
    token = some_token()
    assert vault.store_token("id", host, token).storage is StorageKind.KEYRING
    assert opened().fetch_token("id", host) == token


@pytest.mark.parametrize("environment_id", ["プロダクション", "a b/c@d", "\udc80", "nul\0nul"])
def test_an_environment_may_have_any_id_or_is_kept_in_memory(vault, environment_id):
    """K5, K6"""
    token = some_token()
    vault.store_token(environment_id, HOST, token)
    assert vault.fetch_token(environment_id, HOST) == token


def test_a_locked_keyring_says_so_without_a_prompt_and_memory_is_used(vault, service):
    """K5, K1"""
    vault.store_token("id", HOST, some_token())
    service.lock()
    with silent_prompter():
        assert difficulty_of(lambda: vault.fetch_token("id", HOST)) is VaultErrorKind.LOCKED
        assert difficulty_of(lambda: vault.delete_token("id")) is VaultErrorKind.LOCKED
        token = some_token()
        keeping = vault.store_token("id", HOST, token)
    assert str(keeping.reason) == "The keyring is locked; the token is kept for this run only."
    assert vault.fetch_token("id", HOST) == token


def test_a_keyring_that_was_never_set_up_counts_as_locked(vault, service):
    """K5"""
    service.delete_collection()
    with silent_prompter():
        assert difficulty_of(lambda: vault.fetch_token("id", HOST)) is VaultErrorKind.LOCKED


def test_an_unlocked_keyring_gives_the_token_again(vault, service):
    """K5"""
    token = some_token()
    vault.store_token("id", HOST, token)
    service.lock()
    assert difficulty_of(lambda: vault.fetch_token("id", HOST)) is VaultErrorKind.LOCKED
    service.unlock()
    assert vault.fetch_token("id", HOST) == token


@pytest.mark.timing
def test_an_unlock_prompt_is_waited_for_while_other_calls_answer_and_cancel_ends_it(vault, service):
    """K1"""
    service.lock()
    unlocking = Unlocking(vault)
    with silent_prompter() as prompter:
        unlocking.start()
        wait_for_prompt(prompter)
        assert difficulty_of(lambda: vault.fetch_token("id", HOST)) is VaultErrorKind.LOCKED
        assert unlocking.is_alive()
        begun = time.monotonic()
        unlocking.cancellation.cancel()
        unlocking.join(10)
        assert time.monotonic() - begun < 1
    assert unlocking.problem is not None
    assert unlocking.problem.operation is VaultOperation.UNLOCK
    assert unlocking.problem.kind is VaultErrorKind.LOCKED


def test_what_was_cancelled_before_there_is_a_connection_asks_nothing(service):
    """K1"""

    class Cancelled(Cancellation):
        def add_cancel_callback(self, callback: Callable[[], None]) -> Callable[[], None]:
            callback()
            return super().add_cancel_callback(callback)

    service.lock()
    link = secret_service_module.SecretServiceLink(Prompts())
    with pytest.raises(secretstorage.LockedException):
        link.unlock(Cancelled())
    link.close()


def test_a_keyring_unlocked_while_its_prompt_is_open_is_unlocked(vault, service):
    """K1"""
    token = some_token()
    vault.store_token("id", HOST, token)
    service.lock()
    unlocking = Unlocking(vault)
    with silent_prompter() as prompter:
        unlocking.start()
        wait_for_prompt(prompter)
        service.unlock()
    unlocking.join(10)  # the prompt went with its window
    assert unlocking.problem is None
    assert unlocking.cancellation.callback is None
    assert vault.fetch_token("id", HOST) == token


def test_a_prompt_that_cannot_be_shown_is_a_problem_in_words(vault, service):
    """K5"""
    service.lock()
    assert difficulty_of(lambda: vault.unlock(Cancellation())) is VaultErrorKind.LOCKED


def test_unlocking_a_keyring_that_has_gone_is_a_problem_in_words(vault, service):
    """K5, K6"""
    service.kill()
    assert difficulty_of(lambda: vault.unlock(Cancellation())) is VaultErrorKind.UNAVAILABLE


def test_waiting_for_a_frozen_keyring_to_unlock_can_be_cancelled(vault, service):
    """K1, K5"""
    service.freeze()
    unlocking = Unlocking(vault)
    unlocking.start()
    unlocking.join(0.2)
    assert unlocking.is_alive()
    unlocking.cancellation.cancel()
    unlocking.join(10)
    assert unlocking.problem is not None
    assert unlocking.problem.kind is VaultErrorKind.LOCKED


def test_a_frozen_keyring_is_left_after_three_seconds_and_memory_is_used(vault, service):
    """K1, K5"""
    service.freeze()
    token = some_token()
    begun = time.monotonic()
    keeping = vault.store_token("id", HOST, token)
    assert time.monotonic() - begun < 6
    assert (
        str(keeping.reason) == "The keyring is not answering; the token is kept for this run only."
    )
    assert vault.fetch_token("id", HOST) == token


def test_a_keyring_that_thaws_holds_nothing_of_what_came_too_late(service):
    """K1, K5"""
    vault = opened(bound=0.2)
    service.freeze()
    vault.store_token("id", HOST, some_token())
    service.thaw()
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(10)
    assert service.items() == ()
    assert vault.store_token("id", HOST, some_token()).storage is StorageKind.KEYRING


@pytest.mark.timing
def test_a_frozen_keyring_does_not_keep_the_app_from_opening_it(service):
    """K1, K5"""
    service.freeze()
    begun = time.monotonic()
    assert isinstance(open_backend("linux"), Backend)
    assert time.monotonic() - begun < 3


def test_a_killed_keyring_is_a_problem_in_words_and_memory_is_used(vault, service):
    """K5"""
    vault.store_token("id", HOST, some_token())
    service.kill()
    assert difficulty_of(lambda: vault.fetch_token("id", HOST)) is VaultErrorKind.UNAVAILABLE
    token = some_token()
    keeping = vault.store_token("id", HOST, token)
    assert str(keeping.reason) == (
        "The keyring cannot be reached; the token is kept for this run only."
    )
    assert vault.fetch_token("id", HOST) == token


def test_a_bus_without_a_keyring_means_memory(service):
    """K5"""
    service.kill()
    assert isinstance(open_backend("linux"), MemoryOnly)


def test_a_frozen_bus_means_memory_and_the_reason_is_told(service):
    """K1, K5"""
    service.bus.send_signal(signal.SIGSTOP)
    nothing = open_backend("linux", timeout=0.2)
    assert isinstance(nothing, MemoryOnly)
    assert str(nothing.reason) == (
        "The keyring is not answering; the token is kept for this run only."
    )


def test_the_token_stands_in_no_file_of_the_keyring(vault, service):
    """A1"""
    token = some_token().reveal().replace('"', "x").replace("\\", "x")
    vault.store_token("id", HOST, Token(token))
    files = [path for path in Path(service.home).rglob("*") if path.is_file()]
    assert any("keyring" in path.suffix for path in files)
    for path in files:
        assert token.encode() not in path.read_bytes()
        assert token.encode("utf-16-le") not in path.read_bytes()


def test_the_service_of_these_tests_leaves_nothing_behind():
    earlier = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    with secret_service() as running:
        assert os.environ.get("DBUS_SESSION_BUS_ADDRESS") != earlier
    assert os.environ.get("DBUS_SESSION_BUS_ADDRESS") == earlier
    assert running.daemon.returncode is not None
    assert running.bus.returncode is not None
    assert not running.home.exists()
