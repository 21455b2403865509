"""Validates the input of the environment dialog field by field."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import quote

from inspector_app.gateway import address
from inspector_app.gateway.application import is_access_key
from inspector_app.inspecting.connection_secrets import ConnectionSecrets
from inspector_app.session.token import Token
from inspector_app.session.wording import Text, tr
from inspector_app.system.environment import DEFAULT_CONNECTION, ConnectionSettings, ProxyMode

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from inspector_app.system.environment import Environment

T = TypeVar("T")


class Place(Enum):
    """The form field that a validation error belongs to."""

    NAME = auto()
    ADDRESS = auto()
    CA_FILE = auto()
    PROXY_ADDRESS = auto()
    PROXY_USER = auto()
    PROXY_PASSWORD = auto()
    ACCESS_KEY = auto()
    SECRET_KEY = auto()


@dataclass(frozen=True, slots=True)
class Typed:
    """The unvalidated fields; an empty secret means the stored one."""

    name: str
    address: str
    connection: ConnectionSettings = DEFAULT_CONNECTION
    proxy_password: str = field(default="", repr=False)
    secret_key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """The validated fields: a normalized address, and the newly entered secrets."""

    name: str
    address: str
    connection: ConnectionSettings
    secrets: ConnectionSecrets


class Mistake(Exception):  # the user's, not the program's
    """What is wrong with one field, in a message that does not repeat its value."""

    def __init__(self, place: Place, words: Text) -> None:
        super().__init__(words.template)
        self.place = place
        self.words = words


_NO_SECRET_KEY: Final = tr("Enter the SecretKey that belongs to this AccessKey.")


def checked(
    typed: Typed, before: Environment | None, taken_names: Collection[str]
) -> Entry | Mistake:
    """Validate all fields, or return the first error; reads the certificate file, so it blocks.

    ``existing`` is the environment being edited; ``taken_names`` are the others', case folded.
    """
    try:
        name = _name(typed.name, taken_names)
        gateway = _parsed(Place.ADDRESS, address.parse_address, typed.address)
        chosen = typed.connection
        _check_ca_file(chosen.ca_file)
        _check_proxy(chosen)
        password = _password(typed)
        secrets = ConnectionSecrets(_secret_key(typed, before, gateway.host), password)
    except Mistake as mistake:
        return mistake.with_traceback(None)
    return Entry(name, gateway.origin, chosen, secrets)


def _name(text: str, taken_names: Collection[str]) -> str:
    name = " ".join(text.split())
    if not name:
        raise Mistake(Place.NAME, tr("Give the environment a name."))
    if name.casefold() in taken_names:
        raise Mistake(Place.NAME, tr("There is an environment of that name. Choose another."))
    return name


def _parsed(place: Place, parse: Callable[[str], T], text: str) -> T:
    try:
        return parse(text)
    except address.AddressError as problem:
        raise Mistake(place, problem.message) from None


def _check_ca_file(path: str) -> None:
    from inspector_app.gateway import trust  # brings urllib3
    from inspector_app.gateway.breakage import CallError

    if not path:
        return
    try:
        trust.create_ssl_context(path)
    except CallError:
        words = tr("No certificates could be read from this file. Choose a PEM file, or none.")
        raise Mistake(Place.CA_FILE, words) from None


def _check_proxy(chosen: ConnectionSettings) -> None:
    from inspector_app.gateway import proxies  # brings urllib3

    if chosen.proxy is ProxyMode.MANUAL:
        _parsed(Place.PROXY_ADDRESS, proxies.parse_proxy, chosen.proxy_address)
        if ":" in chosen.proxy_user:
            raise Mistake(Place.PROXY_USER, tr("A user has no colon: the password goes below."))


def _password(typed: Typed) -> Token | None:
    if not typed.proxy_password or typed.connection.proxy is not ProxyMode.MANUAL:
        return None
    if not typed.connection.proxy_user:
        raise Mistake(Place.PROXY_USER, tr("Enter the user that this password belongs to."))
    try:
        return Token(quote(typed.proxy_password, safe=""))
    except ValueError:  # too long, or characters that cannot be encoded
        raise Mistake(Place.PROXY_PASSWORD, tr("This cannot be a password.")) from None


def _secret_key(typed: Typed, before: Environment | None, host: str) -> Token | None:
    key, secret = typed.connection.access_key, typed.secret_key.strip()
    if not key:
        if secret:
            raise Mistake(Place.ACCESS_KEY, tr("Enter the AccessKey as well."))
        return None
    if not is_access_key(key):
        raise Mistake(
            Place.ACCESS_KEY, tr("An AccessKey has letters, digits and signs, no blanks.")
        )
    if secret:
        try:
            return Token(secret)
        except ValueError:
            words = tr("A SecretKey has letters, digits and signs, no blanks.")
            raise Mistake(Place.SECRET_KEY, words) from None
    if before is None or before.connection.access_key != key or _host(before) != host:
        raise Mistake(Place.SECRET_KEY, _NO_SECRET_KEY)
    return None


def _host(environment: Environment) -> str | None:
    try:
        return address.parse_address(environment.address).host
    except address.AddressError:
        return None
