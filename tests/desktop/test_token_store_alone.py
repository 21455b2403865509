"""What the token store says of each thing that a keyring may do, without a window around it."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication

from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.token_store import NOT_STORED, TokenLocation, TokenStore
from inspector_app.desktop.vault_provider import VaultProvider
from inspector_app.inspection.connection_secrets import ConnectionSecrets
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import as_literal
from inspector_app.settings.environment import ConnectionSettings, Environment
from inspector_app.vault.backends import Backend, MemoryOnly
from inspector_app.vault.errors import VaultError, VaultErrorKind, VaultOperation
from inspector_app.vault.prompts import Prompts
from tests.vault.stores import ClingingStore, RaisingStore

HOST = "one.example.com"
ONE = Environment("e1", "One", f"https://{HOST}")
TWO = Environment("e2", "Two", "https://two.example.com")
SIGNING = Environment("e3", "Signing", f"https://{HOST}", ConnectionSettings(access_key="key"))
INVENTED = Environment("demo", "Demo", "http://127.0.0.1:8080")
TOKEN, OTHER = Token("IAM_S_" + "Bt4gYk7p" * 4), Token("IAM_S_" + "Fw2dNc8s" * 4)
NAME = as_literal("a test keyring")
IN_KEYRING = TokenLocation(NAME, None, TOKEN.fingerprint)


class Desk:
    """A token store on a keyring of the test's own, and what it has said."""

    def __init__(self, qtbot, backend):
        self.told = []
        self.background = BackgroundExecutor()
        self.provider = VaultProvider(lambda: backend, frozenset({INVENTED.id}))
        self.store = TokenStore(self.provider, self.background)
        self._qtbot = qtbot
        names = ("location_changed", "failed", "deleted", "secrets_stored_in_memory", "unlocked")
        for name in (*names, "prompt_changed"):
            getattr(self.store, name).connect(partial(self._note, name))

    def _note(self, name, *said):
        self.told.append((name, *said))

    def wait(self):
        """What was said since the last time; a failure by its kind."""
        self._qtbot.waitUntil(self.background.is_idle)
        QCoreApplication.sendPostedEvents()  # results come by queued signals
        said, self.told = self.told, []
        return [
            (name, values[0].kind.name) if name == "failed" else (name, *values)
            for name, *values in said
        ]


@pytest.fixture
def keyring():
    return RaisingStore()


@pytest.fixture
def desk(qtbot, qapp, keyring):
    made = Desk(qtbot, Backend(keyring, NAME))
    yield made
    made.background.close(5)


def test_a_kept_token_is_found_with_its_place_and_fingerprint(desk):
    desk.store.store_token(ONE, HOST, TOKEN)
    assert desk.wait() == [("location_changed", "e1", IN_KEYRING)]
    desk.store.find_token(ONE)
    assert desk.wait() == [("location_changed", "e1", IN_KEYRING)]
    desk.store.find_token(TWO)
    assert desk.wait() == [("location_changed", "e2", NOT_STORED)]
    desk.store.find_token(Environment("e1", "One", "no address at all"))
    assert desk.wait() == [("location_changed", "e1", NOT_STORED)]


def test_of_two_searches_the_second_is_told(desk):
    desk.store.find_token(ONE)
    desk.store.find_token(TWO)
    assert desk.wait() == [("location_changed", "e2", NOT_STORED)]


def test_a_token_in_memory_keeps_the_reason_until_the_keyring_takes_one(desk, keyring):
    """K1."""
    keyring.raising["set"] = OSError()
    desk.store.store_token(ONE, HOST, TOKEN)
    ((_, _, location),) = desk.wait()
    assert str(location.storage) == "memory, for this run only"
    assert "cannot be reached" in str(location.reason)
    assert location.fingerprint == TOKEN.fingerprint
    desk.store.find_token(ONE)
    assert desk.wait() == [("location_changed", "e1", location)]
    del keyring.raising["set"]
    desk.store.store_token(ONE, HOST, TOKEN)
    desk.wait()
    desk.store.find_token(ONE)
    assert desk.wait() == [("location_changed", "e1", IN_KEYRING)]


def test_a_token_goes_when_its_time_is_over(desk, keyring):
    desk.store.store_token(ONE, HOST, TOKEN, 1.0)
    desk.wait()
    desk.store.find_token(ONE)
    assert desk.wait() == [("location_changed", "e1", NOT_STORED)]
    assert keyring.items == {}


def test_a_keyring_that_does_not_answer_is_told_in_both_ways(desk, keyring):
    keyring.raising["get"] = OSError()
    desk.store.find_token(ONE)
    (_, _, location), failed = desk.wait()
    assert location == TokenLocation(
        reason=VaultError(VaultErrorKind.UNAVAILABLE, VaultOperation.FETCH).description
    )
    assert failed == ("failed", "UNAVAILABLE")


@pytest.mark.parametrize(
    ("fingerprint", "is_deleted"),
    [("", True), (TOKEN.fingerprint, True), (OTHER.fingerprint, False)],
)
def test_a_token_is_forgotten_unless_another_one_is_meant(desk, keyring, fingerprint, is_deleted):
    """A8."""
    desk.store.store_token(ONE, HOST, TOKEN)
    desk.wait()
    desk.store.delete_token(ONE, fingerprint)
    assert desk.wait() == (
        [("deleted", "e1"), ("location_changed", "e1", NOT_STORED)]
        if is_deleted
        else [("location_changed", "e1", IN_KEYRING)]
    )
    assert (keyring.items == {}) is is_deleted


def test_where_none_is_kept_that_is_forgotten_too(desk):
    """A8: what an earlier address was kept under may still be there."""
    desk.store.delete_token(ONE, TOKEN.fingerprint)
    assert desk.wait() == [("deleted", "e1"), ("location_changed", "e1", NOT_STORED)]


def test_a_token_that_only_another_environment_keeps_is_forgotten_there(desk):
    """A8."""
    desk.store.store_token(TWO, HOST, TOKEN)
    desk.wait()
    desk.store.delete_token(ONE, TOKEN.fingerprint, (ONE, TWO))
    desk.wait()
    assert desk.provider.get_vault(TWO.id).fetch_token(TWO.id, HOST) is None


@pytest.mark.parametrize("fingerprint", ["", TOKEN.fingerprint])
def test_a_forgotten_token_is_kept_for_no_other_environment(desk, keyring, fingerprint):
    """A8: the window says that it is kept nowhere."""
    for environment, token in ((ONE, TOKEN), (TWO, TOKEN), (SIGNING, OTHER), (INVENTED, TOKEN)):
        desk.store.store_token(environment, HOST, token)
    desk.wait()
    desk.store.delete_token(ONE, fingerprint, (ONE, TWO, SIGNING))
    assert desk.wait() == [("deleted", "e1"), ("location_changed", "e1", NOT_STORED)]
    kept = [one for vault in desk.provider.list_vaults() for one in vault.list_items(["e1", "e2"])]
    assert kept == []
    assert desk.provider.get_vault().fetch_token(SIGNING.id, HOST).fingerprint == OTHER.fingerprint


def test_what_another_environment_keeps_stays_where_one_is_deleted(desk, keyring):
    """The person keeps that one."""
    for environment in (ONE, TWO):
        desk.store.store_token(environment, HOST, TOKEN)
    desk.store.delete_token(ONE)
    desk.wait()
    assert desk.provider.get_vault().fetch_token(TWO.id, HOST) is not None


def test_where_tokens_stay_in_memory_no_keyring_is_asked_to_forget(desk, keyring):
    """K1: it could ask for its password."""
    desk.store.store_token(TWO, HOST, TOKEN)
    desk.wait()
    desk.store.use_memory_only(())
    desk.store.store_token(ONE, HOST, TOKEN)
    desk.store.delete_token(ONE, "", (ONE, TWO))
    desk.wait()
    assert desk.store.is_kept_in_memory(ONE.id)
    assert desk.provider.get_vault(ONE.id).list_items(()) == ()
    assert desk.provider.get_keyring_vault().fetch_token(TWO.id, HOST) is not None


def test_a_token_that_could_not_be_forgotten_is_told(qtbot, qapp):
    """A8."""
    desk = Desk(qtbot, Backend(ClingingStore(), NAME))
    desk.store.store_token(ONE, HOST, TOKEN)
    desk.wait()
    desk.store.delete_token(ONE)
    (name, _, location), failed = desk.wait()
    assert (name, location.storage) == ("location_changed", None)
    assert failed == ("failed", "NOT_DELETED")
    desk.background.close(5)


def test_the_secrets_of_a_connection_are_kept_and_forgotten(desk, keyring):
    """A7, A8."""
    desk.store.store_secrets(SIGNING, ConnectionSecrets(secret_key=OTHER))
    assert desk.wait() == []
    assert list(keyring.items) == ["e3/application"]
    desk.store.delete_secrets(SIGNING)
    assert desk.wait() == []
    assert keyring.items == {}
    keyring.raising["set"] = OSError()
    desk.store.store_secrets(SIGNING, ConnectionSecrets(secret_key=OTHER))
    assert desk.wait() == [("secrets_stored_in_memory",)]
    keyring.raising["get"] = OSError()
    desk.store.store_secrets(SIGNING, ConnectionSecrets())
    desk.store.delete_secrets(SIGNING)
    assert desk.wait() == [("failed", "UNAVAILABLE"), ("failed", "UNAVAILABLE")]


def test_memory_only_empties_the_keyring_of_these_environments_and_uses_it_no_more(desk, keyring):
    """A7."""
    for environment in (ONE, TWO):
        desk.store.store_token(environment, environment.address.removeprefix("https://"), TOKEN)
    desk.store.store_secrets(SIGNING, ConnectionSecrets(secret_key=OTHER))
    desk.wait()
    desk.store.use_memory_only((ONE, SIGNING, INVENTED))
    assert desk.wait() == []
    assert list(keyring.items) == ["e2"]
    desk.store.store_token(ONE, HOST, TOKEN)
    ((_, _, location),) = desk.wait()
    assert "As chosen" in str(location.reason)
    assert list(keyring.items) == ["e2"]
    desk.store.use_keyring()
    desk.store.store_token(ONE, HOST, TOKEN)
    assert desk.wait() == [("location_changed", "e1", IN_KEYRING)]
    keyring.raising["delete"] = OSError()
    desk.store.use_memory_only((ONE,))
    assert desk.wait() == [("failed", "UNAVAILABLE")]


def test_what_is_invented_never_goes_to_the_keyring(desk, keyring):
    """K1: its password is nothing to be asked for."""
    desk.store.store_token(INVENTED, "127.0.0.1", TOKEN)
    ((_, _, location),) = desk.wait()
    assert str(location.storage) == "memory, for this run only"
    assert keyring.calls == 0
    assert desk.provider._vault is None


def test_what_is_in_memory_goes_and_the_keyring_keeps_what_it_has(desk, keyring):
    """A6."""
    desk.store.store_token(ONE, HOST, TOKEN)
    desk.store.store_token(INVENTED, "127.0.0.1", TOKEN)
    desk.wait()
    keyring.raising["set"] = OSError()
    desk.store.store_token(TWO, "two.example.com", TOKEN)
    desk.wait()
    del keyring.raising["set"]
    desk.store.clear_memory()
    desk.wait()
    for environment, location in ((ONE, IN_KEYRING), (TWO, NOT_STORED), (INVENTED, NOT_STORED)):
        desk.store.find_token(environment)
        assert desk.wait() == [("location_changed", environment.id, location)]


class SlowStore(RaisingStore):
    """Refuses each write, once it is let go."""

    def __init__(self):
        super().__init__()
        self.asked, self.let_go = threading.Event(), threading.Event()

    def set_password(self, service, username, password):
        self.asked.set()
        assert self.let_go.wait(10)
        raise OSError


def test_memory_is_empty_at_once_and_after_what_the_keyring_was_busy_with(qtbot, qapp):
    """A6: a write that falls back to memory may come later."""
    keyring = SlowStore()
    desk = Desk(qtbot, Backend(keyring, NAME))
    desk.store.store_token(INVENTED, "127.0.0.1", TOKEN)
    desk.wait()
    desk.store.store_token(ONE, HOST, TOKEN)
    assert keyring.asked.wait(10)
    with qtbot.waitSignal(desk.background.delivered):
        desk.store.clear_memory()
    assert desk.told == [], "the keyring is busy still"
    assert desk.provider._get_memory_vault().fetch_token(INVENTED.id, "127.0.0.1") is None
    keyring.let_go.set()
    desk.wait()
    desk.store.find_token(ONE)
    assert desk.wait() == [("location_changed", "e1", NOT_STORED)]
    desk.background.close(5)


@pytest.mark.parametrize("end", ["unlocked", "refused", "cancelled"])
def test_the_end_of_unlocking_is_told_and_why_it_failed_unless_it_was_cancelled(qtbot, qapp, end):
    """K1."""
    cancelled = []

    def unlock(cancellation):
        cancellation.add_cancel_callback(lambda: cancelled.append(1))
        if end == "cancelled":
            made.store.cancel_unlocking()
        if end != "unlocked":
            raise OSError

    made = Desk(qtbot, Backend(RaisingStore(), NAME, unlock=unlock))
    made.store.unlock_keyring()
    assert made.wait() == (
        [("unlocked",), ("failed", "UNAVAILABLE")] if end == "refused" else [("unlocked",)]
    )
    assert bool(cancelled) is (end == "cancelled")
    made.background.close(5)


def test_what_the_keyring_asks_is_told_in_its_words_and_can_be_taken_back(qtbot, qapp):
    """K1."""
    prompts = Prompts(as_literal("May it?"))
    desk = Desk(qtbot, Backend(RaisingStore(), NAME, prompts=prompts))
    desk.store.cancel_prompt()  # of a keyring that nobody has used
    with pytest.raises(RuntimeError):
        desk.store.get_prompt_text()
    desk.store.find_token(ONE)
    desk.wait()
    assert desk.store.get_prompt_text() is prompts.question
    with prompts.asking():
        assert desk.told == [("prompt_changed", True)]
        desk.store.cancel_prompt()
        assert not prompts.is_wanted
    assert desk.told[1:] == [("prompt_changed", False)]
    prompts.allow()
    desk.store.delete_token(TWO)
    desk.wait()
    desk.background.close(5)


def test_without_a_keyring_the_reason_is_told(qtbot, qapp):
    desk = Desk(qtbot, MemoryOnly(as_literal("There is none.")))
    desk.store.store_token(ONE, HOST, TOKEN)
    ((_, _, location),) = desk.wait()
    assert (str(location.reason), location.fingerprint) == ("There is none.", TOKEN.fingerprint)
    assert {type(one).__name__ for one in desk.provider.list_vaults()} == {"Vault"}
    assert len(set(desk.provider.list_vaults())) == 2
    desk.background.close(5)
