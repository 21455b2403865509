"""The secrets of a connection: each under an account of its own, bound to what it opens."""

from dataclasses import replace

import pytest

from inspector_app.inspection import connection_secrets
from inspector_app.inspection.connection_secrets import ConnectionSecrets, SecretKind
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import as_literal
from inspector_app.settings.environment import ConnectionSettings, create_environment
from inspector_app.vault.backends import MEMORY_ONLY_BY_CHOICE, Backend
from inspector_app.vault.vault import StorageKind, Vault
from tests.vault.stores import ClingingStore, DictStore

SECRETS = ConnectionSecrets(Token("key-" * 5), Token("proxy-" * 5), Token("file-" * 5))
CONNECTION = ConnectionSettings(
    access_key="the-key",
    proxy_address="proxy.example.com:3128",
    proxy_user="erika",
    client_certificate="/certificate.pem",
    client_key="/key.pem",
)
FETCH = (
    connection_secrets.fetch_secret_key,
    connection_secrets.fetch_proxy_password,
    connection_secrets.fetch_certificate_password,
)


@pytest.fixture
def environment():
    return create_environment("Production", "https://gateway.example.com:8443", CONNECTION)


def vault_on(store):
    return Vault(Backend(store, as_literal("a test")))


def fetch_all(vault, environment):
    return [fetch(vault, environment) for fetch in FETCH]


def test_each_secret_has_an_account_that_every_version_finds(environment):
    """K4: their names are kept in keyrings for years."""
    store = DictStore()
    assert connection_secrets.store(vault_on(store), environment, SECRETS) is StorageKind.KEYRING
    accounts = [f"{environment.id}/{part}" for part in ("application", "proxy", "certificate")]
    assert list(connection_secrets.list_accounts(environment)) == accounts
    assert list(store.items) == accounts
    for account, bound_to in zip(
        accounts,
        ("the-key@gateway.example.com", "erika@proxy.example.com:3128", "/key.pem"),
        strict=True,
    ):
        assert f'"host": "{bound_to}"' in store.items[account]
    assert "key-" not in repr(SECRETS)
    assert repr(SECRETS) == "ConnectionSecrets()"


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("e1", ("e1", SecretKind.TOKEN)),
        ("e1/application", ("e1", SecretKind.SECRET_KEY)),
        ("e1/proxy", ("e1", SecretKind.PROXY_PASSWORD)),
        ("a/b/certificate", ("a/b", SecretKind.CERTIFICATE_PASSWORD)),
        ("e1/other", ("e1/other", SecretKind.TOKEN)),
        ("", ("", SecretKind.TOKEN)),
    ],
)
def test_an_account_says_what_is_stored_under_it(account, expected):
    assert connection_secrets.split_account(account) == expected


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        ({"access_key": "another"}, 0),
        ({"access_key": ""}, 0),
        ({"proxy_user": "max"}, 1),
        ({"proxy_user": ""}, 1),
        ({"proxy_address": "other.example.com:3128"}, 1),
        ({"client_key": "/other.pem"}, 2),
        ({"client_key": ""}, 2),
    ],
)
def test_a_secret_is_given_for_nothing_but_what_it_was_entered_for(environment, changes, lost):
    """N3: another application, another proxy, another file."""
    vault = vault_on(DictStore())
    connection_secrets.store(vault, environment, SECRETS)
    everything = [SECRETS.secret_key, SECRETS.proxy_password, SECRETS.certificate_password]
    assert fetch_all(vault, environment) == everything
    other = replace(environment, connection=replace(CONNECTION, **changes))
    expected = [None if number == lost else one for number, one in enumerate(everything)]
    assert fetch_all(vault, other) == expected


def test_the_key_of_an_application_is_given_to_no_other_gateway(environment):
    """N3: nor to an address that is none."""
    vault = vault_on(DictStore())
    connection_secrets.store(vault, environment, SECRETS)
    for address in ("https://evil.example.com", "http://evil.example.com", "", "no address"):
        assert connection_secrets.fetch_secret_key(
            vault, replace(environment, address=address)
        ) is (None)
    same = replace(environment, address="gateway.example.com")
    assert connection_secrets.fetch_secret_key(vault, same) == SECRETS.secret_key


def test_without_a_gateway_no_key_of_an_application_is_kept(environment):
    """N3: it would be given to the next address that is none."""
    vault = vault_on(DictStore())
    nowhere = replace(environment, address="no address")
    connection_secrets.store(vault, nowhere, SECRETS)
    assert connection_secrets.fetch_secret_key(vault, nowhere) is None


def test_what_was_not_entered_stays_and_what_is_not_used_goes(environment):
    """A8."""
    store = DictStore()
    vault = vault_on(store)
    connection_secrets.store(vault, environment, SECRETS)
    connection_secrets.store(vault, environment, ConnectionSecrets())
    assert None not in fetch_all(vault, environment)
    without = replace(environment, connection=ConnectionSettings(access_key="the-key"))
    connection_secrets.store(vault, without, ConnectionSecrets())
    assert list(store.items) == [f"{environment.id}/application"]
    connection_secrets.delete(vault, environment)
    assert store.items == {}


def test_the_least_durable_place_is_told(environment):
    memory = Vault(MEMORY_ONLY_BY_CHOICE)
    assert connection_secrets.store(memory, environment, SECRETS) is StorageKind.MEMORY
    only_one = ConnectionSecrets(secret_key=SECRETS.secret_key)
    assert connection_secrets.store(memory, environment, only_one) is StorageKind.MEMORY
    nothing = ConnectionSecrets()
    assert connection_secrets.store(memory, environment, nothing) is StorageKind.KEYRING


def test_a_secret_that_clings_is_told():
    """A8."""
    environment = create_environment("Production", "https://gateway.example.com", CONNECTION)
    store = ClingingStore()
    vault = vault_on(store)
    connection_secrets.store(vault, environment, SECRETS)
    with pytest.raises(Exception, match="DELETE"):
        connection_secrets.delete(vault, environment)
