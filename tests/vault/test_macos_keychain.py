"""macOS' Keychain asks without saying so: it is waited for, can be left, and answers have words."""

import threading

import pytest

from inspector_app.session.token import Token
from inspector_app.vault import call_timeout
from inspector_app.vault.backends import Backend, open_backend
from inspector_app.vault.errors import VaultError, VaultErrorKind
from inspector_app.vault.vault import StorageKind, Vault
from tests.vault.macos import DENIED, NO_INTERACTION, WRONG_PASSWORD, macos

HOST = "gateway.example.com"
TOKEN = Token("IAM_S_" + "kC7h" * 12)
KEPT = ("EnOS Session Inspector", "one")


@pytest.fixture
def keychain():
    with macos() as running:
        yield running


@pytest.fixture
def vault(keychain, monkeypatch):
    """A vault with a bound that no question would be answered in."""
    monkeypatch.setattr(call_timeout, "_SILENCE", 0.02)
    backend = open_backend("darwin")
    assert isinstance(backend, Backend)
    return Vault(backend, timeout=0.05)


@pytest.fixture
def told(vault):
    """Whether a question is open, as somebody is told who can answer it."""
    heard = Told()
    vault.listen_to_prompts(heard.hear)
    return heard


class Told:
    def __init__(self):
        self.opened, self.closed = threading.Event(), threading.Event()

    def hear(self, is_open):
        (self.opened if is_open else self.closed).set()


def in_background(work):
    answers = []

    def run():
        try:
            answers.append(work())
        except VaultError as problem:
            answers.append(problem)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, answers


def test_a_token_is_kept_found_and_deleted(vault, keychain):
    assert vault.store_token("one", HOST, TOKEN).storage is StorageKind.KEYRING
    assert list(keychain.items) == [KEPT]
    assert vault.fetch_token("one", HOST) == TOKEN
    vault.delete_token("one")
    assert keychain.items == {}
    assert vault.fetch_token("one", HOST) is None


def test_a_question_is_told_and_has_all_the_time_that_a_person_takes(vault, keychain, told):
    """K1."""
    vault.store_token("one", HOST, TOKEN)
    keychain.ask()
    thread, answers = in_background(lambda: vault.fetch_token("one", HOST))
    assert told.opened.wait(10)
    thread.join(0.2)  # four times the bound
    assert thread.is_alive()
    assert "Always Allow" in str(vault.prompt_text)
    keychain.answer()
    thread.join(10)
    assert answers == [TOKEN]
    assert told.closed.is_set()


def test_a_quick_answer_is_no_question(vault, told):
    vault.store_token("one", HOST, TOKEN)
    assert not told.opened.is_set()


def test_who_leaves_the_question_goes_on_and_what_was_written_late_is_taken_back(
    vault, keychain, told
):
    """K1: macOS lets no program take its question away."""
    keychain.ask()
    thread, answers = in_background(lambda: vault.store_token("one", HOST, TOKEN))
    assert told.opened.wait(10)
    vault.cancel_prompt()
    thread.join(10)
    assert answers[0].storage is StorageKind.MEMORY
    assert "declined" in str(answers[0].reason)
    with pytest.raises(VaultError) as refused:
        vault.fetch_token("two", HOST)
    assert refused.value.kind is VaultErrorKind.WAITING
    assert keychain.calls == ["delete"], "nothing else is asked while it is open"

    keychain.answer()
    for running in threading.enumerate():
        if running.name == "keyring":
            running.join(10)
    assert keychain.items == {}
    assert vault.fetch_token("two", HOST) is None


def test_where_nobody_is_told_the_bound_holds(vault, keychain):
    """K1: a script would wait for an answer that nobody can give."""
    keychain.ask()
    with pytest.raises(VaultError) as refused:
        vault.fetch_token("one", HOST)
    assert refused.value.kind is VaultErrorKind.TIMED_OUT


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (DENIED, VaultErrorKind.ACCESS_DENIED, "Always Allow"),
        (WRONG_PASSWORD, VaultErrorKind.WRONG_PASSWORD, "password"),
        (NO_INTERACTION, VaultErrorKind.NO_QUESTION_POSSIBLE, "Unlock the screen"),
        (-25299, VaultErrorKind.REFUSED, "Paste the token again"),
    ],
)
def test_each_status_has_words_of_its_own(vault, keychain, status, kind, words):
    vault.store_token("one", HOST, TOKEN)
    keychain.statuses.append(status)
    with pytest.raises(VaultError) as refused:
        vault.fetch_token("one", HOST)
    assert refused.value.kind is kind
    assert words in f"{refused.value.description} {refused.value.next_step}"
    assert str(status) not in f"{refused.value.description} {refused.value.next_step}"

    keychain.statuses.append(status)
    with pytest.raises(VaultError) as undeleted:
        vault.delete_token("one")
    assert undeleted.value.kind is kind


def test_a_denied_write_leaves_the_token_in_memory_and_says_why(vault, keychain):
    keychain.statuses.append(DENIED)
    kept = vault.store_token("one", HOST, TOKEN)
    assert kept.storage is StorageKind.MEMORY
    assert "did not let this app use the Keychain" in str(kept.reason)
    assert vault.fetch_token("one", HOST) == TOKEN
