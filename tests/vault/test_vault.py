import ast
import random
import string
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from keyring import errors

import inspector_app.vault
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import as_literal
from inspector_app.vault.backends import MEMORY_ONLY_BY_CHOICE, Backend, MemoryOnly
from inspector_app.vault.chunked_store import SecretStore
from inspector_app.vault.errors import VaultError, VaultErrorKind, VaultOperation
from inspector_app.vault.kept_items import MAX_ITEMS, KeptItem, StoredName
from inspector_app.vault.prompts import Prompts
from inspector_app.vault.record import MAX_RECORD_LENGTH, TokenRecord, serialize_record
from inspector_app.vault.vault import StorageKind, StoreResult, Vault
from tests.vault.stores import (
    ClingingStore,
    DictStore,
    ForgetfulStore,
    FrozenStore,
    NullStore,
    PywintypesLikeError,
    RaisingStore,
)

HOST = "gateway.example.com"


def some_token(length: int = 40) -> Token:
    return Token("".join(random.choices(string.ascii_letters, k=length)))


def vault_on(store: SecretStore, *, room: int | None = None, bound: float = 3.0) -> Vault:
    return Vault(Backend(store, as_literal("a test"), room), timeout=bound)


@pytest.fixture
def frozen():
    store = FrozenStore()
    yield store
    store.thaw()


class Never:
    """A cancellation that never comes."""

    def add_cancel_callback(self, _callback: Callable[[], None]) -> Callable[[], None]:
        raise AssertionError("nothing waits here")


def test_a_token_is_found_again_by_a_later_run():
    store, token = DictStore(), some_token()
    assert vault_on(store).store_token("id", HOST, token) == StoreResult(
        StorageKind.KEYRING, as_literal("a test"), None
    )
    later = vault_on(store)
    assert later.has_token("id", HOST)
    assert later.fetch_token("id", HOST) == token


def test_what_was_never_kept_is_not_there():
    vault = vault_on(DictStore())
    assert not vault.has_token("id", HOST)
    assert vault.fetch_token("id", HOST) is None


@pytest.mark.parametrize(
    "backend", [Backend(DictStore(), as_literal("a test")), MEMORY_ONLY_BY_CHOICE]
)
def test_a_token_is_given_for_no_other_host_and_no_other_environment(backend):
    """N3"""
    vault = Vault(backend)
    vault.store_token("id", HOST, some_token())
    for host in ("", "evil.example.com", HOST + ".", HOST.upper(), f"{HOST}:444"):
        assert vault.fetch_token("id", host) is None
        assert not vault.has_token("id", host)
    assert vault.fetch_token("other", HOST) is None


def test_a_newer_token_replaces_the_earlier_one_with_its_host():
    vault = vault_on(DictStore())
    vault.store_token("id", HOST, some_token())
    newer = some_token()
    vault.store_token("id", "new.example.com", newer)
    assert vault.fetch_token("id", "new.example.com") == newer
    assert vault.fetch_token("id", HOST) is None


def test_the_service_name_is_one_and_the_user_name_is_the_environment():
    seen = []

    class Watched(DictStore):
        def set_password(self, service, username, password):
            seen.append((service, username))
            super().set_password(service, username, password)

    vault_on(Watched()).store_token("id", HOST, some_token())
    assert seen == [("EnOS Session Inspector", "id")]


def test_forgetting_leaves_nothing():
    """A8"""
    store = DictStore()
    vault = vault_on(store)
    vault.store_token("id", HOST, some_token())
    vault.delete_token("id")
    assert store.items == {}
    assert vault.fetch_token("id", HOST) is None
    vault.delete_token("id")


def test_without_a_keyring_a_token_is_kept_for_this_run_and_the_reason_is_told():
    reason = as_literal("no keyring")
    vault = Vault(MemoryOnly(reason))
    token = some_token()
    keeping = vault.store_token("id", HOST, token)
    assert keeping.storage is StorageKind.MEMORY
    assert keeping.reason == reason
    assert str(keeping.storage_name) == str(vault.storage_name) == "memory, for this run only"
    assert vault.fetch_token("id", HOST) == token
    vault.delete_token("id")
    assert vault.fetch_token("id", HOST) is None


@pytest.mark.parametrize("length", [1, 134, 1279, 1280, 1281, 2560, 8192])
def test_a_token_of_any_length_is_kept_where_2560_bytes_are_the_most(length):
    """K4"""
    store, token = DictStore(2560), some_token(length)
    vault = vault_on(store, room=1280)
    assert vault.store_token("id", HOST, token).storage is StorageKind.KEYRING
    assert vault.fetch_token("id", HOST) == token
    vault.delete_token("id")
    assert store.items == {}


def test_a_token_of_8193_characters_never_gets_as_far_as_the_store():
    """K4"""
    with pytest.raises(ValueError, match="8192"):
        some_token(8193)


def test_a_host_that_makes_it_too_long_is_refused_before_the_store_is_touched():
    """K4"""
    store, token, host = DictStore(), some_token(8192), "h" * 20_000
    vault = vault_on(store)
    keeping = vault.store_token("id", host, token)
    assert keeping.storage is StorageKind.MEMORY
    assert "too long" in str(keeping.reason)
    assert store.calls == 0
    assert vault.fetch_token("id", host) == token


def test_a_record_may_be_as_long_as_is_read_back():
    token = some_token()
    vault = vault_on(DictStore())
    room = MAX_RECORD_LENGTH - len(serialize_record(TokenRecord("", token)))
    assert vault.store_token("id", "h" * room, token).storage is StorageKind.KEYRING
    assert vault.store_token("id", "h" * (room + 1), token).storage is StorageKind.MEMORY


@pytest.mark.parametrize("store", [NullStore(), ForgetfulStore()])
def test_a_keyring_that_does_not_keep_is_found_out(store):
    """K3"""
    token = some_token()
    vault = vault_on(store)
    keeping = vault.store_token("id", HOST, token)
    assert keeping.storage is StorageKind.MEMORY
    assert "did not keep the token as written" in str(keeping.reason)
    assert vault.fetch_token("id", HOST) == token
    assert store.items == {}


def test_a_keyring_that_does_not_delete_is_found_out():
    """A8"""
    vault = vault_on(ClingingStore())
    vault.store_token("id", HOST, some_token())
    with pytest.raises(VaultError) as caught:
        vault.delete_token("id")
    assert caught.value.kind is VaultErrorKind.NOT_DELETED


def test_what_another_program_wrote_is_said_to_be_damaged_and_can_be_replaced():
    store = DictStore()
    store.items["id"] = "something else"
    vault = vault_on(store)
    with pytest.raises(VaultError) as caught:
        vault.fetch_token("id", HOST)
    assert caught.value.kind is VaultErrorKind.DAMAGED
    token = some_token()
    vault.store_token("id", HOST, token)
    assert vault.fetch_token("id", HOST) == token


SECRET = "".join(random.choices(string.ascii_letters, k=40))
ERRORS = [
    errors.KeyringError(SECRET),
    errors.PasswordSetError(SECRET),
    errors.PasswordDeleteError(SECRET),
    errors.InitError(SECRET),
    errors.KeyringLocked(SECRET),
    errors.NoKeyringError(SECRET),
    OSError(5, SECRET),
    UnicodeEncodeError("ascii", SECRET, 0, 1, "x"),
    PywintypesLikeError(),
    BaseException(SECRET),  # what a panic in a Rust library is
]


@pytest.mark.parametrize("call", ["get", "set", "delete"])
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_whatever_a_keyring_raises_is_one_problem_in_words_and_memory_still_works(error, call):
    """K6"""
    store = RaisingStore()
    vault = vault_on(store)
    vault.store_token("id", HOST, some_token())
    store.raising = {call: error}
    problems = []
    for work in (partial(vault.fetch_token, host=HOST), vault.delete_token):
        try:
            work("id")
        except VaultError as caught:
            problems.append(caught)
    assert [problem.operation for problem in problems] == {
        "get": [VaultOperation.FETCH, VaultOperation.DELETE],
        "set": [],
        "delete": [VaultOperation.DELETE],
    }[call]
    for problem in problems:
        shown = [
            str(problem.title),
            str(problem.description),
            str(problem.next_step),
            repr(problem),
        ]
        assert all(shown)
        assert SECRET not in " ".join(shown)
        assert problem.__context__ is None
        assert problem.__cause__ is None
    token = Token(SECRET)
    keeping = vault.store_token("id", HOST, token)
    assert keeping.storage is (StorageKind.KEYRING if call == "delete" else StorageKind.MEMORY)
    assert SECRET not in str(keeping.reason)
    assert vault.fetch_token("id", HOST) == token


@pytest.mark.parametrize(
    ("error", "difficulty"),
    [
        (errors.KeyringLocked(), VaultErrorKind.LOCKED),
        (errors.InitError(), VaultErrorKind.UNAVAILABLE),
        (errors.NoKeyringError(), VaultErrorKind.UNAVAILABLE),
        (ConnectionResetError(), VaultErrorKind.UNAVAILABLE),
        (TimeoutError(), VaultErrorKind.TIMED_OUT),
        (errors.KeyringError(), VaultErrorKind.REFUSED),
        (ValueError(), VaultErrorKind.REFUSED),
    ],
)
def test_the_difficulty_is_the_errors_own(error, difficulty):
    """K6"""
    store = RaisingStore()
    store.raising = {"get": error}
    with pytest.raises(VaultError) as caught:
        vault_on(store).fetch_token("id", HOST)
    assert caught.value.kind is difficulty


@pytest.mark.timing
def test_a_keyring_that_does_not_answer_costs_three_seconds_once(frozen):
    """K1"""
    vault, token = vault_on(frozen), some_token()
    frozen.freeze()
    begun = time.monotonic()
    keeping = vault.store_token("id", HOST, token)
    assert 2.9 < time.monotonic() - begun < 6
    assert keeping.storage is StorageKind.MEMORY
    assert (
        str(keeping.reason) == "The keyring is not answering; the token is kept for this run only."
    )
    begun = time.monotonic()
    assert vault.fetch_token("id", HOST) == token
    with pytest.raises(VaultError) as caught:
        vault.fetch_token("other", HOST)
    assert caught.value.kind is VaultErrorKind.TIMED_OUT
    assert vault.store_token("other", HOST, token).storage is StorageKind.MEMORY
    assert time.monotonic() - begun < 2


def test_a_write_that_succeeds_too_late_is_taken_back(frozen):
    """K1"""
    vault = vault_on(frozen, bound=0.1)
    frozen.freeze()
    vault.store_token("id", HOST, some_token())
    frozen.thaw()
    assert frozen.items == {}


def test_a_keyring_that_answers_again_is_used_again_and_the_copy_in_memory_goes(frozen):
    vault = vault_on(frozen, bound=0.1)
    frozen.freeze()
    vault.store_token("id", HOST, some_token())
    frozen.thaw()
    newer = some_token()
    assert vault.store_token("id", HOST, newer).storage is StorageKind.KEYRING
    frozen.items.clear()
    assert vault.fetch_token("id", HOST) is None


def test_forgetting_drops_the_copy_in_memory_even_when_the_keyring_cannot_say(frozen):
    """A8"""
    vault = vault_on(frozen, bound=0.1)
    frozen.freeze()
    vault.store_token("id", HOST, some_token())
    with pytest.raises(VaultError) as caught:
        vault.delete_token("id")
    assert caught.value.kind is VaultErrorKind.TIMED_OUT
    frozen.thaw()
    assert vault.fetch_token("id", HOST) is None


def test_several_threads_take_turns():
    store = DictStore()
    vault = vault_on(store)
    tokens = {f"id{number}": some_token() for number in range(6)}
    wrong = []

    def work(environment_id, token):
        for _ in range(20):
            vault.store_token(environment_id, HOST, token)
            if vault.fetch_token(environment_id, HOST) != token:
                wrong.append(environment_id)
            vault.delete_token(environment_id)

    threads = [threading.Thread(target=work, args=item) for item in tokens.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert store.items == {}


def test_unlocking_is_nothing_where_the_system_asks_by_itself():
    vault_on(DictStore()).unlock(Never())
    Vault(MEMORY_ONLY_BY_CHOICE).unlock(Never())


def test_nothing_of_a_token_shows_in_a_vault_or_a_keeping():
    vault, token = Vault(MEMORY_ONLY_BY_CHOICE), some_token()
    keeping = vault.store_token("id", HOST, token)
    assert token.reveal() not in repr(vault) + repr(keeping) + repr(vars(vault))


def test_the_vault_reveals_a_token_in_one_place():
    directories = [
        path.name
        for path in Path(inspector_app.vault.__path__[0]).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "reveal"
    ]
    assert directories == ["record.py"]


def test_a_token_whose_time_is_over_is_deleted_instead_of_given_out():
    store = DictStore()
    now = 1000.0
    vault = Vault(Backend(store, as_literal("a keyring")), clock=lambda: now)
    token = some_token()
    vault.store_token("id", HOST, token, expires_at=2000.0)
    assert vault.fetch_token("id", HOST) == token
    now = 2000.0
    assert not vault.has_token("id", HOST)
    assert store.items == {}


def test_a_token_in_memory_goes_when_its_time_is_over():
    now = 1000.0
    vault = Vault(MemoryOnly(as_literal("none")), clock=lambda: now)
    vault.store_token("id", HOST, some_token(), expires_at=2000.0)
    now = 2000.5
    assert vault.fetch_token("id", HOST) is None
    now = 1000.0
    assert vault.fetch_token("id", HOST) is None


def test_a_token_without_an_end_stays():
    vault = Vault(MemoryOnly(as_literal("none")), clock=lambda: 1e12)
    token = some_token()
    vault.store_token("id", HOST, token)
    assert vault.fetch_token("id", HOST) == token


def test_letting_go_drops_what_is_in_memory_and_leaves_the_keyring_alone():
    """A6."""
    memory, keyring = Vault(MemoryOnly(as_literal("none"))), vault_on(DictStore())
    token = some_token()
    for vault in (memory, keyring):
        vault.store_token("id", HOST, token)
        vault.clear_memory()
    assert memory.fetch_token("id", HOST) is None
    assert keyring.fetch_token("id", HOST) == token


def test_a_token_in_memory_for_another_host_hides_none_in_the_keyring():
    store = RaisingStore()
    kept, other = some_token(), some_token()
    vault = vault_on(store)
    vault.store_token("e1", HOST, kept)
    store.raising["set"] = OSError()
    assert vault.store_token("e1", "other.example.com", other).storage is StorageKind.MEMORY
    assert vault.fetch_token("e1", "other.example.com") == other
    assert vault.fetch_token("e1", HOST) == kept


def test_the_question_of_unlocking_is_not_told_to_who_asked_for_it():
    """K1: its caller shows that it waits."""
    prompts = Prompts()
    told: list[bool] = []

    def ask(_cancellation):
        with prompts.asking():
            assert vault.prompt_text is prompts.question
            with pytest.raises(VaultError) as refused:
                vault.fetch_token("id", HOST)
            assert refused.value.kind in {VaultErrorKind.LOCKED, VaultErrorKind.WAITING}

    vault = Vault(Backend(DictStore(), as_literal("a test"), unlock=ask, prompts=prompts))
    vault.listen_to_prompts(told.append)
    vault.unlock(Never())
    assert told == []
    with prompts.asking():
        assert told == [True]
    assert told == [True, False]


def test_what_is_kept_is_listed_wherever_it_is():
    """A7: in the keyring by its own names or the known ones, then in memory by their order."""
    store, token = RaisingStore(), some_token()
    others = [StoredName("k"), StoredName("other", 7.0)]
    for names in (None, lambda: others):
        vault = Vault(Backend(store, as_literal("a test"), list_names=names))
        vault.store_token("k", HOST, token)
        vault.store_token("other", HOST, token)
        store.raising["set"] = OSError()
        for name in ("n", "m"):
            assert vault.store_token(name, "b.example.com", token).storage is StorageKind.MEMORY
        del store.raising["set"]
        in_memory = [
            KeptItem(name, is_in_memory=True, host="b.example.com", fingerprint=token.fingerprint)
            for name in ("m", "n")
        ]
        in_keyring = [
            KeptItem("k", is_in_memory=False, host=HOST, fingerprint=token.fingerprint),
            KeptItem("other", False, HOST, token.fingerprint, None if names is None else 7.0),
        ]
        assert vault.list_items(["k", "other", "gone"]) == (*in_keyring, *in_memory)
        if names is None:
            assert vault.list_items(["k"]) == (in_keyring[0], *in_memory)


def test_what_is_known_by_name_is_found_where_a_keyring_has_more_than_it_lists():
    """A8: a copy of what is forgotten is there as well."""
    others = [StoredName(f"{number // 2:05}") for number in range(MAX_ITEMS + 1)]
    known = [f"{number:05}" for number in range(MAX_ITEMS + 1)]
    for names in (None, lambda: others):
        vault = Vault(Backend(DictStore(), as_literal("a test"), list_names=names))
        vault.store_token("z", HOST, some_token())
        assert [one.name for one in vault.list_items([*known, "z"])] == ["z"]
    vault = Vault(Backend(DictStore(), as_literal("a test"), list_names=lambda: others[1:]))
    vault.store_token("z", HOST, some_token())
    assert vault.list_items(["z"]) == ()


def test_a_keyring_that_cannot_list_says_so_and_memory_lists_itself():
    """A7."""

    def refuse():
        raise OSError

    vault = Vault(Backend(DictStore(), as_literal("a test"), list_names=refuse))
    with pytest.raises(VaultError) as refused:
        vault.list_items([])
    assert refused.value.operation is VaultOperation.FETCH
    unreadable = RaisingStore()
    unreadable.raising["get"] = BaseException()  # as what is written in Rust raises
    with pytest.raises(VaultError) as refused:
        Vault(Backend(unreadable, as_literal("a test"))).list_items(["id"])
    assert refused.value.operation is VaultOperation.FETCH
    token = some_token()
    memory = Vault(MEMORY_ONLY_BY_CHOICE)
    memory.store_token("m", "b.example.com", token)
    assert memory.list_items(["k"]) == (
        KeptItem("m", is_in_memory=True, host="b.example.com", fingerprint=token.fingerprint),
    )
