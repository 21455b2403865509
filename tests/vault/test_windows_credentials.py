"""keyring's own Windows back end, on a Credential Manager with Windows' limits and errors."""

import random
import string

import pytest

from inspector_app.session.token import Token
from inspector_app.vault.backends import Backend, open_backend
from inspector_app.vault.vault import StorageKind, Vault
from tests.vault.windows import windows

HOST = "gateway.example.com"


@pytest.fixture
def manager():
    with windows() as credential_manager:
        yield credential_manager


@pytest.fixture
def vault(manager):
    backend = open_backend("win32")
    assert isinstance(backend, Backend)
    return Vault(backend)


def some_token(length: int = 40) -> Token:
    return Token("".join(random.choices(string.ascii_letters, k=length)))


def test_the_place_is_named(vault):
    assert str(vault.storage_name) == "Windows Credential Manager"


@pytest.mark.parametrize("length", [1, 134, 1279, 1280, 1281, 2560, 8192])
def test_a_token_of_any_length_is_kept_and_forgotten_without_a_trace(vault, manager, length):
    """K4, A8"""
    token = some_token(length)
    assert vault.store_token("id", HOST, token).storage is StorageKind.KEYRING
    assert vault.fetch_token("id", HOST) == token
    vault.delete_token("id")
    assert manager.credentials == {}


def test_tokens_stay_on_this_computer_whatever_the_environment_says(manager, monkeypatch):
    """K2"""
    monkeypatch.setenv("KEYRING_PROPERTY_PERSIST", "enterprise")
    vault = Vault(open_backend("win32"))
    for number in range(3):
        vault.store_token(f"id{number}", HOST, some_token(4000))
    assert {stored["Persist"] for stored in manager.credentials.values()} == {2}


def test_nothing_of_a_replaced_token_stays(vault, manager):
    """A8"""
    earlier, later = some_token(), some_token()
    vault.store_token("id", HOST, earlier)
    vault.store_token("id", HOST, later)
    assert earlier.reveal() not in manager.secrets
    assert vault.fetch_token("id", HOST) == later


def test_several_environments_do_not_disturb_each_other(vault, manager):
    tokens = {f"id{number}": some_token(length) for number, length in enumerate((40, 4000, 1300))}
    for _ in range(2):
        for environment_id, token in tokens.items():
            vault.store_token(environment_id, HOST, token)
    for environment_id, token in tokens.items():
        assert vault.fetch_token(environment_id, HOST) == token
    vault.delete_token("id1")
    assert vault.fetch_token("id0", HOST) == tokens["id0"]
    assert vault.fetch_token("id2", HOST) == tokens["id2"]
    vault.delete_token("id0")
    vault.delete_token("id2")
    assert manager.credentials == {}
