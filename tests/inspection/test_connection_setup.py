"""A connection is what the environment says, with the secrets that were typed or are kept."""

from dataclasses import replace
from typing import Any

import pytest

from inspector_app.gateway.application import AccessTokenCache, Application
from inspector_app.gateway.connection import (
    ClientCertificate,
    ManualProxy,
    NoProxy,
    SystemProxy,
)
from inspector_app.inspection import connection_secrets
from inspector_app.inspection.connection_secrets import ConnectionSecrets
from inspector_app.inspection.connection_setup import ConnectionSetupError, build_connection
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import as_literal
from inspector_app.settings.environment import (
    ConnectionSettings,
    ProxyMode,
    create_environment,
)
from inspector_app.vault.backends import Backend
from inspector_app.vault.errors import VaultError, VaultErrorKind, VaultOperation
from inspector_app.vault.vault import Vault
from tests.vault.stores import DictStore

KEPT = ConnectionSecrets(Token("sKey-" * 5), Token("sProxy-" * 5), Token("sFile-" * 5))
TYPED = ConnectionSecrets(Token("tKey-" * 5), Token("tProxy-" * 5), Token("tFile-" * 5))
EVERYTHING = ConnectionSettings(
    ca_file="/authority.pem",
    proxy=ProxyMode.MANUAL,
    proxy_address="proxy.example.com:3128",
    proxy_user="erika",
    authorization=AuthorizationScheme.BARE,
    accepted=AuthorizationScheme.BARE,
    access_key="the-key",
    client_certificate="/certificate.pem",
    client_key="/key.pem",
)


def build(connection: ConnectionSettings, kept=KEPT, **more: Any):
    environment = create_environment("Production", "https://gateway.example.com", connection)
    vault = Vault(Backend(DictStore(), as_literal("a test")))
    connection_secrets.store(vault, environment, kept)
    return build_connection(environment, lambda: vault, AccessTokenCache(), **more)


def must_not_be_asked():
    pytest.fail("the vault is asked for nothing")


def test_without_any_choice_nothing_is_asked_for_and_nothing_is_set():
    environment = create_environment("Production", "https://gateway.example.com")
    tokens = AccessTokenCache()
    made = build_connection(environment, must_not_be_asked, tokens)
    assert (made.ca_file, made.client_certificate, made.application) == (None, None, None)
    assert (made.proxy, made.authorization) == (SystemProxy(), None)
    assert made.first_form is AuthorizationScheme.BEARER
    assert made.access_tokens is tokens


@pytest.mark.parametrize(("more", "secrets"), [({}, KEPT), ({"typed": TYPED}, TYPED)])
def test_every_choice_is_in_it_and_what_was_typed_counts_before_what_is_kept(more, secrets):
    made = build(EVERYTHING, **more)
    assert made.ca_file == "/authority.pem"
    assert made.proxy == ManualProxy("proxy.example.com:3128", "erika", secrets.proxy_password)
    assert (made.authorization, made.first_form) == (AuthorizationScheme.BARE,) * 2
    assert made.application == Application("the-key", secrets.secret_key)
    assert made.client_certificate == ClientCertificate(
        "/certificate.pem", "/key.pem", secrets.certificate_password
    )


@pytest.mark.parametrize(
    ("changes", "proxy"),
    [
        ({"proxy": ProxyMode.NONE}, NoProxy()),
        ({"proxy": ProxyMode.SYSTEM}, SystemProxy()),
        ({"proxy_user": ""}, ManualProxy("proxy.example.com:3128")),
    ],
)
def test_the_proxy_is_the_chosen_one(changes, proxy):
    assert build(replace(EVERYTHING, **changes)).proxy == proxy


def test_a_password_may_be_missing_and_a_secret_key_may_not():
    none = ConnectionSecrets()
    made = build(replace(EVERYTHING, access_key=""), none)
    assert made.proxy == ManualProxy("proxy.example.com:3128", "erika", None)
    assert made.client_certificate == ClientCertificate("/certificate.pem", "/key.pem", None)
    with pytest.raises(ConnectionSetupError) as caught:
        build(EVERYTHING, none)
    assert "SecretKey" in str(caught.value.description)
    assert "under Connection" in str(caught.value.next_step)


def test_an_access_key_that_cannot_be_one_is_told_before_anything_is_asked():
    alone = ConnectionSettings(access_key="two words")
    with pytest.raises(ConnectionSetupError) as caught:
        build(alone, ConnectionSecrets())
    assert "AccessKey" in str(caught.value.description)
    assert "Enter it again" in str(caught.value.next_step)


@pytest.mark.parametrize("kind", VaultErrorKind)
@pytest.mark.parametrize(
    ("unused", "words"),
    [
        ({"access_key": "", "client_certificate": ""}, "proxy's password"),
        ({"access_key": "", "proxy": ProxyMode.NONE}, "client certificate's password"),
        ({"client_certificate": "", "proxy": ProxyMode.NONE}, "SecretKey"),
    ],
)
def test_what_cannot_be_read_is_named_and_a_locked_keyring_is_to_be_unlocked(unused, words, kind):
    problem = VaultError(kind, VaultOperation.FETCH)
    environment = create_environment(
        "Production", "https://gateway.example.com", replace(EVERYTHING, **unused)
    )

    def refuse():
        raise problem

    with pytest.raises(ConnectionSetupError) as caught:
        build_connection(environment, refuse, AccessTokenCache())
    said = str(caught.value.description)
    assert words in said
    assert str(problem.description) in said
    is_locked = kind is VaultErrorKind.LOCKED
    assert (caught.value.next_step == problem.next_step) is is_locked
    assert ("under Connection" in str(caught.value.next_step)) is not is_locked
