"""From what a person chose for an environment to the gateway's own terms, secrets included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.desktop import connection_secrets
from inspector_app.gateway.application import Application, is_access_key
from inspector_app.gateway.connection import Connection, ManualProxy, NoProxy, SystemProxy
from inspector_app.session.exchange import AuthorizationForm
from inspector_app.session.wording import Text, tr
from inspector_app.system.environment import ProxyUse

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.gateway.application import AccessTokens
    from inspector_app.gateway.connection import ProxyChoice
    from inspector_app.system.environment import Environment
    from inspector_app.vault.vault import Vault


class NotConnectable(Exception):  # noqa: N818  # a person reads it
    """Something that the connection needs is missing.

    Attributes:
        happened: what.
        next_step: what the person can do.
    """

    def __init__(self, happened: Text, next_step: Text) -> None:
        super().__init__(happened.template)
        self.happened = happened
        self.next_step = next_step


def connection(
    environment: Environment, vault: Callable[[], Vault], access_tokens: AccessTokens
) -> Connection:
    """How to reach the environment's gateway; blocks where the keyring has to be asked.

    Raises:
        NotConnectable: if the application's SecretKey is not kept.
        VaultProblem: if the keyring cannot say.
    """
    chosen = environment.connection
    return Connection(
        ca_file=chosen.ca_file or None,
        proxy=_proxy(environment, vault),
        authorization=chosen.authorization,
        first_form=chosen.accepted or AuthorizationForm.BEARER,
        application=_application(environment, vault) if chosen.access_key else None,
        access_tokens=access_tokens,
    )


def _proxy(environment: Environment, vault: Callable[[], Vault]) -> ProxyChoice:
    chosen = environment.connection
    match chosen.proxy:
        case ProxyUse.SYSTEM:
            return SystemProxy()
        case ProxyUse.NONE:
            return NoProxy()
        case ProxyUse.MANUAL:
            user = chosen.proxy_user
            password = connection_secrets.proxy_password(vault(), environment) if user else None
            return ManualProxy(chosen.proxy_address, user, password)


def _application(environment: Environment, vault: Callable[[], Vault]) -> Application:
    key = environment.connection.access_key
    if not is_access_key(key):
        raise NotConnectable(
            tr("The AccessKey in this environment's settings cannot be one."),
            tr("Enter it again under Connection."),
        )
    secret = connection_secrets.secret_key(vault(), environment)
    if secret is None:
        raise NotConnectable(
            tr("The SecretKey of this environment's application is not in the keyring."),
            tr("Enter it again in the environment's settings, under Connection."),
        )
    return Application(key, secret)
