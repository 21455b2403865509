"""Validates the input of the environment dialog field by field."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import quote

from inspector_app.desktop.environments.choices_section import EnvironmentChoices
from inspector_app.gateway import address
from inspector_app.session.translatable_text import Text, tr
from inspector_app.settings.environment import DEFAULT_CONNECTION, ConnectionSettings, ProxyMode

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from inspector_app.inspection.connection_secrets import ConnectionSecrets
    from inspector_app.session.token import Token
    from inspector_app.settings.environment import Environment

T = TypeVar("T")
_NO_CHOICES: Final = EnvironmentChoices()


class FormField(Enum):
    """The form field that a validation error belongs to."""

    NAME = auto()
    ADDRESS = auto()
    CA_FILE = auto()
    PROXY_ADDRESS = auto()
    PROXY_USER = auto()
    PROXY_PASSWORD = auto()
    ACCESS_KEY = auto()
    SECRET_KEY = auto()
    CLIENT_CERTIFICATE = auto()
    CLIENT_PASSWORD = auto()


@dataclass(frozen=True, slots=True)
class EnvironmentInput:
    """The unvalidated fields; an empty secret means the stored one."""

    name: str
    address: str
    connection: ConnectionSettings = DEFAULT_CONNECTION
    proxy_password: str = field(default="", repr=False)
    secret_key: str = field(default="", repr=False)
    client_password: str = field(default="", repr=False)
    choices: EnvironmentChoices = _NO_CHOICES


@dataclass(frozen=True, slots=True)
class ValidatedEnvironment:
    """The validated fields: a normalized address, and the newly entered secrets."""

    name: str
    address: str
    connection: ConnectionSettings
    secrets: ConnectionSecrets
    choices: EnvironmentChoices = _NO_CHOICES


class ValidationError(Exception):  # the user's, not the program's
    """What is wrong with one field, in a message that does not repeat its value."""

    def __init__(self, form_field: FormField, message: Text) -> None:
        super().__init__(message.template)
        self.form_field = form_field
        self.message = message


_NO_PLACE_FOR_TOKEN: Final = tr(
    "This looks like a token, and what is entered here is saved. Enter a token in the window."
)
_NO_SECRET_KEY: Final = tr("Enter the SecretKey that belongs to this AccessKey.")


def validate_environment(
    typed: EnvironmentInput, existing: Environment | None, taken_names: Collection[str]
) -> ValidatedEnvironment | ValidationError:
    """Validate all fields, or return the first error; reads the certificate file, so it blocks.

    ``existing`` is the environment being edited; ``taken_names`` are the others', case folded.
    """
    from inspector_app.inspection.connection_secrets import ConnectionSecrets

    try:
        name = _validate_name(typed.name, taken_names)
        gateway = _parse_field(FormField.ADDRESS, address.parse_address, typed.address)
        _refuse_credential(FormField.ADDRESS, typed.address)
        chosen = typed.connection
        _check_ca_file(chosen.ca_file)
        _check_proxy(chosen)
        password = _validate_password(typed)
        certificate_password = _validate_client_certificate(typed, existing)
        secret_key = _validate_secret_key(typed, existing, gateway.host)
        secrets = ConnectionSecrets(secret_key, password, certificate_password)
    except ValidationError as mistake:
        return mistake.with_traceback(None)
    return ValidatedEnvironment(name, gateway.origin, chosen, secrets, typed.choices)


def _validate_name(text: str, taken_names: Collection[str]) -> str:
    name = " ".join(text.split())
    if not name:
        raise ValidationError(FormField.NAME, tr("Give the environment a name."))
    _refuse_credential(FormField.NAME, name)
    if name.casefold() in taken_names:
        raise ValidationError(
            FormField.NAME, tr("There is an environment of that name. Choose another.")
        )
    return name


def _refuse_credential(form_field: FormField, text: str) -> None:
    """What is typed here is saved, shown, looked up or sent in the clear: no place for a token.

    An AccessKey may be as long and random as a token, so of that only the known forms are refused.
    """
    from inspector_app.session import credentials

    is_key = form_field is FormField.ACCESS_KEY
    find = credentials.find_in_text if is_key else credentials.find_in_address
    if find(text) or find(text.upper()):  # a host is often copied in lower case
        raise ValidationError(form_field, _NO_PLACE_FOR_TOKEN)


def _parse_field(form_field: FormField, parse: Callable[[str], T], text: str) -> T:
    try:
        return parse(text)
    except address.AddressError as problem:
        raise ValidationError(form_field, problem.message) from None


def _check_ca_file(path: str) -> None:
    from inspector_app.gateway import tls_trust  # brings urllib3
    from inspector_app.gateway.error_mapping import CallError

    if not path:
        return
    try:
        tls_trust.create_ssl_context(path)
    except CallError:
        words = tr("No certificates could be read from this file. Choose another one, or none.")
        raise ValidationError(FormField.CA_FILE, words) from None


def _check_proxy(chosen: ConnectionSettings) -> None:
    from inspector_app.gateway import proxies  # brings urllib3

    _refuse_credential(FormField.PROXY_ADDRESS, chosen.proxy_address)
    _refuse_credential(FormField.PROXY_USER, chosen.proxy_user)
    if chosen.proxy is ProxyMode.MANUAL:
        _parse_field(FormField.PROXY_ADDRESS, proxies.parse_proxy, chosen.proxy_address)
        if ":" in chosen.proxy_user:
            raise ValidationError(
                FormField.PROXY_USER, tr("A user has no colon: the password goes below.")
            )


def _validate_password(typed: EnvironmentInput) -> Token | None:
    from inspector_app.session.token import Token

    if not typed.proxy_password or typed.connection.proxy is not ProxyMode.MANUAL:
        return None
    if not typed.connection.proxy_user:
        raise ValidationError(
            FormField.PROXY_USER, tr("Enter the user that this password belongs to.")
        )
    try:
        return Token(quote(typed.proxy_password, safe=""))
    except ValueError:  # too long, or characters that cannot be encoded
        raise ValidationError(FormField.PROXY_PASSWORD, tr("This cannot be a password.")) from None


def _validate_client_certificate(
    typed: EnvironmentInput, existing: Environment | None
) -> Token | None:
    """The password of the certificate, which is tried where it is known; it may be in the keyring.

    Raises:
        ValidationError: if the files cannot be used.
    """
    from inspector_app.gateway import client_certificate, tls_trust  # bring urllib3
    from inspector_app.gateway.connection import ClientCertificate
    from inspector_app.gateway.error_mapping import CallError
    from inspector_app.session.token import Token

    chosen = typed.connection
    files = (chosen.client_certificate, chosen.client_key)
    if not chosen.client_certificate:
        if chosen.client_key or typed.client_password:
            raise ValidationError(
                FormField.CLIENT_CERTIFICATE, tr("Choose the certificate's file as well.")
            )
        return None
    password = None
    try:
        if typed.client_password:
            password = Token(quote(typed.client_password, safe=""))
        certificate = ClientCertificate(*files, password)
        client_certificate.load_client_certificate(tls_trust.create_ssl_context(None), certificate)
    except ValueError:  # too long
        raise ValidationError(FormField.CLIENT_PASSWORD, tr("This cannot be a password.")) from None
    except CallError:
        before = None if existing is None else existing.connection
        if (
            password is None
            and before is not None
            and files == (before.client_certificate, before.client_key)
        ):
            return None
        words = tr(
            "No certificate with its key could be read with this password. Choose another file."
        )
        raise ValidationError(FormField.CLIENT_CERTIFICATE, words) from None
    return password


def _validate_secret_key(
    typed: EnvironmentInput, existing: Environment | None, host: str
) -> Token | None:
    from inspector_app.gateway.application import is_access_key
    from inspector_app.session.token import Token

    key, secret = typed.connection.access_key, typed.secret_key.strip()
    if not key:
        if secret:
            raise ValidationError(FormField.ACCESS_KEY, tr("Enter the AccessKey as well."))
        return None
    _refuse_credential(FormField.ACCESS_KEY, key)
    if not is_access_key(key):
        raise ValidationError(
            FormField.ACCESS_KEY, tr("An AccessKey has letters, digits and signs, no blanks.")
        )
    if secret:
        try:
            return Token(secret)
        except ValueError:
            words = tr("A SecretKey has letters, digits and signs, no blanks.")
            raise ValidationError(FormField.SECRET_KEY, words) from None
    if existing is None or existing.connection.access_key != key or _parse_host(existing) != host:
        raise ValidationError(FormField.SECRET_KEY, _NO_SECRET_KEY)
    return None


def _parse_host(environment: Environment) -> str | None:
    try:
        return address.parse_address(environment.address).host
    except address.AddressError:
        return None
