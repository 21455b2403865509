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
from inspector_app.session.wording import as_literal
from inspector_app.vault.backends import CHOSEN, Backend, MemoryOnly
from inspector_app.vault.parts import Store
from inspector_app.vault.problem import Difficulty, Task, VaultProblem
from inspector_app.vault.vault import Keeping, KeptIn, Vault
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


def vault_on(store: Store, *, room: int | None = None, bound: float = 3.0) -> Vault:
    return Vault(Backend(store, as_literal("a test"), room), bound=bound)


@pytest.fixture
def frozen():
    store = FrozenStore()
    yield store
    store.thaw()


class Never:
    """A cancellation that never comes."""

    def on_cancel(self, _callback: Callable[[], None]) -> Callable[[], None]:
        raise AssertionError("nothing waits here")


def test_a_token_is_found_again_by_a_later_run():
    store, token = DictStore(), some_token()
    assert vault_on(store).remember("id", HOST, token) == Keeping(
        KeptIn.KEYRING, as_literal("a test"), None
    )
    later = vault_on(store)
    assert later.holds("id", HOST)
    assert later.recall("id", HOST) == token


def test_what_was_never_kept_is_not_there():
    vault = vault_on(DictStore())
    assert not vault.holds("id", HOST)
    assert vault.recall("id", HOST) is None


@pytest.mark.parametrize("backend", [Backend(DictStore(), as_literal("a test")), CHOSEN])
def test_a_token_is_given_for_no_other_host_and_no_other_environment(backend):
    """N3"""
    vault = Vault(backend)
    vault.remember("id", HOST, some_token())
    for host in ("", "evil.example.com", HOST + ".", HOST.upper(), f"{HOST}:444"):
        assert vault.recall("id", host) is None
        assert not vault.holds("id", host)
    assert vault.recall("other", HOST) is None


def test_a_newer_token_replaces_the_earlier_one_with_its_host():
    vault = vault_on(DictStore())
    vault.remember("id", HOST, some_token())
    newer = some_token()
    vault.remember("id", "new.example.com", newer)
    assert vault.recall("id", "new.example.com") == newer
    assert vault.recall("id", HOST) is None


def test_the_service_name_is_one_and_the_user_name_is_the_environment():
    seen = []

    class Watched(DictStore):
        def set_password(self, service, username, password):
            seen.append((service, username))
            super().set_password(service, username, password)

    vault_on(Watched()).remember("id", HOST, some_token())
    assert seen == [("EnOS Session Inspector", "id")]


def test_forgetting_leaves_nothing():
    """A8"""
    store = DictStore()
    vault = vault_on(store)
    vault.remember("id", HOST, some_token())
    vault.forget("id")
    assert store.items == {}
    assert vault.recall("id", HOST) is None
    vault.forget("id")


def test_without_a_keyring_a_token_is_kept_for_this_run_and_the_reason_is_told():
    reason = as_literal("no keyring")
    vault = Vault(MemoryOnly(reason))
    token = some_token()
    keeping = vault.remember("id", HOST, token)
    assert keeping.kept_in is KeptIn.MEMORY
    assert keeping.reason == reason
    assert str(keeping.place) == str(vault.place) == "memory, for this run only"
    assert vault.recall("id", HOST) == token
    vault.forget("id")
    assert vault.recall("id", HOST) is None


@pytest.mark.parametrize("length", [1, 134, 1279, 1280, 1281, 2560, 8192])
def test_a_token_of_any_length_is_kept_where_2560_bytes_are_the_most(length):
    """K4"""
    store, token = DictStore(2560), some_token(length)
    vault = vault_on(store, room=1280)
    assert vault.remember("id", HOST, token).kept_in is KeptIn.KEYRING
    assert vault.recall("id", HOST) == token
    vault.forget("id")
    assert store.items == {}


def test_a_token_of_8193_characters_never_gets_as_far_as_the_store():
    """K4"""
    with pytest.raises(ValueError, match="8192"):
        some_token(8193)


def test_a_host_that_makes_it_too_long_is_refused_before_the_store_is_touched():
    """K4"""
    store, token, host = DictStore(), some_token(8192), "h" * 20_000
    vault = vault_on(store)
    keeping = vault.remember("id", host, token)
    assert keeping.kept_in is KeptIn.MEMORY
    assert "too long" in str(keeping.reason)
    assert store.calls == 0
    assert vault.recall("id", host) == token


@pytest.mark.parametrize("store", [NullStore(), ForgetfulStore()])
def test_a_keyring_that_does_not_keep_is_found_out(store):
    """K3"""
    token = some_token()
    vault = vault_on(store)
    keeping = vault.remember("id", HOST, token)
    assert keeping.kept_in is KeptIn.MEMORY
    assert "did not keep the token as written" in str(keeping.reason)
    assert vault.recall("id", HOST) == token
    assert store.items == {}


def test_a_keyring_that_does_not_delete_is_found_out():
    """A8"""
    vault = vault_on(ClingingStore())
    vault.remember("id", HOST, some_token())
    with pytest.raises(VaultProblem) as caught:
        vault.forget("id")
    assert caught.value.difficulty is Difficulty.STILL_KEPT


def test_what_another_program_wrote_is_said_to_be_damaged_and_can_be_replaced():
    store = DictStore()
    store.items["id"] = "something else"
    vault = vault_on(store)
    with pytest.raises(VaultProblem) as caught:
        vault.recall("id", HOST)
    assert caught.value.difficulty is Difficulty.DAMAGED
    token = some_token()
    vault.remember("id", HOST, token)
    assert vault.recall("id", HOST) == token


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
    vault.remember("id", HOST, some_token())
    store.raising = {call: error}
    problems = []
    for work in (partial(vault.recall, host=HOST), vault.forget):
        try:
            work("id")
        except VaultProblem as caught:
            problems.append(caught)
    assert [problem.task for problem in problems] == {
        "get": [Task.READING, Task.FORGETTING],
        "set": [],
        "delete": [Task.FORGETTING],
    }[call]
    for problem in problems:
        shown = [str(problem.title), str(problem.happened), str(problem.next_step), repr(problem)]
        assert all(shown)
        assert SECRET not in " ".join(shown)
        assert problem.__context__ is None
        assert problem.__cause__ is None
    token = Token(SECRET)
    keeping = vault.remember("id", HOST, token)
    assert keeping.kept_in is (KeptIn.KEYRING if call == "delete" else KeptIn.MEMORY)
    assert SECRET not in str(keeping.reason)
    assert vault.recall("id", HOST) == token


@pytest.mark.parametrize(
    ("error", "difficulty"),
    [
        (errors.KeyringLocked(), Difficulty.LOCKED),
        (errors.InitError(), Difficulty.UNAVAILABLE),
        (errors.NoKeyringError(), Difficulty.UNAVAILABLE),
        (ConnectionResetError(), Difficulty.UNAVAILABLE),
        (TimeoutError(), Difficulty.NOT_ANSWERING),
        (errors.KeyringError(), Difficulty.REFUSED),
        (ValueError(), Difficulty.REFUSED),
    ],
)
def test_the_difficulty_is_the_errors_own(error, difficulty):
    """K6"""
    store = RaisingStore()
    store.raising = {"get": error}
    with pytest.raises(VaultProblem) as caught:
        vault_on(store).recall("id", HOST)
    assert caught.value.difficulty is difficulty


@pytest.mark.timing
def test_a_keyring_that_does_not_answer_costs_three_seconds_once(frozen):
    """K1"""
    vault, token = vault_on(frozen), some_token()
    frozen.freeze()
    begun = time.monotonic()
    keeping = vault.remember("id", HOST, token)
    assert 2.9 < time.monotonic() - begun < 6
    assert keeping.kept_in is KeptIn.MEMORY
    assert (
        str(keeping.reason) == "The keyring is not answering; the token is kept for this run only."
    )
    begun = time.monotonic()
    assert vault.recall("id", HOST) == token
    with pytest.raises(VaultProblem) as caught:
        vault.recall("other", HOST)
    assert caught.value.difficulty is Difficulty.NOT_ANSWERING
    assert vault.remember("other", HOST, token).kept_in is KeptIn.MEMORY
    assert time.monotonic() - begun < 2


def test_a_write_that_succeeds_too_late_is_taken_back(frozen):
    """K1"""
    vault = vault_on(frozen, bound=0.1)
    frozen.freeze()
    vault.remember("id", HOST, some_token())
    frozen.thaw()
    assert frozen.items == {}


def test_a_keyring_that_answers_again_is_used_again_and_the_copy_in_memory_goes(frozen):
    vault = vault_on(frozen, bound=0.1)
    frozen.freeze()
    vault.remember("id", HOST, some_token())
    frozen.thaw()
    newer = some_token()
    assert vault.remember("id", HOST, newer).kept_in is KeptIn.KEYRING
    frozen.items.clear()
    assert vault.recall("id", HOST) is None


def test_forgetting_drops_the_copy_in_memory_even_when_the_keyring_cannot_say(frozen):
    """A8"""
    vault = vault_on(frozen, bound=0.1)
    frozen.freeze()
    vault.remember("id", HOST, some_token())
    with pytest.raises(VaultProblem) as caught:
        vault.forget("id")
    assert caught.value.difficulty is Difficulty.NOT_ANSWERING
    frozen.thaw()
    assert vault.recall("id", HOST) is None


def test_several_threads_take_turns():
    store = DictStore()
    vault = vault_on(store)
    tokens = {f"id{number}": some_token() for number in range(6)}
    wrong = []

    def work(environment_id, token):
        for _ in range(20):
            vault.remember(environment_id, HOST, token)
            if vault.recall(environment_id, HOST) != token:
                wrong.append(environment_id)
            vault.forget(environment_id)

    threads = [threading.Thread(target=work, args=item) for item in tokens.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert store.items == {}


def test_unlocking_is_nothing_where_the_system_asks_by_itself():
    vault_on(DictStore()).unlock(Never())
    Vault(CHOSEN).unlock(Never())


def test_nothing_of_a_token_shows_in_a_vault_or_a_keeping():
    vault, token = Vault(CHOSEN), some_token()
    keeping = vault.remember("id", HOST, token)
    assert token.reveal() not in repr(vault) + repr(keeping) + repr(vars(vault))


def test_the_vault_reveals_a_token_in_one_place():
    places = [
        path.name
        for path in Path(inspector_app.vault.__path__[0]).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "reveal"
    ]
    assert places == ["record.py"]


def test_a_token_whose_time_is_over_is_deleted_instead_of_given_out():
    store = DictStore()
    now = 1000.0
    vault = Vault(Backend(store, as_literal("a keyring")), clock=lambda: now)
    token = some_token()
    vault.remember("id", HOST, token, until=2000.0)
    assert vault.recall("id", HOST) == token
    now = 2000.0
    assert not vault.holds("id", HOST)
    assert store.items == {}


def test_a_token_in_memory_goes_when_its_time_is_over():
    now = 1000.0
    vault = Vault(MemoryOnly(as_literal("none")), clock=lambda: now)
    vault.remember("id", HOST, some_token(), until=2000.0)
    now = 2000.5
    assert vault.recall("id", HOST) is None
    now = 1000.0
    assert vault.recall("id", HOST) is None


def test_a_token_without_an_end_stays():
    vault = Vault(MemoryOnly(as_literal("none")), clock=lambda: 1e12)
    token = some_token()
    vault.remember("id", HOST, token)
    assert vault.recall("id", HOST) == token


def test_letting_go_drops_what_is_in_memory_and_leaves_the_keyring_alone():
    """A6."""
    memory, keyring = Vault(MemoryOnly(as_literal("none"))), vault_on(DictStore())
    token = some_token()
    for vault in (memory, keyring):
        vault.remember("id", HOST, token)
        vault.let_go()
    assert memory.recall("id", HOST) is None
    assert keyring.recall("id", HOST) == token
