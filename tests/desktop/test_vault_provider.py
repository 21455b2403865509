"""Which vault serves whom, and that none is opened before it is needed."""

import pytest

from inspector_app.desktop.vault_provider import VaultProvider
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import as_literal
from inspector_app.settings.environment import Environment
from inspector_app.vault.backends import Backend
from tests.vault.stores import DictStore

TOKEN = Token("IAM_S_" + "vP7o" * 8)


@pytest.fixture
def opened():
    return []


@pytest.fixture
def provider(opened):
    def open_backend():
        opened.append(1)
        return Backend(DictStore(), as_literal("a test"))

    return VaultProvider(open_backend, frozenset({"demo"}))


def test_the_keyring_is_opened_once_and_only_by_who_needs_it(provider, opened):
    memory = provider.get_vault("demo")
    assert provider.get_vault("demo") is memory
    assert opened == []
    provider.cancel_prompt()
    provider.clear_memory()
    with pytest.raises(RuntimeError):
        provider.get_prompt_text()
    keyring = provider.get_vault("e1")
    assert keyring is provider.get_vault() is provider.get_keyring_vault()
    assert keyring is not memory
    assert opened == [1]
    assert provider.list_vaults() == (keyring, memory)
    assert provider.get_prompt_text() == keyring.prompt_text
    provider.memory_only = True
    assert provider.get_vault("e1") is memory
    assert provider.get_keyring_vault() is keyring


def test_memory_is_cleared_in_both(provider):
    memory, keyring = provider.get_vault("demo"), provider.get_vault("e1")
    memory.store_token("demo", "h", TOKEN)
    keyring.store_token("e1", "h", TOKEN)
    provider.clear_memory()
    assert memory.fetch_token("demo", "h") is None
    assert keyring.fetch_token("e1", "h") == TOKEN  # which is in the keyring


def test_invented_environments_are_none_of_the_keyrings(provider):
    environments = [Environment(one, one, "https://a.example.com") for one in ("e1", "demo", "e2")]
    assert [one.id for one in provider.filter_keyring_users(environments)] == ["e1", "e2"]
