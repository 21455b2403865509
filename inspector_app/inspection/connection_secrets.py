"""Stores a connection's secrets in the vault: an application's SecretKey, a proxy's password.

Each is bound in the vault to its gateway or proxy, so that no change of the settings can send it
to another host, or sign a call there. All functions block: call them on a worker thread.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from inspector_app.gateway import address
from inspector_app.vault.vault import StorageKind

if TYPE_CHECKING:
    from inspector_app.session.token import Token
    from inspector_app.settings.environment import Environment
    from inspector_app.vault.vault import Vault


class SecretKind(Enum):
    """What a vault account holds."""

    TOKEN = auto()
    SECRET_KEY = auto()
    PROXY_PASSWORD = auto()
    CERTIFICATE_PASSWORD = auto()


_PARTS: Final = {
    "application": SecretKind.SECRET_KEY,
    "proxy": SecretKind.PROXY_PASSWORD,
    "certificate": SecretKind.CERTIFICATE_PASSWORD,
}
"""What the account of each secret ends in."""


@dataclass(frozen=True, slots=True)
class ConnectionSecrets:
    """Newly entered secrets; None keeps the stored one. The passwords are percent-encoded."""

    secret_key: Token | None = field(default=None, repr=False)
    proxy_password: Token | None = field(default=None, repr=False)
    certificate_password: Token | None = field(default=None, repr=False)


def list_accounts(environment: Environment) -> tuple[str, ...]:
    """The vault accounts of the secrets, beside the token's own account."""
    return tuple(f"{environment.id}/{part}" for part in _PARTS)


def split_account(account: str) -> tuple[str, SecretKind]:
    """The environment's id in a vault account, and what is stored under it."""
    environment_id, _, part = account.rpartition("/")
    kind = _PARTS.get(part)
    return (account, SecretKind.TOKEN) if kind is None else (environment_id, kind)


def store(vault: Vault, environment: Environment, typed: ConnectionSecrets) -> StorageKind:
    """Store the entered secrets, delete unused ones; returns the least durable store used.

    Raises:
        VaultError: if a secret could not be deleted.
    """
    secrets = (typed.secret_key, typed.proxy_password, typed.certificate_password)
    kept_in = StorageKind.KEYRING
    for account, bound_to, secret in zip(
        list_accounts(environment), _list_bindings(environment), secrets, strict=True
    ):
        if not bound_to:
            vault.delete_token(account)
        elif secret is not None and (
            vault.store_token(account, bound_to, secret).storage is StorageKind.MEMORY
        ):
            kept_in = StorageKind.MEMORY
    return kept_in


def fetch_secret_key(vault: Vault, environment: Environment) -> Token | None:
    """The SecretKey of the environment's application, if stored for this AccessKey and gateway.

    Raises:
        VaultError: if the keyring cannot be read.
    """
    return vault.fetch_token(list_accounts(environment)[0], _list_bindings(environment)[0])


def fetch_proxy_password(vault: Vault, environment: Environment) -> Token | None:
    """The password of the environment's own proxy, percent-encoded.

    Raises:
        VaultError: if the keyring cannot be read.
    """
    return vault.fetch_token(list_accounts(environment)[1], _list_bindings(environment)[1])


def delete(vault: Vault, environment: Environment) -> None:
    """Delete all of them.

    Raises:
        VaultError: if one is still stored, or the keyring cannot be read.
    """
    for account in list_accounts(environment):
        vault.delete_token(account)


def fetch_certificate_password(vault: Vault, environment: Environment) -> Token | None:
    """The password of the environment's client certificate, percent-encoded.

    Raises:
        VaultError: if the keyring cannot be read.
    """
    return vault.fetch_token(list_accounts(environment)[2], _list_bindings(environment)[2])


def _list_bindings(environment: Environment) -> tuple[str, str, str]:
    """What each secret is bound to: AccessKey@gateway, user@proxy, file; empty where it is none."""
    chosen = environment.connection
    try:
        host = address.parse_address(environment.address).host
    except address.AddressError:
        host = ""
    application = f"{chosen.access_key}@{host}" if chosen.access_key and host else ""
    proxy = f"{chosen.proxy_user}@{chosen.proxy_address}" if chosen.proxy_user else ""
    return application, proxy, chosen.client_key or chosen.client_certificate
