"""The settings of one environment: gateway address and connection options, never a secret."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.translatable_text import Text, tr
from inspector_app.settings.environment_tier import EnvironmentTier, infer_tier

if TYPE_CHECKING:
    from collections.abc import Collection

MAX_NAME_LENGTH: Final = 100
"""Characters that an environment's name may have."""

_MAY_BE_CREDENTIAL: Final = re.compile(r"_S_|eyJ|\S{32}")
"""Whether a look at a name is worth it: at a start next to none is looked at."""

_MAY_HOLD_CREDENTIAL: Final = re.compile(r"_S_|eyJ|[=@]")
"""The same of an address."""

_T = TypeVar("_T")
_EnumT = TypeVar("_EnumT", bound=Enum)


class ProxyMode(Enum):
    """Which proxy is used to connect to a gateway."""

    SYSTEM = "system"
    NONE = "none"
    MANUAL = "manual"


class CompanionMode(Enum):
    """When it is asked what else may be known of a user."""

    ON_DEMAND = "on_demand"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class ConnectionSettings:
    """How to connect to a gateway; the defaults fit most.

    ``ca_file`` is a file of certificates to trust besides the system's, or empty. ``proxy_address``
    and ``proxy_user`` count for a manual proxy; its password, like the SecretKey that goes with
    ``access_key``, is in the keyring. ``authorization`` None tries both forms; ``accepted`` is the
    form that the gateway accepted the last time. ``client_certificate`` is a file with the
    certificate that this computer shows, PEM or PKCS #12, and ``client_key`` that of its key where
    it is in another; the password of either is in the keyring. ``unknown`` is JSON text: members of
    the file that this release does not know.
    """

    ca_file: str = ""
    proxy: ProxyMode = ProxyMode.SYSTEM
    proxy_address: str = ""
    proxy_user: str = ""
    authorization: AuthorizationScheme | None = None
    accepted: AuthorizationScheme | None = None
    access_key: str = ""
    client_certificate: str = ""
    client_key: str = ""
    unknown: str = "{}"


DEFAULT_CONNECTION: Final = ConnectionSettings()


@dataclass(frozen=True, slots=True)
class Environment:
    """A gateway under a name that the user chose.

    ``id`` is random and lasts as long as the environment: tokens are stored under it, so that
    a new environment of the same name does not get an old token. ``address`` is the text the
    user typed. ``chosen_tier`` None leaves it to the name what the environment is for.
    ``must_confirm`` has the user confirm each call. ``unknown`` is JSON text: members of the file
    that this release does not know.
    """

    id: str
    name: str
    address: str
    connection: ConnectionSettings = DEFAULT_CONNECTION
    chosen_tier: EnvironmentTier | None = None
    must_confirm: bool = False
    companion_mode: CompanionMode = CompanionMode.ON_DEMAND
    unknown: str = "{}"

    @property
    def tier(self) -> EnvironmentTier:
        """What the environment is for: as chosen, or as its name says."""
        return self.chosen_tier or infer_tier(self.name)


class EnvironmentNameError(Exception):
    """The environment cannot have this name.

    Attributes:
        message: why, for the user.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message


def create_environment(
    name: str, address: str, connection: ConnectionSettings = DEFAULT_CONNECTION
) -> Environment:
    """Create an environment with a new id; it is not yet in any settings."""
    import uuid  # the start of the app reads environments and makes none

    return Environment(uuid.uuid4().hex, name, address, connection)


def normalize_name(name: str) -> str:
    """Return what two names have in common that are the same to a reader."""
    # Cut first: marks on a letter are sorted in time by the square of their number.
    plain = " ".join(name[: 2 * MAX_NAME_LENGTH].split())
    return unicodedata.normalize("NFKC", plain).casefold()


def find_free_name(name: str, taken: Collection[str]) -> str:
    """The name, with a number where it is among those taken, which are normalized."""
    found, number = name, 2
    while normalize_name(found) in taken:
        suffix = f" ({number})"
        found, number = name[: MAX_NAME_LENGTH - len(suffix)] + suffix, number + 1
    return found


def check_name(checked: Environment, others: tuple[Environment, ...]) -> None:
    """Check that the environment can have its name, which has no surplus blanks.

    Raises:
        EnvironmentNameError: if not, and why.
    """
    if not checked.name:
        raise EnvironmentNameError(tr("Give the environment a name."))
    if len(checked.name) > MAX_NAME_LENGTH:
        raise EnvironmentNameError(tr("Use at most {limit} characters.", limit=MAX_NAME_LENGTH))
    name = normalize_name(checked.name)
    if any(one.id != checked.id and normalize_name(one.name) == name for one in others):
        raise EnvironmentNameError(
            tr("There is already an environment “{name}”.", name=checked.name)
        )


def to_json(environment: Environment) -> dict[str, object]:
    """Return the environment as a JSON object for the settings file.

    What came after the first release is written where it is not the default: a value of a later
    release, which is among the unknown members, stays until another one is chosen.
    """
    connection = environment.connection
    later = {
        "tier": environment.chosen_tier and environment.chosen_tier.value,
        "confirm_calls": environment.must_confirm,
        "more_about_user": _write_companion_mode(environment.companion_mode),
    }
    connection_later = {
        "client_certificate": connection.client_certificate,
        "client_key": connection.client_key,
    }
    return {
        **json.loads(environment.unknown),
        "id": environment.id,
        "name": environment.name,
        "address": environment.address,
        **{name: value for name, value in later.items() if value},
        "connection": {
            **json.loads(connection.unknown),
            "ca_file": connection.ca_file,
            "proxy": connection.proxy.value,
            "proxy_address": connection.proxy_address,
            "proxy_user": connection.proxy_user,
            "authorization": connection.authorization and connection.authorization.value,
            "accepted": connection.accepted and connection.accepted.value,
            "access_key": connection.access_key,
            **{name: value for name, value in connection_later.items() if value},
        },
    }


def from_json(file: object) -> Environment:
    """Build an environment from a JSON object of a parsed settings file.

    Raises:
        ValueError, KeyError, TypeError: if it is not valid.
    """
    members = dict(ensure_type(file, dict))
    texts = {name: ensure_type(members.pop(name), str) for name in ("id", "name", "address")}
    texts["name"] = _mask_name(texts["name"])
    texts["address"] = _mask_address(texts["address"])
    settings = ensure_type(members.pop("connection", {}), dict)
    connection = _parse_connection(dict(settings)) if settings else DEFAULT_CONNECTION
    return Environment(
        **texts,
        connection=connection,
        chosen_tier=_take_tier(members),
        must_confirm=ensure_type(members.pop("confirm_calls", False), bool),
        companion_mode=_take_member(members, "more_about_user", CompanionMode)
        or CompanionMode.ON_DEMAND,
        unknown=_dump_unknown(members),
    )


def _mask_name(name: str) -> str:
    """The name without a credential, which only somebody who edits the file can put there."""
    if _MAY_BE_CREDENTIAL.search(name) is None:
        return name
    from inspector_app.session.credentials import mask_written  # the start does without it

    return mask_written(name)


def _mask_address(address: str) -> str:
    """The address without what is a credential by its form or name, so that it is none any more.

    Not by its looks: the host of a load balancer is as long and random.
    """
    if _MAY_HOLD_CREDENTIAL.search(address) is None:
        return address
    from inspector_app.session.credentials import find_in_text  # the start does without it

    return find_in_text(address).mask_text(address)


def _write_companion_mode(mode: CompanionMode) -> str:
    return "" if mode is CompanionMode.ON_DEMAND else mode.value


def _take_tier(members: dict[str, Any]) -> EnvironmentTier | None:
    """Take out what the environment is for; no file makes one the demo of this app."""
    if members.get("tier") == EnvironmentTier.DEMO.value:
        return None
    return _take_member(members, "tier", EnvironmentTier)


def _take_member(members: dict[str, Any], name: str, kind: type[_EnumT]) -> _EnumT | None:
    """Take a member out; None where it is missing, or a later release's, which then stays."""
    if name not in members:
        return None
    try:
        value = kind(members[name])
    except ValueError:
        return None
    del members[name]
    return value


def _parse_connection(members: dict[str, Any]) -> ConnectionSettings:
    names = (
        *("ca_file", "proxy_address", "proxy_user", "access_key"),
        *("client_certificate", "client_key"),
    )
    texts = {name: ensure_type(members.pop(name, ""), str) for name in names}
    for name in ("proxy_address", "proxy_user"):
        texts[name] = _mask_address(texts[name])
    return ConnectionSettings(
        **texts,
        proxy=ProxyMode(members.pop("proxy", ProxyMode.SYSTEM.value)),
        authorization=_parse_authorization(members.pop("authorization", None)),
        accepted=_parse_authorization(members.pop("accepted", None)),
        unknown=_dump_unknown(members),
    )


def _dump_unknown(members: dict[str, Any]) -> str:
    return json.dumps(members) if members else "{}"  # there rarely are any, and many environments


def _parse_authorization(value: object) -> AuthorizationScheme | None:
    return None if value is None else AuthorizationScheme(value)


def ensure_type(value: object, kind: type[_T]) -> _T:
    """Return a value of a parsed file, if it has this type.

    Raises:
        TypeError: if not.
    """
    if not isinstance(value, kind):
        raise TypeError(kind.__name__)
    return value
