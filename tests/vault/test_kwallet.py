"""Against a real KWallet, which is a Secret Service once it is started by its own name."""

import gc
import threading

import pytest

from inspector_app.session.token import Token
from inspector_app.vault.backends import Backend, open_backend
from inspector_app.vault.errors import VaultError, VaultErrorKind
from inspector_app.vault.vault import StorageKind, Vault
from tests.kwallet import kwallet

HOST = "wallet.example.com"
KEPT = Token("the-token-in-the-wallet")


class Cancellation:
    def add_cancel_callback(self, _callback):
        return lambda: None


def open_vault() -> Vault:
    backend = open_backend("linux")
    assert isinstance(backend, Backend)
    return Vault(backend)


@pytest.fixture
def wallet():
    gc.freeze()  # what the test makes is searched at its end, and nothing else
    with kwallet() as running:
        yield running
    gc.collect()


def test_it_is_started_and_a_token_is_kept_found_and_forgotten(wallet):
    """K2, K5"""
    vault = open_vault()
    with pytest.raises(VaultError) as caught:
        vault.fetch_token("id", HOST)
    assert caught.value.kind is VaultErrorKind.LOCKED
    unlocking = threading.Thread(target=lambda: vault.unlock(Cancellation()))
    unlocking.start()
    wallet.make_wallet()
    unlocking.join(20)
    assert not unlocking.is_alive()
    assert store(vault) is StorageKind.KEYRING
    assert fetch_anew() == KEPT
    open_vault().delete_token("id")
    assert vault.fetch_token("id", HOST) is None


def store(vault):
    """Where the token is kept; the app reads it back, which nobody may be able to, as below."""
    first = vault.store_token("id", HOST, KEPT).storage
    if first is StorageKind.KEYRING:
        return first
    return vault.store_token("id", HOST, KEPT).storage


def fetch_anew():
    """The token as another start of the app finds it.

    KWallet 5 on a busy machine once gave a new connection what nobody could read, in one of five
    runs of all the tests; the app calls that damaged.
    """
    for _ in range(2):
        try:
            return open_vault().fetch_token("id", HOST)
        except VaultError as problem:
            if problem.kind is not VaultErrorKind.DAMAGED:
                raise
    return open_vault().fetch_token("id", HOST)
