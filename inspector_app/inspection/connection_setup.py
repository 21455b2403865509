"""Builds the gateway connection, its secrets included, from an environment's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.gateway.application import Application, is_access_key
from inspector_app.gateway.connection import (
    ClientCertificate,
    ConnectionOptions,
    ManualProxy,
    NoProxy,
    SystemProxy,
)
from inspector_app.inspection import connection_secrets
from inspector_app.inspection.connection_secrets import ConnectionSecrets
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.translatable_text import Text, tr
from inspector_app.settings.environment import ProxyMode
from inspector_app.vault.errors import VaultError, VaultErrorKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.gateway.application import AccessTokenCache
    from inspector_app.gateway.connection import ProxyChoice
    from inspector_app.session.token import Token
    from inspector_app.settings.environment import Environment
    from inspector_app.vault.vault import Vault


_NOTHING_TYPED: Final = ConnectionSecrets()
_SECRET_KEY_UNREADABLE: Final = tr("The application's SecretKey could not be read. {why}")
_PASSWORD_UNREADABLE: Final = tr("The proxy's password could not be read. {why}")
_CERTIFICATE_PASSWORD_UNREADABLE: Final = tr(
    "The client certificate's password could not be read. {why}"
)
_REENTER_HINT: Final = tr("Enter it again in the environment's settings, under Connection.")


class ConnectionSetupError(Exception):  # shown to the user
    """Something that the connection needs is missing.

    Attributes:
        happened: what is missing.
        next_step: what the user can do about it.
    """

    def __init__(self, description: Text, next_step: Text) -> None:
        super().__init__(description.template)
        self.description = description
        self.next_step = next_step


def build_connection(
    environment: Environment,
    vault: Callable[[], Vault],
    access_tokens: AccessTokenCache,
    typed: ConnectionSecrets = _NOTHING_TYPED,
) -> ConnectionOptions:
    """Build the connection to the environment's gateway; blocks while the keyring is read.

    ``typed`` are secrets that count before the stored ones.

    Raises:
        ConnectionSetupError: if the SecretKey is not stored, or the keyring cannot be read.
    """
    chosen = environment.connection
    return ConnectionOptions(
        ca_file=chosen.ca_file or None,
        client_certificate=(
            _build_client_certificate(environment, vault, typed)
            if chosen.client_certificate
            else None
        ),
        proxy=_build_proxy(environment, vault, typed),
        authorization=chosen.authorization,
        first_form=chosen.accepted or AuthorizationScheme.BEARER,
        application=(_build_application(environment, vault, typed) if chosen.access_key else None),
        access_tokens=access_tokens,
    )


def _build_client_certificate(
    environment: Environment, vault: Callable[[], Vault], typed: ConnectionSecrets
) -> ClientCertificate:
    chosen = environment.connection
    password = typed.certificate_password or _fetch_secret(
        _CERTIFICATE_PASSWORD_UNREADABLE,
        connection_secrets.fetch_certificate_password,
        environment,
        vault,
    )
    return ClientCertificate(chosen.client_certificate, chosen.client_key, password)


def _build_proxy(
    environment: Environment, vault: Callable[[], Vault], typed: ConnectionSecrets
) -> ProxyChoice:
    chosen = environment.connection
    match chosen.proxy:
        case ProxyMode.SYSTEM:
            return SystemProxy()
        case ProxyMode.NONE:
            return NoProxy()
        case ProxyMode.MANUAL:
            user = chosen.proxy_user
            if not user:
                return ManualProxy(chosen.proxy_address)
            password = typed.proxy_password or _fetch_secret(
                _PASSWORD_UNREADABLE, connection_secrets.fetch_proxy_password, environment, vault
            )
            return ManualProxy(chosen.proxy_address, user, password)


def _build_application(
    environment: Environment, vault: Callable[[], Vault], typed: ConnectionSecrets
) -> Application:
    key = environment.connection.access_key
    if not is_access_key(key):
        raise ConnectionSetupError(
            tr("The AccessKey in this environment's settings cannot be one."),
            tr("Enter it again under Connection."),
        )
    secret = typed.secret_key or _fetch_secret(
        _SECRET_KEY_UNREADABLE, connection_secrets.fetch_secret_key, environment, vault
    )
    if secret is None:
        raise ConnectionSetupError(
            tr("The SecretKey of this environment's application is not in the keyring."),
            _REENTER_HINT,
        )
    return Application(key, secret)


def _fetch_secret(
    error_message: Text,
    fetch: Callable[[Vault, Environment], Token | None],
    environment: Environment,
    vault: Callable[[], Vault],
) -> Token | None:
    try:
        return fetch(vault(), environment)
    except VaultError as problem:
        is_locked = problem.kind is VaultErrorKind.LOCKED
        happened = Text(error_message.template, (("why", problem.description),))
        next_step = problem.next_step if is_locked else _REENTER_HINT
        raise ConnectionSetupError(happened, next_step) from None
